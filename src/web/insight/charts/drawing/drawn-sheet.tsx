// The sheet of a drawing: its size is that of its text, so that nothing is scaled; a saved picture finds it
// by its mark. Its head says what is counted and, where a number is held against another, which mark is which.
import type { ReactNode } from 'react';
import type { ChartUnit } from '#domain/insight/charts/chart-shape.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { chartTexts } from '../texts.ts';
import { widthOf } from './wrap-text.ts';

interface Head {
  readonly unit: ChartUnit;
  readonly language: Language;
  readonly marks?: { readonly bar: string; readonly tick: string } | undefined;
}

interface DrawnSheetProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly head?: Head;
  /** Heights at which paper may divide it without cutting through anything. */
  readonly cuts?: readonly number[];
  /** What stands divided at each of the cuts, by its name; empty between two. */
  readonly cutNames?: readonly string[];
  readonly children: ReactNode;
}

const line = 20;
/** How much higher a head of one line makes a sheet. */
export const headHigh = line + 4;

export function DrawnSheet({
  width,
  height,
  title,
  head,
  cuts,
  cutNames,
  children,
}: DrawnSheetProps) {
  const laid = head === undefined ? undefined : layHead(head, width);
  const top = laid === undefined ? 0 : laid.lines * line + 4;
  return (
    <svg
      viewBox={`0 0 ${width} ${height + top}`}
      width={width}
      height={height + top}
      data-drawing=""
      data-cuts={cuts?.map((cut) => cut + top).join(' ')}
      data-cut-names={cutNames === undefined ? undefined : JSON.stringify(cutNames)}
    >
      <title>{title}</title>
      {laid === undefined ? (
        children
      ) : (
        <>
          <SheetHead laid={laid} />
          <g transform={`translate(0 ${top})`}>{children}</g>
        </>
      )}
    </svg>
  );
}

function SheetHead({ laid }: { readonly laid: ReturnType<typeof layHead> }) {
  const { unit, bar, tick } = laid;
  return (
    <g>
      <text x={0} y={13} fontSize={12} className="t3">
        {unit}
      </text>
      {bar === undefined ? null : (
        <>
          <rect className="bar-ink" x={bar.x} y={bar.y - 9} width={16} height={9} />
          <text x={bar.x + 22} y={bar.y} fontSize={12} className="t2">
            {bar.said}
          </text>
        </>
      )}
      {tick === undefined ? null : (
        <>
          <rect className="tick" x={tick.x + 2} y={tick.y - 11} width={2} height={13} />
          <text x={tick.x + 10} y={tick.y} fontSize={12} className="t2">
            {tick.said}
          </text>
        </>
      )}
    </g>
  );
}

/** In one line where there is room, else the marks below the unit. */
function layHead({ unit, language, marks }: Head, width: number) {
  const word = chartTexts.texts[language][`unit_${unit}`] ?? unit;
  const said = language === 'zh' ? `单位：${word}` : `In ${word}`;
  if (marks === undefined) return { lines: 1, unit: said, bar: undefined, tick: undefined };
  const barWide = 22 + widthOf(marks.bar, 12) + 16;
  const start = widthOf(said, 12) + 20;
  const fits = start + barWide + 10 + widthOf(marks.tick, 12) <= width;
  const [x, y] = fits ? [start, 13] : [0, 13 + line];
  return {
    lines: fits ? 1 : 2,
    unit: said,
    bar: { x, y, said: marks.bar },
    tick: { x: x + barWide, y, said: marks.tick },
  };
}
