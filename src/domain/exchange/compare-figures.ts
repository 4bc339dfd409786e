// Figures a sheet states beside what they follow from (how many members, what income per head) are
// compared with what its rows say, and never stored: who is right is for a person to see.
import { readIncome } from '#domain/exchange/cell-value.ts';
import type { ImportPlan, PlannedColumn } from '#domain/exchange/import-plan.ts';
import type { ProblemList } from '#domain/exchange/problem-list.ts';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { divideFen } from '#domain/kernel/fen.ts';
import { type IncomeKind, incomeOf } from '#domain/registry/income.ts';

export interface ReadIncome {
  readonly kind: IncomeKind;
  readonly year: number;
  readonly amountFen: number;
}

/** Figures a sheet states beside what they follow from are compared, never stored. */
export function compareStated(
  first: SheetRow,
  plan: ImportPlan,
  incomes: readonly ReadIncome[],
  members: number,
  problems: ProblemList,
): void {
  const statedMembers = plan.byField.get('stated.members');
  const stated = Number((first.cells[statedMembers?.column ?? -1] ?? '').replace(/[人口\s]/g, ''));
  if (plan.shape === 'persons' && stated > 0 && stated !== members) {
    const facts = { stated, found: members };
    problems.atCell(first, statedMembers, { code: 'exchange/members-differ', facts });
  }
  const perHead = plan.byField.get('stated.incomePerHead') ?? plan.byField.get('stated.netIncome');
  if (perHead === undefined) return;
  const text = first.cells[perHead.column] ?? '';
  const reading = text === '' ? undefined : readIncome(text, perHead.factor);
  if (typeof reading?.value !== 'number') return;
  if (incomes.length === 0) {
    problems.atCell(first, perHead, { code: 'exchange/income-without-sources', facts: {} });
    return;
  }
  compareIncome(first, plan, perHead, reading.value, incomes, members || stated, problems);
}

function compareIncome(
  first: SheetRow,
  plan: ImportPlan,
  column: PlannedColumn,
  statedFen: number,
  incomes: readonly ReadIncome[],
  members: number,
  problems: ProblemList,
): void {
  if (plan.shape === 'households' || members === 0) return;
  const latest = Math.max(...incomes.map((income) => income.year));
  const entries = incomes
    .filter((income) => income.year === latest)
    .map(({ kind, amountFen }) => ({ kind, amount: BigInt(amountFen) }));
  const { net } = incomeOf(entries, members);
  const perHead = divideFen(net, members);
  const computed = column.field.id === 'stated.netIncome' ? net : perHead;
  const apart = Number(computed) - statedFen;
  if (Math.abs(apart) <= 100) return;
  problems.atCell(first, column, {
    code: 'exchange/income-differs',
    facts: { computed: (Number(perHead) / 100).toFixed(2) },
  });
}
