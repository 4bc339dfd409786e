// Issuing: one order and a part for each place and unit it goes to; and the circular of who is late.

import type {
  Circular,
  CircularLine,
  getCircular,
  issueCircular,
  issueOrder,
  listCirculars,
} from '#contract/monitoring-orders.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf, isWithin, pathOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lateOf } from '#domain/monitoring/order.ts';
import * as refusals from '#domain/monitoring/order-refusals.ts';
import { noSuchOwner } from '#domain/monitoring/problem-refusals.ts';
import { findAccount } from '#server/access/account.store.ts';
import type { Context } from '#server/http/context.ts';
import {
  type CircularRecord,
  findCircular,
  insertCircular,
  insertOrder,
  listCircularRows,
  listLateParts,
  type OrderRecord,
  type PartRecord,
} from './order.store.ts';
import { partState } from './orders.ts';
import { nextNumber } from './problem.store.ts';
import { onlyMine, placeNames } from './problem-view.ts';

export async function issue(
  context: Context,
  { body }: InputOf<typeof issueOrder>,
): Promise<OutputOf<typeof issueOrder>> {
  const { tx, today, now, actor, area } = context;
  const county = countyNumberOf(area) ?? refuse(refusals.orderToNobody);
  const addressees = await addresseesOf(context, body);
  if (addressees.length === 0) refuse(refusals.orderToNobody);
  if (body.dueOn < today) refuse(refusals.orderDayPast, { day: body.dueOn });
  const number = await nextNumber(tx, county, 'order');
  const id = context.newId(county);
  const order: OrderRecord = {
    county,
    id,
    area_code: area,
    number,
    title: body.title,
    words: body.words,
    basis: body.basis,
    basis_link: body.basisLink ?? null,
    issued_by: actor.account,
    issued_by_name: actor.displayName,
    issued_on: today,
    due_on: body.dueOn,
    closed_on: null,
  };
  const parts = addressees.map((to) =>
    partFor(order, context.newId(county), to, officeOf(context)),
  );
  const acts = parts.map((part) => ({
    county,
    part_id: part.id,
    position: 1,
    area_code: part.area_code,
    act: 'issue',
    words: '',
    account: actor.account,
    account_name: actor.displayName,
    acted_on: today,
    acted_at: now,
  }));
  await insertOrder(tx, order, parts, acts);
  context.note({ area, subject: `order:${id}`, facts: { number, parts: parts.length } });
  return { id, number };
}

function officeOf({ actor }: Context): string {
  return actor.title === '' ? actor.displayName : `${actor.title} ${actor.displayName}`;
}

export interface Addressee {
  readonly kind: 'area' | 'unit';
  readonly area: string;
  readonly name: string;
  readonly account: string | null;
}

export function partFor(order: OrderRecord, id: string, to: Addressee, issuer: string): PartRecord {
  const { county, number, title, words, basis, issued_on, due_on } = order;
  return {
    county,
    id,
    order_id: order.id,
    area_code: to.area,
    kind: to.kind,
    name: to.name,
    account: to.account,
    number,
    title,
    words,
    basis,
    issuer,
    issuer_area: order.area_code,
    issued_on,
    due_on,
    state: 'issued',
    position: 1,
    received_on: null,
    reported_on: null,
    reported_by: null,
    report: null,
    done_on: null,
    urged: 0,
  };
}

async function addresseesOf(
  context: Context,
  { areas, units }: InputOf<typeof issueOrder>['body'],
): Promise<readonly Addressee[]> {
  const { area, tx } = context;
  const named = await placeNames(context, areas);
  const places = [...new Set(areas)].map((code): Addressee => {
    const isBelow = isWithin(areaCode(code), area) && code.length > area.length;
    // A name that nobody knows is an area that is no more.
    if (!isBelow || named(code) === code)
      refuse(refusals.orderPlaceOutside, { place: named(code) });
    return { kind: 'area', area: code, name: named(code), account: null };
  });
  const offices: Addressee[] = [];
  for (const { account, name } of units) {
    if (account === null) {
      if (name !== '') offices.push({ kind: 'unit', area, name, account: null });
      continue;
    }
    const found = await findAccount(tx, account);
    if (found === undefined || !isWithin(found.area, area)) return refuse(noSuchOwner);
    const words = [found.title, found.displayName].filter(Boolean).join(' ');
    offices.push({ kind: 'unit', area, name: words, account });
  }
  return [...places, ...offices];
}

async function lateLines(context: Context): Promise<readonly CircularLine[]> {
  const { tx, area, today } = context;
  const rows = await listLateParts(tx, { span: spanOf(area), today });
  return rows.flatMap((row) => {
    const late = lateOf(partState(row), today);
    if (late === undefined) return [];
    const { name, number, title, due_on, urged } = row;
    return { ...late, name, order: number, title, dueOn: due_on, urged };
  });
}

export async function circularsOf(
  context: Context,
  _input: InputOf<typeof listCirculars>,
): Promise<OutputOf<typeof listCirculars>> {
  const { tx, area } = context;
  const rows = await listCircularRows(tx, { span: spanOf(area), above: pathOf(area) });
  const maySee = onlyMine(context) === undefined && countyNumberOf(area) !== undefined;
  return {
    items: rows.map(circularRow),
    late: maySee ? [...(await lateLines(context))] : [],
  };
}

function circularRow(row: CircularRecord) {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    on: row.issued_on,
    by: row.issued_by_name,
    late: (row.lines as readonly CircularLine[]).length,
  };
}

export async function circularOf(
  context: Context,
  { params }: InputOf<typeof getCircular>,
): Promise<Circular> {
  const row = (await findCircular(context.tx, params.id)) ?? refuse(refusals.noSuchCircular);
  const named = await placeNames(context, [row.area_code]);
  return {
    ...circularRow(row),
    words: row.words,
    office: row.office,
    place: named(row.area_code),
    lines: [...(row.lines as readonly CircularLine[])],
  };
}

export async function issueCircularOf(
  context: Context,
  { body }: InputOf<typeof issueCircular>,
): Promise<OutputOf<typeof issueCircular>> {
  const { tx, area, today, actor } = context;
  const county = countyNumberOf(area) ?? refuse(refusals.nobodyLate);
  const lines = await lateLines(context);
  if (lines.length === 0) refuse(refusals.nobodyLate);
  const number = await nextNumber(tx, county, 'circular');
  const id = context.newId(county);
  await insertCircular(tx, {
    county,
    id,
    area_code: area,
    number,
    title: body.title,
    words: body.words,
    issued_on: today,
    issued_by: actor.account,
    issued_by_name: actor.displayName,
    office: officeOf(context),
    lines,
  });
  context.note({ area, subject: `circular:${id}`, facts: { number, late: lines.length } });
  return { id, number };
}
