// The shared band enlarged: one dot for each number, filled where the statement holds for it.
import type { FigureBar } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, printedNumber } from '#web/text/number.ts';
import type { Axis } from './base-axis.ts';
import type { Shared } from './base-chart.tsx';
import { figuresTexts } from './texts.ts';

/** Beyond so many numbers dots say nothing, and the bars above say it already. */
const widest = 24;

interface BaseDotsProps {
  readonly bars: readonly FigureBar[];
  readonly shared: Shared;
  readonly axis: Axis;
}

export function BaseDots({ bars, shared, axis }: BaseDotsProps) {
  const text = useText(figuresTexts);
  if (shared.most - shared.least + 1 > widest || !Number.isInteger(shared.least)) return null;
  const around = axis.narrow ? 4 : 6;
  const first = shared.least - around;
  const last = shared.most + around;
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const gap = (axis.right - axis.left - 12) / (numbers.length - 1);
  const at = (value: number) => axis.left + 6 + (value - first) * gap;
  const row = axis.narrow ? 38 : 24;
  const bottom = 6 + bars.length * row;
  const labels = [...new Set([first, shared.least, shared.most, last])];
  return (
    <svg viewBox={`0 0 ${axis.width} ${bottom + 26}`} aria-hidden="true">
      <rect
        className="band framed"
        x={at(shared.least) - gap / 2}
        width={(shared.most - shared.least + 1) * gap}
        y={1}
        height={bottom}
      />
      {bars.map((bar, index) => {
        const y = axis.narrow ? 28 + index * row : 14 + index * row;
        return (
          <g key={bar.arithmetic}>
            <text className="note" x={0} y={axis.narrow ? y - 12 : y + 4}>
              {text('fits', { title: printedNumber(bar.printed, text.language) })}
            </text>
            {numbers.map((value) => (
              <circle
                key={value}
                className={value >= bar.least && value <= bar.most ? 'dot' : 'dot hollow'}
                cx={at(value)}
                cy={y}
                r={3.4}
              />
            ))}
          </g>
        );
      })}
      {labels.map((value) => (
        <text
          key={value}
          className={value >= shared.least && value <= shared.most ? 'tick strong' : 'tick'}
          x={at(value)}
          y={bottom + 18}
          textAnchor={value === last ? 'end' : value === first ? 'start' : 'middle'}
        >
          {exactNumber(value)}
        </text>
      ))}
    </svg>
  );
}
