// One line at the foot of the page that says what was just done, and goes by itself.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

const Say = createContext<(sentence: string) => void>(() => {});

const shownFor = 8_000;

export function SaidProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly sentence: string; readonly at: number }>();
  const say = useCallback((sentence: string) => setSaid({ sentence, at: performance.now() }), []);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = window.setTimeout(() => setSaid(undefined), shownFor);
    return () => window.clearTimeout(timer);
  }, [said]);
  return (
    <Say value={say}>
      {children}
      <div className="said no-print" role="status">
        {said === undefined ? null : <p>{said.sentence}</p>}
      </div>
    </Say>
  );
}

/** `say('已写入。')` tells the person what was done. */
export function useSay(): (sentence: string) => void {
  return useContext(Say);
}
