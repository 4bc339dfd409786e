// Acts of money that wait or have ended, in the words of the reader, with why they cannot approve one.
import { z } from 'zod';
import type { FundOrder, listFundOrders } from '#contract/funds.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { standsAtLevel } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { fundWordsHere } from './fund-words.ts';
import { findOrder, listOrders, type OrderRow } from './order.store.ts';

/** Why this person cannot approve it now; undefined where they can. */
export function approvalDenial({ actor }: Context, row: OrderRow): RefusalKind | undefined {
  if (row.state !== 'waiting') return deny(orderRefusals.orderEnded);
  if (row.author === actor.account) return deny(orderRefusals.ownOrder);
  if (!standsAtLevel(actor.area, row.approval_level)) {
    return deny(orderRefusals.levelTooLow, { amount: yuanText(BigInt(row.amount_fen)) });
  }
  if (row.approvals.some(({ account }) => account === actor.account)) {
    const missing = row.approvals_needed - row.approvals.length;
    return deny(orderRefusals.approvedAlready, { missing });
  }
  return undefined;
}

const OrderKeys = z.tuple([z.string(), z.string()]);

export async function ordersOf(
  context: Context,
  { query }: InputOf<typeof listFundOrders>,
): Promise<OutputOf<typeof listFundOrders>> {
  const rows = await listOrders(context.tx, {
    span: spanOf(context.area),
    waiting: query.state === 'waiting',
    before: readCursor(query.cursor, OrderKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.true_on, row.id]);
  return { items: await orderViews(context, page.items), next: page.next };
}

export async function getOrderView(context: Context, id: string): Promise<FundOrder> {
  const row = (await findOrder(context.tx, id)) ?? refuse(orderRefusals.noSuchOrder);
  const [view] = await orderViews(context, [row]);
  return view ?? refuse(orderRefusals.noSuchOrder);
}

async function orderViews(context: Context, rows: readonly OrderRow[]): Promise<FundOrder[]> {
  const codes = rows.flatMap((row) => [row.area_code, row.from_area, row.to_area]);
  const nameOf = await namesOf(context, codes);
  const place = (code: string) => ({ code, name: nameOf(code) });
  return rows.map((row) => {
    const words = fundWordsHere(context, areaCode(row.area_code));
    const denial = context.may('funds.approve') ? approvalDenial(context, row) : undefined;
    return {
      id: row.id,
      area: place(row.area_code),
      kind: row.kind,
      on: row.true_on,
      document: row.document,
      memo: row.memo,
      source: row.source,
      sourceTitle: words.source(row.source).title,
      purpose: row.purpose,
      purposeTitle: words.use(row.purpose),
      toPurposeTitle: row.to_purpose === null ? null : words.use(row.to_purpose),
      amount: row.amount_fen,
      from: { kind: row.from_kind, area: place(row.from_area), holder: row.from_holder },
      to: { area: place(row.to_area), holder: row.to_holder, household: row.household_id },
      state: row.state,
      approvalsNeeded: row.approvals_needed,
      approvalLevel: row.approval_level,
      approvals: row.approvals.map(({ name, at }) => ({ name, at })),
      author: row.author_name,
      enteredAt: row.entered_at,
      entry: row.entry_id,
      endedBy: row.ended_by_name,
      reason: row.ended_reason,
      isMine: row.author === context.actor.account,
      closed: denial?.message ?? null,
    };
  });
}
