// Assets by hand: entered after an acceptance, carried on act by act, counted once a year.
import { z } from 'zod';
import type {
  Asset,
  AssetActBody,
  AssetRow,
  countAsset,
  countAssets,
  doAssetAct,
  enterAsset,
  listAssets,
} from '#contract/funds-assets.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import {
  type AssetCondition,
  assetDenial,
  assetKinds,
  assetStateAfter,
  assetStates,
} from '#domain/funds/projects/asset.ts';
import * as refusals from '#domain/funds/projects/asset-refusals.ts';
import { noSuchProject } from '#domain/funds/projects/project-refusals.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import {
  type AssetRecord,
  appendAssetAct,
  formedOf,
  insertAsset,
  listAssetRows,
  sumAssets,
  updateAsset,
} from './asset.store.ts';
import { assetRows, assetView, openAsset } from './asset-view.ts';
import { findProject } from './project.store.ts';

const AssetKeys = z.tuple([z.string(), z.string()]);

export async function assetsOf(
  context: Context,
  { query }: InputOf<typeof listAssets>,
): Promise<OutputOf<typeof listAssets>> {
  const rows = await listAssetRows(context.tx, {
    span: spanOf(context.area),
    kind: query.kind,
    state: query.state,
    project: query.project,
    uncountedIn: query.uncounted === 'true' ? yearOf(context.today) : undefined,
    before: readCursor(query.cursor, AssetKeys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.created_at, row.id]);
  return { items: await assetRows(context, page.items), next: page.next };
}

export async function assetCounts(
  context: Context,
  _: InputOf<typeof countAssets>,
): Promise<OutputOf<typeof countAssets>> {
  const { tx, area, today, may } = context;
  const year = yearOf(today);
  const sums = await sumAssets(tx, spanOf(area), year);
  const nameOf = await namesOf(context, [area]);
  const total = (rows: typeof sums, of: (one: (typeof sums)[number]) => number) =>
    rows.reduce((sum, one) => sum + of(one), 0);
  const standing = sums.filter(({ state }) => state !== 'disposed');
  return {
    area: { code: area, name: nameOf(area) },
    on: today,
    year,
    kinds: assetKinds.map((kind) => {
      const own = standing.filter((one) => one.kind === kind);
      return { kind, count: total(own, (one) => one.count), value: total(own, (one) => one.value) };
    }),
    states: assetStates.map((state) => {
      const own = sums.filter((one) => one.state === state);
      return {
        state,
        count: total(own, (one) => one.count),
        value: total(own, (one) => one.value),
      };
    }),
    toCount: total(standing, ({ count }) => count),
    counted: total(standing, ({ counted }) => counted),
    shared: total(sums, ({ shared }) => shared),
    mayEnter: may('funds.list') && countyNumberOf(area) !== undefined,
    mayCount: may('registry.attach'),
  };
}

export async function enterFormed(
  context: Context,
  { params, body }: InputOf<typeof enterAsset>,
): Promise<OutputOf<typeof enterAsset>> {
  const { tx, actor, now, today } = context;
  const project = (await findProject(tx, params.id, 'locked')) ?? refuse(noSuchProject);
  const { accepted_fen } = project;
  if (accepted_fen === null) return refuse(refusals.notFinished);
  const sum = (await formedOf(tx, project.county, project.id)) + BigInt(body.value);
  if (sum > BigInt(accepted_fen)) {
    const accepted = yuanText(BigInt(accepted_fen));
    refuse(refusals.formedAlready, { sum: yuanText(sum), accepted });
  }
  if (body.formedOn > today) refuse(orderRefusals.dayAhead, { on: body.formedOn, today });

  const key = {
    county: project.county,
    id: context.newId(project.county),
    area_code: project.area_code,
  };
  await insertAsset(tx, {
    ...key,
    project_id: project.id,
    title: body.title,
    kind: body.kind,
    value_fen: body.value,
    formed_on: body.formedOn,
    state: 'formed',
    state_on: body.formedOn,
    author: actor.account,
    created_at: now,
  });
  await appendAssetAct(tx, key, {
    kind: 'form',
    done_on: body.formedOn,
    facts: { value: body.value },
    account: actor.account,
    account_name: actor.displayName,
    now,
  });
  context.note({ area: areaCode(project.area_code), subject: `asset:${key.id}` });
  return { id: key.id };
}

export async function actOnAsset(
  context: Context,
  { params, body }: InputOf<typeof doAssetAct>,
): Promise<Asset> {
  const row = await openAsset(context, params.id, 'locked');
  await carryOn(context, row, body, changeBy(body));
  return assetView(context, row.id);
}

export async function countOne(
  context: Context,
  { params, body }: InputOf<typeof countAsset>,
): Promise<AssetRow> {
  const row = await openAsset(context, params.id, 'locked');
  const year = yearOf(plainDate(body.on));
  await carryOn(context, row, { act: 'count', ...body }, { counted_year: year });
  const [view] = await assetRows(context, [await openAsset(context, row.id)]);
  return view ?? refuse(refusals.noSuchAsset);
}

type Change = Parameters<typeof updateAsset>[2];

async function carryOn(
  context: Context,
  row: AssetRecord,
  body: AssetActBody | { act: 'count'; condition: AssetCondition; on: string; note: string },
  change: Change,
): Promise<void> {
  const { tx, actor, now, today } = context;
  const on = plainDate(body.on);
  if (on > today) refuse(orderRefusals.dayAhead, { on, today });
  const facts = { state: row.state, kind: row.kind, countedYear: row.counted_year };
  const denial = assetDenial(facts, body.act, yearOf(on));
  if (denial !== undefined) refuse(denial);

  const { act: kind, on: _on, ...said } = body;
  await appendAssetAct(tx, row, {
    kind,
    done_on: on,
    facts: said,
    account: actor.account,
    account_name: actor.displayName,
    now,
  });
  const condition = 'condition' in body ? body.condition : undefined;
  const state = assetStateAfter(row.state, kind, condition);
  await updateAsset(tx, row, {
    ...(state === row.state ? {} : { state, state_on: on }),
    ...change,
    state,
  });
  context.note({
    area: areaCode(row.area_code),
    subject: `asset:${row.id}`,
    facts: { act: kind },
  });
}

function changeBy(body: AssetActBody): Change {
  if (body.act === 'confirm') return { owner: body.owner };
  if (body.act === 'handOver') return { keeper: body.keeper };
  return body.act === 'dispose' ? { disposed_fen: body.proceeds } : {};
}
