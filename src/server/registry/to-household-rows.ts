// Turns a household as plain values into the rows of every table it fills: sealed, keyed for search,
// with derived figures, yearly incomes and the events that brought it in. No SQL; the import and the
// demonstration prepare thousands of these and store them together (bulk.store.ts). A row is a list in
// the order of `rowColumns`, because a county's import makes a quarter of a million of them.
import { type Fen, fenToNumber } from '#domain/kernel/fen.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { householdFields, itemColumn, itemSlots, personFields } from '#domain/registry/form.ts';
import type { HouseholdRecord, IncomeRecord } from '#domain/registry/household.ts';
import {
  incomeYears,
  type PeriodStartMonth,
  type YearFigures,
} from '#domain/registry/income-year.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { CopyItem, CopyRow, CopyValue } from '#server/database/copy-rows.ts';
import { householdColumns, personColumns, pushForm } from './form-row.ts';
import { figureColumnNames, figuresOf, memberFacts } from './member-figures.ts';
import { type EventPlace, registrationRows } from './registration-rows.ts';

const itemNames = Array.from({ length: itemSlots }, (_, index) => itemColumn(index + 1));
const derivedColumns = new Set<string>(figureColumnNames);
/** Form columns somebody enters or the ledger gives; those that follow from members come after. */
const enteredFields = householdFields.filter((field) => !derivedColumns.has(field.column));

export const rowColumns = {
  household: [
    'county',
    'id',
    'version',
    'created_at',
    'changed_at',
    'content_digest',
    'extras',
    ...householdColumns.filter((column) => !derivedColumns.has(column)),
    ...figureColumnNames,
    ...itemNames,
  ],
  persons: [
    'county',
    'id',
    'household_id',
    'area_code',
    'position',
    'name_key',
    'extras',
    'created_at',
    'changed_at',
    ...personColumns,
  ],
  keys: ['identity_hash', 'county', 'person_id', 'household_id'],
  events: [
    'county',
    'id',
    'household_id',
    'person_id',
    'area_code',
    'kind',
    'true_from',
    'recorded_at',
    'author',
    'author_name',
    'typist',
    'typist_name',
    'source',
    'reason',
    'base_version',
    'version',
    'changes',
  ],
  incomeEntries: [
    'county',
    'household_id',
    'area_code',
    'id',
    'person_id',
    'year',
    'kind',
    'amount_fen',
    'note',
    'observed_from',
    'observed_to',
    'source',
    'author',
    'recorded_at',
    'reverses',
  ],
  incomeYears: [
    'county',
    'household_id',
    'area_code',
    'year',
    'wage_fen',
    'business_fen',
    'property_fen',
    'transfer_fen',
    'cost_fen',
    'members',
    'net_fen',
    'per_head_fen',
  ],
  externalIds: ['county', 'household_id', 'area_code', 'person_id', 'system', 'value'],
} as const satisfies Record<string, readonly string[]>;

export interface HouseholdRows {
  readonly household: CopyItem;
  readonly persons: readonly CopyItem[];
  readonly keys: readonly CopyItem[];
  readonly events: readonly CopyItem[];
  readonly incomeEntries: readonly CopyItem[];
  readonly incomeYears: readonly CopyItem[];
  readonly externalIds: readonly CopyItem[];
}

export interface RowContext {
  readonly secrets: Secrets;
  readonly today: PlainDate;
  /** First month of an income year; the calendar year when absent. */
  readonly periodStartMonth?: PeriodStartMonth;
}

const hashAt = rowColumns.persons.indexOf('identity_hash');

/** A household as its rows say it: values are plain, or sealed already where they come from rows. */
export interface RowSource {
  readonly id: string;
  readonly values: Readonly<Partial<Record<string, EventValue>>>;
  readonly items?: Readonly<Record<string, number>>;
  readonly extras?: Readonly<Record<string, unknown>>;
  readonly contentDigest?: Uint8Array;
  readonly persons: readonly {
    readonly id: string;
    readonly values: Readonly<Partial<Record<string, EventValue>>>;
    readonly extras?: Readonly<Record<string, unknown>>;
  }[];
  /** What is counted of the persons, in their order. */
  readonly members: readonly MemberFacts[];
  readonly version: number;
  readonly changedAt: string;
  readonly years: readonly YearFigures[];
}

