// Brings the schema up to date: numbered SQL files, each applied once, in its own transaction, by the
// owner. Refuses a file that changed after it was applied, one that comes before an applied one, and
// a database written by a newer version: in none of these can it know what the schema is.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, type ClientConfig } from 'pg';
import { messageOf, type Say, StartProblem } from '#server/database/start-problem.ts';

export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

const lock = 'select pg_advisory_lock(1650552423, 3)';

export interface MigrateOptions {
  readonly folder?: string;
  readonly say?: Say;
  /** Name of the last one to apply; all where it is not given. */
  readonly until?: string | undefined;
}

/** The names applied now; none when the schema was up to date. */
export async function migrate(
  owner: ClientConfig,
  { folder = migrationsFolder, say, until }: MigrateOptions = {},
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ ...owner, application_name: `bangfu migrate ${process.pid}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(lock);
    const all = await pendingOf(client, migrations);
    const pending = all.filter(({ name }) => until === undefined || name <= until);
    for (const migration of pending) {
      say?.({ zh: `更新数据库结构：${migration.name}`, en: `Migrating: ${migration.name}` });
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set(names.map((name) => name.slice(0, 4)));
  const odd = names.find((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  if (odd !== undefined) throw new Error(`${odd} is not named NNNN-what-it-does.sql`);
  if (numbers.size !== names.length) throw new Error(`two migrations in ${folder} share a number`);
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function pendingOf(
  client: Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  await client.query(
    `create table if not exists kernel_migration (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from kernel_migration order by name collate "C"',
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const last = rows.at(-1)?.name ?? '';
  for (const { name } of rows) {
    if (!migrations.some((migration) => migration.name === name)) throw newerDatabase(name);
  }
  for (const { name, checksum } of migrations) {
    const before = applied.get(name);
    if (before !== undefined && before !== checksum) throw changed(name);
    if (before === undefined && name < last) throw outOfOrder(name, last);
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into kernel_migration (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new StartProblem(
      {
        zh: `数据库结构更新 ${name} 未成功，已撤销：${messageOf(error)}`,
        en: `The migration ${name} failed and was undone: ${messageOf(error)}`,
      },
      error,
    );
  }
}

function changed(name: string): StartProblem {
  return new StartProblem({
    zh: `数据库结构文件 ${name} 在执行之后被改动过，无法确定数据库的结构。请恢复原文件，把改动写成新的文件。`,
    en: `The migration ${name} was changed after it had been applied, so the schema is not known. Restore the file and write the change as a new one.`,
  });
}

function outOfOrder(name: string, last: string): StartProblem {
  return new StartProblem({
    zh: `数据库结构文件 ${name} 排在已执行的 ${last} 之前。请给它更大的编号。`,
    en: `The migration ${name} comes before ${last}, which has been applied already. Give it a higher number.`,
  });
}

function newerDatabase(name: string): StartProblem {
  return new StartProblem({
    zh: `数据库由更新的版本写成（已执行 ${name}，本版本没有）。请使用更新的版本启动。`,
    en: `The database was written by a newer version (it has applied ${name}, which this version lacks). Start the newer version.`,
  });
}
