// Rules about money as they stand: what is measured, of what, whether it is kept, and the lists behind.
import { z } from 'zod';
import { verdicts } from '#domain/funds/rules/standing.ts';
import { Amount } from './funds.ts';
import { CitedSource } from './funds-consolidation.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  Limit,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

const Year = z.coerce.number().int().min(2000).max(2100);

export const LimitStanding = z.object({
  id: z.string(),
  title: Bilingual,
  /** As the pack writes it: of shares in `percent`, of a split so many of `/3`, else yuan or times. */
  required: z.number().nullable(),
  unit: z.string(),
  requiredVerified: z.boolean(),
  numerator: FenNumber.nullable(),
  denominator: FenNumber.nullable(),
  /** Of the base, or how many times it; null where there is no base. */
  share: z.number().nullable(),
  verdict: z.enum(verdicts),
  /** What stands in the way of saying more. */
  missing: Bilingual.nullable(),
  /** What may still go elsewhere before the share is lost. */
  room: FenNumber.nullable(),
  /** How much money it lacks, or has too much of; null where that is not to be said. */
  shortBy: FenNumber.nullable(),
  /** Of a floor: how many are below it, of how many. */
  short: z.number().int().nullable(),
  of: z.number().int().nullable(),
  /** Its base stands in no book and is entered. */
  asksBase: z.boolean(),
  base: z.object({ amount: FenNumber, document: z.string(), by: z.string() }).nullable(),
});
export type LimitStanding = z.infer<typeof LimitStanding>;

export const RuleStanding = z.object({
  id: z.string(),
  kind: z.string(),
  kindTitle: Bilingual,
  title: Bilingual,
  measured: Bilingual,
  against: Bilingual.nullable(),
  note: Bilingual.nullable(),
  verified: z.boolean(),
  /** A posting that would lose it is refused. */
  isGuarded: z.boolean(),
  /** Money it means, to open its lines. */
  lines: z
    .object({
      stage: z.string(),
      source: z.string().nullable(),
      purpose: z.string().nullable(),
    })
    .nullable(),
  limits: z.array(LimitStanding),
});
export type RuleStanding = z.infer<typeof RuleStanding>;

/** A rule of another place as it was printed there, to see what could be written here. */
export const RuleExample = z.object({
  pack: z.string(),
  packTitle: Bilingual,
  id: z.string(),
  title: Bilingual,
  kindTitle: Bilingual,
  measured: Bilingual,
  against: Bilingual.nullable(),
  verified: z.boolean(),
  /** Each with its number and unit as people read them. */
  limits: z.array(z.object({ title: Bilingual, shown: Bilingual })),
  source: CitedSource.nullable(),
});
export type RuleExample = z.infer<typeof RuleExample>;

export const FundRules = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  year: z.number().int(),
  on: PlainDateText,
  rules: z.array(RuleStanding),
  /** Where the pack here has no rule: those of other places, in force there and not here. */
  examples: z.array(RuleExample),
  mayEnterBase: z.boolean(),
});
export type FundRules = z.infer<typeof FundRules>;

export const getFundRules = route({
  method: 'GET',
  path: '/api/funds/rules',
  summary: 'Rules about money of an area and a year, as they stand',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), year: Year.optional() }),
  output: FundRules,
});

export const listShortOfFloor = route({
  method: 'GET',
  path: '/api/funds/rules/:rule/short',
  summary: 'Villages or households below a floor, by code or number',
  permission: 'funds.read',
  area: 'query.area',
  audit: null,
  params: z.object({ rule: z.string().max(60) }),
  query: z.object({
    area: AreaCodeText.optional(),
    year: Year.optional(),
    limit: Limit,
    of: z.string().max(60),
    cursor: Cursor.optional(),
  }),
  output: pageOf(
    z.object({
      id: z.string().nullable(),
      code: z.string(),
      name: z.string(),
      amount: FenNumber,
    }),
  ),
});

export const enterRuleBase = route({
  method: 'POST',
  path: '/api/funds/rules/:rule/base',
  summary: 'Enters the base of a rule for a year, with the paper it stands in',
  permission: 'funds.approve',
  area: 'body.area',
  audit: 'funds.rule-base',
  params: z.object({ rule: z.string().max(60) }),
  body: z.strictObject({
    area: AreaCodeText,
    limit: z.string().max(60),
    year: z.number().int().min(2000).max(2100),
    amount: Amount,
    document: z.string().trim().min(1).max(120),
  }),
  output: z.object({ rule: z.string(), limit: z.string() }),
});
