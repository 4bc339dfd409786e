// The first visit of an empty system: whoever comes first becomes its administrator.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError } from '#web/client/api-error.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { Door } from './door.tsx';
import { signInTexts } from './texts.ts';

export function SetUpPage() {
  const text = useText(signInTexts);
  const setup = useRead('GET /api/access/setup', {}, { staleTime: 0 });
  const open = setup.data?.needed === true;
  return (
    <Door
      title={text('setupTitle')}
      lead={open ? text('setupLead') : undefined}
      foot={open ? <p>{text('setupNext')}</p> : undefined}
    >
      {setup.isPending ? <Skeleton lines={3} /> : null}
      {setup.error === null ? null : (
        <ErrorState error={setup.error} retry={() => void setup.refetch()} />
      )}
      {open ? <SetUpForm /> : null}
      {setup.data?.needed === false ? (
        <p>
          {text('setupClosed')}{' '}
          <Link to="/sign-in" className="link">
            {text('toSignIn')}
          </Link>
        </p>
      ) : null}
    </Door>
  );
}

function SetUpForm() {
  const text = useText(signInTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState('admin');
  const [password, setPassword] = useState('');
  const setUp = useWrite('POST /api/access/setup', {
    onDone: () => {
      client.clear();
      void navigate({ to: '/', replace: true });
    },
  });
  const problem = useExplanation(setUp.error);
  const at = setUp.error instanceof ApiError ? (setUp.error.path ?? '') : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate({ body: { displayName, username, password, language: text.language } });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('displayName')} hint={text('displayNameHint')}>
        <input
          className="input"
          autoComplete="name"
          required
          maxLength={60}
          value={displayName}
          onChange={(event) => setDisplayName(event.target.value)}
        />
      </Field>
      <Field
        label={text('username')}
        hint={text('usernameHint')}
        problem={at.endsWith('username') ? problem : undefined}
      >
        <input
          className="input"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </Field>
      <Field
        label={text('password')}
        hint={text('passwordHint')}
        problem={at.endsWith('username') ? undefined : problem}
      >
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <button type="submit" className="button primary" disabled={setUp.isPending}>
        {text('setupEnter')}
      </button>
    </form>
  );
}
