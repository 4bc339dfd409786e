// What somebody types, saved by itself after a pause. Until the server has it, the device keeps it: a
// closed tab, a lost network or a refusal loses nothing.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useExplanation } from '#web/ui/states.tsx';

const pauseMilliseconds = 900;

export interface Typed {
  readonly value: string;
  readonly state: 'same' | 'waiting' | 'saving' | 'saved' | 'refused';
  readonly problem: string | undefined;
  /** Put back from the device. */
  readonly isRestored: boolean;
  type(value: string): void;
  /** At once, as on leaving the field. */
  flush(): void;
}

interface TypedOptions {
  /** Where the device keeps it: unique to draft, row and part. */
  readonly key: string;
  readonly saved: string;
  readonly save: (value: string) => Promise<void>;
}

export function useTyped({ key, saved, save }: TypedOptions): Typed {
  const kept = localStorage.getItem(key);
  const [value, setValue] = useState(kept ?? saved);
  const [state, setState] = useState<Typed['state']>(kept === null ? 'same' : 'waiting');
  const [error, setError] = useState<unknown>(null);
  const [isRestored, setRestored] = useState(kept !== null && kept !== saved);
  const problem = useExplanation(error);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(value);
  const onSave = useRef(save);
  onSave.current = save;

  // The row was saved elsewhere, restored or reloaded: a field nobody is typing in follows.
  useEffect(() => {
    if (localStorage.getItem(key) !== null) return;
    latest.current = saved;
    setValue(saved);
  }, [key, saved]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = localStorage.getItem(key);
    if (text === null) return;
    setState('saving');
    onSave
      .current(text)
      .then(() => {
        setError(null);
        if (localStorage.getItem(key) === text) localStorage.removeItem(key);
        setState(latest.current === text ? 'saved' : 'waiting');
      })
      .catch((refusal: unknown) => {
        setError(refusal);
        setState('refused');
      });
  }, [key]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    value,
    state,
    problem,
    isRestored,
    flush,
    type(next) {
      latest.current = next;
      setValue(next);
      setRestored(false);
      clearTimeout(timer.current);
      if (next === saved) {
        localStorage.removeItem(key);
        setState('same');
        return;
      }
      localStorage.setItem(key, next);
      setState('waiting');
      timer.current = setTimeout(flush, pauseMilliseconds);
    },
  };
}
