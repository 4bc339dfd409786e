// Turns a household as plain values into the rows of every table it fills: sealed, keyed for search,
// with derived figures, yearly incomes and the events that brought it in. No SQL; the import and the
// demonstration prepare thousands of these and store them together (bulk.store.ts).
import { type Fen, fenToNumber } from '#domain/kernel/fen.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { isPresent } from '#domain/registry/derived.ts';
import type { EventChange, EventValue } from '#domain/registry/event.ts';
import { type FormField, householdFields, personFields } from '#domain/registry/form.ts';
import type { FieldValue, HouseholdRecord, PersonRecord } from '#domain/registry/household.ts';
import { incomeYears, type PeriodStartMonth } from '#domain/registry/income-year.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Secrets } from '#server/access/secrets.ts';
import { type Columns, columnsOf } from './form-row.ts';
import { figureColumns, headColumns, memberFacts } from './member-figures.ts';

export interface HouseholdRows {
  readonly household: Columns;
  readonly persons: readonly Columns[];
  readonly keys: readonly Columns[];
  readonly events: readonly Columns[];
  readonly incomeEntries: readonly Columns[];
  readonly incomeYears: readonly Columns[];
  readonly externalIds: readonly Columns[];
}

export interface RowContext {
  readonly secrets: Secrets;
  readonly today: PlainDate;
  /** First month of an income year; the calendar year when absent. */
  readonly periodStartMonth?: PeriodStartMonth;
  /** Version the stored household has, where this one replaces it. */
  readonly baseVersion?: number;
}

export function toHouseholdRows(record: HouseholdRecord, context: RowContext): HouseholdRows {
  const { secrets, today } = context;
  const startMonth = context.periodStartMonth ?? 1;
  const county = countyOfId(record.id);
  const area = String(record.values.areaCode ?? '');
  const owned = { county, household_id: record.id, area_code: area };
  const members = record.persons.map(memberFacts);
  const persons = record.persons.map(
    (person, index): Columns => ({
      ...personColumnsOf(person, index, owned, secrets),
      created_at: record.registration.recordedAt,
      changed_at: record.registration.recordedAt,
    }),
  );
  const years = incomeYears(
    (record.incomes ?? []).map((entry) => ({
      ...entry,
      amount: BigInt(entry.amountFen),
      reverses: null,
    })),
    members,
    { today, startMonth },
  );
  const latest = years.at(-1);
  const base = context.baseVersion ?? 0;
  const form = columnsOf(householdFields, record.values, secrets);
  const events = eventRows(record, { county, area, form, persons, base });
  const household: Columns = {
    ...form,
    ...headColumns(members, today),
    ...figureColumns(members, today),
    ...itemColumns(record.items),
    county,
    id: record.id,
    version: base + events.length,
    extras: record.extras === undefined ? null : JSON.stringify(record.extras),
    content_digest: record.contentDigest === undefined ? null : Buffer.from(record.contentDigest),
    created_at: record.registration.recordedAt,
    changed_at: record.registration.recordedAt,
    ...(latest === undefined
      ? {}
      : { income_year: latest.year, income_per_head_fen: fenOrNull(latest.perHead) }),
  };
  household.stage ??= 'SURVEYED';
  return {
    household,
    persons,
    keys: persons.flatMap((person, index) => {
      const member = members[index];
      const hash = person.identity_hash ?? null;
      if (hash === null || member === undefined || !isPresent(member, today)) return [];
      return [
        { identity_hash: hash, county, person_id: person.id ?? null, household_id: record.id },
      ];
    }),
    events,
    incomeEntries: (record.incomes ?? []).map((entry) => ({
      ...owned,
      id: entry.id,
      person_id: entry.person ?? null,
      year: entry.year,
      kind: entry.kind,
      amount_fen: entry.amountFen,
      note: entry.note ?? '',
      observed_from: entry.observedFrom ?? null,
      observed_to: entry.observedTo ?? null,
      source: record.registration.source,
      author: record.registration.author,
      recorded_at: record.registration.recordedAt,
      reverses: null,
    })),
    incomeYears: years.map((year) => ({
      ...owned,
      year: year.year,
      wage_fen: fenToNumber(year.wage),
      business_fen: fenToNumber(year.business),
      property_fen: fenToNumber(year.property),
      transfer_fen: fenToNumber(year.transfer),
      cost_fen: fenToNumber(year.cost),
      members: year.members,
      net_fen: fenToNumber(year.net),
      per_head_fen: fenOrNull(year.perHead),
    })),
    externalIds: (record.externalIds ?? []).map((external) => ({
      ...owned,
      person_id: external.person ?? null,
      system: external.system,
      value: external.value,
    })),
  };
}

