// Checks packs on disk: the folder named, or every pack in it; the packs they extend are looked for
// beside them and among those that come with the program.

import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { PackProblem } from '#domain/policy/pack/pack-problem.ts';
import {
  type PackFolder,
  readPackFolder,
  readPackFolders,
  shippedPacks,
} from './read-pack-folders.ts';

export interface CheckedFolder {
  readonly folder: string;
  /** Undefined when the manifest could not be read. */
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

export async function checkPackFolders(given: string): Promise<readonly CheckedFolder[]> {
  const folder = resolve(given);
  const own = await readPackFolder(folder);
  const isOne = own.files.has('pack.yaml');
  const asked = isOne ? [own] : await readPackFolders(folder);
  const packs = await packsBeside(isOne ? dirname(folder) : folder, asked);
  const list = asked.length > 0 ? asked : [own];
  return list.map(({ folder: path, pack, problems }) => ({
    folder: path,
    pack,
    // A file that could not be read makes everything that names its rows fail as well.
    problems:
      pack === undefined || problems.length > 0 ? problems : checkPack(packs, pack.manifest.id),
  }));
}

/** Packs that are extended, directly or further down; those asked for stand before others. */
export async function packsBeside(
  parent: string,
  asked: readonly PackFolder[],
): Promise<ReadonlyMap<string, Pack>> {
  const packs = new Map<string, Pack>();
  for (const { pack } of asked) if (pack) packs.set(pack.manifest.id, pack);
  const waiting = [...packs.values()];
  for (let pack = waiting.pop(); pack !== undefined; pack = waiting.pop()) {
    const id = pack.manifest.extends?.pack;
    if (id === undefined || packs.has(id)) continue;
    const found = (await findPack(parent, id)) ?? (await findPack(shippedPacks, id));
    if (found === undefined) continue;
    packs.set(id, found);
    waiting.push(found);
  }
  return packs;
}

/** A pack usually lies in a folder of its name; the others are read only where it does not. */
async function findPack(parent: string, id: string): Promise<Pack | undefined> {
  const isThere = await stat(join(parent, id, 'pack.yaml')).catch(() => undefined);
  const named = isThere === undefined ? undefined : (await readPackFolder(join(parent, id))).pack;
  if (named?.manifest.id === id) return named;
  const all = await readPackFolders(parent);
  return all.find(({ pack }) => pack?.manifest.id === id)?.pack;
}
