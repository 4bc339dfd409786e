// Looks at a file, cuts tiles of it, or joins tiles: the work of the process that reads pictures of the ground.
import { open } from 'node:fs/promises';
import {
  kindOfRaster,
  type No,
  problemOfBounds,
  problemOfRaster,
} from '#domain/insight/layers/judge-raster.ts';
import { layerFileUnknown, layerNoTiles, layerTooMany } from '#domain/insight/layers/refusals.ts';
import { type Bounds, planTiles, tileLimits } from '#domain/insight/layers/tile-grid.ts';
import { gcjToWgs } from '#domain/registry/area-position.ts';
import { openArchive } from './archive-file.ts';
import type {
  CutTask,
  JoinTask,
  LayerAnswer,
  LayerForm,
  LayerTask,
  LookTask,
  MadeTile,
} from './layer-task.ts';
import { encoded, joined } from './picture.ts';
import { openRaster } from './raster-file.ts';

export async function carryOut(task: LayerTask): Promise<LayerAnswer> {
  if (task.task === 'join') return { kind: 'made', tiles: await join(task) };
  if (task.task === 'cut') return { kind: 'made', tiles: await cut(task) };
  const form = await formOf(task.path);
  if (form === 'geotiff') return lookAtRaster(task);
  if (form === 'pmtiles') return lookAtArchive(task);
  return refused({ kind: layerFileUnknown, facts: { name: task.name } });
}

/** By its first bytes, never by its name. */
async function formOf(path: string): Promise<LayerForm | undefined> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(8);
    await handle.read(head, 0, 8, 0);
    const start = head.toString('latin1');
    if (/^(?:II[*+]\0|MM\0[*+])/.test(start)) return 'geotiff';
    return start.startsWith('PMTiles\x03') ? 'pmtiles' : undefined;
  } finally {
    await handle.close();
  }
}

function refused({ kind, facts }: No): LayerAnswer {
  return { kind: 'refused', code: kind.code, facts };
}

async function lookAtRaster({ path, name, isShifted, county }: LookTask): Promise<LayerAnswer> {
  const raster = await openRaster(path, name);
  try {
    const { head } = raster;
    const problem = problemOfRaster(head);
    if (problem !== undefined) return refused(problem);
    const { bounds, metres } = raster.ground(isShifted);
    const outside = problemOfBounds(name, bounds, county);
    if (outside !== undefined) return refused(outside);
    const kind = kindOfRaster(head) ?? 'imagery';
    return {
      kind: 'looked',
      found: { form: 'geotiff', kind, bounds, ...planTiles(bounds, metres) },
    };
  } finally {
    raster.close();
  }
}

async function lookAtArchive({ path, name, isShifted, county }: LookTask): Promise<LayerAnswer> {
  const archive = await openArchive(path);
  try {
    const { head } = archive;
    if (!head.isPictures) return refused({ kind: layerNoTiles, facts: { name } });
    const tiles = head.tiles;
    if (tiles > tileLimits.tiles) {
      return refused({ kind: layerTooMany, facts: { name, tiles, most: tileLimits.tiles } });
    }
    const bounds = isShifted ? broughtBack(head.bounds) : head.bounds;
    const outside = problemOfBounds(name, bounds, county);
    if (outside !== undefined) return refused(outside);
    const { minZoom, maxZoom } = head;
    const found = { form: 'pmtiles', kind: 'imagery', bounds, minZoom, maxZoom, tiles } as const;
    return { kind: 'looked', found: { ...found, isCoarser: false } };
  } finally {
    await archive.close();
  }
}

function broughtBack([west, south, east, north]: Bounds): Bounds {
  const low = gcjToWgs({ longitude: west, latitude: south });
  const high = gcjToWgs({ longitude: east, latitude: north });
  return [low.longitude, low.latitude, high.longitude, high.latitude];
}

async function cut({ path, name, form, kind, isShifted, tiles }: CutTask): Promise<MadeTile[]> {
  const made: MadeTile[] = [];
  if (form === 'pmtiles') {
    const archive = await openArchive(path);
    try {
      for (const tile of tiles) {
        const bytes = await archive.picture(tile);
        if (bytes !== undefined) made.push({ ...tile, bytes });
      }
    } finally {
      await archive.close();
    }
    return made;
  }
  const raster = await openRaster(path, name);
  try {
    for (const tile of tiles) {
      const pixels = await raster.cut(tile, { kind, isShifted });
      const bytes = pixels === undefined ? undefined : await encoded(pixels);
      if (bytes !== undefined) made.push({ ...tile, bytes });
    }
  } finally {
    raster.close();
  }
  return made;
}

async function join({ tiles }: JoinTask): Promise<MadeTile[]> {
  const made: MadeTile[] = [];
  for (const { tile, children } of tiles) {
    const bytes = await joined(children);
    if (bytes !== undefined) made.push({ ...tile, bytes });
  }
  return made;
}
