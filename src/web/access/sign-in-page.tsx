// The door in three stages: name and password; the second factor where one is on; a new password where
// somebody else chose the present one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/client/call.ts';
import { adoptLanguage, useText } from '#web/text/catalogue.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { Door } from './door.tsx';
import { meOptions } from './me.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { signInTexts } from './texts.ts';

interface Standing {
  readonly stage: 'password' | 'full';
  readonly mustChangePassword: boolean;
}

export function SignInPage() {
  const text = useText(signInTexts);
  const { to } = useSearch({ from: '/sign-in' });
  const [begun, setBegun] = useState<Standing>();
  const enter = useEnter(to);
  const client = useQueryClient();
  const before = useQuery({ ...meOptions, retry: false, enabled: begun === undefined });
  const setup = useQuery({
    queryKey: ['GET /api/access/setup'],
    queryFn: ({ signal }) => call('GET /api/access/setup', {}, { signal }),
  });
  const standing = begun ?? before.data;

  const goOn = (next: Standing) => {
    if (next.stage === 'full' && !next.mustChangePassword) enter();
    else setBegun(next);
  };
  const leave = () => {
    void call('DELETE /api/access/sessions/current', {})
      .catch(() => {})
      .then(() => {
        client.removeQueries({ queryKey: meOptions.queryKey });
        setBegun(undefined);
      });
  };
  if (setup.data?.needed === true) return <Navigate to="/set-up" replace />;
  if (standing === undefined) {
    return (
      <Door title={text('title')} foot={<DemonstrationHint />}>
        <PasswordForm
          onDone={(session) => {
            adoptLanguage(session.actor.language);
            goOn(session);
          }}
        />
      </Door>
    );
  }
  if (standing.stage === 'password') {
    return (
      <Door title={text('codeTitle')} lead={text('codeLead')}>
        <SecondFactorForm onDone={goOn} onOther={leave} />
      </Door>
    );
  }
  if (standing.mustChangePassword) {
    return (
      <Door title={text('changeTitle')} lead={text('changeLead')}>
        <ChangePasswordForm onDone={enter} />
      </Door>
    );
  }
  return <Navigate to="/" replace />;
}

function DemonstrationHint() {
  const text = useText(signInTexts);
  const health = useQuery({
    queryKey: ['GET /api/health'],
    queryFn: ({ signal }) => call('GET /api/health', {}, { signal }),
  });
  if (health.data?.demonstration !== true) return null;
  return <p>{text('demonstrationHint')}</p>;
}

/** Reads anew who is signed in, then goes where the person wanted to go. */
function useEnter(to: string | undefined): () => void {
  const navigate = useNavigate();
  const client = useQueryClient();
  return () => {
    client.removeQueries({ queryKey: meOptions.queryKey });
    // Only a path of this site: an address from outside is not followed.
    const inside = to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
    void navigate({ href: inside, replace: true });
  };
}
