// What somebody is typing, kept on this device until it is sent or thrown away, so that a closed tab
// loses nothing. Sealed values are never kept; signing out throws all drafts away.
import { useCallback, useState } from 'react';
import { useMe } from '#web/access/me.ts';

const prefix = 'bangfu.draft.';

export interface Draft<Form> {
  readonly form: Form;
  /** True when it was found on the device at the start. */
  readonly restored: boolean;
  readonly change: (part: Partial<Form>) => void;
  readonly drop: () => void;
}

export function useDraft<Form extends object>(
  subject: string,
  fresh: Form,
  isForm: (value: unknown) => value is Form,
): Draft<Form> {
  const { account } = useMe();
  const key = `${prefix}${account}.${subject}`;
  const [state, setState] = useState(() => {
    const kept = read(key);
    return isForm(kept) ? { form: kept, restored: true } : { form: fresh, restored: false };
  });
  const change = useCallback(
    (part: Partial<Form>) => {
      setState((before) => {
        const form = { ...before.form, ...part };
        write(key, form);
        return { ...before, form };
      });
    },
    [key],
  );
  const drop = useCallback(() => {
    localStorage.removeItem(key);
    setState({ form: fresh, restored: false });
  }, [key, fresh]);
  return { ...state, change, drop };
}

export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key);
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}

function write(key: string, form: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(form));
  } catch {
    // A full device still lets people type; the draft is then only in this tab.
  }
}
