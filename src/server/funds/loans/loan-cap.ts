// No household owes more than the cap on any day.
import { yuanText } from '#domain/funds/entry.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { mostOwedFrom, roomUnder } from '#domain/funds/loans/principal.ts';
import type { ProductTerms } from '#domain/funds/loans/terms.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { listChanges } from './loan.store.ts';

export interface CapQuestion {
  readonly county: number;
  readonly household: string;
  readonly product: Pick<ProductTerms, 'title' | 'cap'>;
  readonly amount: bigint;
  readonly on: PlainDate;
}

/** Whoever owes anything anywhere owes it under the cap of the day, on that day and every later one. */
export async function refuseOverCap(
  { tx }: Pick<Context, 'tx'>,
  { county, household, product, amount, on }: CapQuestion,
): Promise<void> {
  if (product.cap === null) return;
  const changes = await listChanges(tx, county, { household });
  const room = roomUnder(product.cap, changes, on);
  if (amount <= room) return;
  refuse(
    deny(refusals.overLoanCap, {
      product: product.title,
      cap: yuanText(product.cap),
      on,
      owed: yuanText(mostOwedFrom(changes, on)),
      room: yuanText(room),
      asked: yuanText(amount),
    }),
  );
}
