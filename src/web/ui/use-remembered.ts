// A choice of this person on this device, such as the columns of a list. What cannot be read is as if
// it had never been chosen.
import { useState } from 'react';

export function useRemembered<Value>(
  key: string,
  read: (stored: unknown) => Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => read(stored(key)));
  const remember = (next: Value) => {
    setValue(next);
    localStorage.setItem(`bangfu.${key}`, JSON.stringify(next));
  };
  return [value, remember];
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`bangfu.${key}`) ?? 'null');
  } catch {
    return null;
  }
}
