// The income ledger of a household: entries, yearly figures, and what the entry form offers.
import type { z } from 'zod';
import type { getIncome, IncomeLedger } from '#contract/registry-income.ts';
import { IncomeKind } from '#contract/registry-value.ts';
import type { InputOf } from '#contract/route.ts';
import { type PlainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { isPresent } from '#domain/registry/derived.ts';
import { shownValue } from '#domain/registry/event.ts';
import { branchOf, type IncomeBranch, incomeTree } from '#domain/registry/income.ts';
import type { PeriodStartMonth } from '#domain/registry/income-year.ts';
import type { Context } from '#server/http/context.ts';
import { type IncomeEntryRow, listIncomeEntries, listIncomeYears } from './income.store.ts';
import { incomePeriodOf } from './income-period.ts';
import { memberFactsOf } from './member-figures.ts';
import { getReadable } from './read-guard.ts';

const branches = Object.keys(incomeTree) as readonly IncomeBranch[];

/** Years before this one are history that nobody enters any more. */
const yearsBack = 10;

export async function readIncome(
  context: Context,
  { params }: InputOf<typeof getIncome>,
): Promise<IncomeLedger> {
  return incomeLedgerOf(context, params.id);
}

export async function incomeLedgerOf(context: Context, id: string): Promise<IncomeLedger> {
  const { tx, today, platform } = context;
  const household = await getReadable(context, id);
  const entries = await listIncomeEntries(tx, household);
  const years = await listIncomeYears(tx, household);
  const startMonth = incomePeriodOf(platform.packs, household.area, today);
  const names = new Map(
    household.persons.map((person) => [person.id, String(shownValue(person.values.name))]),
  );
  const reversedBy = new Map(entries.map((entry) => [entry.reverses, entry.id]));
  const present = household.persons.filter((person) =>
    isPresent(memberFactsOf(person.values, person.position), today),
  );

  return {
    household: id,
    version: household.version,
    periodStartMonth: startMonth,
    years: years.map((year) => ({ ...year })),
    entries: entries.map((entry) => ({
      ...entry,
      ...placeInTree(entry),
      person:
        entry.person === null ? null : { id: entry.person, name: names.get(entry.person) ?? '' },
      reversedBy: reversedBy.get(entry.id) ?? null,
    })),
    options: {
      branches: branches.map((branch) => ({ branch, kinds: [...incomeTree[branch]] })),
      persons: present.map((person) => ({ id: person.id, name: names.get(person.id) ?? '' })),
      yearFrom: periodYear(today, startMonth) - yearsBack,
      yearTo: periodYear(today, startMonth),
    },
  };
}

/** The income year a day falls into. */
export function periodYear(day: PlainDate, startMonth: PeriodStartMonth): number {
  const isNext = startMonth > 1 && Number(day.slice(5, 7)) >= startMonth;
  return yearOf(day) + (isNext ? 1 : 0);
}

function placeInTree({ kind }: IncomeEntryRow): {
  readonly kind: z.output<typeof IncomeKind>;
  readonly branch: IncomeBranch;
} {
  const known = IncomeKind.parse(kind);
  const branch = branchOf(known);
  if (branch === undefined) throw new Error(`no income kind ${kind}`);
  return { kind: known, branch };
}
