import { type FormEvent, useState } from 'react';
import type { SessionStart } from '#contract/access.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { signInTexts } from './texts.ts';

interface SecondFactorFormProps {
  readonly onDone: (session: SessionStart) => void;
  /** Somebody else wants to sign in. */
  readonly onOther: () => void;
}

export function SecondFactorForm({ onDone, onOther }: SecondFactorFormProps) {
  const text = useText(signInTexts);
  const [code, setCode] = useState('');
  const answer = useWrite('POST /api/access/sessions/second-factor', { onDone });
  const problem = useExplanation(answer.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ body: { code } });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('code')} problem={problem}>
        <input
          className="input code-input"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          required
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/[^0-9 ]/g, ''))}
        />
      </Field>
      <button type="submit" className="button primary" disabled={answer.isPending}>
        {text('codeEnter')}
      </button>
      <p>
        <button type="button" className="link" onClick={onOther}>
          {text('other')}
        </button>
      </p>
    </form>
  );
}
