// Every installed version of every pack, read within a transaction: what an installation is judged
// against, and what a draft stands on.
import type { Pack } from '#domain/policy/pack/pack.ts';
import { newestOf, versionOn } from '#domain/policy/pack/pack-version.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import type { Tx } from '#server/database/connect.ts';
import { listPackRows } from './pack.store.ts';

export interface InstalledVersion {
  readonly manifest: Pack['manifest'];
  readonly pack: Pack;
  readonly files: ReadonlyMap<string, string>;
  readonly digest: Buffer;
}

export async function listInstalledVersions(tx: Tx): Promise<readonly InstalledVersion[]> {
  const rows = await listPackRows(tx);
  return rows.flatMap(({ files, digest }) => {
    const pack = readOnce(files, digest);
    return pack === undefined ? [] : [{ manifest: pack.manifest, pack, files, digest }];
  });
}

/** The newest version of each pack. */
export function newestPacks(versions: readonly InstalledVersion[]): ReadonlyMap<string, Pack> {
  return choose(versions, newestOf);
}

/** The version of each pack that counts on a day; of a pack that begins later, its newest. */
export function packsOn(
  versions: readonly InstalledVersion[],
  on: string,
): ReadonlyMap<string, Pack> {
  return choose(versions, (own) => versionOn(own, on) ?? newestOf(own));
}

function choose(
  versions: readonly InstalledVersion[],
  pick: (own: readonly InstalledVersion[]) => InstalledVersion | undefined,
): ReadonlyMap<string, Pack> {
  const ids = [...new Set(versions.map(({ manifest }) => manifest.id))];
  return new Map(
    ids.flatMap((id) => {
      const found = pick(versions.filter(({ manifest }) => manifest.id === id));
      return found === undefined ? [] : [[id, found.pack] as const];
    }),
  );
}

const kept = new Map<string, Pack | undefined>();

/** The same texts are parsed once. */
function readOnce(files: ReadonlyMap<string, string>, digest: Buffer): Pack | undefined {
  const key = digest.toString('hex');
  if (!kept.has(key)) {
    if (kept.size > 100) kept.clear();
    kept.set(key, readPack(files).pack);
  }
  return kept.get(key);
}
