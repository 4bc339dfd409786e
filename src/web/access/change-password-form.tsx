import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { signInTexts } from './texts.ts';

interface ChangePasswordFormProps {
  readonly onDone: () => void;
  /** What the button says; on the way in, that one goes on afterwards. */
  readonly submitText?: string;
}

export function ChangePasswordForm({ onDone, submitText }: ChangePasswordFormProps) {
  const text = useText(signInTexts);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useWrite('PUT /api/access/me/password', { onDone });
  const problem = useExplanation(change.error);
  const differ = again !== '' && again !== next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (again === next) change.mutate({ body: { current, next } });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('current')}>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
      </Field>
      <Field label={text('next')} hint={text('passwordHint')} problem={problem}>
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </Field>
      <Field label={text('again')} problem={differ ? text('differ') : undefined}>
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </Field>
      <button type="submit" className="button primary" disabled={change.isPending}>
        {submitText ?? text('change')}
      </button>
    </form>
  );
}
