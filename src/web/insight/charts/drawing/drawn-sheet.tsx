// The sheet of a drawing: its size is that of its text, so that nothing is scaled; a saved picture finds it
// by its mark.
import type { ReactNode } from 'react';

interface DrawnSheetProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Heights at which paper may divide it without cutting through anything. */
  readonly cuts?: readonly number[];
  readonly children: ReactNode;
}

export function DrawnSheet({ width, height, title, cuts, children }: DrawnSheetProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      data-drawing=""
      data-cuts={cuts?.join(' ')}
    >
      <title>{title}</title>
      {children}
    </svg>
  );
}
