// A pivot as a panel like those of the charts: one drawing with its table, definition and source. Words of
// keys come from outside; where a number leads is said by whoever knows the lists.
import type {
  ChartDrawing,
  ChartPanel,
  ChartTable,
  ChartUnit,
  Opens,
  Words,
} from '../charts/chart-shape.ts';
import { both, textCell } from '../charts/chart-words.ts';
import { type DimensionId, dimensionTexts } from './dimensions.ts';
import type { ChartForm } from './forms.ts';
import type { Indicator } from './indicators.ts';
import type { Pivot, PivotValue } from './pivot.ts';

export interface PanelParts {
  readonly pivot: Pivot;
  readonly indicator: Indicator;
  readonly rows: DimensionId;
  readonly columns: DimensionId | undefined;
  readonly form: ChartForm;
  readonly title: Words;
  readonly word: (dimension: DimensionId, key: string) => Words;
  /** Undefined keys stand for totals. */
  readonly opens: (row: string | undefined, column: string | undefined) => Opens | null;
  readonly tiles: readonly {
    readonly code: string;
    readonly column: number;
    readonly row: number;
  }[];
  readonly tilesNote: Words;
  /** Said under what hides small numbers. */
  readonly maskNote: Words | undefined;
}

const wholeWords = both('合计', 'Total');

export function panelOf(parts: PanelParts): ChartPanel {
  const { indicator, title, maskNote } = parts;
  const definition =
    maskNote === undefined
      ? indicator.definition
      : both(
          `${indicator.definition.zh}${maskNote.zh}`,
          `${indicator.definition.en} ${maskNote.en}`,
        );
  return {
    datum: `explore.${indicator.id}`,
    title,
    drawing: drawingOf(parts),
    table: tableOf(parts),
    definition: { ...definition },
    source: { ...indicator.source },
    verified: true,
  };
}

export function unitOf({ unit }: Indicator): ChartUnit {
  return unit === 'mean' ? 'perHousehold' : unit;
}

function tableOf(parts: PanelParts): ChartTable {
  const { pivot, rows, columns, word, indicator, opens } = parts;
  const unit = unitOf(indicator);
  const number = (value: PivotValue | undefined, row?: string, column?: string) => ({
    kind: 'number' as const,
    n: value?.value ?? null,
    ...(value?.hidden === true ? { hidden: true } : {}),
    opens: value === undefined || value.n === 0 || value.hidden ? null : opens(row, column),
  });
  const heads =
    columns === undefined ? [indicator.title] : pivot.columns.map((key) => word(columns, key));
  const total = pivot.rowTotals === null ? [] : [wholeWords];
  const lines = pivot.rows.map((key, at) => ({
    id: rows === 'part' || rows === 'village' ? key : `${rows} ${key}`,
    total: false,
    cells: [
      textCell(word(rows, key)),
      ...(pivot.values[at] ?? []).map((value, column) =>
        number(value, key, columns === undefined ? undefined : pivot.columns[column]),
      ),
      ...(pivot.rowTotals === null ? [] : [number(pivot.rowTotals[at], key)]),
    ],
  }));
  const sums = pivot.columnTotals;
  const last =
    sums === null
      ? []
      : [
          {
            id: 'total',
            total: true,
            cells: [
              textCell(wholeWords),
              ...(columns === undefined
                ? [number(pivot.total ?? undefined)]
                : sums.map((value, at) => number(value, undefined, pivot.columns[at]))),
              ...(columns === undefined || pivot.rowTotals === null
                ? []
                : [number(pivot.total ?? undefined)]),
            ],
          },
        ];
  return {
    columns: [
      { title: { ...dimensionTexts[rows].title }, unit: null },
      ...[...heads, ...total].map((head) => ({ title: { ...head }, unit })),
    ],
    rows: [...lines, ...last],
  };
}

function drawingOf(parts: PanelParts): ChartDrawing | null {
  const { pivot, rows, columns, form, word, indicator, opens } = parts;
  const unit = unitOf(indicator);
  const first = (at: number) => pivot.values[at]?.[0];
  const leads = (value: PivotValue | undefined, row: string, column?: string) =>
    value === undefined || value.n === 0 || value.hidden ? null : opens(row, column);
  switch (form) {
    case 'table':
      return null;
    case 'bars':
      return {
        kind: 'bars',
        unit,
        bars: pivot.rows.map((key, at) => ({
          label: word(rows, key),
          n: first(at)?.value ?? null,
          planned: null,
          opens: leads(first(at), key),
        })),
      };
    case 'tiles':
      return tilesOf(parts);
    case 'lines':
      return {
        kind: 'lines',
        unit,
        points: pivot.rows.map((key) => word(rows, key)),
        lines: pivot.columns.map((key, column) => ({
          title: columns === undefined ? { ...indicator.title } : word(columns, key),
          values: pivot.rows.map((_, row) => pivot.values[row]?.[column]?.value ?? null),
        })),
      };
    case 'matrix':
      return {
        kind: 'matrix',
        unit,
        columns: pivot.columns.map((key) =>
          columns === undefined ? indicator.title : word(columns, key),
        ),
        rows: pivot.rows.map((key, row) => ({
          title: word(rows, key),
          cells: pivot.columns.map((column, at) => ({
            n: pivot.values[row]?.[at]?.value ?? null,
            opens: leads(pivot.values[row]?.[at], key, column),
          })),
        })),
      };
  }
}

/** Equal tiles, cut at every fifth of a round number above the largest share, so that two days compare. */
function tilesOf({ pivot, tiles, tilesNote, word, indicator, opens }: PanelParts): ChartDrawing {
  const largest = Math.max(...pivot.values.map(([value]) => (value?.value ?? 0) / 100));
  const top = [0.05, 0.1, 0.2, 0.5].find((one) => largest <= one) ?? 1;
  return {
    kind: 'tiles',
    measure: { ...indicator.title },
    cuts: [1, 2, 3, 4].map((fifth) => Number(((top * fifth) / 5).toFixed(2))),
    tiles: tiles.flatMap(({ code, column, row }) => {
      const at = pivot.rows.indexOf(code);
      const value = pivot.values[at]?.[0];
      // What is hidden has no tile at all.
      if (value?.value == null) return [];
      return [
        {
          code,
          name: word('part', code).zh,
          column,
          row,
          n: value.n,
          of: value.of,
          opens: value.n === 0 ? null : opens(code, undefined),
        },
      ];
    }),
    note: { ...tilesNote },
  };
}
