// One PostgreSQL for a whole test run, with one migrated database that test files copy. The embedded
// one by default, a server by DATABASE_URL (its user must be allowed to create databases), another
// PostgreSQL by the folder of its programs in BANGFU_TEST_PG_BIN.

import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { dropApplicationRole, ensureApplicationRole } from '#server/database/application-role.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';

export interface TestServer {
  readonly owner: ClientConfig;
  readonly application: ClientConfig;
  /** Every database of this run begins with it. */
  readonly prefix: string;
  readonly template: string;
  readonly engine: string;
  readonly version: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Tests prove rules, not durability; tests/reliability runs with the settings of the product. */
const settings =
  'fsync=off; synchronous_commit=off; full_page_writes=off; max_connections=80; shared_buffers=128MB';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-tests-'));
  // Started by root, PostgreSQL 15 has to walk through it as another user.
  await chmod(dataFolder, 0o711);
  const database = await openDatabase({
    dataFolder,
    databaseUrl: process.env.DATABASE_URL,
    binFolder: process.env.BANGFU_TEST_PG_BIN,
    role: 'visitor',
    settings,
    say: () => undefined,
  });
  const { engine, version } = database;
  const prefix = `bangfu_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const hub = await connected(database.owner);
  const takeDown = async () => {
    const { rows } = await hub.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { name } of rows) await hub.query(`drop database ${name} with (force)`);
    await hub.end();
    await dropApplicationRole(database.owner, dataFolder);
    await database.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await hub.query(`create database ${template} template template0`);
    const owner = { ...database.owner, database: template };
    const application = await ensureApplicationRole(owner, dataFolder);
    await migrate(owner);
    project.provide('testServer', {
      owner: database.owner,
      application,
      prefix,
      template,
      engine,
      version,
    });
  } catch (error) {
    await takeDown();
    throw error;
  }
  return takeDown;
}

async function connected(config: ClientConfig): Promise<Client> {
  const client = new Client(config);
  await client.connect();
  return client;
}
