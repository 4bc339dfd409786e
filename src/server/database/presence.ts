// Who is at work on a database. Each Bangfu process keeps one session open that holds a shared lock
// for as long as it lives; the server also holds the lock that only one may have. A killed process
// lets go at once, because the database sees its socket close: nothing stale can remain.

import { Client, type ClientConfig } from 'pg';
import { pause } from '#server/database/process-table.ts';
import { StartProblem } from '#server/database/start-problem.ts';

/** `server` is refused while another server lives; `visitor` (the command line) shares with anyone. */
export type Role = 'server' | 'visitor';

export interface Newcomer {
  readonly role: Role;
  /** What is being opened, in words for the one who is refused: a folder or a database. */
  readonly place: string;
  /** Where the server answers, told to whoever tries to start a second one. */
  readonly address?: string | undefined;
}

export interface Presence {
  readonly client: Client;
  /** True when nobody else is at work, and then nobody can begin until the session ends. */
  isLast(): Promise<boolean>;
  leave(): Promise<void>;
}

const lockFamily = 1_650_552_423;
const lockOfServer = `${lockFamily}, 1`;
const lockOfEveryone = `${lockFamily}, 2`;

/** A server that was just killed may take a moment to be missed. */
const patienceMilliseconds = 1_500;

export async function enter(connection: ClientConfig, newcomer: Newcomer): Promise<Presence> {
  const client = new Client({
    ...connection,
    application_name: `bangfu ${newcomer.role} ${process.pid} ${newcomer.address ?? ''}`.trim(),
    options: `${connection.options ?? ''} -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3`,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const mayStay = await taken(client, `pg_try_advisory_lock_shared(${lockOfEveryone})`);
    if (!mayStay) throw new Error('the database is being shut down');
    if (newcomer.role === 'server') {
      const mayServe = await taken(client, `pg_try_advisory_lock(${lockOfServer})`);
      if (!mayServe) throw await alreadyServed(client, newcomer);
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    client,
    isLast: async () => {
      await client.query(`select pg_advisory_unlock_shared(${lockOfEveryone})`);
      return tryLock(client, `pg_try_advisory_lock(${lockOfEveryone})`);
    },
    leave: () => client.end(),
  };
}

async function taken(client: Client, lock: string): Promise<boolean> {
  const deadline = performance.now() + patienceMilliseconds;
  while (!(await tryLock(client, lock))) {
    if (performance.now() > deadline) return false;
    await pause(40);
  }
  return true;
}

async function tryLock(client: Client, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`select ${lock} as held`);
  return rows[0]?.held === true;
}

async function alreadyServed(client: Client, { place }: Newcomer): Promise<StartProblem> {
  const { rows } = await client.query<{ name: string; since: string }>(
    `select application_name as name, to_char(backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') as since
       from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = ${lockFamily} and objid = 1 and granted`,
  );
  const [, , pid = '?', address = ''] = (rows[0]?.name ?? '').split(' ');
  const since = rows[0]?.since ?? '?';
  return new StartProblem({
    zh: `${place} 已有一个帮扶服务器在运行（进程 ${pid}，${since} 起${address && `，${address}`}）。请直接使用它，或先停止它（kill ${pid}），或用 BANGFU_DATA 另选数据文件夹。`,
    en: `A Bangfu server already runs on ${place} (process ${pid}, since ${since}${address && `, ${address}`}). Use that one, or stop it first (kill ${pid}), or choose another data folder with BANGFU_DATA.`,
  });
}
