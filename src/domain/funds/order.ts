// An act of money as people know it: a plan, a grant, an arrival, an allocation, a payment. It says what
// debit and credit it comes to, and how many others must approve it. Nobody approves what they entered.
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Fen } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { AccountKey, AccountKind } from './account.ts';
import type { EntryKind, EntryLine } from './entry.ts';

export const orderKinds = [
  'plan',
  'appropriate',
  'arrive',
  'allocate',
  'pay',
  'repurpose',
  'return',
] as const satisfies readonly EntryKind[];
export type OrderKind = (typeof orderKinds)[number];

/** Where money of an order can come from. */
export const fromKinds = ['plan', 'source', 'appropriated', 'treasury', 'allocated'] as const;
export type FromKind = (typeof fromKinds)[number];

export interface Order {
  readonly kind: OrderKind;
  readonly on: PlainDate;
  readonly source: string;
  readonly purpose: string;
  readonly amount: Fen;
  readonly from: {
    readonly kind: FromKind;
    readonly area: AreaCode;
    readonly holder: string;
    readonly project: string | null;
  };
  readonly to: {
    readonly area: AreaCode;
    readonly holder: string;
    readonly project: string | null;
    readonly household: string | null;
    /** What of the project is paid, where it is paid for one. */
    readonly milestone?: string | null;
    /** Another use, where the order changes it. */
    readonly purpose: string | null;
  };
}

/** What kinds of accounts an act of this kind may take from; the first is meant where nothing is said. */
export const takesFrom = {
  plan: ['plan'],
  appropriate: ['source'],
  arrive: ['appropriated', 'source'],
  allocate: ['treasury', 'allocated'],
  pay: ['allocated'],
  repurpose: ['treasury', 'allocated'],
  return: ['treasury', 'allocated'],
} as const satisfies Readonly<Record<OrderKind, readonly FromKind[]>>;

const gives: Readonly<Record<OrderKind, AccountKind | 'same'>> = {
  plan: 'planned',
  appropriate: 'appropriated',
  arrive: 'treasury',
  allocate: 'allocated',
  pay: 'spent',
  repurpose: 'same',
  return: 'returned',
};

export function mayTakeFrom(kind: OrderKind, from: FromKind): boolean {
  const allowed: readonly FromKind[] = takesFrom[kind];
  return allowed.includes(from);
}

/** The two lines an order comes to. */
export function linesOf({ kind, source, purpose, amount, from, to }: Order): readonly EntryLine[] {
  const gained = gives[kind];
  const giver: AccountKey = { source, purpose, household: null, ...from };
  const taker: AccountKey = {
    kind: gained === 'same' ? from.kind : gained,
    source,
    purpose: to.purpose ?? purpose,
    area: to.area,
    holder: to.holder,
    project: to.project,
    household: to.household,
  };
  return [
    { account: giver, amount: -amount },
    { account: taker, amount },
  ];
}

/** What the pack asks of approvals, in fen. */
export interface ApprovalRule {
  /** From this amount on a township cannot approve any more. */
  readonly countyFrom: Fen | null;
  /** From this amount on two others must approve. */
  readonly twoFrom: Fen | null;
  readonly verified: boolean;
}

export interface Approvals {
  readonly needed: number;
  readonly level: 'county' | 'township';
}

/** Money above the county is the county's to approve too: its plan, its grants, its arrivals. */
export function approvalsFor(
  { kind, amount }: Pick<Order, 'kind' | 'amount'>,
  { countyFrom, twoFrom }: ApprovalRule,
): Approvals {
  const isLocal = kind === 'pay' || kind === 'allocate';
  const isSmall = countyFrom === null || amount < countyFrom;
  return {
    needed: twoFrom !== null && amount >= twoFrom ? 2 : 1,
    level: isLocal && isSmall ? 'township' : 'county',
  };
}

/** Whether somebody of this area stands high enough to approve. */
export function standsAtLevel(area: AreaCode, level: string): boolean {
  return level === 'county' ? area.length <= 6 : area.length <= 9;
}