/** Rows of a household that is not stored yet. */
export function toHouseholdRows(record: HouseholdRecord, context: RowContext): HouseholdRows {
  const county = countyOfId(record.id);
  const area = String(record.values.areaCode ?? '');
  const place: EventPlace = { county, household: record.id, area };
  const events = registrationRows(record, place);
  const members = record.persons.map(memberFacts);
  const years = yearsOf(record.incomes ?? [], members, context);
  const { recordedAt } = record.registration;
  const source = { ...record, members, version: events.length, changedAt: recordedAt, years };
  return {
    ...formRows(source, context),
    events,
    incomeEntries: (record.incomes ?? []).map((entry) => incomeRow(record, entry, place)),
    externalIds: (record.externalIds ?? []).map((external) => [
      county,
      record.id,
      area,
      external.person ?? null,
      external.system,
      external.value,
    ]),
  };
}

/** The rows that are a projection: household, members, their keys and the yearly incomes. */
export function formRows(
  source: RowSource,
  context: RowContext,
): Pick<HouseholdRows, 'household' | 'persons' | 'keys' | 'incomeYears'> {
  const county = countyOfId(source.id);
  const area = String(source.values.areaCode ?? '');
  const { members } = source;
  const persons = source.persons.map((_, index) => personRow(source, index, context.secrets));
  return {
    household: householdRow(source, context),
    persons,
    keys: persons.flatMap((person, index): CopyRow[] => {
      const hash = person[hashAt] ?? null;
      const member = members[index];
      if (hash === null || member === undefined || !isPresent(member, context.today)) return [];
      return [[hash, county, source.persons[index]?.id ?? null, source.id]];
    }),
    incomeYears: source.years.map((year) => [
      county,
      source.id,
      area,
      year.year,
      fenToNumber(year.wage),
      fenToNumber(year.business),
      fenToNumber(year.property),
      fenToNumber(year.transfer),
      fenToNumber(year.cost),
      year.members,
      fenToNumber(year.net),
      fenOrNull(year.perHead),
    ]),
  };
}

function householdRow(source: RowSource, context: RowContext): CopyRow {
  const latest = source.years.at(-1);
  const values = {
    ...source.values,
    stage: source.values.stage ?? 'SURVEYED',
    incomeYear: latest?.year ?? source.values.incomeYear ?? null,
    incomePerHead:
      latest === undefined ? (source.values.incomePerHead ?? null) : fenOrNull(latest.perHead),
  };
  const row: CopyValue[] = [
    countyOfId(source.id),
    source.id,
    source.version,
    source.changedAt,
    source.changedAt,
    source.contentDigest === undefined ? null : Buffer.from(source.contentDigest),
    source.extras === undefined ? null : JSON.stringify(source.extras),
  ];
  pushForm(row, enteredFields, values, context.secrets);
  const figures = figuresOf(source.members, context.today);
  for (const column of figureColumnNames) row.push(figures[column]);
  for (let slot = 1; slot <= itemSlots; slot += 1) row.push(source.items?.[slot] ?? null);
  return row;
}

function personRow(source: RowSource, index: number, secrets: Secrets): CopyRow {
  const person = source.persons[index];
  if (person === undefined) throw new Error(`no person ${index} in the household`);
  const row: CopyValue[] = [
    countyOfId(source.id),
    person.id,
    source.id,
    String(source.values.areaCode ?? ''),
    index + 1,
    nameKeyOf(String(person.values.name ?? '')),
    person.extras === undefined ? null : JSON.stringify(person.extras),
    source.changedAt,
    source.changedAt,
  ];
  pushForm(row, personFields, person.values, secrets);
  return row;
}

function incomeRow(record: HouseholdRecord, entry: IncomeRecord, place: EventPlace): CopyRow {
  const { source, author, recordedAt } = record.registration;
  return [
    place.county,
    record.id,
    place.area,
    entry.id,
    entry.person ?? null,
    entry.year,
    entry.kind,
    entry.amountFen,
    entry.note ?? '',
    entry.observedFrom ?? null,
    entry.observedTo ?? null,
    entry.source ?? source,
    author,
    entry.recordedAt ?? recordedAt,
    null,
  ];
}

function yearsOf(
  incomes: readonly IncomeRecord[],
  members: readonly MemberFacts[],
  { today, periodStartMonth }: RowContext,
) {
  const entries = incomes.map(({ id, year, kind, amountFen }) => ({
    id,
    year,
    kind,
    amount: BigInt(amountFen),
    reverses: null,
  }));
  return incomeYears(entries, members, { today, startMonth: periodStartMonth ?? 1 });
}

function fenOrNull(fen: Fen | undefined): number | null {
  return fen === undefined ? null : fenToNumber(fen);
}
