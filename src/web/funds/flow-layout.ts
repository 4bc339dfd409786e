// Where nodes and ribbons of a flow stand: columns on one scale, so that a thickness means the same sum
// everywhere. Pure geometry; nothing is added up here.
import type { FundFlow } from '#contract/funds-flow.ts';

type Node = FundFlow['nodes'][number];
type Link = FundFlow['links'][number];

export interface PlacedNode extends Node {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Names stand right of their bar, in the last column left of it. */
  readonly anchor: 'start' | 'end';
}

export interface PlacedRibbon extends Link {
  readonly path: string;
}

export const bar = 12;
const gap = 10;
const slot = 34;
const usualHeight = 380;

export function layFlow(
  flow: Pick<FundFlow, 'columns' | 'nodes' | 'links' | 'total'>,
  width: number,
  tall = usualHeight,
): {
  readonly nodes: readonly PlacedNode[];
  readonly ribbons: readonly PlacedRibbon[];
  readonly height: number;
} {
  const scale = (amount: number) => (amount / Math.max(1, flow.total)) * tall;
  const step = (width - bar) / Math.max(1, flow.columns.length - 1);
  let height = 0;
  const nodes = flow.columns.flatMap((column, index) => {
    let y = 0;
    const own = flow.nodes
      .filter((node) => node.column === column)
      .map((node): PlacedNode => {
        const size = Math.max(2, scale(node.amount));
        const placed = {
          ...node,
          x: index * step,
          y,
          height: size,
          anchor: index === flow.columns.length - 1 ? ('end' as const) : ('start' as const),
        };
        y += Math.max(size, slot) + gap;
        return placed;
      });
    height = Math.max(height, y);
    return own;
  });
  return { nodes, ribbons: ribbonsOf(flow, nodes, scale), height };
}

function ribbonsOf(
  { columns, links }: Pick<FundFlow, 'columns' | 'links'>,
  nodes: readonly PlacedNode[],
  scale: (amount: number) => number,
): readonly PlacedRibbon[] {
  const at = new Map(nodes.map((node) => [`${node.column} ${node.key}`, node]));
  const used = new Map<string, number>();
  const shift = (key: string, thick: number) => {
    const before = used.get(key) ?? 0;
    used.set(key, before + thick);
    return before;
  };
  const next = (column: Link['column']) => columns[columns.indexOf(column) + 1];
  const rank = (link: Link) => at.get(`${next(link.column)} ${link.to}`)?.y ?? 0;
  const from = (link: Link) => at.get(`${link.column} ${link.from}`)?.y ?? 0;
  return [...links]
    .sort((left, right) => from(left) - from(right) || rank(left) - rank(right))
    .flatMap((link) => {
      const a = at.get(`${link.column} ${link.from}`);
      const b = at.get(`${next(link.column)} ${link.to}`);
      if (a === undefined || b === undefined) return [];
      const thick = scale(link.amount);
      const y0 = a.y + shift(`out ${link.column} ${link.from}`, thick);
      const y1 = b.y + shift(`in ${link.column} ${link.to}`, thick);
      const [x0, x1] = [a.x + bar, b.x];
      const middle = (x0 + x1) / 2;
      const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}v${thick}C${middle} ${y1 + thick} ${middle} ${y0 + thick} ${x0} ${y0 + thick}z`;
      return [{ ...link, path }];
    });
}
