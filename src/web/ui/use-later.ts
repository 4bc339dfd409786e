// A value that follows once somebody has stopped typing, so that a search is asked once and not per key.
import { useEffect, useState } from 'react';

export function useLater<Value>(value: Value, milliseconds = 250): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}
