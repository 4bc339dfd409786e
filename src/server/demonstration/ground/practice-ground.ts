// The ground of a demonstration: outlines and hills made up for a county that loaded none, at one press, and taken
// away at another. Both go where a county's own go, and every screen says that nobody measured them.
import type { getGround, inventGround, removeInventedGround } from '#contract/demonstration.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { inventHeights } from '#domain/demonstration/ground/invent-heights.ts';
import { type GroundPlan, inventOutlines } from '#domain/demonstration/ground/invent-outlines.ts';
import {
  groundIsThere,
  groundNeedsCounty,
  groundOnlyInDemonstration,
} from '#domain/demonstration/refusals.ts';
import {
  type AreaCode,
  atLevel,
  countyNumberOf,
  spanOf,
  villageDigits,
} from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inventedSource } from '#domain/registry/area-boundary.ts';
import type { Context } from '#server/http/context.ts';
import { beginLayer } from '#server/insight/layers/begin-layer.ts';
import { deleteLayer, listLayerRows } from '#server/insight/layers/layer.store.ts';
import { forgetLayerFile, layerFilePath } from '#server/insight/layers/layer-file.ts';
import { listAreasInSpan } from '#server/registry/area.store.ts';
import {
  deleteBoundariesOf,
  findBoundarySource,
  replaceBoundaries,
} from '#server/registry/area-own.store.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { writeHeights } from './heights-file.ts';

export async function groundOf(context: Context): Promise<OutputOf<typeof getGround>> {
  const { tx, area, platform } = context;
  const county = atLevel(area, 'county');
  if (county === undefined) return { state: 'none', mayInvent: false };
  const source = await findBoundarySource(tx, spanOf(county));
  const state = source === undefined ? 'none' : source === inventedSource ? 'invented' : 'own';
  const isMine = platform.demonstration && area === county;
  return { state, mayInvent: isMine && state !== 'own' };
}

export async function inventedGround(
  context: Context,
  _: InputOf<typeof inventGround>,
): Promise<OutputOf<typeof inventGround>> {
  const { tx, area, platform, now, newId } = context;
  if (!platform.demonstration) refuse(groundOnlyInDemonstration);
  const plan = await planOf(context);
  const source = await findBoundarySource(tx, spanOf(area));
  if (source !== undefined) refuse(groundIsThere, { area, source });

  const outlines = inventOutlines(plan);
  const heights = inventHeights(plan);

  await replaceBoundaries(tx, outlines, { source: inventedSource, now });
  const id = newId(countyNumberOf(area) ?? 0);
  await writeHeights(layerFilePath(platform.dataFolder, id), heights);
  const layer = await beginLayer(context, {
    county: area,
    id,
    name: 'invented-heights.tif',
    title: '虚构地形',
    source: inventedSource,
    isShifted: false,
  });
  context.note({ area, subject: `layer:${id}`, facts: { stored: outlines.length } });
  return { outlines: outlines.length, layer: id, job: layer.job };
}

export async function removedGround(
  context: Context,
  _: InputOf<typeof removeInventedGround>,
): Promise<undefined> {
  const { tx, area, platform } = context;
  const county = atLevel(area, 'county');
  if (county === undefined || county !== area) return refuse(groundNeedsCounty, { area });
  const outlines = await deleteBoundariesOf(tx, inventedSource, spanOf(county));
  const number = countyNumberOf(county) ?? 0;
  const layers = await listLayerRows(tx, number);
  for (const { id, source } of layers) {
    if (source !== inventedSource) continue;
    await deleteLayer(tx, { county: number, id });
    context.afterCommit(() => forgetLayerFile(layerFilePath(platform.dataFolder, id)));
  }
  context.note({ area, facts: { stored: -outlines } });
}

/** The same county has the same ground on every machine. */
async function planOf({ tx, area, today }: Context): Promise<GroundPlan> {
  const { tiles } = await areaTiles(tx, area, today);
  if (atLevel(area, 'county') !== area || tiles.length === 0) refuse(groundNeedsCounty, { area });
  const codes = (await listAreasInSpan(tx, spanOf(area), today))
    .map(({ code }) => code)
    .filter(isVillage);
  return {
    seed: area,
    townships: tiles.map(({ code, column, row }) => ({
      code,
      column,
      row,
      villages: codes.filter((village) => village.startsWith(code)),
    })),
  };
}

function isVillage(code: AreaCode): boolean {
  return code.length === villageDigits;
}
