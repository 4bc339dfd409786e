// Indicators of villages and counties: the table of one set as a spreadsheet, who owns it and who has not
// entered yet, entries with their day and evidence, and the history of one cell.
import { z } from 'zod';
import { AreaCodeText, Bilingual, PlainDateText } from './page.ts';
import { route } from './route.ts';

const SetId = z.string().max(60);

const IndicatorSet = z.object({
  id: z.string(),
  title: Bilingual,
  subject: z.enum(['village', 'county']),
  verified: z.boolean(),
  note: Bilingual.nullable(),
  /** Null while the county enters it itself. */
  owner: z.object({ account: z.string(), name: z.string(), unit: z.string() }).nullable(),
  mayEnter: z.boolean(),
  /** Cells there are, and those that have a value. */
  cells: z.number().int(),
  entered: z.number().int(),
  lastOn: PlainDateText.nullable(),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;

const IndicatorColumn = z.object({
  id: z.string(),
  title: Bilingual,
  measure: Bilingual,
  unit: z.string(),
  unitWords: Bilingual,
  isJudged: z.boolean(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  verified: z.boolean(),
  note: Bilingual.nullable(),
});
export type IndicatorColumn = z.infer<typeof IndicatorColumn>;

const IndicatorCell = z.object({
  value: z.number(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  /** Whether it meets the limit; null where no limit was published. */
  holds: z.boolean().nullable(),
  asOf: PlainDateText,
  evidence: z.string(),
  by: z.string(),
});
export type IndicatorCell = z.infer<typeof IndicatorCell>;

export const IndicatorTable = z.object({
  sets: z.array(IndicatorSet),
  chosen: z
    .object({
      set: IndicatorSet,
      columns: z.array(IndicatorColumn),
      /** Titles of what the register counts by itself. */
      counted: z.array(Bilingual),
      rows: z.array(
        z.object({
          area: z.string(),
          name: z.string(),
          township: z.string(),
          cells: z.array(IndicatorCell.nullable()),
        }),
      ),
    })
    .nullable(),
  mayAssign: z.boolean(),
  /** Accounts of departments a set can be given to. */
  departments: z.array(z.object({ account: z.string(), name: z.string(), title: z.string() })),
});
export type IndicatorTable = z.infer<typeof IndicatorTable>;

export const getIndicators = route({
  method: 'GET',
  path: '/api/registry/indicators',
  summary: 'Sets of indicators of an area, who owns them, what is missing, and one set as a table',
  permission: 'registry.indicators',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), set: SetId.optional() }),
  output: IndicatorTable,
});

export const enterIndicators = route({
  method: 'PUT',
  path: '/api/registry/indicators',
  summary: 'Enters cells of one set, all of them or none, with the day and the evidence',
  permission: 'registry.indicate',
  area: 'body.area',
  audit: 'registry.enter-indicators',
  body: z.object({
    area: AreaCodeText,
    set: SetId,
    asOf: PlainDateText,
    evidence: z.string().trim().min(2).max(300),
    cells: z
      .array(
        z.object({
          area: AreaCodeText,
          indicator: z.string().max(60),
          /** As typed; empty takes the value back. */
          text: z.string().max(40),
        }),
      )
      .min(1)
      .max(6000),
  }),
  output: z.object({ saved: z.number().int(), unchanged: z.number().int() }),
});

export const listIndicatorEntries = route({
  method: 'GET',
  path: '/api/registry/indicators/entries',
  summary: 'Every entry one indicator of one village or county ever had, the newest first',
  permission: 'registry.indicators',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText, set: SetId, indicator: z.string().max(60) }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        value: z.number().nullable(),
        part: z.number().nullable(),
        whole: z.number().nullable(),
        asOf: PlainDateText,
        evidence: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

export const assignIndicators = route({
  method: 'PUT',
  path: '/api/registry/indicators/owner',
  summary: 'Says which department of the county enters a set of indicators',
  permission: 'registry.indicate',
  area: 'body.area',
  audit: 'registry.assign-indicators',
  body: z.object({ area: AreaCodeText, set: SetId, account: z.string().max(60) }),
  output: z.object({ account: z.string(), name: z.string(), unit: z.string() }),
});

export const downloadIndicators = route({
  method: 'GET',
  path: '/api/registry/indicators/file',
  summary: 'One set as a spreadsheet to fill in and hand back',
  permission: 'registry.indicators',
  area: 'query.area',
  audit: null,
  kind: 'download',
  query: z.object({ area: AreaCodeText.optional(), set: SetId }),
});
