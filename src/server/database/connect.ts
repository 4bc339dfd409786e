// The application's way into the database: a pool of sessions of the application role, which row
// security binds, and transactions that carry a scope. Outside `inScope` a scoped table shows no
// rows at all, so forgetting it is found at once and leaks nothing. Design sections 4 and 4a.

import {
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { type ClientConfig, Pool, type PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import type { Scope } from '#domain/access/scope.ts';
import { beginInScope, type TransactionMode } from '#server/database/begin-in-scope.ts';
import type { Tables } from '#server/database/tables.ts';
import { sessionOptions, wireTypes } from '#server/database/wire-types.ts';

/** A Kysely of the whole database, or of one transaction; every store function takes it first. */
export type Tx = Kysely<Tables>;

/** The pool as Kysely: give it to `inScope`; queries sent through it directly see no scoped rows. */
export type Db = Kysely<Tables>;

export interface Connection {
  readonly db: Db;
  close(): Promise<void>;
}

const pools = new WeakMap<Db, Pool>();
const transactions = new WeakMap<PoolClient, Tx>();
const clients = new WeakMap<Tx, PoolClient>();

/** The embedded server takes 40 sessions; this leaves room for a second process (an import). */
const sessionsMax = 12;

/** A session that nobody asks any more is closed soon: each keeps some ten megabytes of what it has learnt. */
const idleTimeoutMillis = 5000;

export function connect(config: ClientConfig, max = sessionsMax): Connection {
  const pool = new Pool({
    ...config,
    max,
    idleTimeoutMillis,
    types: wireTypes,
    options: `${config.options ?? ''} ${sessionOptions}`,
    application_name: config.application_name ?? `bangfu ${process.pid}`,
  });
  // A session that is lost, idle or at work, fails its query and is replaced; it must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = kyselyOver({ connect: () => pool.connect(), end: () => pool.end() });
  pools.set(db, pool);
  return { db, close: () => pool.end() };
}

/**
 * Runs `work` in one transaction that sees what the scope may see, committed when it returns and
 * rolled back when it throws. `snapshot` reads everything as of one moment (exports).
 */
export async function inScope<Result>(
  db: Db,
  scope: Scope,
  work: (tx: Tx) => Promise<Result>,
  mode: TransactionMode = 'write',
): Promise<Result> {
  const pool = pools.get(db);
  if (pool === undefined)
    throw new Error('inScope needs the database, not a transaction inside it');
  const begin = beginInScope(scope, mode);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(transactionOver(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The session behind a transaction, for COPY, which Kysely does not speak. */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (client === undefined)
    throw new Error('only a transaction of inScope has a session of its own');
  return client;
}

/** One Kysely per session, made at its first transaction and used again by the next ones. */
function transactionOver(client: PoolClient): Tx {
  const known = transactions.get(client);
  if (known !== undefined) return known;
  const session = { query: client.query.bind(client), release: () => undefined };
  const tx = kyselyOver({ connect: async () => session, end: async () => undefined }, (driver) => {
    driver.beginTransaction = () =>
      Promise.reject(new Error('a transaction is open already; inScope opened it'));
  });
  transactions.set(client, tx);
  clients.set(tx, client);
  return tx;
}

type Sessions = Pick<Pool, 'end'> & { connect(): Promise<Pick<PoolClient, 'query' | 'release'>> };

function kyselyOver(sessions: Sessions, adapt?: (driver: PostgresDriver) => void): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => {
        const driver = new PostgresDriver({ pool: sessions, cursor: Cursor });
        adapt?.(driver);
        return driver;
      },
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
