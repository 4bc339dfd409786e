// Acts of money: entered by one, approved by others as the amount asks, posted with the last approval in the
// same transaction; withdrawn by who entered them, refused with a reason.
import type {
  answerFundOrder,
  enterFundOrder,
  FundOrder,
  withdrawFundOrder,
} from '#contract/funds.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { approvalsFor, linesOf, mayTakeFrom, type Order, takesFrom } from '#domain/funds/order.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { areaCode, countyNumberOf, isWithin } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { approvalRuleOf, fundWordsHere, refuseUnknown } from './fund-words.ts';
import { findOrder, insertOrder, type OrderRow, updateOrder } from './order.store.ts';
import { refuseOverlooked } from './order-guards.ts';
import { approvalDenial, getOrderView } from './order-view.ts';
import { postEntries } from './post-entries.ts';

type EnterInput = InputOf<typeof enterFundOrder>;

export async function enterOrder(
  context: Context,
  { body }: EnterInput,
): Promise<OutputOf<typeof enterFundOrder>> {
  const { tx, actor, now } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area) ?? refuse(orderRefusals.countyNeeded);
  const words = fundWordsHere(context, area);
  const purposes = [body.purpose, ...(body.to.purpose === null ? [] : [body.to.purpose])];
  refuseUnknown(words, { source: body.source, purposes });
  const order = await orderOf(context, body);
  if (body.document.trim() === '') refuse(refusals.noDocument);
  await refuseOverlooked(context, county, order);

  const asked = approvalsFor(order, approvalRuleOf(words.pack));
  const id = context.newId(county);
  await insertOrder(tx, {
    county,
    id,
    area_code: area,
    kind: order.kind,
    true_on: order.on,
    document: body.document,
    memo: body.memo,
    source: order.source,
    purpose: order.purpose,
    amount_fen: body.amount,
    from_kind: order.from.kind,
    from_area: order.from.area,
    from_holder: order.from.holder,
    from_project: order.from.project,
    to_area: order.to.area,
    to_holder: order.to.holder,
    to_purpose: order.to.purpose,
    to_project: order.to.project,
    milestone_id: order.to.milestone ?? null,
    household_id: order.to.household,
    again: body.again ?? null,
    approvals_needed: asked.needed,
    approval_level: asked.level,
    author: actor.account,
    author_name: actor.displayName,
    entered_at: now,
  });
  context.note({ area, subject: `order:${id}`, facts: { kind: order.kind, amount: body.amount } });
  return { id, approvalsNeeded: asked.needed, approvalLevel: asked.level };
}

/** What was asked, with what goes without saying filled in, or why it cannot be meant. */
async function orderOf(context: Context, body: EnterInput['body']): Promise<Order> {
  const { tx, today, actor } = context;
  const area = areaCode(body.area);
  const [meant] = takesFrom[body.kind];
  const from = body.from ?? { kind: meant, area: body.area, holder: '', project: null };
  if (!mayTakeFrom(body.kind, from.kind)) {
    refuse(orderRefusals.cannotTakeFrom, {
      from: from.kind,
      choices: takesFrom[body.kind].join(', '),
    });
  }
  const changesUse = body.to.purpose !== null && body.to.purpose !== body.purpose;
  if (changesUse !== (body.kind === 'repurpose')) refuse(orderRefusals.useNotChanged);
  const on = plainDate(body.on);
  if (on > today) refuse(orderRefusals.dayAhead, { on, today });
  const home = body.to.household === null ? undefined : await getHousehold(tx, body.to.household);
  const to = areaCode(home?.area ?? body.to.area ?? (body.kind === 'repurpose' ? from.area : area));
  const isMine = (code: string) => actor.areas.some((own) => isWithin(areaCode(code), own));
  const county = areaCode(area.slice(0, 6));
  for (const code of [from.area, to]) {
    if (!isWithin(areaCode(code), county) || !isMine(code))
      refuse(orderRefusals.elsewhere, { area: code });
  }
  return {
    kind: body.kind,
    on,
    source: body.source,
    purpose: body.purpose,
    amount: BigInt(body.amount),
    from: { ...from, area: areaCode(from.area) },
    to: {
      area: to,
      holder: body.kind === 'repurpose' ? from.holder : body.to.holder,
      project: body.to.project ?? from.project,
      milestone: body.to.milestone,
      household: body.to.household,
      purpose: body.to.purpose,
    },
  };
}

