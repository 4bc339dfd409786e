// One entry as it stands, and its reverse: what was posted is never changed.
import type { FundEntry, getFundEntry, reverseFundEntry } from '#contract/funds.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { loanEntry } from '#domain/funds/loans/loan-refusals.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { listEntryLines } from './books.store.ts';
import { fundWordsHere } from './fund-words.ts';
import { lineViews } from './line-view.ts';
import { findEntry } from './order.store.ts';
import { reversePosted } from './reverse-posted.ts';

export async function entryOf(
  context: Context,
  { params }: InputOf<typeof getFundEntry>,
): Promise<FundEntry> {
  const { tx, may } = context;
  const entry = (await findEntry(tx, params.id)) ?? refuse(refusals.noSuchEntry);
  const area = areaCode(entry.area_code);
  const nameOf = await namesOf(context, [area]);
  const lines = await listEntryLines(tx, entry);
  return {
    id: entry.id,
    kind: entry.kind,
    on: entry.on,
    document: entry.document,
    memo: entry.memo,
    amount: entry.amount,
    area: { code: area, name: nameOf(area) },
    author: entry.author_name,
    approvers: entry.approvers.map(({ name, office }) => ({ name, office })),
    recordedAt: entry.recorded_at,
    reverses: entry.reverses,
    reversedBy: entry.reversed_by,
    cause: entry.cause,
    lines: await lineViews(context, fundWordsHere(context, area), lines),
    mayReverse:
      may('funds.approve') &&
      entry.reverses === null &&
      entry.reversed_by === null &&
      entry.cause?.startsWith('loan') !== true,
  };
}

export async function reverseEntry(
  context: Context,
  { params, body }: InputOf<typeof reverseFundEntry>,
): Promise<OutputOf<typeof reverseFundEntry>> {
  const { tx, actor, today } = context;
  const entry = (await findEntry(tx, params.id)) ?? refuse(refusals.noSuchEntry);
  const on = plainDate(body.on);
  if (on > today) refuse(orderRefusals.dayAhead, { on, today });
  if (entry.cause?.startsWith('loan') === true) refuse(loanEntry);
  if (entry.author === actor.account) refuse(orderRefusals.ownOrder);
  const id = await reversePosted(context, entry, { on, memo: body.reason });
  context.note({ area: areaCode(entry.area_code), subject: `entry:${entry.id}` });
  return { id };
}
