// Checks packs on disk: the folder named, or every pack in it; the packs they extend are looked for
// beside them and among those that come with the program.

import { dirname, resolve } from 'node:path';
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
  const packs = await neighbours(isOne ? dirname(folder) : folder, asked);
  const list = asked.length > 0 ? asked : [own];
  return list.map(({ folder: path, pack, problems }) => ({
    folder: path,
    pack,
    // A file that could not be read makes everything that names its rows fail as well.
    problems:
      pack === undefined || problems.length > 0 ? problems : checkPack(packs, pack.manifest.id),
  }));
}

/** Packs that may be extended; those asked for stand before others of the same name. */
async function neighbours(
  parent: string,
  asked: readonly PackFolder[],
): Promise<ReadonlyMap<string, Pack>> {
  const wanted = new Set(asked.flatMap(({ pack }) => pack?.manifest.extends?.pack ?? []));
  const packs = new Map<string, Pack>();
  const add = (folders: readonly PackFolder[]) => {
    for (const { pack } of folders) if (pack) packs.set(pack.manifest.id, pack);
  };
  if (wanted.size > 0) {
    if (resolve(parent) !== resolve(shippedPacks)) add(await readPackFolders(shippedPacks));
    add(await readPackFolders(parent));
  }
  add(asked);
  return packs;
}
