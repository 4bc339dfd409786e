// The register: lists and counts of households, the card of one, and the list as a file. Filters are
// the same for list, count and export, and every number of the overview names one of them. Only sorts
// with an index behind them are offered.
import { z } from 'zod';
import { AreaCodeText, Cursor, FenNumber, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { Conflict } from './registry-conflicts.ts';
import { IncomeYearView } from './registry-income.ts';
import {
  FieldValues,
  IncomeKind,
  Provenance,
  Stage,
  Testimony,
  Written,
} from './registry-value.ts';
import { route } from './route.ts';

const Code = z.string().max(60);
/** `none` finds the households of which nobody wrote it down. */
const CodeOrNone = z.union([z.literal('none'), Code]);
const YuanInteger = z.coerce.number().int().min(-1_000_000).max(100_000_000);

export const HouseholdFilter = z.object({
  area: AreaCodeText.optional(),
  /** Stages, separated by commas. */
  stage: z
    .string()
    .max(120)
    .refine((text) => text.split(',').every((part) => Stage.safeParse(part).success))
    .optional(),
  /** true: listed as poor, exited or not; false: surveyed only. */
  registered: z.stringbool().optional(),
  cause: CodeOrNone.optional(),
  attribute: CodeOrNone.optional(),
  measure: CodeOrNone.optional(),
  /** Income per head of the latest year, in whole yuan: from (inclusive), below (exclusive). */
  incomeFrom: YuanInteger.optional(),
  incomeBelow: YuanInteger.optional(),
  /** `true`: no income is known. */
  incomeUnknown: z.stringbool().optional(),
  membersFrom: z.coerce.number().int().min(0).max(99).optional(),
  membersTo: z.coerce.number().int().min(0).max(99).optional(),
  houseGrade: CodeOrNone.optional(),
  /** Class a review gave it, such as A, B or C. */
  helpClass: CodeOrNone.optional(),
  /** At least one present member of this ethnicity. */
  ethnicity: Code.optional(),
  /** Beginning of the head's name, its pinyin or initials, of the household number; or a whole identity number. */
  q: z.string().trim().max(60).optional(),
});
export type HouseholdFilter = z.infer<typeof HouseholdFilter>;

/** `householdNo`: village by village, by number. `name`: by pinyin of the head. */
export const HouseholdSort = z.enum(['householdNo', 'income', '-income', 'name']);
export type HouseholdSort = z.infer<typeof HouseholdSort>;

export const HouseholdRow = z.object({
  id: z.string(),
  householdNo: z.string(),
  areaCode: z.string(),
  /** Names as of today. */
  township: z.string(),
  village: z.string(),
  headName: z.string().nullable(),
  members: z.number().int(),
  stage: Stage,
  attribute: z.string().nullable(),
  primaryCause: z.string().nullable(),
  primaryMeasure: z.string().nullable(),
  helpClass: z.string().nullable(),
  incomePerHeadFen: FenNumber.nullable(),
  incomeYear: z.number().int().nullable(),
  houseGrade: z.string().nullable(),
  surveyedOn: PlainDateText.nullable(),
  listedOn: PlainDateText.nullable(),
  version: z.number().int(),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

export const listHouseholds = route({
  method: 'GET',
  path: '/api/registry/households',
  summary: 'Households of an area, filtered and sorted',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: HouseholdFilter.extend({
    sort: HouseholdSort.default('householdNo'),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(HouseholdRow),
});

export const countHouseholds = route({
  method: 'GET',
  path: '/api/registry/households/count',
  summary: 'How many households and persons a filter finds',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: HouseholdFilter,
  output: z.object({
    households: z.number().int(),
    persons: z.number().int(),
    /** True when counting stopped: there are more than these. */
    capped: z.boolean(),
  }),
});

/** Columns of the file: fields of the household, or `township` and `village`; persons add theirs as `person.<field>`. */
export const exportHouseholds = route({
  method: 'GET',
  path: '/api/registry/households/export',
  summary: 'The filtered list as .xlsx or .csv, sealed values masked',
  permission: 'registry.export',
  area: 'query.area',
  audit: 'registry.export',
  kind: 'download',
  query: HouseholdFilter.extend({
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    /** One row per household, or per present member with the household repeated. */
    rows: z.enum(['household', 'person']).default('household'),
    /** Column names separated by commas; the columns of the list when absent. */
    columns: z.string().max(3000).optional(),
  }),
});

export const MemberCard = z.object({
  id: z.string(),
  version: z.number().int(),
  /** Fields of the person; `identity` is the mask. */
  values: FieldValues,
  /** Completed years today, null where no birth date is known. */
  age: z.number().int().nullable(),
  isHead: z.boolean(),
  extras: z.record(z.string(), z.unknown()),
});
export type MemberCard = z.infer<typeof MemberCard>;

export const HouseholdCard = z.object({
  id: z.string(),
  version: z.number().int(),
  areaCode: z.string(),
  /** County, township, village and below, as named today. */
  path: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() })),
  stage: Stage,
  /** Every field of the form, derived figures included. */
  values: FieldValues,
  /** A pack's own items by slot number. */
  items: z.record(z.string(), z.number()),
  extras: z.record(z.string(), z.unknown()),
  /** Headings of the form: place, identification, people, income, house, land, living, organisation. */
  groups: z.array(z.object({ id: z.string(), fields: z.array(z.string()) })),
  /** Fields the application keeps from members or the ledger; nobody types them. */
  derived: z.array(z.string()),
  /** From survey to announcement. `on` is null where the day is unknown or still to come. */
  steps: z.array(
    z.object({
      stage: Stage,
      done: z.boolean(),
      on: PlainDateText.nullable(),
      event: z.string().nullable(),
    }),
  ),
  members: z.array(MemberCard),
  /** Who left: dead, married out, split off, moved. */
  former: z.array(MemberCard),
  incomeYears: z.array(IncomeYearView),
  conflicts: z.array(Conflict),
  externalIds: z.array(
    z.object({ system: z.string(), value: z.string(), person: z.string().nullable() }),
  ),
  /** By field of the household, and by `<person id>.<field>`. */
  provenance: z.record(z.string(), Provenance),
  latestChange: z
    .object({ event: z.string(), kind: z.string(), recordedAt: z.string(), authorName: z.string() })
    .nullable(),
});
export type HouseholdCard = z.infer<typeof HouseholdCard>;

export const HouseholdParams = z.object({ id: IdText });

export const getHousehold = route({
  method: 'GET',
  path: '/api/registry/households/:id',
  summary:
    'The card of one household: form, members, figures, steps, and where each value came from',
  permission: 'registry.read',
  area: 'row',
  audit: 'registry.open',
  params: HouseholdParams,
  output: HouseholdCard,
});

/** A person as typed: fields of the form by name; `identity` in plain characters. */
export const NewPerson = z.object({ id: IdText.optional(), values: FieldValues });

export const registerHousehold = route({
  method: 'POST',
  path: '/api/registry/households',
  summary: 'Register a household with its members',
  permission: 'registry.write',
  area: 'body.area',
  audit: 'registry.register',
  body: z.object({
    id: IdText.optional(),
    /** The village, or a hamlet or group in it, where the household lives. */
    area: AreaCodeText,
    /** Given by the village when absent. */
    householdNo: z.string().trim().min(1).max(40).optional(),
    values: FieldValues.default({}),
    persons: z.array(NewPerson).min(1).max(40),
    incomes: z
      .array(
        z.object({
          year: z.number().int().min(2000).max(2100),
          kind: IncomeKind,
          amountFen: FenNumber.min(0),
          note: z.string().trim().max(200).default(''),
        }),
      )
      .max(200)
      .default([]),
    ...Testimony,
  }),
  output: Written,
});
