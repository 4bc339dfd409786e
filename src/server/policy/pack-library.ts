// The installed packs in memory, and which of them decides where on which day: the most local pack
// whose dates hold the day. Resolving a pack compiles its rules, so each day's answer is kept.
import { createHash } from 'node:crypto';
import { everything } from '#domain/access/scope.ts';
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { insertPack, listPackRows } from './pack.store.ts';

export interface InstalledPack {
  readonly pack: Pack;
  readonly files: ReadonlyMap<string, string>;
  readonly installedAt: string;
}

export interface PackLibrary {
  /** The newest version of every installed pack. */
  all(): readonly InstalledPack[];
  /** The most local pack in force at a place on a day; undefined where none is. */
  inForce(area: AreaCode, on: PlainDate): ResolvedPack | undefined;
  /** A pack by name, as it stands on a day. */
  resolve(id: string, on: PlainDate): ResolvedPack | undefined;
  reload(): Promise<void>;
}

export async function openPackLibrary(db: Db): Promise<PackLibrary> {
  let installed: ReadonlyMap<string, InstalledPack> = new Map();
  let packs: ReadonlyMap<string, Pack> = new Map();
  const resolved = new Map<string, ResolvedPack | undefined>();

  const library: PackLibrary = {
    all: () => [...installed.values()],
    inForce(area, on) {
      const pack = [...packs.values()]
        .filter(({ manifest }) => isLocal(manifest.area, area) && isDated(manifest, on))
        .sort((left, right) => locality(right) - locality(left))[0];
      return pack === undefined ? undefined : library.resolve(pack.manifest.id, on);
    },
    resolve(id, on) {
      const key = `${id} ${on}`;
      if (!resolved.has(key)) {
        if (resolved.size > 500) resolved.clear();
        const answer = resolvePack(packs, id, on);
        resolved.set(key, answer.ok ? answer.pack : undefined);
      }
      return resolved.get(key);
    },
    async reload() {
      const rows = await inScope(db, everything, listPackRows, 'read');
      // Rows come oldest first, so a later version of a pack replaces the earlier one.
      const read = rows.flatMap((row) => {
        const { pack } = readPack(row.files);
        return pack === undefined ? [] : [{ pack, files: row.files, installedAt: row.installedAt }];
      });
      installed = new Map(read.map((one) => [one.pack.manifest.id, one]));
      packs = new Map(read.map(({ pack }) => [pack.manifest.id, pack]));
      resolved.clear();
    },
  };
  await library.reload();
  return library;
}

/** Adds a version that is not there yet; false when it was. The same version with other texts is refused. */
export async function installPack(
  db: Db,
  files: ReadonlyMap<string, string>,
  pack: Pack,
): Promise<boolean> {
  const { id, version, area, from, until } = pack.manifest;
  const digest = digestOf(files);
  return inScope(db, everything, async (tx) => {
    const same = (await listPackRows(tx)).find((row) => row.id === id && row.version === version);
    if (same?.digest.equals(digest) === true) return false;
    if (same !== undefined) {
      throw new Error(
        `the pack ${id} ${version} is installed with other texts; give it a new version`,
      );
    }
    await insertPack(tx, {
      id,
      version,
      area,
      from,
      until: until ?? null,
      files,
      digest,
      account: null,
    });
    return true;
  });
}

export function digestOf(files: ReadonlyMap<string, string>): Buffer {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(files.get(path) ?? '')
      .update('\0');
  }
  return hash.digest();
}

function isLocal(packArea: string, area: AreaCode): boolean {
  return isWithin(area, packArea as AreaCode);
}

function isDated(manifest: Pack['manifest'], on: PlainDate): boolean {
  return manifest.from <= on && (manifest.until === undefined || on < manifest.until);
}

/** A county's pack before its province's before the nation's; of two, the one that began later. */
function locality({ manifest }: Pack): number {
  return manifest.area.length * 100_000_000 + Number(manifest.from.replaceAll('-', ''));
}
