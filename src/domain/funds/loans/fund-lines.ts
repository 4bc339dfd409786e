// What the risk fund comes to in the ledger: paid in, drawn for a loss, paid back. Each part keeps the source
// it came from; the bank's part of a loss stands as lost under its own.
import type { AccountKey } from '#domain/funds/account.ts';
import type { EntryLine } from '#domain/funds/entry.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import type { Fen } from '#domain/kernel/fen.ts';
import { creditUse, type LentTo, lenderSource, loanUse } from './loan-lines.ts';
import type { Holding } from './risk-fund.ts';

export function fundKey(county: AreaCode, source: string): AccountKey {
  return {
    kind: 'riskFund',
    source,
    purpose: creditUse,
    area: county,
    holder: '',
    project: null,
    household: null,
  };
}

/** Money allocated for it goes into the fund; a bank's own comes from the bank. */
export function depositLines(
  county: AreaCode,
  from: AccountKey | { readonly lender: string },
  amount: Fen,
): readonly EntryLine[] {
  const isBank = 'lender' in from;
  const source = isBank ? lenderSource(from.lender) : from.source;
  const giver: AccountKey = isBank ? { ...fundKey(county, source), kind: 'source' } : from;
  return [
    { account: giver, amount: -amount },
    { account: fundKey(county, source), amount },
  ];
}

export interface Loss {
  readonly to: LentTo;
  readonly county: AreaCode;
  /** The fund's part by source. */
  readonly drawn: readonly Holding[];
  readonly bank: Fen;
}

export function writtenKey(
  { to, county }: Pick<Loss, 'to' | 'county'>,
  source: string,
): AccountKey {
  return {
    ...fundKey(county, source),
    kind: 'written',
    holder: to.lender,
    household: to.household,
  };
}

function bankKeys({ to }: Pick<Loss, 'to'>) {
  const base = {
    source: lenderSource(to.lender),
    purpose: loanUse,
    area: to.area,
    project: null,
  } as const;
  return {
    lent: { ...base, kind: 'lent', holder: '', household: to.household },
    bank: { ...base, kind: 'bank', holder: to.lender, household: null },
    written: { ...base, kind: 'written', holder: to.lender, household: to.household },
  } as const satisfies Readonly<Record<string, AccountKey>>;
}

/** The loan ends; the fund pays its part to the bank, the bank bears its own. */
export function coverLines(loss: Loss): readonly EntryLine[] {
  const { lent, bank, written } = bankKeys(loss);
  const fund = loss.drawn.reduce((sum, { amount }) => sum + amount, 0n);
  return filled([
    ...loss.drawn.flatMap(({ source, amount }) => [
      { account: fundKey(loss.county, source), amount: -amount },
      { account: writtenKey(loss, source), amount },
    ]),
    { account: lent, amount: -(fund + loss.bank) },
    { account: bank, amount: fund },
    { account: written, amount: loss.bank },
  ]);
}

/** What the household paid after all goes back to the fund and the bank. */
export function recoverLines(loss: Loss): readonly EntryLine[] {
  const { bank, written } = bankKeys(loss);
  return filled([
    ...loss.drawn.flatMap(({ source, amount }) => [
      { account: writtenKey(loss, source), amount: -amount },
      { account: fundKey(loss.county, source), amount },
    ]),
    { account: written, amount: -loss.bank },
    { account: bank, amount: loss.bank },
  ]);
}

function filled(lines: readonly EntryLine[]): readonly EntryLine[] {
  return lines.filter(({ amount }) => amount !== 0n);
}
