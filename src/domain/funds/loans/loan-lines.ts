// What loans come to in the ledger. A bank's own money stands under its own source, beside what the
// household owes and in the same place, so that a loan given adds nothing to public money there.
import type { AccountKey } from '#domain/funds/account.ts';
import type { EntryLine } from '#domain/funds/entry.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Fen } from '#domain/kernel/fen.ts';

/** Loans are for production; interest and the risk fund are for credit. */
export const loanUse = 'INDUSTRY';
export const creditUse = 'CREDIT';

export interface LentTo {
  readonly lender: string;
  readonly area: AreaCode;
  readonly household: string;
}

export function lenderSource(lender: string): string {
  return `bank/${lender}`;
}

/**
 * What such a source gave is what the bank paid into the risk fund: money of a loan stands against what is
 * owed under the same source, and is granted by nobody.
 */
export function isLenderSource(source: string): boolean {
  return source.startsWith(lenderSource(''));
}

function lentKey({ lender, area, household }: LentTo): AccountKey {
  return {
    kind: 'lent',
    source: lenderSource(lender),
    purpose: loanUse,
    area,
    holder: '',
    project: null,
    household,
  };
}

function lenderKey({ lender, area }: LentTo): AccountKey {
  return {
    kind: 'bank',
    source: lenderSource(lender),
    purpose: loanUse,
    area,
    holder: lender,
    project: null,
    household: null,
  };
}

export function lendLines(to: LentTo, amount: Fen): readonly EntryLine[] {
  return [
    { account: lenderKey(to), amount: -amount },
    { account: lentKey(to), amount },
  ];
}

export function repayLines(to: LentTo, amount: Fen): readonly EntryLine[] {
  return [
    { account: lentKey(to), amount: -amount },
    { account: lenderKey(to), amount },
  ];
}

export interface SubsidyPart {
  readonly household: string;
  readonly area: AreaCode;
  readonly amount: Fen;
}

/** One purse pays the interest of many households to their bank. */
export function subsidyLines(
  purse: AccountKey,
  lender: string,
  parts: readonly SubsidyPart[],
): readonly EntryLine[] {
  const total = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const byHousehold = new Map<string, SubsidyPart>();
  for (const part of parts) {
    const before = byHousehold.get(part.household);
    const amount = part.amount + (before?.amount ?? 0n);
    byHousehold.set(part.household, { ...(before ?? part), amount });
  }
  return [
    { account: purse, amount: -total },
    ...[...byHousehold.values()].map(({ household, area, amount }) => ({
      account: {
        kind: 'spent' as const,
        source: purse.source,
        purpose: purse.purpose,
        area,
        holder: lender,
        project: null,
        household,
      },
      amount,
    })),
  ];
}

/** What an operator pays a household for its entrusted loan. */
export function returnLines(
  {
    operator,
    area,
    household,
  }: { readonly operator: string; readonly area: AreaCode; readonly household: string },
  amount: Fen,
): readonly EntryLine[] {
  const base = {
    source: `operator/${operator}`,
    purpose: loanUse,
    area,
    holder: operator,
    project: null,
  } as const;
  return [
    { account: { ...base, kind: 'source', household: null }, amount: -amount },
    { account: { ...base, kind: 'spent', household }, amount },
  ];
}
