// How far money has come, from what its accounts hold: planned, granted, arrived, allocated, paid, left. And
// how thinly it was spread (撒胡椒面), as a concentration that does not depend on the amounts themselves.
import type { Fen } from '#domain/kernel/fen.ts';
import type { AccountKind } from './account.ts';
import type { EntryKind } from './entry.ts';

export interface Stages {
  readonly planned: Fen;
  readonly granted: Fen;
  readonly arrived: Fen;
  readonly allocated: Fen;
  readonly paid: Fen;
  /** What is here and neither paid out nor handed back. */
  readonly left: Fen;
}

/** Which lines add up to a stage: kinds of accounts, kinds of acts where only some count, and with which sign. */
export interface StageLines {
  readonly kinds: readonly AccountKind[];
  readonly acts: readonly EntryKind[] | null;
  readonly sign: 1 | -1;
}

export const stageNames = ['planned', 'granted', 'arrived', 'allocated', 'paid', 'left'] as const;

export const linesOfStage: Readonly<Record<(typeof stageNames)[number], StageLines>> = {
  planned: { kinds: ['planned'], acts: null, sign: 1 },
  granted: { kinds: ['source'], acts: null, sign: -1 },
  arrived: { kinds: ['treasury'], acts: ['arrive'], sign: 1 },
  allocated: { kinds: ['allocated'], acts: ['allocate', 'return', 'repurpose'], sign: 1 },
  paid: { kinds: ['spent', 'riskFund', 'lent', 'written', 'bank'], acts: null, sign: 1 },
  left: { kinds: ['treasury', 'allocated'], acts: null, sign: 1 },
};

interface KindSum {
  readonly kind: AccountKind;
  readonly amount: Fen;
}

/**
 * A place below the county has no source of its own: what it has was allocated to it, so that granted and
 * arrived are nothing there and allocated is what it got.
 */
export function stagesOf(sums: readonly KindSum[]): Stages {
  const of = (kind: AccountKind) =>
    sums.reduce((sum, one) => (one.kind === kind ? sum + one.amount : sum), 0n);
  const granted = -of('source');
  const behindLoans = of('riskFund') + of('lent') + of('written') + of('bank');
  const paid = of('spent') + behindLoans;
  const held = of('allocated');
  return {
    planned: of('planned'),
    granted,
    arrived: granted - of('appropriated'),
    allocated: held + paid,
    paid,
    left: of('treasury') + held,
  };
}

export interface Dispersion {
  /** Sum of the squared shares: 1 where one place has all, 1/n where n have the same. */
  readonly hhi: number;
  readonly places: number;
  /** So many equal shares would be as concentrated. */
  readonly equivalent: number;
  readonly largest: { readonly place: string; readonly share: number };
}

/** Undefined where fewer than two places got anything: nothing is spread. */
export function dispersionOf(
  amounts: readonly { readonly place: string; readonly amount: Fen }[],
): Dispersion | undefined {
  const got = amounts.filter(({ amount }) => amount > 0n);
  const total = Number(got.reduce((sum, { amount }) => sum + amount, 0n));
  const [first, ...rest] = got;
  if (first === undefined || rest.length === 0) return undefined;
  const hhi = got.reduce((sum, { amount }) => sum + (Number(amount) / total) ** 2, 0);
  const largest = rest.reduce((most, one) => (one.amount > most.amount ? one : most), first);
  return {
    hhi,
    places: got.length,
    equivalent: 1 / hhi,
    largest: { place: largest.place, share: Number(largest.amount) / total },
  };
}
