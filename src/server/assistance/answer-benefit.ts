// The household says whether something arrived; somebody who did not deliver it looks into a dispute.
import { z } from 'zod';
import type {
  answerBenefit,
  BenefitView,
  listDisputes,
  settleDispute,
} from '#contract/assistance-delivery.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { notDelivered, nothingDisputed, ownDelivery } from '#domain/assistance/benefit-refusals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import {
  type BenefitRecord,
  countDisputed,
  insertSteps,
  listDisputed,
  listSteps,
  updateBenefit,
} from './benefit.store.ts';
import { benefitViews } from './benefit-view.ts';
import { lockBenefit, stepOf, viewOfBenefit } from './record-benefit.ts';

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerBenefit>,
): Promise<BenefitView> {
  const { tx, today } = context;
  const benefit = await lockBenefit(context, params.id);
  const { arrived, words } = body;
  if (arrived && benefit.delivered_on === null) refuse(notDelivered, { benefit: benefit.title });
  // An office may write down what a household says, but not about what it delivered itself.
  if (context.actor.role !== 'household') await refuseOwn(context, benefit);

  await updateBenefit(tx, benefit, {
    state: arrived ? 'confirmed' : 'disputed',
    answered_on: today,
  });
  await insertSteps(tx, [
    stepOf(context, benefit, { act: arrived ? 'confirm' : 'dispute', on: today, words }),
  ]);
  noteOf(context, benefit);
  return viewOfBenefit(context, benefit);
}

export async function settle(
  context: Context,
  { params, body }: InputOf<typeof settleDispute>,
): Promise<BenefitView> {
  const { tx, today } = context;
  const benefit = await lockBenefit(context, params.id);
  if (benefit.state !== 'disputed') refuse(nothingDisputed, { benefit: benefit.title });
  await refuseOwn(context, benefit);

  await updateBenefit(
    tx,
    benefit,
    body.arrived
      ? { state: benefit.delivered_on === null ? 'promised' : 'delivered' }
      : { state: 'promised', delivered_on: null, delivered_fen: null, stage: null },
  );
  await insertSteps(tx, [
    stepOf(context, benefit, { act: 'settle', on: today, words: body.words }),
  ]);
  noteOf(context, benefit);
  return viewOfBenefit(context, benefit);
}

async function refuseOwn({ tx, actor }: Context, benefit: BenefitRecord): Promise<void> {
  const delivery = (await listSteps(tx, benefit.county, [benefit.id])).findLast(
    ({ act }) => act === 'deliver' || act === 'stage',
  );
  if (delivery?.account === actor.account) refuse(ownDelivery, { benefit: benefit.title });
}

const Keys = z.tuple([z.string(), z.string()]);

export async function disputesOf(
  context: Context,
  { query }: InputOf<typeof listDisputes>,
): Promise<OutputOf<typeof listDisputes>> {
  const span = spanOf(context.area);
  const rows = await listDisputed(context.tx, {
    span,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const { items, next } = pageFrom(rows, query.limit, (row) => [row.answered_on, row.id]);
  const nameOf = await nameAreas(
    context.tx,
    items.map((row) => row.area_code),
    context.today,
  );
  return {
    items: (await benefitViews(context, items)).map((one) => ({
      ...one,
      village: nameOf(one.areaCode).village,
    })),
    next,
    all: await countDisputed(context.tx, span),
  };
}

function noteOf(context: Context, { area_code, household_id, id }: BenefitRecord): void {
  context.note({
    area: areaCode(area_code),
    subject: `household:${household_id}`,
    facts: { benefit: id },
  });
}
