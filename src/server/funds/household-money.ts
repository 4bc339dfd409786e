// What reached a household, and its word on it: confirmed, or disputed and answered.
import type {
  answerDispute,
  getHouseholdMoney,
  HouseholdMoney,
  Payment,
  sayOfPayment,
} from '#contract/funds-lists.ts';
import type { InputOf } from '#contract/route.ts';
import * as listRefusals from '#domain/funds/list-refusals.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { fundWordsHere } from './fund-words.ts';
import { namesOfLists } from './list-name.store.ts';
import { paymentViews } from './list-view.ts';
import {
  findPayment,
  listOfHousehold,
  type PaymentRowFound,
  sumByUse,
  updateWord,
} from './payment-word.store.ts';

export async function moneyOfHousehold(
  context: Context,
  { params }: InputOf<typeof getHouseholdMoney>,
): Promise<HouseholdMoney> {
  const { tx, actor } = context;
  const { county, id, area } = await getHousehold(tx, params.id);
  const rows = await listOfHousehold(tx, county, id);
  const views = await paymentViews(context, rows);
  const words = fundWordsHere(context, areaCode(area));
  const lists = await namesOfLists(tx, county, [...new Set(rows.map((row) => row.list_id))]);
  const reached = views.filter(({ state }) => state === 'posted' || state === 'paid');
  return {
    household: id,
    received: reached.reduce((sum, { amount }) => sum + amount, 0),
    payments: views.map((view, index) => {
      const list = lists.get(rows[index]?.list_id ?? '');
      return {
        ...view,
        title: list?.title ?? '',
        useTitle: words.use(list?.purpose ?? ''),
        sourceTitle: words.source(list?.source ?? '').title,
      };
    }),
    byUse: (await sumByUse(tx, { county, household: id })).map(({ use, amount, ...one }) => ({
      ...one,
      use,
      title: words.use(use),
      measures: [...words.measures(use)],
      amount: Number(amount),
    })),
    maySay: actor.role === 'household',
  };
}

export async function sayWord(
  context: Context,
  { params, body }: InputOf<typeof sayOfPayment>,
): Promise<Payment> {
  const { tx, actor, now } = context;
  if (actor.role !== 'household') refuse(listRefusals.wordOfOthers);
  const payment = (await findPayment(tx, params.id)) ?? refuse(listRefusals.noSuchPayment);
  if (payment.state !== 'posted' && payment.state !== 'paid') refuse(listRefusals.notPaidYet);
  if (payment.word !== null) refuse(listRefusals.wordGiven);
  if (body.word === 'disputed' && body.said === '') refuse(orderRefusals.reasonNeeded);
  await updateWord(tx, payment, {
    word: body.word,
    word_said: body.said,
    word_by_name: actor.displayName,
    word_at: now,
  });
  noteOf(context, payment, { word: body.word });
  return viewAgain(context, payment);
}

export async function answerWord(
  context: Context,
  { params, body }: InputOf<typeof answerDispute>,
): Promise<Payment> {
  const { tx, actor } = context;
  const payment = (await findPayment(tx, params.id)) ?? refuse(listRefusals.noSuchPayment);
  if (payment.word !== 'disputed' || payment.word_answer !== null) {
    refuse(listRefusals.nothingDisputed);
  }
  await updateWord(tx, payment, {
    word_answer: body.answer,
    word_answered_by: actor.displayName,
  });
  noteOf(context, payment, {});
  return viewAgain(context, payment);
}

function noteOf(context: Context, payment: PaymentRowFound, facts: object): void {
  context.note({
    area: areaCode(payment.area_code),
    subject: `payment:${payment.id}`,
    facts: { ...facts },
  });
}

async function viewAgain(context: Context, { id }: PaymentRowFound): Promise<Payment> {
  const row = (await findPayment(context.tx, id)) ?? refuse(listRefusals.noSuchPayment);
  const [view] = await paymentViews(context, [row]);
  return view ?? refuse(listRefusals.noSuchPayment);
}
