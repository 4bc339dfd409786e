// Money from its sources to its uses: two columns on one scale, ribbons between them. What is not known is
// a hatched sliver with its name, never a guess.
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import { shownNumber } from '#web/text/number.ts';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { wrapText } from './wrap-text.ts';

const bar = 14;
const gap = 14;
const least = 22;
/** How high all that flows is drawn; lower only where paper has less room. */
const flows = [320, 240, 160, 90] as const;
const lowest = 40;

export function StreamsDrawing({ drawing, width, language, title, tall }: DrawingProps<'streams'>) {
  const side = Math.max(96, Math.min(220, width * 0.28));
  const most = Math.max(1, sumOf(drawing.from), sumOf(drawing.to));
  const thicknessIn = (flow: number) => (n: number) => (n / most) * flow;
  const heightIn = (flow: number) => heightOf(drawing, thicknessIn(flow));
  const flow = flows.find((one) => tall === undefined || heightIn(one) <= tall) ?? lowest;
  const thicknessOf = thicknessIn(flow);
  const scale = (n: number | null) => Math.max(least, thicknessOf(n ?? 0));
  const [left, right] = [stack(drawing.from, scale), stack(drawing.to, scale)];
  const height = heightIn(flow);
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const shift = (end: 'from' | 'to', id: string, n: number) => {
    const before = used[end].get(id) ?? 0;
    used[end].set(id, before + thicknessOf(n));
    return before;
  };
  const [x0, x1] = [side + bar, width - side - bar];
  return (
    <DrawnSheet width={width} height={height} title={title}>
      {drawing.links.map((link) => {
        const [a, b] = [left.at.get(link.from) ?? 0, right.at.get(link.to) ?? 0];
        const [y0, y1] = [a + shift('from', link.from, link.n), b + shift('to', link.to, link.n)];
        const thick = thicknessOf(link.n);
        const middle = (x0 + x1) / 2;
        return (
          <path
            key={`${link.from} ${link.to}`}
            className="ribbon"
            d={`M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}v${thick}C${middle} ${y1 + thick} ${middle} ${y0 + thick} ${x0} ${y0 + thick}z`}
          />
        );
      })}
      {(['from', 'to'] as const).map((end) =>
        drawing[end].map((node) => {
          const y = (end === 'from' ? left : right).at.get(node.id) ?? 0;
          const x = end === 'from' ? side : x1;
          const text = wrapText(node.title[language], side - 10, 13, 2);
          return (
            <g key={`${end}${node.id}`}>
              <rect
                className={node.n === null ? 'bar-missing' : 'bar-ink'}
                x={x}
                y={y}
                width={bar}
                height={scale(node.n)}
              />
              <DrawnText
                lines={[...text, node.n === null ? '—' : shownNumber(node.n, language)]}
                x={end === 'from' ? side - 8 : x1 + bar + 8}
                y={y + 12}
                size={13}
                leading={17}
                anchor={end === 'from' ? 'end' : 'start'}
                className="t1"
              />
            </g>
          );
        }),
      )}
    </DrawnSheet>
  );
}

type Nodes = DrawingOf<'streams'>['from'];

function sumOf(nodes: Nodes): number {
  return nodes.reduce((sum, { n }) => sum + (n ?? 0), 0);
}

function heightOf({ from, to }: DrawingOf<'streams'>, thicknessOf: (n: number) => number): number {
  const scale = (n: number | null) => Math.max(least, thicknessOf(n ?? 0));
  return Math.max(stack(from, scale).height, stack(to, scale).height) + 4;
}

function stack(nodes: Nodes, scale: (n: number | null) => number) {
  let y = 0;
  const at = new Map<string, number>();
  for (const node of nodes) {
    at.set(node.id, y);
    y += Math.max(scale(node.n), 52) + gap;
  }
  return { at, height: y };
}
