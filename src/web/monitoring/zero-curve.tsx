// Open problems a day as a line to zero, with its ends written.
import { useId } from 'react';
import type { ProblemCounts } from '#contract/monitoring.ts';
import { useText } from '#web/text/catalogue.ts';
import { problemTexts } from './problem-texts.ts';

const width = 560;
const height = 120;
const room = { left: 4, right: 44, top: 14, bottom: 18 };

export function ZeroCurve({ days }: { readonly days: ProblemCounts['curve'] }) {
  const text = useText(problemTexts);
  const id = useId();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const most = Math.max(1, ...days.map(({ open }) => open));
  const x = (index: number) =>
    room.left + (index / Math.max(1, days.length - 1)) * (width - room.left - room.right);
  const y = (open: number) =>
    height - room.bottom - (open / most) * (height - room.top - room.bottom);
  const said = text('curveSaid', {
    from: first.on,
    first: first.open,
    to: last.on,
    last: last.open,
    most,
  });
  // A day ends where the next begins: counts step, they do not slope.
  const path = days
    .map(({ open }, index) => (index === 0 ? `M${x(0)} ${y(open)}` : `H${x(index)}V${y(open)}`))
    .join('');
  return (
    <figure className="zero-curve">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{said}</title>
        <line className="axis" x1={room.left} x2={width - room.right} y1={y(0)} y2={y(0)} />
        <path className="line" d={path} />
        <circle className="end" cx={x(days.length - 1)} cy={y(last.open)} r={3} />
        <text x={width - room.right + 8} y={y(last.open) + 4} className="figure">
          {last.open}
        </text>
        <text x={room.left} y={height - 4} className="day">
          {first.on.slice(5)}
        </text>
        <text x={width - room.right} y={height - 4} textAnchor="end" className="day">
          {last.on.slice(5)}
        </text>
      </svg>
      <figcaption className="small quiet">{said}</figcaption>
    </figure>
  );
}