function personColumnsOf(
  person: PersonRecord,
  index: number,
  owned: { county: number; household_id: string; area_code: string },
  secrets: Secrets,
): Columns {
  const name = String(person.values.name ?? '');
  return {
    ...columnsOf(personFields, person.values, secrets),
    ...owned,
    id: person.id,
    version: 1,
    position: index + 1,
    name,
    name_key: nameKeyOf(name),
    extras: person.extras === undefined ? null : JSON.stringify(person.extras),
  };
}

function itemColumns(items: HouseholdRecord['items']): Columns {
  const columns: Columns = {};
  for (const [slot, value] of Object.entries(items ?? {})) {
    columns[`item_${slot.padStart(2, '0')}`] = value;
  }
  return columns;
}

interface EventPlace {
  readonly county: number;
  readonly area: string;
  readonly form: Columns;
  readonly persons: readonly Columns[];
  readonly base: number;
}

function eventRows(record: HouseholdRecord, place: EventPlace): readonly Columns[] {
  const entered = { ...record.registration, changes: enteredOf(record, place), person: undefined };
  return [entered, ...(record.events ?? [])].map((event, index) => ({
    county: place.county,
    id: event.id,
    household_id: record.id,
    person_id: event.person ?? null,
    area_code: place.area,
    kind: event.kind,
    true_from: event.trueFrom,
    recorded_at: event.recordedAt,
    author: event.author,
    author_name: event.authorName,
    typist: event.typist ?? null,
    typist_name: event.typistName ?? null,
    source: event.source,
    reason: event.reason ?? '',
    base_version: place.base + index === 0 ? null : place.base + index,
    version: place.base + index + 1,
    changes: JSON.stringify(event.changes),
  }));
}

/** What registration entered: the values of the record with the later events taken back. */
function enteredOf(record: HouseholdRecord, place: EventPlace): readonly EventChange[] {
  const household = known(householdFields, record.values, place.form);
  const persons = new Map(
    record.persons.map((person, index) => {
      const columns = place.persons[index] ?? {};
      return [person.id as string, known(personFields, person.values, columns)];
    }),
  );
  for (const event of [...(record.events ?? [])].reverse()) {
    for (const change of [...event.changes].reverse()) {
      const values = change.person === undefined ? household : persons.get(change.person);
      if (values === undefined) continue;
      if (change.from === null) delete values[change.field];
      else values[change.field] = change.from;
    }
  }
  return [
    { entered: household },
    ...[...persons].map(([person, entered]) => ({ person, entered })),
  ];
}

/** Values somebody gave, sealed ones as their mask. */
function known(
  fields: readonly FormField[],
  values: Readonly<Partial<Record<string, FieldValue>>>,
  columns: Columns,
): Record<string, EventValue> {
  const given: Record<string, EventValue> = {};
  for (const field of fields) {
    const value = values[field.name] ?? null;
    if (value === null || field.derived === true) continue;
    if (field.type !== 'sealed') {
      given[field.name] = value;
      continue;
    }
    const mask = columns[`${field.column}_mask`];
    if (typeof mask === 'string') given[field.name] = { mask };
  }
  return given;
}

function fenOrNull(fen: Fen | undefined): number | null {
  return fen === undefined ? null : fenToNumber(fen);
}
