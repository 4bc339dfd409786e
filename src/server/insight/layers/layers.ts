// Pictures of the ground of a county: which there are, loading one, naming a tile server, taking one away.
import type {
  Layer,
  listLayers,
  loadLayer,
  nameTileServer,
  removeLayer,
} from '#contract/insight-layers.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { layerNeedsCounty, noSuchLayer } from '#domain/insight/layers/refusals.ts';
import { type Bounds, countOf } from '#domain/insight/layers/tile-grid.ts';
import { type AreaCode, areaCode, atLevel, countyNumberOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { missingFile } from '#server/http/input-refusals.ts';
import { findJob } from '#server/jobs/job.store.ts';
import { beginLayer, countyBounds, extentOf, layerView, namedRow } from './begin-layer.ts';
import {
  deleteLayer,
  findLayer,
  insertLayer,
  type LayerRow,
  listLayerRows,
} from './layer.store.ts';
import { forgetLayerFile, keepLayerFile, layerFilePath } from './layer-file.ts';
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
  const { file, platform, newId } = context;
  const county = countyOf(context);
  if (file === undefined) return refuse(missingFile);
  const name = file.fileName.slice(-160);
  const id = newId(countyNumberOf(county) ?? 0);
  const path = layerFilePath(platform.dataFolder, id);
  const { title, source, takenOn } = query;
  await keepLayerFile(path, { name, stream: file.stream });
  const isShifted = query.coordinates === 'GCJ-02';
  const row = await beginLayer(context, { county, id, name, title, source, takenOn, isShifted });
  const facts = { form: row.form, kind: row.kind, tiles: row.tiles };
  context.note({ area: county, subject: `layer:${id}`, facts });
  return layerView(row, true);
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
