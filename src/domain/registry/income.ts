// The national income tree: wages, household business, property, transfers, less the cost of
// production, over the persons of the household in the period. The yearly per-head figure is computed
// from ledger entries and never typed. Source: registration form A17 to A20; the tree of 2023 refines
// the same branches. The counting period (calendar year, or 1 October to 30 September) is pack data.

import { divideFen, type Fen } from '#domain/kernel/fen.ts';

/** Leaves of the tree by branch. A pack may add leaves below a branch, never a new branch. */
export const incomeTree = {
  wage: ['migrant', 'departmentPost', 'townshipPost', 'villagePost', 'gathering', 'otherWage'],
  business: ['crop', 'livestock', 'forestFruit', 'otherBusiness'],
  property: ['assetDividend', 'landTransfer', 'loanProject', 'entrustedFarming', 'otherProperty'],
  transfer: [
    'familyPlanning',
    'dibao',
    'tekun',
    'pension',
    'ecoCompensation',
    'educationGrant',
    'industryGrant',
    'otherTransfer',
  ],
  cost: ['cropCost', 'livestockCost', 'forestCost', 'otherCost'],
} as const;

export type IncomeBranch = keyof typeof incomeTree;
export type IncomeKind = (typeof incomeTree)[IncomeBranch][number];

export interface IncomeEntry {
  readonly kind: IncomeKind;
  /** Positive always; the branch `cost` is subtracted. */
  readonly amount: Fen;
}

export interface IncomeYear {
  readonly wage: Fen;
  readonly business: Fen;
  readonly property: Fen;
  readonly transfer: Fen;
  readonly cost: Fen;
  readonly net: Fen;
  /** Undefined without members: nothing is divided by nobody. */
  readonly perHead: Fen | undefined;
}

const branchOfKind = new Map<string, IncomeBranch>(
  (Object.keys(incomeTree) as IncomeBranch[]).flatMap((branch) =>
    incomeTree[branch].map((kind) => [kind, branch] as const),
  ),
);

export function branchOf(kind: string): IncomeBranch | undefined {
  return branchOfKind.get(kind);
}

export function incomeOf(entries: readonly IncomeEntry[], members: number): IncomeYear {
  const sums: Record<IncomeBranch, Fen> = {
    wage: 0n,
    business: 0n,
    property: 0n,
    transfer: 0n,
    cost: 0n,
  };
  for (const entry of entries) {
    const branch = branchOf(entry.kind);
    if (branch === undefined) throw new Error(`no income kind ${entry.kind}`);
    sums[branch] += entry.amount;
  }
  const net = sums.wage + sums.business + sums.property + sums.transfer - sums.cost;
  return { ...sums, net, perHead: members > 0 ? divideFen(net, members) : undefined };
}

/**
 * What farming, livestock, forest and trade bring, of all that comes in before costs. Undefined where nothing
 * comes in: nobody lives from industry who has no income.
 */
export function industryShare(income: {
  readonly wage: number;
  readonly business: number;
  readonly property: number;
  readonly transfer: number;
}): number | undefined {
  const whole = income.wage + income.business + income.property + income.transfer;
  return whole === 0 ? undefined : income.business / whole;
}