function orderIn(row: OrderRow): Order {
  return {
    kind: row.kind,
    on: plainDate(row.true_on),
    source: row.source,
    purpose: row.purpose,
    amount: BigInt(row.amount_fen),
    from: {
      kind: row.from_kind,
      area: areaCode(row.from_area),
      holder: row.from_holder,
      project: row.from_project,
    },
    to: {
      area: areaCode(row.to_area),
      holder: row.to_holder,
      project: row.to_project,
      milestone: row.milestone_id,
      household: row.household_id,
      purpose: row.to_purpose,
    },
  };
}

export async function answerOrder(
  context: Context,
  { params, body }: InputOf<typeof answerFundOrder>,
): Promise<FundOrder> {
  const { tx, actor, now } = context;
  const row = (await findOrder(tx, params.id)) ?? refuse(orderRefusals.noSuchOrder);
  const denial = approvalDenial(context, row);
  if (denial !== undefined) refuse(denial);
  if (!body.approve && body.reason === '') refuse(orderRefusals.reasonNeeded);

  const ended = { ended_at: now, ended_by_name: actor.displayName };
  if (!body.approve) {
    await updateOrder(tx, row, { state: 'refused', ...ended, ended_reason: body.reason });
  } else {
    const approvals = [
      ...row.approvals,
      { account: actor.account, name: actor.displayName, office: actor.title, at: now },
    ];
    const isLast = approvals.length >= row.approvals_needed;
    const entry = isLast ? await postOrder(context, row, approvals) : null;
    await updateOrder(tx, row, {
      approvals,
      ...(entry === null ? {} : { state: 'posted', entry_id: entry, ...ended }),
    });
  }
  context.note({
    area: areaCode(row.area_code),
    subject: `order:${row.id}`,
    facts: { approve: body.approve, kind: row.kind },
  });
  return getOrderView(context, row.id);
}

async function postOrder(
  context: Context,
  row: OrderRow,
  approvers: OrderRow['approvals'],
): Promise<string> {
  const order = orderIn(row);
  const project = await refuseOverlooked(context, row.county, order);
  const id = context.newId(row.county);
  await postEntries(
    {
      tx: context.tx,
      county: row.county,
      area: areaCode(row.area_code),
      author: { account: row.author, name: row.author_name },
      now: context.now,
      newId: context.newId,
      project,
    },
    [
      {
        id,
        kind: order.kind,
        on: order.on,
        document: row.document,
        memo: row.memo,
        lines: linesOf(order),
        reverses: null,
        approvers,
        cause: `order:${row.id}`,
        ...(row.again === null ? {} : { again: row.again }),
      },
    ],
  );
  return id;
}

export async function withdrawOrder(
  context: Context,
  { params }: InputOf<typeof withdrawFundOrder>,
): Promise<FundOrder> {
  const { tx, actor, now } = context;
  const row = (await findOrder(tx, params.id)) ?? refuse(orderRefusals.noSuchOrder);
  if (row.state !== 'waiting') refuse(orderRefusals.orderEnded);
  if (row.author !== actor.account) refuse(orderRefusals.notYours);
  await updateOrder(tx, row, {
    state: 'withdrawn',
    ended_at: now,
    ended_by_name: actor.displayName,
  });
  context.note({ area: areaCode(row.area_code), subject: `order:${row.id}` });
  return getOrderView(context, row.id);
}
