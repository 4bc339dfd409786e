// A picture of the ground that lies beside the data begins to be cut: it is looked at, its row is written, the run
// that makes its tiles waits.
import type { Layer } from '#contract/insight-layers.ts';
import { boundsOfOutlines } from '#domain/insight/layers/outline-spots.ts';
import type { Bounds } from '#domain/insight/layers/tile-grid.ts';
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import { listBoundaries } from '#server/registry/area-own.store.ts';
import { lookAtLayer } from './ask-layer.ts';
import { insertLayer, type LayerRow } from './layer.store.ts';
import { forgetLayerFile, layerFilePath } from './layer-file.ts';
import { type LayerRunInput, layerJobKind } from './layer-job.ts';

interface NewLayer extends Named {
  /** As the sender called the file. */
  readonly name: string;
  /** The file is in GCJ-02. */
  readonly isShifted: boolean;
}

/** Of a file that is kept under its id already; it is forgotten where nothing can be made of it. */
export async function beginLayer(context: Context, layer: NewLayer): Promise<LayerRow> {
  const { tx, platform, actor, scope, now } = context;
  const { county, id, name, isShifted } = layer;
  const path = layerFilePath(platform.dataFolder, id);
  try {
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
      ...namedRow(context, layer),
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
    return row;
  } catch (error) {
    await forgetLayerFile(path);
    throw error;
  }
}

export async function countyBounds(
  { tx, today }: Context,
  county: AreaCode,
): Promise<Bounds | undefined> {
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

export function namedRow({ actor, now }: Context, { county, id, title, source, takenOn }: Named) {
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

export function extentOf([west, south, east, north]: Bounds) {
  return { west, south, east, north };
}

export function layerView(row: LayerRow, mayLoad: boolean): Layer {
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
