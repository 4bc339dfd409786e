import { type FormEvent, useState } from 'react';
import type { SessionStart } from '#contract/access.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { signInTexts } from './texts.ts';

export function PasswordForm({ onDone }: { readonly onDone: (session: SessionStart) => void }) {
  const text = useText(signInTexts);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useWrite('POST /api/access/sessions', { onDone });
  const problem = useExplanation(signIn.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { username: username.trim().toLowerCase(), password } });
  };
  return (
    <form onSubmit={submit}>
      <Field label={text('username')}>
        <input
          className="input"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </Field>
      <Field label={text('password')}>
        <input
          className="input"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Problem>{problem}</Problem>
      <button type="submit" className="button primary" disabled={signIn.isPending}>
        {text('enter')}
      </button>
    </form>
  );
}
