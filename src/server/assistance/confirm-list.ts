// The rows of a list are marked one by one, and the list is confirmed once. Whoever died or left before the
// day is left out with the sentence that says so, never silently paid.
import type { confirmList, ListRow, markRow } from '#contract/assistance-delivery.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  deliveredInFuture,
  listClosed,
  noSuchBenefit,
  recipientDead,
  recipientGone,
} from '#domain/assistance/benefit-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { findBenefit, insertSteps, updateBenefit } from './benefit.store.ts';
import {
  confirmRows,
  type GoneRecord,
  type ListRecord,
  listGone,
  listListRows,
  updateList,
} from './list.store.ts';
import { listView, openedList, rowViews } from './lists.ts';
import { delivererOf, stepOf } from './record-benefit.ts';

export interface Mark {
  readonly deliveredOn: string | null;
  readonly deliveredFen: number | null;
  readonly leftOutReason: string;
}

export async function mark(
  context: Context,
  { params, body }: InputOf<typeof markRow>,
): Promise<ListRow> {
  const { tx, today } = context;
  const list = await openedList(context, params.id, 'locked');
  demandOpen(list);
  if (body.deliveredOn !== null && body.deliveredOn > today) {
    refuse(deliveredInFuture, { on: body.deliveredOn, today });
  }
  await markOne(context, list, { ...body, benefit: params.benefit });
  context.note({
    area: areaCode(list.area_code),
    subject: `delivery:${list.id}`,
    facts: { rows: 1 },
  });
  const rows = await listListRows(tx, {
    county: list.county,
    list: list.id,
    benefit: params.benefit,
    limit: 1,
  });
  const [view] = await rowViews(context, rows);
  return view ?? refuse(noSuchBenefit);
}

/** Delivered on a day, left out for a reason, or neither: then it waits again. */
export async function markOne(
  { tx }: Context,
  { county, id }: ListRecord,
  marked: Mark & { readonly benefit: string },
): Promise<void> {
  const benefit = await findBenefit(tx, { county, id: marked.benefit }, 'locked');
  if (benefit?.list_id !== id) return refuse(noSuchBenefit);
  const isLeftOut = marked.leftOutReason !== '';
  await updateBenefit(tx, benefit, {
    state: isLeftOut ? 'leftOut' : marked.deliveredOn === null ? 'promised' : 'delivered',
    delivered_on: isLeftOut ? null : marked.deliveredOn,
    delivered_fen: isLeftOut ? null : marked.deliveredFen,
    left_out_reason: marked.leftOutReason,
  });
}

export async function confirm(
  context: Context,
  { params, body }: InputOf<typeof confirmList>,
): Promise<OutputOf<typeof confirmList>> {
  const { tx, now, today, actor } = context;
  const list = await openedList(context, params.id, 'locked');
  demandOpen(list);
  if (body.on > today) refuse(deliveredInFuture, { on: body.on, today });
  const gone = await listGone(tx, list, body.on);
  const refused = gone.map((one) => ({
    id: one.id,
    name: one.name,
    problem: goneWords(one, list, body.on),
  }));
  for (const one of refused) {
    await updateBenefit(
      tx,
      { county: list.county, id: one.id },
      {
        state: 'leftOut',
        delivered_on: null,
        left_out_reason: one.problem.zh.slice(0, 200),
      },
    );
  }

  const rows = await confirmRows(tx, list, {
    on: body.on,
    deliverer: list.deliverer || delivererOf(context),
  });
  const steps = rows.map(({ id, household_id, area_code, delivered_on }) =>
    stepOf(
      context,
      { county: list.county, id, household_id, area_code },
      {
        act: 'deliver',
        on: delivered_on ?? body.on,
        words: '',
      },
    ),
  );
  for (let from = 0; from < steps.length; from += 1000) {
    await insertSteps(tx, steps.slice(from, from + 1000));
  }
  await updateList(tx, list, {
    state: 'confirmed',
    confirmed_by: actor.account,
    confirmed_by_name: actor.displayName,
    confirmed_at: now,
  });
  context.note({
    area: areaCode(list.area_code),
    subject: `delivery:${list.id}`,
    facts: { rows: rows.length, refused: refused.length },
  });
  return {
    ...(await listView(context, list.county, list.id)),
    refused: refused.map(({ name, problem }) => ({ headName: name, problem })),
  };
}

function goneWords(one: GoneRecord, { title }: ListRecord, on: string): Bilingual {
  const kind = one.left_reason === 'DIED' ? recipientDead : recipientGone;
  return deny(kind, { name: one.name, left: one.left_on, on, benefit: title }).message;
}

export function demandOpen(list: ListRecord): void {
  if (list.state !== 'open') {
    refuse(listClosed, { title: list.title, by: list.confirmed_by_name ?? list.deliverer });
  }
}
