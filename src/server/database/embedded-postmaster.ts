// Starts, adopts and stops the one PostgreSQL process of a cluster. A Node process that was killed
// leaves it running: it is then adopted, after it has proven that it knows our password and works in
// this very folder. It refuses to signal any process it has not so identified.

import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Account } from '#server/database/embedded-account.ts';
import type { Binaries } from '#server/database/embedded-binaries.ts';
import {
  type Cluster,
  ownerName,
  ownPath,
  surroundings,
} from '#server/database/embedded-cluster.ts';
import { pidIn, runningPid } from '#server/database/embedded-pid-file.ts';
import { isGoneWithin, pause, signal } from '#server/database/process-table.ts';
import { codeOf, messageOf, StartProblem } from '#server/database/start-problem.ts';

export interface Postmaster {
  readonly pid: number;
  readonly adopted: boolean;
}

export interface PostmasterRequest {
  readonly cluster: Cluster;
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly password: string;
}

/** Recovery after a crash replays at most 1 GB of log; a postmaster still silent then is stuck. */
const patienceMilliseconds = 180_000;
const logSizeMax = 8_000_000;

export async function ensurePostmaster(request: PostmasterRequest): Promise<Postmaster> {
  const deadline = performance.now() + patienceMilliseconds;
  while (performance.now() < deadline) {
    const running = await runningPid(request.cluster);
    const found =
      running === undefined
        ? await started(request, deadline)
        : await adopted(running, request, deadline);
    if (found !== undefined) return found;
    await pause(50);
  }
  throw await silent(request.cluster);
}

/** Ends it in good order: sessions are cut, everything is written, then it is gone. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT');
  if (await isGoneWithin(postmaster.pid, 60_000)) return;
  signal(postmaster.pid, 'SIGQUIT');
  await isGoneWithin(postmaster.pid, 10_000);
}

/** Until it answers, or is gone: it may still be starting, or on its way out. */
async function adopted(
  pid: number,
  { cluster, password }: PostmasterRequest,
  deadline: number,
): Promise<Postmaster | undefined> {
  while (performance.now() < deadline) {
    if ((await askPid(cluster, password)) === pid) return { pid, adopted: true };
    if ((await runningPid(cluster)) !== pid) return undefined;
    await pause(50);
  }
  throw await silent(cluster);
}

async function started(
  request: PostmasterRequest,
  deadline: number,
): Promise<Postmaster | undefined> {
  const { cluster } = request;
  const logStart = await rotateLog(cluster.logFile);
  const child = await launch(request);
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const pid = await pidIn(join(cluster.folder, 'postmaster.pid'));
    if (pid !== undefined && pid === child.pid) {
      if ((await askPid(cluster, request.password)) === pid) {
        child.unref();
        return { pid, adopted: false };
      }
    }
    await pause(15);
  }
  const log = await logFrom(cluster.logFile, logStart);
  if (/lock file ".*" already exists|shared memory block/.test(log)) return undefined;
  throw didNotStart(request, log);
}

/** In a session of its own, so that Ctrl-C at the terminal reaches us first and not the database. */
async function launch({ cluster, account, binaries }: PostmasterRequest): Promise<ChildProcess> {
  const log = await open(cluster.logFile, 'a', 0o600);
  try {
    if (account !== null) await log.chown(account.uid, account.gid);
    const child = spawn(
      join(binaries.folder, 'postgres'),
      ['-D', ownPath(cluster.folder, account, binaries)],
      {
        ...surroundings(cluster.folder, account),
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      },
    );
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } finally {
    await log.close();
  }
}

/** The process the server there reads in its own pid file; undefined while it does not answer. */
async function askPid(cluster: Cluster, password: string): Promise<number | undefined> {
  const client = new Client({
    host: cluster.socketFolder,
    port: 5432,
    user: ownerName,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ file: string }>(
      `select pg_read_file('postmaster.pid') as file`,
    );
    return Number.parseInt(rows[0]?.file ?? '', 10);
  } catch (error) {
    if (codeOf(error) === '28P01') throw wrongPassword(error);
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function rotateLog(file: string): Promise<number> {
  const size = await stat(file).then(
    (facts) => facts.size,
    () => 0,
  );
  if (size <= logSizeMax) return size;
  await rename(file, `${file}.1`);
  return 0;
}

async function logFrom(file: string, start: number): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return bytes.subarray(start).toString('utf8').trim();
}

function didNotStart({ cluster }: PostmasterRequest, log: string): StartProblem {
  const tail = log.split('\n').slice(-12).join('\n');
  return new StartProblem({
    zh: `内置数据库没有启动。它在 ${cluster.logFile} 中写道：\n${tail}`,
    en: `The embedded database did not start. It wrote in ${cluster.logFile}:\n${tail}`,
  });
}

async function silent({ folder, logFile }: Cluster): Promise<StartProblem> {
  const pid = (await pidIn(join(folder, 'postmaster.pid'))) ?? '?';
  const tail = (await logFrom(logFile, 0)).split('\n').slice(-8).join('\n');
  return new StartProblem({
    zh: `内置数据库（进程 ${pid}）一直没有应答。请结束该进程后再启动。日志 ${logFile} 的末尾：\n${tail}`,
    en: `The embedded database (process ${pid}) does not answer. End that process and start again. The end of ${logFile}:\n${tail}`,
  });
}

function wrongPassword(error: unknown): StartProblem {
  return new StartProblem(
    {
      zh: `数据库不接受 keys/database-owner 中的密码（${messageOf(error)}）。请从备份恢复该文件：它与数据库文件夹属于一体。`,
      en: `The database does not accept the password in keys/database-owner (${messageOf(error)}). Restore that file from a backup: it belongs together with the database folder.`,
    },
    error,
  );
}
