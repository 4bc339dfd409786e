import type { FundFlow } from '#contract/funds-flow.ts';
import { otherProjects } from '#domain/funds/flow.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { DrawnLink } from '#web/ui/drawn-link.tsx';
import { bar, layFlow } from './flow-layout.ts';
import { type FlowParts, linesBehind } from './flow-search.ts';
import { flowTexts } from './flow-texts.ts';
import './flow.css';

type Column = FundFlow['columns'][number];

export function FlowPicture({
  flow,
  width,
  tall,
  opens = true,
}: {
  readonly flow: FundFlow;
  readonly width: number;
  /** How high the whole sum is drawn. */
  readonly tall?: number;
  /** False on a wall, where nothing can be pressed. */
  readonly opens?: boolean;
}) {
  const text = useText(flowTexts);
  const { nodes, ribbons, height } = layFlow(flow, width, tall);
  const titles = new Map(
    nodes.map((node) => [`${node.column} ${node.key}`, text.pick(node.title)]),
  );
  const next = (column: Column) => flow.columns[flow.columns.indexOf(column) + 1] ?? column;
  const last = flow.columns.length - 1;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const address = (parts: FlowParts) =>
    opens && parts.project !== otherProjects
      ? `/money/lines?${new URLSearchParams({ ...linesBehind(flow, parts) })}`
      : undefined;
  return (
    <svg
      className="flow"
      width={width}
      height={height + 24}
      viewBox={`0 -24 ${width} ${height + 24}`}
    >
      <title>{text('picture')}</title>
      {flow.columns.map((column, index) => (
        <text
          key={column}
          className="flow-quiet"
          x={index === last ? width : (index * (width - bar)) / Math.max(1, last)}
          y={-10}
          textAnchor={index === last ? 'end' : 'start'}
        >
          {text(`column_${column}`)}
        </text>
      ))}
      {ribbons.map((ribbon) => {
        const to = next(ribbon.column);
        const label = `${titles.get(`${ribbon.column} ${ribbon.from}`)} → ${titles.get(`${to} ${ribbon.to}`)} ${yuan(ribbon.amount)}`;
        return (
          <DrawnLink
            className="flow-link"
            key={`${ribbon.column} ${ribbon.from} ${ribbon.to}`}
            href={address({ [ribbon.column]: ribbon.from, [to]: ribbon.to })}
            label={label}
          >
            <path className="flow-ribbon" d={ribbon.path}>
              <title>{label}</title>
            </path>
          </DrawnLink>
        );
      })}
      {nodes.map((node) => {
        const x = node.anchor === 'end' ? node.x - 6 : node.x + bar + 6;
        return (
          <DrawnLink
            className="flow-link"
            key={`${node.column} ${node.key}`}
            href={address({ [node.column]: node.key })}
            label={`${text.pick(node.title)} ${yuan(node.amount)}`}
          >
            <rect className="flow-bar" x={node.x} y={node.y} width={bar} height={node.height} />
            <text className="flow-name" x={x} y={node.y + 13} textAnchor={node.anchor}>
              {text.pick(node.title)}
            </text>
            <text className="flow-quiet" x={x} y={node.y + 29} textAnchor={node.anchor}>
              {yuan(node.amount)}
            </text>
          </DrawnLink>
        );
      })}
    </svg>
  );
}
