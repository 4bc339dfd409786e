// Credit of households: how many are rated and how many of them have credit that counts, why others ask for
// no loan; and the mutual-aid associations of villages.
import { z } from 'zod';
import { creditShows } from '#domain/funds/loans/loan-shows.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  Limit,
  OneParams,
  Place,
  PlainDateText,
  pageOf,
  Words,
} from './page.ts';
import { route } from './route.ts';

const Code = z.string().min(1).max(60);

/** A share with the one the rules plan, in percent; null where there is none. */
const Planned = z.object({ actual: z.number().nullable(), planned: z.number().nullable() });

export const CreditSummary = z.object({
  area: Place,
  on: PlainDateText,
  registered: z.number().int(),
  rated: z.number().int(),
  /** Rated and good for something. */
  effective: z.number().int(),
  limits: FenNumber,
  coverage: Planned,
  effectiveRate: Planned,
  grades: z.array(z.object({ code: z.string(), title: Bilingual, households: z.number().int() })),
  /** Registered households that never asked for a loan. */
  /** Null to a bank: it sees who asked it, and not who asked another. */
  neverAsked: z.number().int().nullable(),
  unexplained: z.number().int().nullable(),
  silences: z.array(z.object({ code: z.string(), title: Bilingual, households: z.number().int() })),
  places: z.array(
    z.object({
      area: Place,
      registered: z.number().int(),
      rated: z.number().int(),
      effective: z.number().int(),
    }),
  ),
});
export type CreditSummary = z.infer<typeof CreditSummary>;

export const getCreditSummary = route({
  method: 'GET',
  path: '/api/funds/credit/summary',
  summary:
    'Households rated for credit against the plan, by grade and place, and why others ask for no loan',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: CreditSummary,
});

export const CreditLine = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  area: Place,
  grade: z.string().nullable(),
  gradeTitle: Bilingual.nullable(),
  limit: FenNumber.nullable(),
  gradedOn: PlainDateText.nullable(),
  reasonTitle: Bilingual.nullable(),
});
export type CreditLine = z.infer<typeof CreditLine>;

const CreditQuery = z.object({
  area: AreaCodeText.optional(),
  show: z.enum(creditShows).default('rated'),
  grade: Code.optional(),
  reason: Code.optional(),
});

export const listCredit = route({
  method: 'GET',
  path: '/api/funds/credit',
  summary: 'Households behind a number: rated or not, by grade, by why they ask for no loan',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: CreditQuery.extend({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(CreditLine),
});

export const sumListedCredit = route({
  method: 'GET',
  path: '/api/funds/credit/total',
  summary: 'Households behind a number all together: how many, and the sum of what they may borrow',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: CreditQuery,
  output: z.object({ households: z.number().int(), limit: FenNumber }),
});

const Credit = z.object({
  household: z.string(),
  grade: z
    .object({
      code: z.string(),
      title: Bilingual,
      limit: FenNumber,
      on: PlainDateText,
      by: z.string(),
    })
    .nullable(),
  silence: z.object({ code: z.string(), title: Bilingual, on: PlainDateText }).nullable(),
  grades: z.array(z.object({ code: z.string(), title: Bilingual })),
  reasons: z.array(z.object({ code: z.string(), title: Bilingual })),
  mayAct: z.boolean(),
});

export const getHouseholdCredit = route({
  method: 'GET',
  path: '/api/funds/households/:id/credit',
  summary: 'The credit grade of one household, or why it asks for no loan',
  permission: 'funds.own',
  area: 'row',
  audit: null,
  params: OneParams,
  output: Credit,
});
export type HouseholdCredit = z.infer<typeof Credit>;

export const gradeHousehold = route({
  method: 'POST',
  path: '/api/funds/households/:id/grade',
  summary: 'Rates a household for credit, by the grades of the rules',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.grade',
  params: OneParams,
  body: z.strictObject({
    grade: Code,
    limit: FenNumber.min(0).max(100_000_000),
    on: PlainDateText,
    words: Words,
  }),
  output: Credit,
});

export const explainSilence = route({
  method: 'POST',
  path: '/api/funds/households/:id/silence',
  summary: 'Says why a household asks for no loan, by the list of the rules',
  permission: 'funds.ask',
  area: 'row',
  audit: 'funds.silence',
  params: OneParams,
  body: z.strictObject({ reason: Code, on: PlainDateText, words: Words }),
  output: Credit,
});

export const Association = z.object({
  id: z.string(),
  village: Place,
  name: z.string(),
  foundedOn: PlainDateText,
  document: z.string(),
  members: z.number().int(),
  capital: FenNumber,
  /** Lent to members and not repaid. */
  owed: FenNumber,
});
export type Association = z.infer<typeof Association>;

export const listAssociations = route({
  method: 'GET',
  path: '/api/funds/associations',
  summary:
    'Mutual-aid associations of villages, and how many villages with registered households have one',
  permission: 'funds.loans',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    items: z.array(Association),
    /** Villages with registered households; of them with an association; by place one level down. */
    villages: z.number().int(),
    covered: z.number().int(),
    places: z.array(
      z.object({ area: Place, villages: z.number().int(), covered: z.number().int() }),
    ),
    mayEnter: z.boolean(),
  }),
});
export type Associations = z.infer<typeof listAssociations.output>;

export const enterAssociation = route({
  method: 'POST',
  path: '/api/funds/associations',
  summary: 'Enters the mutual-aid association of a village, or what has changed of it',
  permission: 'funds.ask',
  area: 'body.area',
  audit: 'funds.association',
  body: z.strictObject({
    area: AreaCodeText,
    name: z.string().trim().min(1).max(60),
    foundedOn: PlainDateText,
    document: z.string().trim().min(1).max(100),
    members: z.number().int().min(0).max(100_000),
    capital: FenNumber.min(0),
  }),
  output: z.object({ id: z.string() }),
});
