// A panel on paper: whole, with its drawing beside its table, or the part of it that stands on one sheet.
import { createContext, useContext } from 'react';
import type { ChartContent, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import { useText } from '#web/text/catalogue.ts';
import { OnPaper } from '#web/ui/drawn-link.tsx';
import { type Portion, within } from './board-layout.ts';
import { ChartTable } from './chart-table.tsx';
import { ChartDrawing } from './drawing/chart-drawing.tsx';
import { chartTexts } from './texts.ts';

/** Between two panels side by side, and between a drawing and its table. */
const gutter = 36;

/** Panels in the order they are read: two narrow ones that follow each other stand side by side. */
export function stripsOf(panels: readonly ChartPanel[]): readonly (readonly number[])[] {
  const strips: number[][] = [];
  for (const [index, panel] of panels.entries()) {
    const before = strips.at(-1);
    const last = before?.length === 1 ? panels[index - 1] : undefined;
    if (before !== undefined && last !== undefined && isSlim(last) && isSlim(panel)) {
      before.push(index);
    } else strips.push([index]);
  }
  return strips;
}

/** Half a sheet holds it: few columns, a plain drawing. */
function isSlim({ drawing, table }: ChartPanel): boolean {
  const isPlain = drawing?.kind === 'bars' || drawing?.kind === 'balance';
  return isPlain && (table?.columns.length ?? 0) <= 3;
}

/** Drawings that say what their table says, at full width. */
const whole = new Set(['flow', 'tiers', 'matrix']);

/** The table that is printed; none where the drawing has it all. */
function printedTable({ drawing, table }: ChartPanel): ChartPanel['table'] {
  return drawing !== null && whole.has(drawing.kind) ? null : table;
}

/** How high a drawing may be that stands on a sheet of its own. */
export const TallestDrawing = createContext<number | undefined>(undefined);

interface StripProps {
  readonly panels: readonly ChartPanel[];
  readonly width: number;
}

export function BoardStrip({ panels, width }: StripProps) {
  const room = (width - gutter * (panels.length - 1)) / panels.length;
  return (
    <div
      className="board-strip"
      style={{ gridTemplateColumns: panels.map(() => `${room}px`).join(' '), gap: gutter }}
    >
      {panels.map((panel) => (
        <WholePanel key={panel.datum} panel={panel} width={room} />
      ))}
    </div>
  );
}

function WholePanel({ panel, width }: { readonly panel: ChartPanel; readonly width: number }) {
  const half = Math.floor(width * 0.46);
  const { drawing } = panel;
  const table = printedTable(panel);
  const isBeside = drawing !== null && table !== null;
  return (
    <section className="board-panel" style={{ gap: within }}>
      <PanelTitle panel={panel} isContinued={false} />
      <div
        className="board-beside"
        style={isBeside ? { gridTemplateColumns: `${half}px minmax(0, 1fr)`, gap: gutter } : {}}
      >
        <PanelDrawing panel={panel} width={isBeside ? half : width} />
        {table === null ? null : <PanelTable panel={panel} table={table} />}
      </div>
      <PanelNote panel={panel} />
    </section>
  );
}

interface PartProps {
  readonly panel: ChartPanel;
  readonly width: number;
  readonly portion: Extract<Portion, { kind: 'part' }> | undefined;
  readonly cuts?: readonly number[];
  readonly cutNames?: readonly string[];
  readonly columns?: readonly number[];
}

/** Without a portion all of it, to be measured. */
export function PartOfPanel(props: PartProps) {
  const { panel, width, portion, cuts = [], cutNames = [], columns = [] } = props;
  const table = printedTable(panel);
  const { pieces, rows, isLast = true, scale = 1 } = portion ?? {};
  const hasRows = rows === undefined || rows.to > rows.from;
  return (
    <section className="board-panel" style={{ gap: within }}>
      <PanelTitle
        panel={panel}
        isContinued={(pieces?.from ?? 0) + (rows?.from ?? 0) > 0}
        goesOn={pieces === undefined ? undefined : cutNames[pieces.from]}
      />
      {pieces === undefined ? (
        <PanelDrawing panel={panel} width={width} />
      ) : pieces.to === pieces.from ? null : (
        <PieceOfDrawing
          panel={panel}
          width={width}
          scale={scale}
          top={cuts[pieces.from] ?? 0}
          foot={cuts[pieces.to] ?? 0}
        />
      )}
      {table === null || !hasRows ? null : (
        <PanelTable
          panel={panel}
          table={{ ...table, rows: table.rows.slice(rows?.from, rows?.to) }}
          columns={columns}
        />
      )}
      {isLast ? <PanelNote panel={panel} /> : null}
    </section>
  );
}

/** The drawing seen through a window from one of its cuts to another. */
function PieceOfDrawing({
  top,
  foot,
  scale,
  ...drawn
}: {
  readonly panel: ChartPanel;
  readonly width: number;
  readonly top: number;
  readonly foot: number;
  readonly scale: number;
}) {
  return (
    <div className="board-window" style={{ height: foot - top, zoom: scale }}>
      <div style={{ marginTop: -top }}>
        <PanelDrawing {...drawn} />
      </div>
    </div>
  );
}

function PanelTitle({
  panel,
  isContinued,
  goesOn = '',
}: {
  readonly panel: ChartPanel;
  readonly isContinued: boolean;
  /** The name of what was begun on the sheet before. */
  readonly goesOn?: string | undefined;
}) {
  const text = useText(chartTexts);
  return (
    <h3>
      {text.pick(panel.title)}
      {isContinued ? text('boardContinued') : null}
      {goesOn === '' ? null : `${text.marks.colon}${goesOn}`}
      {panel.verified ? null : <span className="chip unknown">{text('unverified')}</span>}
    </h3>
  );
}

function PanelDrawing({ panel, width }: { readonly panel: ChartPanel; readonly width: number }) {
  const text = useText(chartTexts);
  const tall = useContext(TallestDrawing);
  if (panel.drawing === null) return null;
  return (
    <div className="board-drawing">
      <OnPaper value={true}>
        <ChartDrawing
          drawing={panel.drawing}
          width={Math.floor(width)}
          language={text.language}
          title={text.pick(panel.title)}
          partAddress={undefined}
          tall={tall}
        />
      </OnPaper>
    </div>
  );
}

function PanelTable({
  panel,
  table,
  columns,
}: {
  readonly panel: ChartPanel;
  readonly table: NonNullable<ChartPanel['table']>;
  readonly columns?: readonly number[];
}) {
  const text = useText(chartTexts);
  return (
    <ChartTable
      table={table}
      caption={text.pick(panel.title)}
      partAddress={undefined}
      isPaper
      widths={columns}
    />
  );
}

function PanelNote({ panel }: { readonly panel: ChartPanel }) {
  const text = useText(chartTexts);
  return (
    <p className="board-note">
      {text.pick(panel.definition)}
      {text.marks.gap}
      {text('source')}
      {text.marks.colon}
      {text.pick(panel.source)}
    </p>
  );
}

/** What the chart should show and cannot, with the reason; what a reader may do about it is said on screens. */
export function BoardGaps({ gaps }: Pick<ChartContent, 'gaps'>) {
  const text = useText(chartTexts);
  return gaps.map((gap) => (
    <p key={gap.datum} className="board-gap">
      <b>{text.pick(gap.title)}</b> {text.pick(gap.why)}
    </p>
  ));
}
