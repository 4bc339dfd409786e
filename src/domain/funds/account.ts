// Accounts of the ledger. An account is what money is at a place: arrived, allocated, spent, lent. Its key
// carries where the money comes from and what it may be used for, so that money put together keeps both
// (资金整合不改变渠道和用途).
import type { AreaCode } from '#domain/kernel/area-code.ts';

export const accountKinds = [
  'source', // where money comes from; what it gave stands here with a minus
  'planned', // the budget of a year, before anybody granted anything; its other side is `plan`
  'plan',
  'appropriated', // granted by a document, not arrived yet
  'treasury', // arrived, not allocated yet
  'allocated', // at the disposal of an area, a unit or a project
  'spent', // reached a household, a contractor or an asset
  'returned', // handed back to where it came from
  'riskFund', // set aside behind loans
  'lent', // principal outstanding
  'bank', // what banks gave for loans, with a minus
  'written', // lost: covered by the risk fund or by the bank
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Kinds that hold money one can still dispose of: never below nothing, on any day. */
const heldKinds: ReadonlySet<AccountKind> = new Set([
  'appropriated',
  'treasury',
  'allocated',
  'riskFund',
  'lent',
]);

export interface AccountKey {
  readonly kind: AccountKind;
  /** Row of the pack's sources, or a name given to a donation; never empty. */
  readonly source: string;
  /** What the money may be used for; `any` where the source leaves it open. */
  readonly purpose: string;
  readonly area: AreaCode;
  /** Department, bank, firm or organisation; empty where the area itself holds it. */
  readonly holder: string;
  readonly project: string | null;
  readonly household: string | null;
}

export function mustNotBeNegative({ kind }: Pick<AccountKey, 'kind'>): boolean {
  return heldKinds.has(kind);
}

/** One text for one account: equal keys, equal text. */
export function accountText(key: AccountKey): string {
  const { kind, source, purpose, area, holder, project, household } = key;
  return [kind, source, purpose, area, holder, project ?? '', household ?? ''].join('\n');
}
