// Every installed version of every pack, read within a transaction: what an installation is judged
// against, and what a draft stands on.
import type { Pack } from '#domain/policy/pack/pack.ts';
import { newestOf, versionOn } from '#domain/policy/pack/pack-version.ts';
import { manifestOf, readPack } from '#domain/policy/pack/read-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { listPackDigests, listPackRows, type StoredPack } from './pack.store.ts';

export interface InstalledVersion {
  readonly manifest: Pack['manifest'];
  /** Parsed when first asked for. */
  readonly pack: Pack;
  readonly files: ReadonlyMap<string, string>;
  readonly digest: Buffer;
  readonly installedAt: string;
}

/** Texts are fetched and parsed once; afterwards their digests tell that they are the same. */
export async function listInstalledVersions(tx: Tx): Promise<readonly InstalledVersion[]> {
  const digests = await listPackDigests(tx);
  const known = digests.map(({ digest }) => kept.get(digest.toString('hex')));
  if (known.every((one) => one !== undefined)) return known.flatMap((one) => one ?? []);
  return (await listPackRows(tx)).flatMap((row) => versionOf(row) ?? []);
}

/** The newest version of each pack. */
export function newestPacks(versions: readonly InstalledVersion[]): ReadonlyMap<string, Pack> {
  return packsOfAll(choose(versions, newestOf));
}

/** The version of each pack that counts on a day; of a pack that begins later, its newest. */
export function packsOn(
  versions: readonly InstalledVersion[],
  on: string,
): ReadonlyMap<string, Pack> {
  return packsOfAll(versionsOn(versions, on));
}

/** The same without parsing any of them. */
export function versionsOn(
  versions: readonly InstalledVersion[],
  on: string,
): ReadonlyMap<string, InstalledVersion> {
  return choose(versions, (own) => versionOn(own, on) ?? newestOf(own));
}

function packsOfAll(versions: ReadonlyMap<string, InstalledVersion>): ReadonlyMap<string, Pack> {
  return new Map([...versions].map(([id, { pack }]) => [id, pack]));
}

function choose(
  versions: readonly InstalledVersion[],
  pick: (own: readonly InstalledVersion[]) => InstalledVersion | undefined,
): ReadonlyMap<string, InstalledVersion> {
  const ids = [...new Set(versions.map(({ manifest }) => manifest.id))];
  return new Map(
    ids.flatMap((id) => {
      const found = pick(versions.filter(({ manifest }) => manifest.id === id));
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

/** Null: the texts are no pack this program can read. */
const kept = new Map<string, InstalledVersion | null>();

export function versionOf(row: StoredPack): InstalledVersion | undefined {
  const key = row.digest.toString('hex');
  const before = kept.get(key);
  if (before !== undefined) return before ?? undefined;
  if (kept.size > 100) kept.clear();
  const version = lazily(row) ?? null;
  kept.set(key, version);
  return version ?? undefined;
}

function lazily({ files, digest, installedAt }: StoredPack): InstalledVersion | undefined {
  const manifest = manifestOf(files);
  if (manifest === undefined) return undefined;
  let parsed: Pack | undefined;
  return {
    manifest,
    get pack() {
      parsed ??= readPack(files).pack;
      if (parsed === undefined) throw new Error(`${manifest.id} has a manifest and yet is no pack`);
      return parsed;
    },
    files,
    digest,
    installedAt,
  };
}
