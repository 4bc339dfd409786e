// A balance as a waterfall lying down: what was there, what came in, what went out, what is there. Each
// bar begins where the one before ended, so that the sum can be followed with a finger.
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import { exactNumber } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import { labelWidth } from './bars-drawing.tsx';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { addressOf } from './opens-address.ts';

const row = 32;
const thick = 16;

export function BalanceDrawing({ drawing, width, language, title }: DrawingProps<'balance'>) {
  const spans = spansOf(drawing.steps);
  const labels = labelWidth(
    drawing.steps.map(({ label }) => label[language]),
    width,
  );
  const most = Math.max(1, ...spans.flatMap(({ from, to }) => [from, to]));
  const room = Math.max(40, width - labels - 96);
  const x = (value: number) => labels + (value / most) * room;
  const height = spans.length * row + 4;
  return (
    <DrawnSheet width={width} height={height} title={title} head={{ unit: drawing.unit, language }}>
      <line className="axis" x1={labels} x2={labels} y1={0} y2={height} />
      {spans.map(({ step, from, to }, index) => {
        const top = index * row + (row - thick) / 2;
        const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
        const sign = step.role === 'in' ? '+' : step.role === 'out' ? '−' : '';
        const value = `${step.n === 0 ? '' : sign}${exactNumber(step.n)}`;
        const said = `${step.label[language]} ${value}`;
        return (
          <DrawnLink key={step.label.en} href={addressOf(step.opens)} label={said}>
            <title>{said}</title>
            <rect className="hit" x={0} y={index * row} width={width} height={row} />
            <text
              x={labels - 8}
              y={top + 13}
              fontSize={13}
              textAnchor="end"
              className="t1"
              fontWeight={step.role === 'stock' ? 600 : 400}
            >
              {step.label[language]}
            </text>
            <rect
              className={`balance-${step.role}`}
              x={start}
              y={top}
              width={Math.max(step.n === 0 ? 0 : 1.5, end - start)}
              height={thick}
            />
            <line className="thread" x1={x(to)} x2={x(to)} y1={top + thick} y2={top + row} />
            <text
              x={end + 7}
              y={top + 13}
              fontSize={13}
              className="t1"
              fontWeight={step.role === 'stock' ? 600 : 400}
            >
              {value}
            </text>
          </DrawnLink>
        );
      })}
    </DrawnSheet>
  );
}

type Step = DrawingOf<'balance'>['steps'][number];

function spansOf(steps: readonly Step[]) {
  let level = 0;
  return steps.map((step) => {
    const from = step.role === 'stock' ? 0 : level;
    const to = step.role === 'stock' ? step.n : level + (step.role === 'in' ? step.n : -step.n);
    level = to;
    return { step, from, to };
  });
}
