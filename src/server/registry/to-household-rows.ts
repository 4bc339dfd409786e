// Turns a household as plain values into the rows of every table it fills: sealed, keyed for search,
// with derived figures, yearly incomes and the events that brought it in. No SQL; the import and the
// demonstration prepare thousands of these and store them together (bulk.store.ts). A row is a list in
// the order of `rowColumns`, because a county's import makes a quarter of a million of them.
import { type Fen, fenToNumber } from '#domain/kernel/fen.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { isPresent, type MemberFacts } from '#domain/registry/derived.ts';
import { householdFields, itemColumn, itemSlots, personFields } from '#domain/registry/form.ts';
import type { HouseholdRecord, IncomeRecord } from '#domain/registry/household.ts';
import { incomeYears, type PeriodStartMonth } from '#domain/registry/income-year.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import type { Secrets } from '#server/access/secrets.ts';
import type { CopyRow, CopyValue } from './copy-rows.ts';
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
  readonly household: CopyRow;
  readonly persons: readonly CopyRow[];
  readonly keys: readonly CopyRow[];
  readonly events: readonly CopyRow[];
  readonly incomeEntries: readonly CopyRow[];
  readonly incomeYears: readonly CopyRow[];
  readonly externalIds: readonly CopyRow[];
}

export interface RowContext {
  readonly secrets: Secrets;
  readonly today: PlainDate;
  /** First month of an income year; the calendar year when absent. */
  readonly periodStartMonth?: PeriodStartMonth;
}

const hashAt = rowColumns.persons.indexOf('identity_hash');

/** Rows of a household that is not stored yet. */
export function toHouseholdRows(record: HouseholdRecord, context: RowContext): HouseholdRows {
  const { today } = context;
  const county = countyOfId(record.id);
  const area = String(record.values.areaCode ?? '');
  const members = record.persons.map(memberFacts);
  const persons = record.persons.map((_, index) => personRow(record, index, area, context.secrets));
  const years = yearsOf(record.incomes ?? [], members, context);
  const place: EventPlace = { county, household: record.id, area };
  const events = registrationRows(record, place);
  return {
    household: householdRow(record, { members, years, version: events.length, context }),
    persons,
    keys: persons.flatMap((person, index): CopyRow[] => {
      const hash = person[hashAt] ?? null;
      const member = members[index];
      if (hash === null || member === undefined || !isPresent(member, today)) return [];
      return [[hash, county, record.persons[index]?.id ?? null, record.id]];
    }),
    events,
    incomeEntries: (record.incomes ?? []).map((entry) => incomeRow(record, entry, place)),
    incomeYears: years.map((year) => [
      county,
      record.id,
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

interface HouseholdParts {
  readonly members: readonly MemberFacts[];
  readonly years: ReturnType<typeof incomeYears>;
  readonly version: number;
  readonly context: RowContext;
}

function householdRow(record: HouseholdRecord, parts: HouseholdParts): CopyRow {
  const { members, years, version, context } = parts;
  const latest = years.at(-1);
  const { recordedAt } = record.registration;
  const values = {
    ...record.values,
    stage: record.values.stage ?? 'SURVEYED',
    incomeYear: latest?.year ?? record.values.incomeYear ?? null,
    incomePerHead:
      latest === undefined ? (record.values.incomePerHead ?? null) : fenOrNull(latest.perHead),
  };
  const row: CopyValue[] = [
    countyOfId(record.id),
    record.id,
    version,
    recordedAt,
    recordedAt,
    record.contentDigest === undefined ? null : Buffer.from(record.contentDigest),
    record.extras === undefined ? null : JSON.stringify(record.extras),
  ];
  pushForm(row, enteredFields, values, context.secrets);
  const figures = figuresOf(members, context.today);
  for (const column of figureColumnNames) row.push(figures[column]);
  for (let slot = 1; slot <= itemSlots; slot += 1) row.push(record.items?.[slot] ?? null);
  return row;
}

function personRow(
  record: HouseholdRecord,
  index: number,
  area: string,
  secrets: Secrets,
): CopyRow {
  const person = record.persons[index];
  if (person === undefined) throw new Error(`no person ${index} in the household`);
  const { recordedAt } = record.registration;
  const row: CopyValue[] = [
    countyOfId(record.id),
    person.id,
    record.id,
    area,
    index + 1,
    nameKeyOf(String(person.values.name ?? '')),
    person.extras === undefined ? null : JSON.stringify(person.extras),
    recordedAt,
    recordedAt,
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
