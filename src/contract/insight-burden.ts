// What typing costs: how many fields each level was asked for in a year, by month, page and campaign; which
// were asked twice; what reports were made without typing; the budget, and what is about to be asked of it.
import { z } from 'zod';
import { burdenLevels } from '#domain/insight/burden/burden.ts';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const Level = z.enum(burdenLevels);
const Whole = z.number().int();

const Budget = z.object({
  /** Null where there is no limit. */
  fields: Whole.nullable(),
  rounds: Whole.nullable(),
  /** The pack's limit of rounds holds where the county set none. */
  roundsFrom: z.enum(['county', 'pack']).nullable(),
  by: z.string().nullable(),
  on: PlainDateText.nullable(),
  reason: z.string(),
});
export type Budget = z.infer<typeof Budget>;

export const BurdenView = z.object({
  area: z.object({ code: z.string(), name: z.string(), level: z.string() }),
  year: Whole,
  countedAt: z.string().nullable(),
  secondsPerField: Whole,
  goal: z.number(),
  levels: z.array(
    z.object({
      level: Level,
      units: Whole,
      entries: Whole,
      typed: Whole,
      again: Whole,
      hours: z.number(),
      begun: Whole,
      budget: Budget,
    }),
  ),
  months: z.array(z.object({ month: PlainDateText, typed: Whole, again: Whole })),
  pages: z.array(
    z.object({
      page: z.string(),
      title: Bilingual,
      counts: Bilingual,
      entries: Whole,
      typed: Whole,
      again: Whole,
    }),
  ),
  campaigns: z.array(
    z.object({
      id: IdText,
      title: z.string(),
      by: z.string(),
      begunOn: PlainDateText,
      typed: Whole,
      again: Whole,
    }),
  ),
  /** Values taken over from files, which nobody typed again. */
  imported: Whole,
  outputs: z.array(
    z.object({ kind: z.string(), title: Bilingual, outputs: Whole, cells: Whole, typed: Whole }),
  ),
  parts: z.array(z.object({ code: z.string(), name: z.string(), typed: Whole, again: Whole })),
  maySet: z.boolean(),
});
export type BurdenView = z.infer<typeof BurdenView>;

export const getBurden = route({
  method: 'GET',
  path: '/api/insight/burden',
  summary: 'Fields each level was asked for in a year, what was asked twice, what was generated',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), level: Level.optional() }),
  output: BurdenView,
});

export const AskedTwice = z.object({
  id: IdText,
  householdNo: z.string(),
  headName: z.string().nullable(),
  township: z.string(),
  village: z.string(),
  /** The member it is a value of; null for the household's own. */
  person: z.string().nullable(),
  level: Level,
  field: Bilingual,
  page: Bilingual,
  times: Whole,
  firstOn: PlainDateText,
  lastOn: PlainDateText,
  firstBy: z.string(),
  lastBy: z.string(),
});
export type AskedTwice = z.infer<typeof AskedTwice>;

export const listAskedTwice = route({
  method: 'GET',
  path: '/api/insight/burden/asked-twice',
  summary:
    'Fields one level was asked for twice of one household within the year, without a reason',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    level: Level.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(AskedTwice),
});

const Ask = z.object({
  level: Level,
  units: Whole,
  /** What it would add. */
  fields: Whole,
  hours: z.number(),
  rounds: Whole,
  /** What there was in the year so far. */
  typed: Whole,
  begun: Whole,
  budget: Budget,
  breaks: z.array(z.enum(['fields', 'rounds'])),
});
export type Ask = z.infer<typeof Ask>;

export const countAsk = route({
  method: 'GET',
  path: '/api/insight/burden/ask',
  summary:
    'What a campaign, a round of indicators or a task would ask of each level, against its budget',
  permission: 'insight.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    of: z.enum(['campaign', 'indicators', 'task']),
    process: z.string().max(60).optional(),
    /** Stages of the households a campaign checks, joined by commas. */
    stages: z.string().max(200).optional(),
    set: z.string().max(60).optional(),
    level: Level.optional(),
    /** Places or departments that a task is handed to. */
    places: z.coerce.number().int().min(1).max(5000).default(1),
    startOn: PlainDateText.optional(),
    dueOn: PlainDateText.optional(),
  }),
  output: z.object({ year: Whole, asks: z.array(Ask) }),
});

export const setBudget = route({
  method: 'PUT',
  path: '/api/insight/burden/budget',
  summary: 'How many fields and rounds a level of the county may be asked for in a year',
  permission: 'insight.budget',
  area: 'body.area',
  audit: 'insight.set-budget',
  body: z.object({
    area: AreaCodeText,
    level: Level,
    fields: z.number().int().min(0).max(100_000).nullable(),
    rounds: z.number().int().min(0).max(365).nullable(),
    reason: z.string().trim().min(2).max(300),
  }),
  output: Budget,
});
