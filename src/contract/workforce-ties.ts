// Ties of firms and co-operatives to households: which unit leads whom and how, counted place by place, with
// each household once; the list as a sheet, in and out.
import { z } from 'zod';
import { tieWays } from '#domain/workforce/tie.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  HouseholdNoText,
  IdText,
  Limit,
  OneParams,
  PlainDateText,
  pageOf,
  Words,
} from './page.ts';
import { route } from './route.ts';
import { Unit } from './workforce-organisation.ts';

const Way = z.enum(tieWays);

const WayCount = z.object({
  way: Way,
  title: Bilingual,
  ties: z.number().int(),
  households: z.number().int(),
  yearlyFen: FenNumber,
});

const PlaceCount = z.object({
  code: z.string(),
  name: z.string(),
  /** Each household once. */
  households: z.number().int(),
  ties: z.number().int(),
});

export const Ties = z.object({
  registered: z.number().int(),
  households: z.number().int(),
  ties: z.number().int(),
  units: z.number().int(),
  sentence: Bilingual,
  ways: z.array(WayCount),
  byArea: z.array(PlaceCount.extend({ registered: z.number().int() })),
  mayManage: z.boolean(),
});
export type Ties = z.infer<typeof Ties>;

export const getTies = route({
  method: 'GET',
  path: '/api/workforce/ties',
  summary: 'Households led by firms and co-operatives, each once, by way and one level below',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Ties,
});

export const UnitPage = z.object({
  unit: Unit,
  /** Whose households are shown: the reader's area in the county of the unit. */
  area: z.string(),
  households: z.number().int(),
  ties: z.number().int(),
  persons: z.number().int(),
  ways: z.array(WayCount),
  byVillage: z.array(PlaceCount.extend({ township: z.string() })),
  /** What became of the incomes of those led, by the register; null where two years are known of nobody. */
  gain: z
    .object({
      year: z.number().int(),
      households: z.number().int(),
      beforeFen: FenNumber,
      nowFen: FenNumber,
      gainFen: FenNumber,
      method: Bilingual,
    })
    .nullable(),
  mayManage: z.boolean(),
});
export type UnitPage = z.infer<typeof UnitPage>;

export const getUnit = route({
  method: 'GET',
  path: '/api/workforce/units/:id',
  summary: 'One unit: whom it leads, how, in which villages, and what became of their incomes',
  permission: 'workforce.read',
  area: 'row',
  audit: null,
  params: OneParams,
  output: UnitPage,
});

export const TieRow = z.object({
  id: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  township: z.string(),
  village: z.string(),
  way: Way,
  yearlyFen: FenNumber.nullable(),
  terms: z.string(),
  from: PlainDateText,
});
export type TieRow = z.infer<typeof TieRow>;

export const listTies = route({
  method: 'GET',
  path: '/api/workforce/units/:id/ties',
  summary: 'Households a unit leads, place by place',
  permission: 'workforce.read',
  area: 'row',
  audit: null,
  params: OneParams,
  query: z.object({ area: AreaCodeText.optional(), cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(TieRow),
});

export const enterTie = route({
  method: 'POST',
  path: '/api/workforce/units/:id/ties',
  summary: 'Enters that a unit leads a household, and how',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.enter-tie',
  params: OneParams,
  body: z.object({
    householdNo: HouseholdNoText.min(1),
    way: Way,
    yearlyFen: FenNumber.min(0).optional(),
    terms: Words,
    from: PlainDateText,
  }),
  output: z.object({ id: z.string() }),
});

export const endTie = route({
  method: 'POST',
  path: '/api/workforce/ties/:id/end',
  summary: 'Enters that a unit leads a household no longer',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.end-tie',
  params: OneParams,
  body: z.object({ on: PlainDateText, reason: z.string().trim().min(1).max(200) }),
  output: z.object({ id: z.string() }),
});

export const tieSheet = route({
  method: 'GET',
  path: '/api/workforce/ties/file',
  summary: 'Ties of an area or of one unit as .xlsx, which is also the sheet they are entered by',
  permission: 'workforce.read',
  area: 'query.area',
  audit: 'workforce.export-ties',
  kind: 'download',
  query: z.object({ area: AreaCodeText.optional(), unit: IdText.optional() }),
});

export const importTies = route({
  method: 'POST',
  path: '/api/workforce/ties/file',
  summary: 'Enters ties from a sheet; rows that cannot be taken come back with their reasons',
  permission: 'workforce.manage',
  area: 'query.area',
  audit: 'workforce.import-ties',
  kind: 'upload',
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    entered: z.number().int(),
    refused: z.array(
      z.object({ row: z.number().int(), householdNo: z.string(), why: z.array(Bilingual) }),
    ),
  }),
});
export type ImportedTies = z.infer<typeof importTies.output>;
