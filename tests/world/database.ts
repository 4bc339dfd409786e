// A fresh database for one test file: a copy of the migrated template, dropped when the file is done.
//
//   const { db, owner } = await aDatabase();
//
// `db` is the application's, bound by row security; `owner` sees and may do everything. On a server its
// user need not be a superuser, and is then bound too: so its sessions carry the widest scope.

import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig, Pool } from 'pg';
import { afterAll, inject } from 'vitest';
import { connect, type Db } from '#server/database/connect.ts';
import { sessionOptions, wireTypes } from '#server/database/wire-types.ts';

const ownerOptions = `${sessionOptions} -c app.low= -c app.high=: -c app.spans= -c app.households= -c app.merged=shown`;

export interface TestDatabase {
  readonly db: Db;
  readonly owner: Pool;
  readonly application: ClientConfig;
  readonly ownerConnection: ClientConfig;
  readonly engine: string;
  readonly version: string;
}

/** Await it at the top of a test file. */
export async function aDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  if (server === undefined) throw new Error('this test project has no database server');
  const name = `${server.prefix}_${randomBytes(4).toString('hex')}`;
  await onServer(server.owner, `create database ${name} template ${server.template}`);
  const application = { ...server.application, database: name };
  const ownerConnection = { ...server.owner, database: name };
  const connection = connect(application, 8);
  const owner = new Pool({ ...ownerConnection, max: 3, types: wireTypes, options: ownerOptions });
  owner.on('error', () => undefined);

  afterAll(async () => {
    await Promise.all([connection.close(), owner.end()]);
    await onServer(server.owner, `drop database ${name} with (force)`);
  });
  const { engine, version } = server;
  return { db: connection.db, owner, application, ownerConnection, engine, version };
}

async function onServer(config: ClientConfig, statement: string): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
