// What a chart is made of, whatever it shows: panels, each one drawing with its table, definition and
// source. Texts are in both languages and numbers are bare, so that an approved version can be kept,
// hashed and compared; a number that counts something names the list behind it. No chart knows a pack.
import { z } from 'zod';

export const Words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof Words>;

export const chartUnits = [
  'household',
  'person',
  'item',
  'change',
  'day',
  'percent',
  'yuan',
  'village',
  'county',
  'mu',
  'perHousehold',
] as const;
export const ChartUnit = z.enum(chartUnits);
export type ChartUnit = z.infer<typeof ChartUnit>;

/** The list a number counted: its page, its area, its filter as the address carries it. */
export const Opens = z.object({
  page: z.enum(['households', 'cases', 'quality', 'helpers', 'explore/moved', 'money/lines']),
  area: z.string(),
  filter: z.record(z.string(), z.string()),
});
export type Opens = z.infer<typeof Opens>;

const opens = Opens.nullable().default(null);

export const ChartCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: Words }),
  /** `n` is null where nobody knows, or where it is hidden because it speaks of few. */
  z.object({
    kind: z.literal('number'),
    n: z.number().nullable(),
    hidden: z.boolean().optional(),
    opens,
  }),
  /** One household, opened by its id. */
  z.object({ kind: z.literal('household'), id: z.string(), text: Words }),
]);
export type ChartCell = z.infer<typeof ChartCell>;

export const ChartTable = z.object({
  columns: z.array(z.object({ title: Words, unit: ChartUnit.nullable() })),
  rows: z.array(
    z.object({ id: z.string(), total: z.boolean().default(false), cells: z.array(ChartCell) }),
  ),
});
export type ChartTable = z.infer<typeof ChartTable>;

const Tile = z.object({
  code: z.string(),
  name: z.string(),
  column: z.number().int(),
  row: z.number().int(),
  n: z.number(),
  /** What `n` is a share of. */
  of: z.number(),
  opens,
});

const Bar = z.object({
  label: Words,
  n: z.number().nullable(),
  /** What was planned or assigned; null where nothing was. */
  planned: z.number().nullable(),
  opens,
});

const Box = z.object({ title: Words, text: Words, verified: z.boolean() });

const FlowStep = z.object({
  title: Words,
  who: Words,
  /** Open cases at this step, and how many of them are late. */
  open: z.number(),
  late: z.number(),
  /** Null where no limit was published. */
  days: z.number().nullable(),
  /** The days are those a notice hangs at least. Versions kept before this was said have neither. */
  isPosted: z.boolean().optional(),
  inWorkdays: z.boolean().optional(),
  opens,
});

const Spell = z.object({
  title: Words,
  from: z.string(),
  to: z.string(),
  /** How much of it is done, 0 to 1; null where nobody knows. */
  done: z.number().nullable(),
  note: Words.nullable(),
});

export const ChartDrawing = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('tiles'),
    measure: Words,
    cuts: z.array(z.number()).length(4),
    tiles: z.array(Tile),
    note: Words,
  }),
  z.object({
    kind: z.literal('bars'),
    unit: ChartUnit,
    bars: z.array(Bar),
    /** What the bars and what their ticks stand for; versions kept before this was said have none. */
    says: z.object({ n: Words, planned: Words }).optional(),
  }),
  z.object({
    kind: z.literal('balance'),
    unit: ChartUnit,
    steps: z.array(
      z.object({
        label: Words,
        n: z.number(),
        /** What is there, what came in, what went out. */
        role: z.enum(['stock', 'in', 'out']),
        opens,
      }),
    ),
  }),
  z.object({
    kind: z.literal('tiers'),
    tiers: z.array(z.object({ title: Words, note: Words.nullable(), boxes: z.array(Box) })),
  }),
  z.object({
    kind: z.literal('flow'),
    lanes: z.array(
      z.object({ title: Words, verified: z.boolean(), steps: z.array(FlowStep), end: Words }),
    ),
  }),
  z.object({
    kind: z.literal('streams'),
    unit: ChartUnit,
    from: z.array(z.object({ id: z.string(), title: Words, n: z.number().nullable() })),
    to: z.array(z.object({ id: z.string(), title: Words, n: z.number().nullable() })),
    links: z.array(z.object({ from: z.string(), to: z.string(), n: z.number() })),
  }),
  z.object({
    kind: z.literal('spells'),
    from: z.string(),
    to: z.string(),
    today: z.string(),
    spells: z.array(Spell),
  }),
  z.object({
    kind: z.literal('matrix'),
    unit: ChartUnit,
    columns: z.array(Words),
    rows: z.array(
      z.object({
        title: Words,
        cells: z.array(z.object({ n: z.number().nullable(), opens })),
      }),
    ),
  }),
  z.object({
    kind: z.literal('lines'),
    unit: ChartUnit,
    /** What stands along the axis, evenly: months, years. */
    points: z.array(Words),
    lines: z.array(z.object({ title: Words, values: z.array(z.number().nullable()) })),
  }),
]);
export type ChartDrawing = z.infer<typeof ChartDrawing>;
export type DrawingOf<Kind extends ChartDrawing['kind']> = Extract<ChartDrawing, { kind: Kind }>;

export const ChartPanel = z.object({
  /** The kind of datum it is made of. */
  datum: z.string(),
  title: Words,
  drawing: ChartDrawing.nullable(),
  table: ChartTable.nullable(),
  /** What is counted, and how. */
  definition: Words,
  source: Words,
  verified: z.boolean(),
});
export type ChartPanel = z.infer<typeof ChartPanel>;

/** What a chart should show and cannot: nothing provides it here, or nothing of it was published. */
export const ChartGap = z.object({
  datum: z.string(),
  title: Words,
  why: Words,
  /** What a reader at a screen may do about it; nobody can do it to paper. */
  remedy: Words.optional(),
});
export type ChartGap = z.infer<typeof ChartGap>;

/** A number of the chart beside the number that was published of the same thing. */
export const ChartCheck = z.object({
  figure: z.string(),
  title: Words,
  unit: ChartUnit,
  live: z.number().nullable(),
  printed: z.string(),
  verdict: z.enum(['agrees', 'differs', 'cannot']),
  why: Words,
});
export type ChartCheck = z.infer<typeof ChartCheck>;

/** What an approval keeps: everything a reader sees, and nothing that changes by itself. */
export const ChartContent = z.object({
  title: Words,
  shows: Words,
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  panels: z.array(ChartPanel),
  gaps: z.array(ChartGap),
  checks: z.array(ChartCheck),
});
export type ChartContent = z.infer<typeof ChartContent>;
