// What happened to a household, and what was true of it on a day by what had been recorded until
// another. Both are read from the events; the rows of today are not looked at.
import { z } from 'zod';
import type {
  EventView,
  getHouseholdAt,
  HouseholdAt,
  listEvents as ListEvents,
} from '#contract/registry-history.ts';
import type { FieldValues } from '#contract/registry-value.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { ageOn, type PlainDate, parsePlainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { deriveFigures, isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import { shownValue } from '#domain/registry/event.ts';
import {
  type FoldedHousehold,
  foldEvents,
  type HeldValues,
  isKnownAt,
} from '#domain/registry/fold-events.ts';
import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import { incomeYears } from '#domain/registry/income-year.ts';
import { noSuchDay } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { listEvents } from './event.store.ts';
import { eventView } from './event-view.ts';
import type { StoredHousehold } from './household.store.ts';
import { type IncomeEntryRow, listIncomeEntries } from './income.store.ts';
import { incomePeriodOf } from './income-period.ts';
import { memberFactsOf } from './member-figures.ts';
import { getReadable } from './read-guard.ts';

const Place = z.tuple([z.string(), z.number().int()]);

export async function listHouseholdEvents(
  context: Context,
  { params, query }: InputOf<typeof ListEvents>,
): Promise<OutputOf<typeof ListEvents>> {
  const { tx } = context;
  const household = await getReadable(context, params.id);
  const events = await listEvents(tx, household);
  const after = readCursor(query.cursor, Place);

  const names = namesOf(foldEvents(events));
  const wanted = [...events]
    .sort((left, right) => -inOrder(placeOf(left), placeOf(right)))
    .filter((event) => after === undefined || inOrder(placeOf(event), after) < 0)
    .map((event) => eventView(event, names))
    .filter((view) => query.field === undefined || touches(view, query.field));
  const { items, next } = pageFrom(wanted.slice(0, query.limit + 1), query.limit, placeOf);

  return { items: [...items], next };
}

export async function householdAt(
  context: Context,
  { params, query }: InputOf<typeof getHouseholdAt>,
): Promise<HouseholdAt> {
  const { tx, today, now } = context;
  const household = await getReadable(context, params.id);
  const events = await listEvents(tx, household);
  const trueOn = dayOf('trueOn', query.trueOn) ?? today;
  const knownDay = dayOf('knownAt', query.knownAt);
  const knownAt = knownDay === undefined ? undefined : endOfDay(knownDay);

  const state = foldEvents(events, { trueOn, knownAt });
  const facts = [...state.persons].map(([id, values], index) => ({
    id,
    values,
    facts: factsOf(values, index + 1),
  }));
  const present = facts.filter((person) => isPresent(person.facts, trueOn));
  const years = yearsAt(context, household, {
    ledger: await listIncomeEntries(tx, household),
    members: facts.map((person) => person.facts),
    trueOn,
    knownAt: knownAt ?? now,
  });
  const latest = years.at(-1);

  return {
    id: household.id,
    trueOn,
    knownAt: knownAt ?? now,
    existed: state.existed,
    values: {
      ...valuesAt(state.household, householdFields),
      ...deriveFigures(
        facts.map((person) => person.facts),
        trueOn,
        formRule,
      ),
      incomeYear: latest?.year ?? null,
      incomePerHead: latest?.perHeadFen ?? null,
    },
    members: present.map((person) => ({
      id: person.id,
      values: valuesAt(person.values, personFields),
      age: person.facts.birthDate === null ? null : ageOn(person.facts.birthDate, trueOn),
      isHead: person.facts.relation === formRule.head,
    })),
    incomeYears: years,
    events: { used: state.used, all: events.length },
  };
}

export function yearsAt(
  { platform, today }: Context,
  household: StoredHousehold,
  at: {
    readonly ledger: readonly IncomeEntryRow[];
    readonly members: readonly MemberFacts[];
    readonly trueOn: PlainDate;
    readonly knownAt: string;
  },
): HouseholdAt['incomeYears'] {
  const known = at.ledger.filter(
    (row) => isKnownAt(row.recordedAt, at.knownAt) && row.year <= yearOf(at.trueOn),
  );
  const entries = known.map((row) => ({
    id: row.id,
    year: row.year,
    kind: row.kind as Parameters<typeof incomeYears>[0][number]['kind'],
    amount: BigInt(row.amountFen),
    reverses: row.reverses,
  }));
  const startMonth = incomePeriodOf(platform.packs, household.area, today);
  return incomeYears(entries, at.members, { today: at.trueOn, startMonth }).map((year) => ({
    year: year.year,
    wageFen: fenToNumber(year.wage),
    businessFen: fenToNumber(year.business),
    propertyFen: fenToNumber(year.property),
    transferFen: fenToNumber(year.transfer),
    costFen: fenToNumber(year.cost),
    netFen: fenToNumber(year.net),
    members: year.members,
    perHeadFen: year.perHead === undefined ? null : fenToNumber(year.perHead),
  }));
}

/** Values a form shows, null where nothing was known. */
export function valuesAt(held: HeldValues, fields: readonly FormField[]): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) values[field.name] = shownValue(held.get(field.name)?.value);
  return values as FieldValues;
}

export function factsOf(held: HeldValues, position: number): MemberFacts {
  const values = Object.fromEntries([...held].map(([field, { value }]) => [field, value]));
  return memberFactsOf(values, position);
}

/** Everyone who was ever named, by the name they had last. */
export function namesOf({ persons }: FoldedHousehold): ReadonlyMap<string, string> {
  return new Map(
    [...persons].map(([id, values]) => [id, String(shownValue(values.get('name')?.value) ?? '')]),
  );
}

function touches(view: EventView, field: string): boolean {
  return view.changes.some((change) =>
    change.person === null
      ? change.field === field
      : `${change.person.id}.${change.field}` === field,
  );
}

type Truth = readonly [trueFrom: string, version: number];

function placeOf({ trueFrom, version }: { trueFrom: string; version: number }): Truth {
  return [trueFrom, version];
}

function inOrder(left: Truth, right: Truth): number {
  if (left[0] !== right[0]) return left[0] < right[0] ? -1 : 1;
  return left[1] - right[1];
}

function dayOf(path: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  return parsePlainDate(text) ?? refuse(noSuchDay, { path, day: text });
}

/** The last instant of a day in Asia/Shanghai, which keeps no summer time. */
export function endOfDay(day: PlainDate): string {
  return `${day}T15:59:59.999999Z`;
}
