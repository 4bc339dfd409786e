// Turns the second factor off, with the password and a last code.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { securityTexts } from './security-texts.ts';
import { SixDigits } from './six-digits.tsx';

interface FactorRemovalProps {
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

export function FactorRemoval({ onDone, onCancel }: FactorRemovalProps) {
  const text = useText(securityTexts);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const remove = useWrite('POST /api/access/me/second-factor/removal', {
    stale: ['GET /api/access/me'],
    onDone: () => onDone(text('factorRemoved')),
  });
  const problem = useExplanation(remove.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ body: { password, code } });
  };
  return (
    <form onSubmit={submit} className="factor-form">
      <p>{text('factorRemoveText')}</p>
      <Field label={text('currentPassword')}>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <SixDigits label={text('factorCode')} value={code} onChange={setCode} problem={problem} />
      <p className="factor-acts">
        <button type="submit" className="button primary" disabled={remove.isPending}>
          {text('factorRemove')}
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          {text('cancel')}
        </button>
      </p>
    </form>
  );
}
