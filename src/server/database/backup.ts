// A logical copy of the whole database in a folder: one compressed file a table, all of one moment, taken
// while the server works. The embedded package has no pg_dump; this copy also moves between the embedded
// server and a PostgreSQL server of another version (decision 0012).

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { keyProofOf, type Manifest, writeManifest } from '#server/database/backup-manifest.ts';
import { type BackedTable, listBackedTables } from '#server/database/backup-tables.ts';
import { codeOf, StartProblem } from '#server/database/start-problem.ts';

export interface BackupRequest {
  readonly owner: ClientConfig;
  readonly folder: string;
  readonly dataFolder: string;
  readonly auditKey: Buffer;
  readonly version: string;
  readonly engine: string;
  readonly now: string;
  /** Puts the keys beside the data: whoever has the folder can then open every sealed value. */
  readonly withKeys: boolean;
  readonly onTable?: (name: string, rows: number) => void;
}

/** Keys of values and of the audit chain; the passwords of the database roles belong to the machine. */
export const keyFiles = ['keys.json', 'audit-heads.json'] as const;

/** Sees every row whatever binds the owner. */
export const ownerOptions =
  '-c app.low= -c app.high=: -c app.spans= -c app.households= -c app.merged=shown';

export async function writeBackup(request: BackupRequest): Promise<Manifest> {
  const { owner, folder, onTable } = request;
  await prepareFolder(folder);
  const client = new Client({ ...owner, options: `${owner.options ?? ''} ${ownerOptions}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from kernel_migration order by name collate "C"',
    );
    const tables: Manifest['tables'] = [];
    for (const table of await listBackedTables(client)) {
      const written = await writeTable(client, folder, table);
      onTable?.(table.name, written.rows);
      tables.push(written);
    }
    await client.query('commit');
    if (request.withKeys) await copyKeys(join(request.dataFolder, 'keys'), join(folder, 'keys'));
    const manifest: Manifest = {
      format: 'bangfu-backup-1',
      version: request.version,
      createdAt: request.now,
      engine: request.engine,
      migrations: migrations.rows,
      tables,
      keyProof: keyProofOf(request.auditKey),
      hasKeys: request.withKeys,
    };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Only an empty folder is written to, so that no earlier backup is ever lost to a later one. */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length === 0) return;
  throw new StartProblem({
    zh: `${folder} 不是空文件夹。请另选一个，以免覆盖已有的备份。`,
    en: `${folder} is not empty. Choose another folder, so that no earlier backup is lost.`,
  });
}

async function writeTable(
  client: Client,
  folder: string,
  { name, columns }: BackedTable,
): Promise<Manifest['tables'][number]> {
  const file = `${name}.copy.gz`;
  const list = columns.map(escapeIdentifier).join(', ');
  // A query, because COPY of a table passes over what its partitions hold.
  const rows = client.query(
    copyTo(`copy (select ${list} from ${escapeIdentifier(name)}) to stdout`),
  );
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(piece: Buffer, _encoding, pass) {
      hash.update(piece);
      pass(null, piece);
    },
  });
  const out = createWriteStream(join(folder, file), { mode: 0o600 });
  await pipeline(rows, createGzip({ level: 3 }), hashed, out);
  return { name, columns: [...columns], file, rows: rows.rowCount, sha256: hash.digest('hex') };
}

export async function copyKeys(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of keyFiles) {
    await copyFile(join(from, name), join(to, name)).catch((error: unknown) => {
      // No head was kept yet where nothing was sealed.
      if (name === 'audit-heads.json' && codeOf(error) === 'ENOENT') return;
      throw error;
    });
  }
}
