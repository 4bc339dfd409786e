// The embedded PostgreSQL of a data folder, looked after by us: found, created, started or adopted,
// watched, and stopped when the last Bangfu process leaves. It never listens on the network. Decision
// 0002 says why the supervisor is ours and what it has to survive.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { accountFor } from '#server/database/embedded-account.ts';
import { findBinaries } from '#server/database/embedded-binaries.ts';
import { ownerName, prepareCluster } from '#server/database/embedded-cluster.ts';
import {
  ensurePostmaster,
  type Postmaster,
  stopPostmaster,
} from '#server/database/embedded-postmaster.ts';
import { enter, type Presence, type Role } from '#server/database/presence.ts';
import { pause } from '#server/database/process-table.ts';
import { keepSecret } from '#server/database/secret-file.ts';
import { codeOf, type Say, StartProblem } from '#server/database/start-problem.ts';

const databaseName = 'bangfu';

export interface EmbeddedRequest {
  readonly dataFolder: string;
  readonly role: Role;
  readonly address?: string | undefined;
  readonly say: Say;
  /** Called when the database is gone and could not be had back. */
  readonly onLost: (problem: unknown) => void;
  /** PostgreSQL programs of the system, instead of the package's. */
  readonly binFolder?: string | undefined;
  /** Overrides of single settings, as in BANGFU_PG_SETTINGS. */
  readonly settings?: string | undefined;
}

export interface Embedded {
  readonly owner: ClientConfig;
  readonly version: string;
  stop(): Promise<void>;
}

interface Session {
  readonly postmaster: Postmaster;
  readonly presence: Presence;
}

export async function openEmbedded(request: EmbeddedRequest): Promise<Embedded> {
  const { dataFolder, say, binFolder, settings } = request;
  const home = join(dataFolder, 'postgres');
  const { account, password } = await openFolder(dataFolder, home);
  const binaries = await findBinaries({ account, cacheFolder: home, binFolder });
  const cluster = await prepareCluster({ home, account, binaries, password, settings, say });
  const connection = {
    host: cluster.socketFolder,
    port: 5432,
    user: ownerName,
    password,
    database: 'postgres',
  };
  const begin = () => ensurePostmaster({ cluster, account, binaries, password });
  const open = () => joined(begin, connection, request);

  let session = await open();
  let leaving = false;
  const watch = () => {
    session.presence.client.once('end', () => {
      if (!leaving) recover().catch(request.onLost);
    });
  };
  const recover = async () => {
    say({ zh: '数据库中断，正在恢复…', en: 'The database went away; bringing it back…' });
    session = await open();
    watch();
  };
  watch();
  if (session.postmaster.adopted) {
    say({ zh: '接管仍在运行的数据库。', en: 'Taking over the database that is still running.' });
  }
  await createDatabase(session.presence.client);

  return {
    owner: { ...connection, database: databaseName },
    version: binaries.version,
    stop: async () => {
      leaving = true;
      const last = await session.presence.isLast().catch(() => false);
      if (last) await stopPostmaster(session.postmaster);
      await session.presence.leave().catch(() => undefined);
    },
  };
}

/**
 * The postmaster may be going down just as we arrive, because the last one at work left; then it is
 * started anew.
 */
async function joined(
  begin: () => Promise<Postmaster>,
  connection: ClientConfig,
  { role, address, dataFolder: place }: EmbeddedRequest,
): Promise<Session> {
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await begin();
    try {
      const presence = await enter(connection, { role, place, address });
      return { postmaster, presence };
    } catch (error) {
      if (error instanceof StartProblem || attempt === 5) throw error;
      await pause(200);
    }
  }
}

async function openFolder(dataFolder: string, home: string) {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const account = await accountFor(dataFolder, join(home, 'cluster'));
    await mkdir(home, { recursive: true, mode: 0o700 });
    const password = await keepSecret(join(dataFolder, 'keys', 'database-owner'));
    return { account, password };
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    throw new StartProblem(
      {
        zh: `当前用户不能读写数据文件夹 ${dataFolder}。请用创建它的用户（或 root）启动，或用 BANGFU_DATA 另选一个文件夹。`,
        en: `The current user may not read and write the data folder ${dataFolder}. Start as the user who created it (or as root), or choose another folder with BANGFU_DATA.`,
      },
      error,
    );
  }
}

/** Also turns on the faster compression of wide values where this PostgreSQL was built with it. */
async function createDatabase(client: Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [
    databaseName,
  ]);
  if (rows.length > 0) return;
  await client.query(`create database ${databaseName}`).catch((error: unknown) => {
    // A visitor and a server that start together may both find it missing.
    if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
  });
  const lz4 = await client.query(
    `select 1 from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)`,
  );
  if (lz4.rows.length === 0) return;
  await client.query(`alter system set default_toast_compression = 'lz4'`);
  await client.query('select pg_reload_conf()');
}
