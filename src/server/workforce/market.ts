// The board of supply and demand as people read it, post on it and take notices off it.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  closeMarket,
  listMarket,
  MarketNotice,
  postMarket,
} from '#contract/workforce-market.ts';
import { areaCode, countyNumberOf, isWithin, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchUnit } from '#domain/workforce/helper-refusals.ts';
import { marketKinds, mayHangUntil } from '#domain/workforce/market.ts';
import * as refusals from '#domain/workforce/tie-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { listAreas } from '#server/registry/area.store.ts';
import { countyOrBelow } from './coverage.ts';
import {
  closeMarketRow,
  findMarketRow,
  insertMarketRows,
  listMarketRows,
  type MarketRecord,
} from './market.store.ts';
import { findUnit, listUnitRows } from './unit.store.ts';

export async function marketOf(
  context: Context,
  { query }: InputOf<typeof listMarket>,
): Promise<OutputOf<typeof listMarket>> {
  const { tx, today, may } = context;
  const area = countyOrBelow(context.area);
  const rows = await listMarketRows(tx, { area, kind: query.kind, today });
  const mayPost = may('workforce.visit');
  const county = areaCode(area.slice(0, 6));
  const units = mayPost ? await listUnitRows(tx, { span: spanOf(county), kind: undefined }) : [];
  return {
    items: await noticeViews(context, rows),
    units: units.filter(({ kind }) => kind !== 'office').map(({ id, name }) => ({ id, name })),
    mayPost,
  };
}

async function noticeViews(
  { tx, today, actor, may }: Context,
  rows: readonly MarketRecord[],
): Promise<MarketNotice[]> {
  const codes = [...new Set(rows.map(({ area_code }) => area_code))];
  const places = new Map<string, string>(
    (await listAreas(tx, codes, today)).map(({ code, name }) => [code, name]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: marketKinds.find((kind) => kind === row.kind) ?? 'offered',
    product: row.product,
    quantity: row.quantity,
    words: row.words,
    contact: row.contact,
    unit:
      row.unit_id === null || row.unit_name === null
        ? null
        : { id: row.unit_id, name: row.unit_name },
    place: places.get(row.area_code) ?? row.area_code,
    until: row.until_on,
    daysLeft: daysBetween(today, plainDate(row.until_on)),
    by: row.entered_by_name,
    mayClose: may('workforce.visit') && isTheirs(actor, row),
  }));
}

/** Whoever works for a place takes down what hangs there and below; a helper what they posted. */
function isTheirs(actor: Context['actor'], row: MarketRecord): boolean {
  return actor.households === null
    ? isWithin(areaCode(row.area_code), actor.area)
    : row.entered_by === actor.account;
}

export async function postNotice(
  context: Context,
  { body }: InputOf<typeof postMarket>,
): Promise<OutputOf<typeof postMarket>> {
  const { tx, today, actor } = context;
  const area = countyOrBelow(context.area);
  const county = countyNumberOf(area) ?? 0;
  if (!mayHangUntil(body.until, today)) refuse(refusals.marketDayPast, { until: body.until });
  const unit =
    body.unit === undefined
      ? undefined
      : ((await findUnit(tx, { county, id: body.unit })) ??
        refuse(noSuchUnit, { unit: body.unit }));
  const id = context.newId(county);
  await insertMarketRows(tx, [
    {
      county,
      id,
      area_code: area,
      kind: body.kind,
      product: body.product,
      quantity: body.quantity,
      words: body.words,
      contact: body.contact,
      unit_id: unit?.id ?? null,
      unit_name: unit?.name ?? null,
      until_on: body.until,
      closed_on: null,
      outcome: null,
      entered_on: today,
      entered_by: actor.account,
      entered_by_name: actor.displayName,
    },
  ]);
  context.note({ area, subject: `market:${id}`, facts: { kind: body.kind } });
  return { id };
}

export async function takeDown(
  context: Context,
  { params, body }: InputOf<typeof closeMarket>,
): Promise<OutputOf<typeof closeMarket>> {
  const { tx, today, actor } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const row = (await findMarketRow(tx, key)) ?? refuse(refusals.noSuchMarketNotice);
  if (!isTheirs(actor, row)) refuse(refusals.noSuchMarketNotice);
  if (row.closed_on !== null) {
    refuse(refusals.marketNoticeClosed, { product: row.product, on: row.closed_on });
  }
  const isDone = await closeMarketRow(tx, row, { on: today, outcome: body.outcome });
  if (!isDone) refuse(refusals.noSuchMarketNotice);
  const subject = `market:${row.id}`;
  context.note({ area: areaCode(row.area_code), subject, facts: { kind: row.kind } });
  return { id: row.id };
}
