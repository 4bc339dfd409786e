// Helpers: who they are, how many households their rank gives them, who is covered and who is not.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const helperKinds = [
  'cadre',
  'partyDelegate',
  'congressDeputy',
  'consultativeMember',
  'firm',
] as const;

export const helperFilters = ['all', 'room', 'over', 'idle', 'away'] as const;

const Short = z.string().trim().min(1).max(60);
export const Reason = z.string().trim().min(1).max(500);

export const HelperRow = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(helperKinds),
  rank: z.string(),
  rankTitle: Bilingual,
  unit: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Where they are posted. */
  areaCode: z.string(),
  areaName: z.string(),
  households: z.number().int(),
  /** Households of their rank; null where the rules give none. */
  quota: z.number().int().nullable(),
  awayFrom: PlainDateText.nullable(),
  awayTo: PlainDateText.nullable(),
  standIn: z.string().nullable(),
  isAway: z.boolean(),
});
export type HelperRow = z.infer<typeof HelperRow>;

const Rule = z.object({ title: Bilingual, verified: z.boolean() });

const Missing = z.object({
  households: z.number().int(),
  byRank: z.array(z.object({ rank: z.string(), title: Bilingual, helpers: z.number().int() })),
});

const Covered = z.object({
  households: z.number().int(),
  persons: z.number().int(),
  covered: z.number().int(),
  coveredPersons: z.number().int(),
  /** Of those covered: by somebody who stands in for a helper on leave. */
  standIn: z.number().int(),
  /** Not covered: nobody was ever named, or the helper is on leave without a stand-in. */
  none: z.number().int(),
  away: z.number().int(),
});

export const getCoverage = route({
  method: 'GET',
  path: '/api/workforce/coverage',
  summary: 'Households with and without a helper, and the capacity of the helpers by rank',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: Covered.extend({
    area: z.string(),
    rule: Rule.nullable(),
    /** One level below, worst first. */
    byArea: z.array(Covered.extend({ code: z.string(), name: z.string() })),
    ranks: z.array(
      z.object({
        rank: z.string(),
        title: Bilingual,
        quota: z.number().int().nullable(),
        helpers: z.number().int(),
        capacity: z.number().int(),
        households: z.number().int(),
        over: z.number().int(),
        away: z.number().int(),
      }),
    ),
    capacity: z.number().int(),
    /** What is lacking when all room is used; null when there is enough. */
    missing: Missing.nullable(),
    offered: z.number().int(),
  }),
});
export type Coverage = z.infer<typeof getCoverage.output>;

export const listHelpers = route({
  method: 'GET',
  path: '/api/workforce/helpers',
  summary: 'Helpers posted in an area, by name',
  permission: 'workforce.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    show: z.enum(helperFilters).default('all'),
    rank: z.string().max(60).optional(),
    unit: IdText.optional(),
    name: z.string().trim().max(30).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(HelperRow),
});

const HelperFields = {
  name: z.string().trim().min(1).max(40),
  title: z.string().trim().max(60),
  kind: z.enum(helperKinds),
  rank: Short,
  unit: IdText.nullable(),
  area: AreaCodeText,
  force: z.string().max(60).nullable(),
  /** Codes of the list of peoples: whose language they speak besides Mandarin. */
  languages: z.array(z.string().max(30)).max(10),
  homeVillage: AreaCodeText.nullable(),
  /** Username of an account with the role of a helper. */
  account: z.string().trim().max(60).nullable(),
} as const;

export const addHelper = route({
  method: 'POST',
  path: '/api/workforce/helpers',
  summary: 'Enters a helper',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.enter',
  body: z.object({
    ...HelperFields,
    title: HelperFields.title.default(''),
    kind: HelperFields.kind.default('cadre'),
    unit: HelperFields.unit.default(null),
    force: HelperFields.force.default(null),
    languages: HelperFields.languages.default([]),
    homeVillage: HelperFields.homeVillage.default(null),
    account: HelperFields.account.default(null),
  }),
  output: z.object({ id: z.string() }),
});

const HelpedRow = z.object({
  pairing: z.string(),
  household: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  members: z.number().int(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  from: PlainDateText,
  lastVisitOn: PlainDateText.nullable(),
  dueOn: PlainDateText.nullable(),
  lateDays: z.number().int(),
  /** Looked after for somebody on leave. */
  forName: z.string().nullable(),
  offeredTo: z.string().nullable(),
});
export type HelpedRow = z.infer<typeof HelpedRow>;

export const HandoverRow = z.object({
  id: z.string(),
  household: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  offeredOn: PlainDateText,
  offeredBy: z.string(),
  mayAnswer: z.boolean(),
});
export type HandoverRow = z.infer<typeof HandoverRow>;

const HelperParams = z.object({ id: IdText });

export const Helper = HelperRow.extend({
  force: z.string().nullable(),
  forceTitle: Bilingual.nullable(),
  languages: z.array(z.object({ code: z.string(), title: Bilingual })),
  homeVillage: z.object({ code: z.string(), name: z.string() }).nullable(),
  account: z.string().nullable(),
  joinedOn: PlainDateText,
  leftOn: PlainDateText.nullable(),
  kin: z.array(z.object({ household: z.string(), headName: z.string().nullable() })),
  helped: z.array(HelpedRow),
  offers: z.array(HandoverRow),
  rule: Rule.nullable(),
  visitRule: Rule.nullable(),
  mayManage: z.boolean(),
});
export type Helper = z.infer<typeof Helper>;

export const getHelper = route({
  method: 'GET',
  path: '/api/workforce/helpers/:id',
  summary: 'One helper: their households with what is due, and what is offered to them',
  permission: 'workforce.own',
  area: 'row',
  audit: null,
  params: HelperParams,
  output: Helper,
});

export const changeHelper = route({
  method: 'PATCH',
  path: '/api/workforce/helpers/:id',
  summary: 'Changes a helper; who belongs to another place is posted there',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.change',
  params: HelperParams,
  body: z.object({ version: z.number().int(), ...z.object(HelperFields).partial().shape }),
  output: Helper,
});

export const setKin = route({
  method: 'PUT',
  path: '/api/workforce/helpers/:id/kin',
  summary: 'Households a helper may not have, being kin',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.kin',
  params: HelperParams,
  body: z.object({ households: z.array(IdText).max(40) }),
  output: Helper,
});

export const giveLeave = route({
  method: 'POST',
  path: '/api/workforce/helpers/:id/leave',
  summary: 'A helper is away for a time, with or without somebody who stands in',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.leave',
  params: HelperParams,
  body: z.object({
    from: PlainDateText,
    to: PlainDateText.nullable().default(null),
    standIn: IdText.nullable().default(null),
  }),
  output: Helper,
});

export const endLeave = route({
  method: 'POST',
  path: '/api/workforce/helpers/:id/return',
  summary: 'A helper is back and answers for their households again',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.return',
  params: HelperParams,
  output: Helper,
});

export const departHelper = route({
  method: 'POST',
  path: '/api/workforce/helpers/:id/departure',
  summary:
    'A helper leaves for good: households are offered to the successor, or stand without one',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.depart',
  params: HelperParams,
  body: z.object({ reason: Reason, successor: IdText.nullable().default(null) }),
  output: Helper,
});
