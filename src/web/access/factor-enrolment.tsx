// Turns the second factor on: the password, a code to scan, the first six digits.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { securityTexts } from './security-texts.ts';
import { SixDigits } from './six-digits.tsx';

interface FactorFormProps {
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

export function FactorEnrolment({ onDone, onCancel }: FactorFormProps) {
  const text = useText(securityTexts);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const enrol = useWrite('POST /api/access/me/second-factor');
  const confirm = useWrite('POST /api/access/me/second-factor/confirmation', {
    stale: ['GET /api/access/me', 'GET /api/access/sessions'],
    onDone: ({ sessionsEnded }) =>
      onDone(`${text('factorDone')}${text('ended', { count: sessionsEnded })}`),
  });
  const passwordProblem = useExplanation(enrol.error);
  const codeProblem = useExplanation(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (enrol.data === undefined) enrol.mutate({ body: { password } });
    else confirm.mutate({ body: { code } });
  };
  return (
    <form onSubmit={submit} className="factor-form">
      {enrol.data === undefined ? (
        <Field label={text('factorPassword')} problem={passwordProblem}>
          <input
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      ) : (
        <>
          <p>{text('factorScan')}</p>
          <QrCode text={enrol.data.uri} label={text('factorQr')} />
          <p className="small quiet">{text('factorSecret')}</p>
          <p className="factor-secret">{spaced(enrol.data.secret)}</p>
          <SixDigits
            label={text('factorCode')}
            value={code}
            onChange={setCode}
            problem={codeProblem}
          />
        </>
      )}
      <p className="factor-acts">
        <button
          type="submit"
          className="button primary"
          disabled={enrol.isPending || confirm.isPending}
        >
          {text(enrol.data === undefined ? 'factorContinue' : 'factorConfirm')}
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          {text('cancel')}
        </button>
      </p>
    </form>
  );
}

/** Groups of four are typed with fewer mistakes. */
function spaced(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
