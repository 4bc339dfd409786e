// The installed packs in memory, and which of them decides what, where and on which day: of those that
// decide the question, the most local one whose dates hold the day. Resolving a pack compiles its rules,
// so each day's answer is kept. A pack's texts are parsed when it is first asked for: a command that
// needs one, or a start, does not wait for the others. Older versions stay, for the decisions that name them.
import { createHash } from 'node:crypto';
import { everything } from '#domain/access/scope.ts';
import { type AreaCode, isWithin } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type PackQuestion, readEdition } from '#domain/policy/pack/manifest-schema.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { newestOf } from '#domain/policy/pack/pack-version.ts';
import {
  type PackSource,
  type ResolvedPack,
  resolvePack,
} from '#domain/policy/pack/resolve-pack.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { type InstalledVersion, versionOf, versionsOn } from './installed-versions.ts';
import { insertPack, listPackDigests, listPackRows, type StoredPack } from './pack.store.ts';

export type InstalledPack = Pick<InstalledVersion, 'manifest' | 'pack' | 'files' | 'installedAt'>;

export interface PackLibrary {
  /** The newest version of every installed pack. */
  all(): readonly InstalledPack[];
  /** The same, each parsed now, so that whoever asks next need not wait. */
  readAll(): readonly Pack[];
  /** The most local pack in force at a place on a day that decides the question; undefined where none does. */
  inForce(area: AreaCode, on: PlainDate, question?: PackQuestion): ResolvedPack | undefined;
  /** A pack by name, as it stands on a day: by the version that counts on it, or the edition an earlier decision names. */
  resolve(id: string, on: PlainDate, edition?: string): ResolvedPack | undefined;
  /** Every version of a pack, in the order in which they were installed. */
  versions(id: string): readonly InstalledVersion[];
  reload(): Promise<void>;
}

export async function openPackLibrary(db: Db): Promise<PackLibrary> {
  let rows: readonly StoredPack[] = [];
  let read: Installed | undefined;
  const resolved = new Map<string, ResolvedPack | undefined>();
  // By place, day and question: lists ask it for every row.
  const mostLocal = new Map<string, ResolvedPack | undefined>();
  const installed = () => {
    read ??= readRows(rows);
    return read;
  };

  const library: PackLibrary = {
    all: () => installed().all,
    readAll: () => installed().all.map(({ pack }) => pack),
    inForce(area, on, question = 'register') {
      const key = `${question} ${area} ${on}`;
      if (!mostLocal.has(key)) {
        if (mostLocal.size > 5000) mostLocal.clear();
        const pack = [...versionsOn(installed().versions, on).values()]
          .filter(({ manifest }) => manifest.decides.includes(question))
          .filter(({ manifest }) => isLocal(manifest.area, area) && isDated(manifest, on))
          .sort((left, right) => locality(right) - locality(left))[0];
        mostLocal.set(key, pack === undefined ? undefined : library.resolve(pack.manifest.id, on));
      }
      return mostLocal.get(key);
    },
    resolve(id, on, edition) {
      const key = `${id} ${edition ?? ''} ${on}`;
      if (!resolved.has(key)) {
        if (resolved.size > 500) resolved.clear();
        const packs =
          edition === undefined
            ? countingOn(installed().versions, on)
            : packsOfEdition(rows, id, edition);
        const answer = packs && resolvePack(packs, id, on);
        resolved.set(key, answer?.ok === true ? answer.pack : undefined);
      }
      return resolved.get(key);
    },
    versions: (id) => installed().versions.filter(({ manifest }) => manifest.id === id),
    async reload() {
      rows = await inScope(db, everything, listPackRows, 'read');
      read = undefined;
      resolved.clear();
      mostLocal.clear();
    },
  };
  await library.reload();
  return library;
}

interface Installed {
  readonly all: readonly InstalledPack[];
  readonly versions: readonly InstalledVersion[];
}

function readRows(rows: readonly StoredPack[]): Installed {
  const versions = rows.flatMap((row) => versionOf(row) ?? []);
  const ids = [...new Set(versions.map(({ manifest }) => manifest.id))];
  const all = ids.flatMap(
    (id) => newestOf(versions.filter(({ manifest }) => manifest.id === id)) ?? [],
  );
  return { all, versions };
}

/** Asked for by name, so that only a pack and those it extends are parsed. */
function countingOn(versions: readonly InstalledVersion[], on: PlainDate): PackSource {
  const counting = versionsOn(versions, on);
  return { get: (id) => counting.get(id)?.pack };
}

/** The texts an earlier decision was made with; undefined where one of them is not installed. */
function packsOfEdition(
  rows: readonly StoredPack[],
  id: string,
  edition: string,
): ReadonlyMap<string, Pack> | undefined {
  const packs = new Map<string, Pack>();
  for (const [name, version] of readEdition(id, edition)) {
    const row = rows.find((one) => one.id === name && one.version === version);
    const pack = row && versionOf(row)?.pack;
    if (pack === undefined) return undefined;
    packs.set(name, pack);
  }
  return packs;
}

/** True when exactly these texts are installed, whatever pack they are. */
export async function areInstalled(db: Db, files: ReadonlyMap<string, string>): Promise<boolean> {
  const digests = await inScope(db, everything, listPackDigests, 'read');
  const digest = digestOf(files);
  return digests.some((one) => one.digest.equals(digest));
}

/** Packs of which somebody here approved a version: theirs to keep, whatever the program brings. */
export async function packsChangedHere(db: Db): Promise<ReadonlySet<string>> {
  const digests = await inScope(db, everything, listPackDigests, 'read');
  return new Set(digests.flatMap(({ id, installedBy }) => (installedBy === null ? [] : [id])));
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
    const same = (await listPackDigests(tx)).find(
      (row) => row.id === id && row.version === version,
    );
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
function locality({ manifest }: Pick<Pack, 'manifest'>): number {
  return manifest.area.length * 100_000_000 + Number(manifest.from.replaceAll('-', ''));
}
