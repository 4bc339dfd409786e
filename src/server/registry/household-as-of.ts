// The values of a household that rules read, today or as they were, each with where it came from: the
// statement that made it, or the latest that a computed figure rests on. Today's values are the row;
// those of a past day are the fold of its events.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import {
  countedFrom,
  type DerivedFigures,
  deriveFigures,
  type MemberFacts,
} from '#domain/registry/derived.ts';
import { isStatement, type RegistryEvent, shownValue } from '#domain/registry/event.ts';
import { type AsOf, foldEvents, type Held, isKnownAt } from '#domain/registry/fold-events.ts';
import { householdField, householdFields } from '#domain/registry/form.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { listEvents } from './event.store.ts';
import type { StoredHousehold } from './household.store.ts';
import { factsOf, valuesAt, yearsAt } from './household-history.ts';
import { type IncomeEntryRow, listIncomeEntries } from './income.store.ts';

/**
 * Where a value came from. A computed figure names the latest statement about what it is computed of; an income
 * the latest entry of its year.
 */
export interface Origin {
  readonly kind: 'recorded' | 'members' | 'incomes';
  readonly event: string;
  readonly source: string;
  readonly authorName: string;
  readonly trueFrom: PlainDate;
  readonly observedOn: PlainDate | null;
  readonly recordedAt: string;
}

export interface HouseholdAsOf {
  /** False where nothing was known of it by then, or nothing was true yet. */
  readonly existed: boolean;
  readonly area: AreaCode;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** A pack's own items by slot; they are entered once and have no history. */
  readonly items: Readonly<Record<string, number>>;
  /** What had been recorded of it by then, in the order recorded. */
  readonly events: readonly RegistryEvent[];
  originOf(field: string): Origin | null;
  readonly originOfItems: Origin | null;
}

export interface AsOfDay {
  readonly trueOn: PlainDate;
  /** Instant in UTC; everything recorded when absent. */
  readonly knownAt?: string;
}

export async function householdAsOf(
  context: Context,
  household: StoredHousehold,
  day?: AsOfDay,
): Promise<HouseholdAsOf> {
  const events = await listEvents(context.tx, household);
  const state = foldEvents(events, day ?? {});
  const ledger = await listIncomeEntries(context.tx, household);
  const values =
    day === undefined
      ? valuesOf(household)
      : valuesThen(context, household, { state, day, ledger });
  const area = typeof values.areaCode === 'string' ? areaCode(values.areaCode) : household.area;
  const used = usedOf(events, day ?? {});
  const first = used[0];
  const income = entryOf(ledger, { year: values.incomeYear, knownAt: day?.knownAt });
  return {
    existed: day === undefined || state.existed,
    area,
    values,
    items: household.items,
    events: used,
    originOf: (field) =>
      isIncome(field)
        ? originOfIncome(income, used)
        : originOf(field, state.household.get(field), used),
    originOfItems: first === undefined ? null : fromEvent('recorded', first),
  };
}

function valuesOf({ values }: StoredHousehold): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, shownValue(value)]),
  );
}

function valuesThen(
  context: Context,
  household: StoredHousehold,
  {
    state,
    day,
    ledger,
  }: {
    readonly state: ReturnType<typeof foldEvents>;
    readonly day: AsOfDay;
    readonly ledger: readonly IncomeEntryRow[];
  },
): Record<string, FieldValue> {
  const members: readonly MemberFacts[] = [...state.persons.values()].map((held, index) =>
    factsOf(held, index + 1),
  );
  const { trueOn, knownAt } = day;
  const at = { ledger, members, trueOn, knownAt: knownAt ?? context.now };
  const latest = yearsAt(context, household, at).at(-1);
  return {
    ...valuesAt(state.household, householdFields),
    ...deriveFigures(members, trueOn, formRule),
    incomeYear: latest?.year ?? null,
    incomePerHead: latest?.perHeadFen ?? null,
  };
}

function usedOf(events: readonly RegistryEvent[], { trueOn, knownAt }: AsOf) {
  return events.filter(
    (event) =>
      (trueOn === undefined || event.trueFrom <= trueOn) &&
      (knownAt === undefined || isKnownAt(event.recordedAt, knownAt)),
  );
}

function originOf(
  name: string,
  held: Held | undefined,
  used: readonly RegistryEvent[],
): Origin | null {
  if (householdField(name)?.derived !== true) {
    return held === undefined ? null : { ...withoutValue(held), kind: 'recorded' };
  }
  const latest =
    used.findLast((event) => event.changes.some((change) => touches(change, name))) ?? used[0];
  return latest === undefined ? null : fromEvent('members', latest);
}

/** Whether a statement says something that the figure is counted from. */
function touches(change: RegistryEvent['changes'][number], figure: string): boolean {
  if (!isStatement(change)) return !('income' in change);
  if (change.person === undefined) return false;
  if (!('field' in change)) return true;
  const counted: readonly string[] = countedFrom[figure as keyof DerivedFigures] ?? [];
  return [...counted, 'joinedOn', 'leftOn'].includes(change.field);
}

function isIncome(field: string): boolean {
  return field === 'incomeYear' || field === 'incomePerHead';
}

/** The entry of the year that was recorded last, by then. */
function entryOf(
  ledger: readonly IncomeEntryRow[],
  {
    year,
    knownAt,
  }: { readonly year: FieldValue | undefined; readonly knownAt?: string | undefined },
): IncomeEntryRow | undefined {
  return ledger.find(
    (entry) =>
      entry.year === year && (knownAt === undefined || isKnownAt(entry.recordedAt, knownAt)),
  );
}

function originOfIncome(
  entry: IncomeEntryRow | undefined,
  used: readonly RegistryEvent[],
): Origin | null {
  if (entry === undefined) return null;
  const { id, year, source, authorName, observedTo, recordedAt } = entry;
  const event = used.find((one) => one.id === id || one.recordedAt === recordedAt);
  return {
    kind: 'incomes',
    event: event?.id ?? id,
    source,
    authorName,
    // The sum of a period is so when somebody states it, never from the period's first day on.
    trueFrom: event?.trueFrom ?? plainDate(observedTo ?? `${year}-12-31`),
    observedOn: null,
    recordedAt,
  };
}

function withoutValue({ event, source, authorName, trueFrom, observedOn, recordedAt }: Held) {
  return { event, source, authorName, trueFrom, observedOn, recordedAt };
}

function fromEvent(kind: Origin['kind'], event: RegistryEvent): Origin {
  const { id, source, authorName, trueFrom, recordedAt } = event;
  return { kind, event: id, source, authorName, trueFrom, observedOn: null, recordedAt };
}
