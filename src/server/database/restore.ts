// Puts a backup into an installation that holds nothing: first the schema as it was when the backup was
// taken, then the rows in one transaction, then the migrations that came since. Refuses anything else
// than an empty place, a damaged backup, and keys that are not those of the sealed values.

import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ensureApplicationRole } from '#server/database/application-role.ts';
import { copyKeys, ownerOptions } from '#server/database/backup.ts';
import { keyProofOf, type Manifest, readManifest } from '#server/database/backup-manifest.ts';
import { listBackedTables } from '#server/database/backup-tables.ts';
import { migrate, migrationsFolder, readMigrations } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { codeOf, messageOf, type Say, StartProblem } from '#server/database/start-problem.ts';

export interface RestoreRequest {
  readonly folder: string;
  /** Folder with keys.json, where the backup holds none. */
  readonly keys: string | undefined;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly settings: string | undefined;
  readonly say: Say;
}

export async function restoreBackup(request: RestoreRequest): Promise<Manifest> {
  const { folder, dataFolder, say } = request;
  const manifest = await readManifest(folder);
  await refuseNewer(manifest);
  const keys = await checkedKeys(request, manifest);
  await refuseUsedFolder(dataFolder);
  const database = await openDatabase({ ...request, role: 'server', onLost: undefined });
  try {
    await refuseUsedDatabase(database.owner);
    await ensureApplicationRole(database.owner, dataFolder);
    await migrate(database.owner, { until: manifest.migrations.at(-1)?.name });
    await putBack(database.owner, request, manifest);
    // The keys come last: with them the folder is an installation.
    await copyKeys(keys, join(dataFolder, 'keys'));
    await migrate(database.owner, { say });
  } catch (error) {
    await database.stop();
    // The folder was empty when this began; what is in it now would stop the next attempt.
    await rm(dataFolder, { recursive: true, force: true });
    throw error;
  }
  await database.stop();
  return manifest;
}

async function putBack(
  owner: ClientConfig,
  { folder, say }: RestoreRequest,
  manifest: Manifest,
): Promise<void> {
  const client = new Client({ ...owner, options: `${owner.options ?? ''} ${ownerOptions}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const tables = await listBackedTables(client);
    await client.query('begin');
    await client.query(`truncate ${tables.map(({ name }) => escapeIdentifier(name)).join(', ')}`);
    for (const { name, identity, forced } of tables) {
      const kept = manifest.tables.find((table) => table.name === name);
      if (kept === undefined) continue;
      const table = escapeIdentifier(name);
      if (forced) await client.query(`alter table ${table} no force row level security`);
      const list = kept.columns.map(escapeIdentifier).join(', ');
      const into = client.query(copyFrom(`copy ${table} (${list}) from stdin`));
      await pipeline(createReadStream(join(folder, kept.file)), createGunzip(), into);
      if (into.rowCount !== kept.rows) {
        throw new Error(`${name}: ${into.rowCount} rows came back of ${kept.rows}`);
      }
      if (forced) await client.query(`alter table ${table} force row level security`);
      if (identity !== null) await setCounter(client, name, identity);
      say({ zh: `已恢复 ${name}：${kept.rows} 行`, en: `Restored ${name}: ${kept.rows} rows` });
    }
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new StartProblem(
      {
        zh: `恢复未成功，数据库中没有留下任何数据：${messageOf(error)}`,
        en: `The backup was not restored, and no rows were left behind: ${messageOf(error)}`,
      },
      error,
    );
  } finally {
    await client.end();
  }
}

async function setCounter(client: Client, table: string, column: string): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), greatest(1, coalesce(max(${escapeIdentifier(column)}), 0)))
       from ${escapeIdentifier(table)}`,
    [table, column],
  );
}

async function refuseNewer({ migrations, version }: Manifest): Promise<void> {
  const known = new Map(
    (await readMigrations(migrationsFolder)).map(({ name, checksum }) => [name, checksum]),
  );
  if (migrations.every(({ name, checksum }) => known.get(name) === checksum)) return;
  throw new StartProblem({
    zh: `这份备份由版本 ${version} 写成，其数据库结构本版本不认识。请用同样或更新的版本恢复。`,
    en: `This backup was written by version ${version}, whose schema this version does not know. Restore it with that version or a newer one.`,
  });
}

/** The folder of the keys that open what the backup holds. */
async function checkedKeys({ folder, keys }: RestoreRequest, manifest: Manifest): Promise<string> {
  const place = keys ?? (manifest.hasKeys ? join(folder, 'keys') : undefined);
  if (place === undefined) {
    throw new StartProblem({
      zh: '这份备份不含密钥。请用 --keys 指明另行保管的密钥文件夹（其中有 keys.json），否则加密的内容永远无法读出。',
      en: 'This backup holds no keys. Name the folder where they are kept (with keys.json) by --keys; without them what is sealed can never be read.',
    });
  }
  const audit = await readFile(join(place, 'keys.json'), 'utf8')
    .then((text) => (JSON.parse(text) as { audit?: string }).audit ?? '')
    .catch(() => '');
  if (audit !== '' && keyProofOf(Buffer.from(audit, 'base64')) === manifest.keyProof) return place;
  throw new StartProblem({
    zh: `${place} 中没有这份备份的密钥。请指明备份当时的密钥文件夹。`,
    en: `The keys of this backup are not in ${place}. Name the folder of the keys as they were when it was taken.`,
  });
}

async function refuseUsedFolder(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  throw new StartProblem({
    zh: `${dataFolder} 不是空文件夹。恢复只写入空的数据文件夹，请用 BANGFU_DATA 另选一个。`,
    en: `${dataFolder} is not empty. A backup is restored only into an empty data folder; choose another with BANGFU_DATA.`,
  });
}

async function refuseUsedDatabase(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') limit 1`,
    );
    if (rows.length === 0) return;
  } finally {
    await client.end();
  }
  throw new StartProblem({
    zh: `数据库 ${owner.database} 里已经有表。恢复只写入空的数据库，请新建一个。`,
    en: `The database ${owner.database} has tables already. A backup is restored only into an empty database; create a new one.`,
  });
}
