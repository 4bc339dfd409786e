// The four meanings that never change, each with its own mark, since colour is never the only carrier.
import type { ReactNode } from 'react';

export type Meaning = 'done' | 'due' | 'over' | 'unknown' | 'neutral';

const marks: Readonly<Record<Meaning, string>> = {
  done: '●',
  due: '◆',
  over: '▲',
  unknown: '',
  neutral: '',
};

export function Chip({
  meaning,
  title,
  children,
}: {
  readonly meaning: Meaning;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  const mark = marks[meaning];
  return (
    <span className={`chip ${meaning}`} title={title}>
      {mark === '' ? null : (
        <span className="mark" aria-hidden="true">
          {mark}
        </span>
      )}
      {/* A word of its own, so that English begins it as every other chip does. */}
      <span className="chip-words">{children}</span>
    </span>
  );
}
