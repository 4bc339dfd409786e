// The fund that stands behind loans: who paid in what share, how far it is stretched, what it bears of a
// loss. It never pays what it does not hold; what several paid in is drawn from each in proportion.
import type { Fen } from '#domain/kernel/fen.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { numberIn } from './terms.ts';

export interface Holding {
  /** Where the money came from. */
  readonly source: string;
  readonly amount: Fen;
}

export function held(holdings: readonly Holding[]): Fen {
  return holdings.reduce((sum, { amount }) => sum + amount, 0n);
}

/**
 * An amount taken from holdings in proportion, to the fen, none below nothing; undefined where they do not
 * hold as much. What is left over by rounding is taken from the largest remainders first.
 */
export function drawFrom(
  holdings: readonly Holding[],
  amount: Fen,
): readonly Holding[] | undefined {
  const whole = held(holdings);
  if (amount < 0n || amount > whole) return undefined;
  if (amount === 0n) return [];
  const parts = holdings.map(({ source, amount: own }) => {
    const exact = own * amount;
    return { source, amount: exact / whole, rest: exact % whole };
  });
  const open = amount - held(parts);
  const order = [...parts]
    .sort((left, right) =>
      left.rest === right.rest
        ? left.source < right.source
          ? -1
          : 1
        : left.rest > right.rest
          ? -1
          : 1,
    )
    .slice(0, Number(open))
    .map(({ source }) => source);
  return parts
    .map(({ source, amount: part }) => ({
      source,
      amount: order.includes(source) ? part + 1n : part,
    }))
    .filter((one) => one.amount > 0n);
}

export interface LossParts {
  readonly fund: Fen;
  readonly bank: Fen;
}

/** A loss by the agreed share: the fund's part cut to the fen, the rest the bank's. */
export function splitLoss(loss: Fen, fundPercent: number): LossParts {
  const fund = (loss * BigInt(fundPercent)) / 100n;
  return { fund, bank: loss - fund };
}

/** What came back, so that all that came back so far is split as the loss was. */
export function splitRecovery(
  { before, amount }: { readonly before: Fen; readonly amount: Fen },
  fundPercent: number,
): LossParts {
  const fund = splitLoss(before + amount, fundPercent).fund - splitLoss(before, fundPercent).fund;
  return { fund, bank: amount - fund };
}

export interface FundRules {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly covers: { readonly zh: string; readonly en: string };
  readonly least: number | null;
  readonly most: number | null;
  readonly shares: readonly {
    readonly party: { readonly zh: string; readonly en: string };
    readonly by: 'government' | 'bank' | null;
    readonly percent: number | null;
  }[];
  readonly verified: boolean;
}

/** The risk fund the pack in force names; places have one. */
export function fundRulesIn(pack: ResolvedPack): FundRules | undefined {
  const found = pack.rows.riskFunds.at(-1)?.row;
  if (found === undefined) return undefined;
  const number = (name: string | undefined) => (name === undefined ? null : numberIn(pack, name));
  return {
    id: found.id,
    title: found.title,
    covers: found.covers,
    least: number(found.leverageLeast),
    most: number(found.leverageMost),
    shares: found.shares.map(({ party, share, by }) => ({
      party,
      by: by ?? null,
      percent: number(share),
    })),
    verified: found.verified === true,
  };
}

export type LeverageState = 'none' | 'below' | 'within' | 'above';

/** Loans for each yuan of the fund, and how that stands to the rules. */
export function leverageOf(
  owed: Fen,
  fund: Fen,
  { least, most }: Pick<FundRules, 'least' | 'most'>,
): { readonly times: number | null; readonly state: LeverageState } {
  if (fund <= 0n) return { times: null, state: owed > 0n ? 'above' : 'none' };
  const times = Number(owed) / Number(fund);
  if (most !== null && times > most) return { times, state: 'above' };
  if (least !== null && times < least) return { times, state: 'below' };
  return { times, state: least === null && most === null ? 'none' : 'within' };
}

/** What one party still has to pay in so that the shares are as the rules ask; nothing where it paid more. */
export function missingShare(own: Fen, other: Fen, ownPercent: number): Fen {
  if (ownPercent <= 0 || ownPercent >= 100) return 0n;
  const due =
    (other * BigInt(Math.round(ownPercent * 100))) / BigInt(Math.round((100 - ownPercent) * 100));
  return due > own ? due - own : 0n;
}
