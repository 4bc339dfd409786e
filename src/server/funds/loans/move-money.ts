// Acts of a loan that move money: lending, a repayment, a repayment given back.

import type { EntryKind, EntryLine } from '#domain/funds/entry.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { lendLines, repayLines } from '#domain/funds/loans/loan-lines.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { monthsAfter, owedOn } from '#domain/funds/loans/principal.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { findEntry } from '../order.store.ts';
import { postEntries } from '../post-entries.ts';
import { reversePosted } from '../reverse-posted.ts';
import { refuseOverLeverage } from './leverage.ts';
import { listChanges, type NewAct, type ShownLoan, updateLoan } from './loan.store.ts';
import { refuseOverCap } from './loan-cap.ts';
import { getLoanRules } from './loan-rules.ts';
import { subsidyTerms } from './subsidy-terms.ts';

interface Moved {
  readonly on: PlainDate;
  readonly document: string;
}

/** Posts what a loan comes to, under the loan as its cause. */
export async function postForLoan(
  context: Context,
  loan: Pick<ShownLoan, 'county' | 'id' | 'area_code'>,
  posting: {
    readonly kind: EntryKind;
    readonly on: PlainDate;
    readonly document: string;
    readonly lines: readonly EntryLine[];
  },
): Promise<string> {
  const { tx, actor, now, newId } = context;
  const id = newId(loan.county);
  await postEntries(
    {
      tx,
      county: loan.county,
      area: areaCode(loan.area_code),
      author: { account: actor.account, name: actor.displayName },
      now,
      newId,
    },
    [{ id, ...posting, memo: '', reverses: null, cause: `loan:${loan.id}` }],
  );
  return id;
}

export function lentTo(loan: ShownLoan) {
  return {
    lender: loan.lender,
    area: areaCode(loan.area_code),
    household: loan.household_id,
  };
}

export async function lendMoney(
  context: Context,
  loan: ShownLoan,
  { on, document }: Moved,
): Promise<NewAct> {
  const amount = loan.approved_fen ?? 0;
  const due = monthsAfter(on, loan.months);
  const { product, dayBasis, subsidyPpm, subsidyUntil } = subsidyTerms(context, loan, { on, due });
  await refuseOverCap(context, {
    ...{ county: loan.county, household: loan.household_id, product },
    ...{ amount: BigInt(amount), on },
  });
  await refuseOverLeverage(context, {
    area: areaCode(loan.area_code),
    amount: BigInt(amount),
    on,
  });
  const lines = lendLines(lentTo(loan), BigInt(amount));
  const entry = await postForLoan(context, loan, { kind: 'lend', on, document, lines });
  await updateLoan(context.tx, loan, {
    state: 'lent',
    lent_on: on,
    due_on: due,
    lent_fen: amount,
    owed_fen: amount,
    day_basis: dayBasis,
    subsidy_ppm: subsidyPpm,
    subsidy_until: subsidyUntil,
  });
  return { kind: 'lend', on, amount, document, entry };
}

export async function takeRepayment(
  context: Context,
  loan: ShownLoan,
  { on, document, amount }: Moved & { readonly amount: number },
): Promise<NewAct> {
  const changes = await listChanges(context.tx, loan.county, { loan: loan.id });
  // What was repaid later is repaid already: no day may end below nothing.
  const days = [on, ...changes.map((one) => one.on).filter((day) => day > on)];
  const left = days
    .map((day) => owedOn(changes, day))
    .reduce((least, one) => (one < least ? one : least));
  if (BigInt(amount) > left) {
    refuse(refusals.repaidTooMuch, {
      on,
      owed: yuanText(left),
      asked: yuanText(BigInt(amount)),
    });
  }
  const lines = repayLines(lentTo(loan), BigInt(amount));
  const entry = await postForLoan(context, loan, { kind: 'repay', on, document, lines });
  const owed = loan.owed_fen - amount;
  await updateLoan(context.tx, loan, {
    owed_fen: owed,
    ...(owed === 0 ? { state: 'settled' } : {}),
  });
  return { kind: 'repay', on, amount, document, entry };
}

export async function takeBackRepayment(
  context: Context,
  loan: ShownLoan,
  { on, words }: { readonly on: PlainDate; readonly words: string },
): Promise<NewAct> {
  const { tx } = context;
  const changes = await listChanges(tx, loan.county, { loan: loan.id });
  const last = changes.at(-1);
  if (last?.kind !== 'repay') return refuse(refusals.nothingToTakeBack);
  const entry = await findEntry(tx, last.entry);
  if (entry === undefined || entry.reversed_by !== null) return refuse(refusals.nothingToTakeBack);
  if (on < last.on) refuse(refusals.nothingToTakeBack);
  const amount = Number(-last.amount);
  const rules = getLoanRules(context, areaCode(loan.area_code), loan.lent_on ?? on);
  const product = rules.products.find(({ id }) => id === loan.product);
  if (product !== undefined) {
    await refuseOverCap(context, {
      ...{ county: loan.county, household: loan.household_id, product },
      ...{ amount: BigInt(amount), on },
    });
  }
  const reverse = await reversePosted(context, entry, { on, memo: words });
  await updateLoan(tx, loan, { state: 'lent', owed_fen: loan.owed_fen + amount });
  return { kind: 'takeBack', on, amount, words, entry: reverse };
}
