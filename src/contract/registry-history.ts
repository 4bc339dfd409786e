// What happened to a household, what was true or known on a day, and the plain text of a sealed value
// for somebody who says what for.
import { z } from 'zod';
import { Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { HouseholdParams, MemberCard } from './registry-households.ts';
import { IncomeYearView } from './registry-income.ts';
import { FieldType, FieldValue, FieldValues } from './registry-value.ts';
import { route } from './route.ts';

export const EventView = z.object({
  id: z.string(),
  /** household.registered, person.joined, household.changed … : keys of the message catalogue. */
  kind: z.string(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  trueFrom: PlainDateText,
  recordedAt: z.string(),
  authorName: z.string(),
  /** Set where somebody typed it for the author. */
  typistName: z.string().nullable(),
  source: z.string(),
  reason: z.string(),
  /** Version of the household this event made. */
  version: z.number().int(),
  changes: z.array(
    z.object({
      field: z.string(),
      person: z.object({ id: z.string(), name: z.string() }).nullable(),
      type: FieldType,
      /** Code list of the pack, to label `from` and `to`. */
      list: z.string().nullable(),
      unit: z.string().nullable(),
      from: FieldValue,
      to: FieldValue,
      observedOn: PlainDateText.nullable(),
      source: z.string().nullable(),
    }),
  ),
  /** Money entered or reversed in the ledger. */
  income: z
    .object({
      entry: z.string(),
      year: z.number().int(),
      kind: z.string(),
      amountFen: z.number().int(),
    })
    .nullable(),
});
export type EventView = z.infer<typeof EventView>;

export const listEvents = route({
  method: 'GET',
  path: '/api/registry/households/:id/events',
  summary: 'Timeline of a household, what is true latest first',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  query: z.object({
    /** Only events that touched this field; `<person id>.<field>` for a member. */
    field: z.string().max(120).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(EventView),
});

export const HouseholdAt = z.object({
  id: z.string(),
  trueOn: PlainDateText,
  /** End of what counts as known, an instant. */
  knownAt: z.string(),
  /** False where nothing was known of the household by then, or nothing was true yet. */
  existed: z.boolean(),
  values: FieldValues,
  members: z.array(MemberCard.omit({ version: true, extras: true })),
  incomeYears: z.array(IncomeYearView),
  /** Events that made this state, of all that are recorded now. */
  events: z.object({ used: z.number().int(), all: z.number().int() }),
});
export type HouseholdAt = z.infer<typeof HouseholdAt>;

export const getHouseholdAt = route({
  method: 'GET',
  path: '/api/registry/households/:id/at',
  summary: 'The household as it was on a day, by what was known by another day',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  query: z.object({
    /** Today when absent. */
    trueOn: PlainDateText.optional(),
    /** What had been recorded by the end of this day in Asia/Shanghai; everything when absent. */
    knownAt: PlainDateText.optional(),
  }),
  output: HouseholdAt,
});

export const unmaskValue = route({
  method: 'POST',
  path: '/api/registry/households/:id/unmask',
  summary: 'The plain text of one sealed value; who, which and what for go into the audit trail',
  permission: 'registry.unmask',
  area: 'row',
  audit: 'registry.unmask',
  params: HouseholdParams,
  body: z.object({
    field: z.enum(['identity', 'phone', 'bankAccount']),
    /** Whose identity number. */
    person: IdText.optional(),
    purpose: z.string().trim().min(4).max(200),
  }),
  output: z.object({ value: z.string() }),
});
