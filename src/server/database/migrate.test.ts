import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrate, migrationsFolder } from '#server/database/migrate.ts';
import { aDatabase } from '#tests/world/database.ts';

const { ownerConnection, owner } = await aDatabase();
const folder = await mkdtemp(join(tmpdir(), 'bangfu-migrations-'));

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const run = () => migrate(ownerConnection, { folder });

beforeEach(async () => {
  await rm(folder, { recursive: true });
  await cp(migrationsFolder, folder, { recursive: true });
  await owner.query(`drop table if exists kernel_a; delete from kernel_migration where name > '8'`);
});

afterAll(() => rm(folder, { recursive: true }));

test('an up-to-date database is left alone', async () => {
  expect(await run()).toEqual([]);
});

test('what is new is applied once, in the order of the numbers', async () => {
  await write('9002-b.sql', 'insert into kernel_a values (2);');
  await write('9001-a.sql', 'create table kernel_a (n integer);\ninsert into kernel_a values (1);');

  expect(await run()).toEqual(['9001-a.sql', '9002-b.sql']);
  expect(await run()).toEqual([]);
  expect((await owner.query('select n from kernel_a order by n')).rows).toEqual([
    { n: 1 },
    { n: 2 },
  ]);
});

test('two processes migrating at once apply each file once', async () => {
  await write('9001-a.sql', 'create table kernel_a (n integer); select pg_sleep(0.2);');

  const applied = await Promise.all([run(), run(), run()]);

  expect(applied.flat()).toEqual(['9001-a.sql']);
});

test('a file that fails leaves nothing behind and is named', async () => {
  await write('9001-a.sql', 'create table kernel_a (n integer); select nonsense;');

  await expect(run()).rejects.toThrow(/9001-a\.sql failed and was undone.*nonsense/);
  expect((await owner.query(`select to_regclass('kernel_a') as found`)).rows).toEqual([
    { found: null },
  ]);
});

test('a file changed after it was applied is refused', async () => {
  await write('9001-a.sql', 'create table kernel_a (n integer);');
  await run();
  await write('9001-a.sql', 'create table kernel_a (n bigint);');

  await expect(run()).rejects.toThrow('9001-a.sql was changed after it had been applied');
});

test('line endings of another system are no change', async () => {
  await write('9001-a.sql', 'create table kernel_a\n(n integer);');
  await run();
  await write('9001-a.sql', 'create table kernel_a\r\n(n integer);');

  expect(await run()).toEqual([]);
});

test('a file that comes before an applied one is refused', async () => {
  await write('9002-b.sql', 'select 1;');
  await run();
  await write('9001-a.sql', 'select 1;');

  await expect(run()).rejects.toThrow('9001-a.sql comes before 9002-b.sql');
});

test('a database written by a newer version is refused', async () => {
  await write('9001-a.sql', 'select 1;');
  await run();
  await rm(join(folder, '9001-a.sql'));

  await expect(run()).rejects.toThrow('written by a newer version (it has applied 9001-a.sql');
});

test('two files with one number are a mistake', async () => {
  await write('9001-a.sql', 'select 1;');
  await write('9001-b.sql', 'select 1;');

  await expect(run()).rejects.toThrow('share a number');
});
