// Whose bank somebody acts for. A bank's account without a bank sees nothing here; row security shows every
// other bank officer the rows of their own.
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { type BankRow, findBankOf } from './bank.store.ts';
import type { LoanRow } from './loan.store.ts';

/** The bank of whoever asks; undefined for those who work for none, refused to a bank's account without one. */
export async function bankOf({
  tx,
  actor,
}: Pick<Context, 'tx' | 'actor'>): Promise<BankRow | undefined> {
  if (actor.role !== 'bank') return undefined;
  return (await findBankOf(tx, actor.account)) ?? refuse(refusals.noBankOfYours);
}

/** Why somebody may not act on a loan at all; undefined where they may. */
export async function lenderDenial(
  context: Pick<Context, 'tx' | 'actor'>,
  loan: Pick<LoanRow, 'bank_id' | 'lender' | 'asked_by'>,
): Promise<RefusalKind | undefined> {
  const bank = await bankOf(context);
  const isTheirs = loan.bank_id === null ? bank === undefined : bank?.id === loan.bank_id;
  if (!isTheirs) return deny(refusals.otherBank, { lender: loan.lender });
  if (loan.asked_by === context.actor.account) return deny(refusals.ownApplication);
  return undefined;
}
