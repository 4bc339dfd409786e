// Pictures of the ground of a county: which there are, loading one, naming a tile server, taking one away.
import type {
  Layer,
  listLayers,
  loadLayer,
  nameTileServer,
  removeLayer,
} from '#contract/insight-layers.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { boundsOfOutlines } from '#domain/insight/layers/outline-spots.ts';
import { layerNeedsCounty, noSuchLayer } from '#domain/insight/layers/refusals.ts';
import { type Bounds, countOf } from '#domain/insight/layers/tile-grid.ts';
import {
  type AreaCode,
  areaCode,
  atLevel,
  countyNumberOf,
  spanOf,
} from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import { findJob } from '#server/jobs/job.store.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listBoundaries } from '#server/registry/area-own.store.ts';
import { lookAtLayer } from './ask-layer.ts';
import {
  deleteLayer,
  findLayer,
  insertLayer,
  type LayerRow,
  listLayerRows,
} from './layer.store.ts';
import { forgetLayerFile, keepLayerFile, layerFilePath } from './layer-file.ts';
import { type LayerRunInput, layerJobKind } from './layer-job.ts';
import { checkTileServer } from './tile-server.ts';

export async function layersOf(context: Context): Promise<OutputOf<typeof listLayers>> {
  const { tx, area } = context;
  const county = atLevel(area, 'county');
  const mayLoad = context.may('registry.areas') && area === county;
  if (county === undefined) return { items: [], hasOutlines: false, mayLoad };
  const rows = await listLayerRows(tx, countyNumberOf(county) ?? 0);
  const outlines = await countyBounds(context, county);
  const items: Layer[] = [];
  for (const row of rows) items.push(layerView(await settled(context, row), mayLoad));
  return {
    items,
    hasOutlines: outlines !== undefined,
    mayLoad,
  };
}

/** A run that was cancelled while it waited never began, and nobody wrote down that it ended. */
async function settled({ tx }: Context, row: LayerRow): Promise<LayerRow> {
  if (row.state !== 'making' || row.job === null) return row;
  const job = await findJob(tx, row.job);
  return job?.state === 'cancelled' ? { ...row, state: 'cancelled' } : row;
}

export async function loadedLayer(
  context: Context,
  { query }: InputOf<typeof loadLayer>,
): Promise<Layer> {
  const { tx, file, platform, newId, actor, scope, now } = context;
  const county = countyOf(context);
  if (file === undefined) return refuse(missingFile);
  const name = file.fileName.slice(-160);
  const number = countyNumberOf(county) ?? 0;
  const id = newId(number);
  const path = layerFilePath(platform.dataFolder, id);
  await keepLayerFile(path, { name, stream: file.stream });
  try {
    const isShifted = query.coordinates === 'GCJ-02';
    const ground = await countyBounds(context, county);
    const found = await lookAtLayer({ task: 'look', path, name, isShifted, county: ground });
    const input: LayerRunInput = { layer: id, name, isShifted };
    const kind = layerJobKind;
    const { account } = actor;
    const job = await platform.jobs.enqueue(tx, {
      kind,
      areaCode: county,
      account,
      scope,
      input,
      now,
    });
    const row: LayerRow = {
      ...namedRow(context, { county, id, ...query }),
      kind: found.kind,
      form: found.form,
      // A raster is brought back while it is cut; pictures that are made already stay where they are.
      is_shifted: isShifted && found.form === 'pmtiles',
      ...extentOf(found.bounds),
      min_zoom: found.minZoom,
      max_zoom: found.maxZoom,
      tiles: found.tiles,
      is_coarser: found.isCoarser,
      address: null,
      state: 'making',
      job,
    };
    await insertLayer(tx, row);
    const facts = { form: found.form, kind: found.kind, tiles: found.tiles };
    context.note({ area: county, subject: `layer:${id}`, facts });
    return layerView(row, true);
  } catch (error) {
    await forgetLayerFile(path);
    throw error;
  }
}

