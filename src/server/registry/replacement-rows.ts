// The rows of a known household after an event: what stood before with the changes applied, except
// where something later is known already.

import type { Comparison } from '#domain/registry/compare-stated.ts';
import type { EventValue, FieldChange, RegistryEvent } from '#domain/registry/event.ts';
import { incomeYears } from '#domain/registry/income-year.ts';
import type { StatedContext, StatedHousehold } from './change-households.ts';
import type { StoredHousehold } from './household.store.ts';
import { memberFactsOf } from './member-figures.ts';
import type { LedgerChange } from './restate-incomes.ts';
import { formRows, type HouseholdRows } from './to-household-rows.ts';

export interface Replacement {
  readonly before: StoredHousehold;
  readonly stated: StatedHousehold;
  readonly values: Comparison;
  readonly persons: readonly {
    readonly id: string;
    readonly joins: Readonly<Record<string, EventValue>> | undefined;
    readonly comparison: Comparison;
  }[];
  readonly ledger: LedgerChange;
  /** Undefined where nothing differs and only the digest of the file is kept. */
  readonly event: RegistryEvent | undefined;
  readonly context: StatedContext;
}

export function replacementRows(replacement: Replacement): HouseholdRows {
  const { before, stated, values, ledger, event, context } = replacement;
  const area = String(applied(before.values, values).areaCode ?? before.area);
  const persons = [
    ...before.persons.map((person) => {
      const own = replacement.persons.find(({ id }) => id === person.id);
      return own === undefined
        ? person
        : { ...person, values: applied(person.values, own.comparison) };
    }),
    ...replacement.persons.flatMap(({ id, joins }) =>
      joins === undefined ? [] : [{ id, values: joins, extras: {} }],
    ),
  ];
  const members = persons.map((person, index) => memberFactsOf(person.values, index + 1));
  const years = incomeYears(ledger.after, members, {
    today: context.today,
    startMonth: context.periodStartMonth ?? 1,
  });
  const { signed } = context;
  return {
    ...formRows(
      {
        id: before.id,
        values: applied(before.values, values),
        items: before.items,
        extras: before.extras,
        ...(stated.contentDigest === undefined ? {} : { contentDigest: stated.contentDigest }),
        persons,
        members,
        version: event?.version ?? before.version,
        changedAt: signed.recordedAt,
        years,
      },
      context,
    ),
    events: event === undefined ? [] : [eventRow(event, before, area)],
    incomeEntries: ledger.entries.map((entry) => [
      before.county,
      before.id,
      area,
      entry.id,
      entry.person,
      entry.year,
      entry.kind,
      entry.amountFen,
      entry.note,
      null,
      null,
      signed.source,
      signed.author,
      signed.recordedAt,
      entry.reverses,
    ]),
    externalIds: [],
  };
}

function applied(
  values: Readonly<Record<string, EventValue>>,
  { changes, historical }: Comparison,
): Record<string, EventValue> {
  const current = changes.filter(({ field }: FieldChange) => !historical.includes(field));
  return { ...values, ...Object.fromEntries(current.map(({ field, to }) => [field, to])) };
}

function eventRow(event: RegistryEvent, before: StoredHousehold, area: string) {
  return [
    before.county,
    event.id,
    before.id,
    event.person,
    area,
    event.kind,
    event.trueFrom,
    event.recordedAt,
    event.author,
    event.authorName,
    event.typist,
    event.typistName,
    event.source,
    event.reason,
    before.version,
    event.version,
    JSON.stringify(event.changes),
  ];
}
