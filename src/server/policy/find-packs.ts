// A pack named on the command line: a folder, an installed pack, or one of its versions, always with
// the packs it stands on.
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchVersion, packIsUnreadable } from '#domain/policy/authoring/authoring-refusals.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { newestOf } from '#domain/policy/pack/pack-version.ts';
import { noSuchPack } from '#domain/policy/refusals.ts';
import type { Tx } from '#server/database/connect.ts';
import { packsBeside } from './check-pack-folders.ts';
import { listInstalledVersions, newestPacks } from './installed-versions.ts';
import { readPackFolder } from './read-pack-folders.ts';

export interface NamedPack {
  readonly pack: Pack;
  /** The pack itself and those below it. */
  readonly packs: ReadonlyMap<string, Pack>;
}

export async function isFolder(name: string): Promise<boolean> {
  const found = await stat(name).catch(() => undefined);
  return found?.isDirectory() === true;
}

export async function packInFolder(name: string): Promise<NamedPack> {
  const folder = resolve(name);
  const own = await readPackFolder(folder);
  const { pack, problems } = own;
  if (pack === undefined) {
    const [first] = problems;
    return refuse(packIsUnreadable, { folder: name, place: `${first?.file}:${first?.line}` });
  }
  return { pack, packs: await packsBeside(dirname(folder), [own]) };
}

/** @example installedPack(tx, 'huanjiang-2016@1.1.0') */
export async function installedPack(tx: Tx, name: string): Promise<NamedPack> {
  const [id = '', version] = name.split('@');
  const versions = await listInstalledVersions(tx);
  const own = versions.filter(({ manifest }) => manifest.id === id);
  const newest = newestOf(own);
  if (newest === undefined) return refuse(noSuchPack, { pack: id });
  const found =
    version === undefined ? newest : own.find(({ manifest }) => manifest.version === version);
  if (found === undefined) {
    const known = own.map(({ manifest }) => manifest.version).join(', ');
    return refuse(noSuchVersion, { pack: id, version: version ?? '', known });
  }
  return { pack: found.pack, packs: new Map(newestPacks(versions)).set(id, found.pack) };
}
