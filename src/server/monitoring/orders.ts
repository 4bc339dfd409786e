// Follow-up orders as people list, read, issue and answer them.
import { z } from 'zod';
import type {
  actOnOrder,
  getOrder,
  getOrderPart,
  listOrderParts,
  listOrders,
  Order,
  OrderPartRow,
  OrderRow,
  OrderPart as PartShape,
} from '#contract/monitoring-orders.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  decideOrderAct,
  lateOf,
  type OrderPart,
  type OrderReader,
  orderActsFor,
  type PartState,
} from '#domain/monitoring/order.ts';
import * as refusals from '#domain/monitoring/order-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import {
  closeOrderWhenDone,
  findOrder,
  findPart,
  insertOrderActs,
  listOrderActs,
  listOrderRows,
  listPartsFor,
  listPartsOf,
  type OrderRecord,
  type PartRecord,
  savePart,
} from './order.store.ts';
import { onlyMine } from './problem-view.ts';

const Keys = z.tuple([z.string(), z.string()]);

export async function ordersOf(
  context: Context,
  { query }: InputOf<typeof listOrders>,
): Promise<OutputOf<typeof listOrders>> {
  const { tx, area } = context;
  // Who reads no register gets orders, and reads none that went to others.
  if (onlyMine(context) !== undefined) return { items: [], next: null };
  const rows = await listOrderRows(tx, {
    span: spanOf(area),
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.issued_on, row.id]);
  const counties = [...new Set(page.items.map(({ county }) => county))];
  const ids = page.items.map(({ id }) => id);
  const parts = (await Promise.all(counties.map((one) => listPartsOf(tx, one, ids)))).flat();
  return {
    items: page.items.map((row) =>
      orderRow(
        context,
        row,
        parts.filter(({ order_id }) => order_id === row.id),
      ),
    ),
    next: page.next,
  };
}

function orderRow(context: Context, row: OrderRecord, parts: readonly PartRecord[]): OrderRow {
  const reached = (states: readonly string[]) =>
    parts.filter(({ state }) => states.includes(state)).length;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    issuedOn: row.issued_on,
    issuedBy: row.issued_by_name,
    dueOn: row.due_on,
    closedOn: row.closed_on,
    parts: parts.length,
    received: reached(['received', 'reported', 'returned', 'done']),
    reported: reached(['reported', 'done']),
    done: reached(['done']),
    late: parts.filter((part) => lateOf(partState(part), context.today) !== undefined).length,
  };
}

export function partState(row: PartRecord): OrderPart {
  return {
    state: row.state as PartState,
    dueOn: row.due_on,
    reportedOn: row.reported_on,
    reportedBy: row.reported_by,
  };
}

export function partRow({ today }: Pick<Context, 'today'>, row: PartRecord): OrderPartRow {
  return {
    id: row.id,
    order: row.order_id,
    number: row.number,
    title: row.title,
    kind: row.kind as OrderPartRow['kind'],
    name: row.name,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    state: row.state as PartState,
    receivedOn: row.received_on,
    reportedOn: row.reported_on,
    doneOn: row.done_on,
    urged: row.urged,
    position: row.position,
    late: lateOf(partState(row), today) ?? null,
  };
}

export async function orderPartsFor(
  context: Context,
  _input: InputOf<typeof listOrderParts>,
): Promise<OutputOf<typeof listOrderParts>> {
  const { tx, actor, area } = context;
  const rows = await listPartsFor(tx, { area: actor.area, account: actor.account });
  return {
    items: rows
      .filter((row) => isWithin(areaCode(row.area_code), area) || row.account === actor.account)
      .map((row) => partRow(context, row)),
    mayIssue: context.may('monitoring.steer') && countyNumberOf(area) !== undefined,
  };
}

export async function orderOf(
  context: Context,
  { params }: InputOf<typeof getOrder>,
): Promise<Order> {
  const row = await findOrder(context.tx, params.id);
  if (row === undefined || onlyMine(context) !== undefined) return refuse(refusals.noSuchOrder);
  const parts = await listPartsOf(context.tx, row.county, [row.id]);
  return {
    ...orderRow(context, row, parts),
    words: row.words,
    basis: row.basis,
    basisLink: row.basis_link,
    items: parts.map((part) => partRow(context, part)),
    maySteer: context.may('monitoring.steer'),
  };
}

export async function partOf(
  context: Context,
  { params }: InputOf<typeof getOrderPart>,
): Promise<PartShape> {
  return partView(context, await openPart(context, params.id, 'shown'));
}

async function openPart(
  context: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<PartRecord> {
  const row = await findPart(context.tx, id, lock);
  const own = onlyMine(context);
  const isTheirs = own === undefined || row?.account === own;
  return row === undefined || !isTheirs ? refuse(refusals.noSuchOrder) : row;
}

/** The issuer's side steers; the place itself answers, or its unit's account. */
function readerOf({ actor, may }: Context, row: PartRecord): OrderReader {
  const isIssuer = isWithin(areaCode(row.issuer_area), actor.area) && may('monitoring.steer');
  const isPlace = row.kind === 'area' && actor.area === row.area_code;
  const speaksFor = row.kind === 'unit' && row.account === null && isIssuer;
  return {
    account: actor.account,
    isAddressee: row.account === actor.account || isPlace || speaksFor,
    maySteer: isIssuer,
  };
}

async function partView(context: Context, row: PartRecord): Promise<PartShape> {
  const acts = await listOrderActs(context.tx, row);
  return {
    ...partRow(context, row),
    words: row.words,
    basis: row.basis,
    areaCode: row.area_code,
    report: row.report,
    acts: acts.map((one) => ({
      position: one.position,
      act: one.act as PartShape['acts'][number]['act'],
      words: one.words,
      by: one.account_name,
      on: one.acted_on,
    })),
    may: [...orderActsFor(partState(row), readerOf(context, row))],
  };
}

export async function actOn(
  context: Context,
  { params, body }: InputOf<typeof actOnOrder>,
): Promise<PartShape> {
  const { tx, today, now, actor } = context;
  const row = await openPart(context, params.id, 'locked');
  if (row.position !== body.seen) refuse(refusals.orderChanged);
  const decided = decideOrderAct(partState(row), readerOf(context, row), body);
  if (!decided.ok) return refuse(decided.why);
  const after: PartRecord = {
    ...row,
    state: decided.to,
    position: row.position + 1,
    ...(body.act === 'receive' ? { received_on: today } : {}),
    ...(body.act === 'report'
      ? { reported_on: today, reported_by: actor.account, report: body.words }
      : {}),
    ...(body.act === 'urge' ? { urged: row.urged + 1 } : {}),
    ...(body.act === 'done' ? { done_on: today } : {}),
  };
  await savePart(tx, after);
  await insertOrderActs(tx, [
    {
      county: row.county,
      part_id: row.id,
      position: after.position,
      area_code: row.area_code,
      act: body.act,
      words: body.words,
      account: actor.account,
      account_name: actor.displayName,
      acted_on: today,
      acted_at: now,
    },
  ]);
  if (body.act === 'done') await closeOrderWhenDone(tx, row, today);
  context.note({
    area: areaCode(row.area_code),
    subject: `order:${row.order_id}`,
    facts: { number: row.number, act: body.act },
  });
  return partView(context, after);
}
