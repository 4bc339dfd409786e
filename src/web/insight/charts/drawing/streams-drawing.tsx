// Money from its sources to its uses: two columns on one scale, ribbons between them, as thick at both ends as
// their money. What is not known is a hatched sliver with its name, never a guess.
import type { DrawingOf } from '#domain/insight/charts/chart-shape.ts';
import { shownNumber } from '#web/text/number.ts';
import type { DrawingProps } from './drawing-props.ts';
import { DrawnSheet, headHigh } from './drawn-sheet.tsx';
import { DrawnText } from './drawn-text.tsx';
import { wrapText } from './wrap-text.ts';

const bar = 14;
const gap = 14;
/** How high all that flows is drawn; lower only where paper has less room. */
const flows = [320, 240, 160, 90] as const;
const lowest = 40;
const leading = 17;
/** What is not known, and what is too little to be seen at its own height. */
const unknown = 22;
const sliver = 1.5;

export function StreamsDrawing({ drawing, width, language, title, tall }: DrawingProps<'streams'>) {
  const side = Math.max(96, Math.min(220, width * 0.28));
  const most = Math.max(1, sumOf(drawing.from), sumOf(drawing.to));
  const thicknessIn = (flow: number) => (n: number) => (n / most) * flow;
  const lay = (nodes: Nodes, flow: number) =>
    stack(
      nodes.map((node) => ({
        id: node.id,
        isKnown: node.n !== null,
        lines: [
          ...wrapText(node.title[language], side - 10, 13, 4),
          node.n === null ? '—' : shownNumber(node.n, language),
        ],
        high: heightOf(node.n, thicknessIn(flow)),
      })),
    );
  const heightIn = (flow: number) =>
    Math.max(lay(drawing.from, flow).height, lay(drawing.to, flow).height) + 4;
  const flow =
    flows.find((one) => tall === undefined || heightIn(one) + headHigh <= tall) ?? lowest;
  const high = thicknessIn(flow);
  const [left, right] = [lay(drawing.from, flow), lay(drawing.to, flow)];
  const height = heightIn(flow);
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const shift = (end: 'from' | 'to', id: string, n: number) => {
    const before = used[end].get(id) ?? 0;
    used[end].set(id, before + high(n));
    return before;
  };
  const [x0, x1] = [side + bar, width - side - bar];
  return (
    <DrawnSheet width={width} height={height} title={title} head={{ unit: drawing.unit, language }}>
      {drawing.links.map((link) => {
        const [a, b] = [left.at.get(link.from) ?? 0, right.at.get(link.to) ?? 0];
        const [y0, y1] = [a + shift('from', link.from, link.n), b + shift('to', link.to, link.n)];
        const thick = high(link.n);
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
        (end === 'from' ? left : right).nodes.map((node) => (
          <g key={`${end}${node.id}`}>
            <rect
              className={node.isKnown ? 'bar-ink' : 'bar-missing'}
              x={end === 'from' ? side : x1}
              y={node.y}
              width={bar}
              height={node.high}
            />
            <DrawnText
              lines={node.lines}
              x={end === 'from' ? side - 8 : x1 + bar + 8}
              y={node.y + 12}
              size={13}
              leading={leading}
              anchor={end === 'from' ? 'end' : 'start'}
              className="t1"
            />
          </g>
        )),
      )}
    </DrawnSheet>
  );
}

type Nodes = DrawingOf<'streams'>['from'];

function sumOf(nodes: Nodes): number {
  return nodes.reduce((sum, { n }) => sum + (n ?? 0), 0);
}

function heightOf(n: number | null, thicknessOf: (n: number) => number): number {
  if (n === null) return unknown;
  return n === 0 ? 0 : Math.max(sliver, thicknessOf(n));
}

/** One below the other: each as tall as its money or its name, whichever needs more. */
function stack<Node extends { id: string; high: number; lines: readonly string[] }>(
  nodes: readonly Node[],
) {
  let y = 0;
  const placed = nodes.map((node) => {
    const here = { ...node, y };
    y += Math.max(node.high, node.lines.length * leading) + gap;
    return here;
  });
  return { nodes: placed, at: new Map(placed.map((one) => [one.id, one.y])), height: y };
}