export async function namedTileServer(
  context: Context,
  { body }: InputOf<typeof nameTileServer>,
): Promise<Layer> {
  const { tx, newId } = context;
  const county = countyOf(context);
  const bounds = (await countyBounds(context, county)) ?? wholeCountry;
  const minZoom = Math.min(body.minZoom, body.maxZoom);
  const maxZoom = Math.max(body.minZoom, body.maxZoom);
  await checkTileServer(body.address, { bounds, zoom: minZoom });
  const id = newId(countyNumberOf(county) ?? 0);
  const row: LayerRow = {
    ...namedRow(context, { county, id, ...body }),
    kind: body.kind,
    form: 'server',
    is_shifted: body.coordinates === 'GCJ-02',
    ...extentOf(bounds),
    min_zoom: minZoom,
    max_zoom: maxZoom,
    tiles: Math.min(countOf(bounds, minZoom, maxZoom), 2_000_000_000),
    is_coarser: false,
    address: body.address,
    state: 'ready',
    job: null,
  };
  await insertLayer(tx, row);
  const host = new URL(body.address.replace(/[{}]/g, '')).host;
  context.note({ area: county, subject: `layer:${id}`, facts: { form: 'server', host } });
  return layerView(row, true);
}

export async function removedLayer(
  context: Context,
  { params }: InputOf<typeof removeLayer>,
): Promise<undefined> {
  const { tx, platform, scope } = context;
  const of = { county: countyOfId(params.id), id: params.id };
  const found = (await findLayer(tx, of)) ?? refuse(noSuchLayer);
  // Whoever sees the county's picture from inside the county does not own it.
  if (found.area_code < scope.low) refuse(noSuchLayer);
  await deleteLayer(tx, of);
  context.afterCommit(() => forgetLayerFile(layerFilePath(platform.dataFolder, params.id)));
  const area = areaCode(found.area_code);
  context.note({ area, subject: `layer:${params.id}`, facts: { form: found.form } });
}

function countyOf({ area }: Context): AreaCode {
  const county = atLevel(area, 'county');
  return county === area ? area : refuse(layerNeedsCounty, { area });
}

/** Where nobody loaded outlines a tile server is asked for all of the country. */
const wholeCountry: Bounds = [73, 3, 136, 54];

async function countyBounds({ tx, today }: Context, county: AreaCode): Promise<Bounds | undefined> {
  const areas = await listAreasInSpan(tx, spanOf(county), today);
  const outlines = await listBoundaries(
    tx,
    areas.map(({ code }) => code),
  );
  return boundsOfOutlines(outlines.map(({ geometry }) => geometry));
}

interface Named {
  readonly county: AreaCode;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly takenOn?: string | undefined;
}

function namedRow({ actor, now }: Context, { county, id, title, source, takenOn }: Named) {
  return {
    county: countyNumberOf(county) ?? 0,
    id,
    area_code: county,
    title,
    source,
    taken_on: takenOn ?? null,
    bytes: 0,
    account: actor.account,
    account_name: actor.displayName,
    loaded_at: now,
  };
}

function extentOf([west, south, east, north]: Bounds) {
  return { west, south, east, north };
}

function layerView(row: LayerRow, mayLoad: boolean): Layer {
  return {
    id: row.id,
    area: row.area_code,
    title: row.title,
    kind: row.kind === 'terrain' ? 'terrain' : 'imagery',
    form: row.form as Layer['form'],
    source: row.source,
    takenOn: row.taken_on as Layer['takenOn'],
    isShifted: row.is_shifted,
    bounds: [row.west, row.south, row.east, row.north],
    minZoom: row.min_zoom,
    maxZoom: row.max_zoom,
    tiles: row.tiles,
    bytes: row.bytes,
    isCoarser: row.is_coarser,
    address: mayLoad ? row.address : null,
    state: row.state as Layer['state'],
    job: row.job,
    by: row.account_name,
    at: row.loaded_at,
  };
}
