// Installed packs as the texts they were read from.
import type { Tx } from '#server/database/connect.ts';

export interface StoredPack {
  readonly id: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
  readonly digest: Buffer;
  readonly installedAt: string;
}

export async function listPackRows(tx: Tx): Promise<readonly StoredPack[]> {
  const rows = await tx
    .selectFrom('policy_pack')
    .select(['id', 'version', 'files', 'digest', 'installed_at'])
    .orderBy('id')
    .orderBy('installed_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    files: new Map(Object.entries(row.files as Record<string, string>)),
    digest: row.digest,
    installedAt: row.installed_at,
  }));
}

export interface PackDigest extends Pick<StoredPack, 'id' | 'version' | 'digest'> {
  /** Account that approved it; null for what came with the program or from the command line. */
  readonly installedBy: string | null;
}

/** Which texts are installed, without the texts. */
export async function listPackDigests(tx: Tx): Promise<readonly PackDigest[]> {
  const rows = await tx
    .selectFrom('policy_pack')
    .select(['id', 'version', 'digest', 'installed_by'])
    .execute();
  return rows.map(({ installed_by, ...row }) => ({ ...row, installedBy: installed_by }));
}

export async function insertPack(
  tx: Tx,
  pack: {
    readonly id: string;
    readonly version: string;
    readonly area: string;
    readonly from: string;
    readonly until: string | null;
    readonly files: ReadonlyMap<string, string>;
    readonly digest: Buffer;
    readonly account: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('policy_pack')
    .values({
      id: pack.id,
      version: pack.version,
      area_code: pack.area,
      from_date: pack.from,
      until_date: pack.until,
      files: JSON.stringify(Object.fromEntries(pack.files)),
      digest: pack.digest,
      installed_by: pack.account,
    })
    .execute();
}
