// The folder PostgreSQL keeps its rows in: made once, whole or not at all (built aside and renamed),
// owned by the user who runs the database, with Chinese order by ICU. Refuses a cluster written by
// another major version: its files cannot be read, only a backup can move it.

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, canReach } from '#server/database/embedded-account.ts';
import type { Binaries } from '#server/database/embedded-binaries.ts';
import { settingsFile } from '#server/database/embedded-settings.ts';
import { isAlive } from '#server/database/process-table.ts';
import { messageOf, type Say, StartProblem } from '#server/database/start-problem.ts';

export const ownerName = 'bangfu';

/** A socket's full path must fit in 104 bytes on macOS, 108 on Linux. */
const socketPathMax = 103;

export interface ClusterRequest {
  /** The folder `postgres` of the data folder. */
  readonly home: string;
  readonly account: Account | null;
  readonly binaries: Binaries;
  readonly password: string;
  readonly settings?: string | undefined;
  readonly say: Say;
}

export interface Cluster {
  readonly folder: string;
  readonly socketFolder: string;
  readonly logFile: string;
}

export async function prepareCluster(request: ClusterRequest): Promise<Cluster> {
  const { home, account, binaries } = request;
  const folder = join(home, 'cluster');
  await ownFolder(home, account);
  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await create(folder, request);
  else if (Number(version) !== binaries.major) throw otherVersion(version.trim(), binaries.major);

  const socketFolder = await prepareSocketFolder(home, account);
  const draft = join(folder, `bangfu.conf.${randomBytes(4).toString('hex')}`);
  // Beside the cluster it is named from where PostgreSQL stands, for the same reason as `ownPath`.
  const named = socketFolder === join(home, 'run') ? '../run' : socketFolder;
  await writeFile(draft, settingsFile(named, request.settings));
  await own(draft, account);
  await rename(draft, join(folder, 'bangfu.conf'));
  return { folder, socketFolder, logFile: join(home, 'postgres.log') };
}

/**
 * How a program that is started inside this folder is to name it. A user lent by root may not be able
 * to walk the path down to it (root's home is closed), but is in it already. PostgreSQL 15 loses its
 * place while it looks for its own files, and needs the path.
 */
export function ownPath(folder: string, account: Account | null, { major }: Binaries): string {
  return account === null || major < 16 ? folder : '/proc/self/cwd';
}

/** The user, group and surroundings of a PostgreSQL program: nothing of ours leaks into it. */
export function surroundings(folder: string, account: Account | null) {
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '/usr/bin:/bin' };
  return { cwd: folder, env, ...(account === null ? {} : { uid: account.uid, gid: account.gid }) };
}

async function create(folder: string, request: ClusterRequest): Promise<void> {
  const { account, say } = request;
  await removeDrafts(request.home);
  say({ zh: '正在新建数据库…', en: 'Creating the database…' });
  const locales = [['--locale-provider=icu', '--icu-locale=zh-Hans-CN'], []];
  let reason: unknown;
  for (const locale of locales) {
    const draft = join(request.home, `draft-${process.pid}-${randomBytes(3).toString('hex')}`);
    await ownFolder(draft, account);
    try {
      await initialise(draft, locale, request);
      await rename(draft, folder).catch((error: unknown) => {
        // Another process finished first: its cluster is as good as ours.
        if (messageOf(error).includes('ENOTEMPTY')) return rm(draft, { recursive: true });
        throw error;
      });
      return;
    } catch (error) {
      reason = error;
      await rm(draft, { recursive: true, force: true });
      say({
        zh: `新建数据库未成功（${locale.join(' ') || '默认区域设置'}）：${saidBy(error)}`,
        en: `Creating the database did not succeed (${locale.join(' ') || 'plain locale'}): ${saidBy(error)}`,
      });
    }
  }
  throw new StartProblem(
    {
      zh: `无法在 ${folder} 新建数据库：${saidBy(reason)}`,
      en: `The database cannot be created in ${folder}: ${saidBy(reason)}`,
    },
    reason,
  );
}

async function initialise(
  draft: string,
  locale: readonly string[],
  { account, binaries, home, password }: ClusterRequest,
): Promise<void> {
  const passwordFile = `password-${randomBytes(6).toString('hex')}`;
  await writeFile(join(home, passwordFile), password, { mode: 0o600 });
  await own(join(home, passwordFile), account);
  try {
    const path = ownPath(draft, account, binaries);
    await promisify(execFile)(
      join(binaries.folder, 'initdb'),
      [
        `--pgdata=${path}`,
        `--username=${ownerName}`,
        // Not joined: `..` from the working directory is not `..` from its name in /proc.
        `--pwfile=${path}/../${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
        ...locale,
      ],
      surroundings(draft, account),
    );
  } finally {
    await rm(join(home, passwordFile), { force: true });
  }
  await appendFile(join(draft, 'postgresql.conf'), "include_if_exists = 'bangfu.conf'\n");
}

/** What a program wrote before it failed says more than that it failed. */
function saidBy(error: unknown): string {
  const { stderr } = error instanceof Error && 'stderr' in error ? error : { stderr: '' };
  return String(stderr).trim() || messageOf(error);
}

async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^draft-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || (await isAlive(Number(pid)))) continue;
    await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Beside the cluster, or a private folder among the temporary ones when that path is too long. */
async function prepareSocketFolder(home: string, account: Account | null): Promise<string> {
  const beside = join(home, 'run');
  await ownFolder(beside, account);
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= socketPathMax) return beside;
  const name = `bangfu-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
  for (const parent of [tmpdir(), '/tmp']) {
    const short = join(parent, name);
    if (Buffer.byteLength(join(short, '.s.PGSQL.5432')) > socketPathMax) continue;
    if (!(await canReach(parent, account))) continue;
    await ownFolder(short, account);
    const facts = await lstat(short);
    const uid = account?.uid ?? process.getuid?.();
    if (facts.isDirectory() && facts.uid === uid) return short;
  }
  throw new StartProblem({
    zh: `数据文件夹的路径太长（${home}），数据库套接字放不下。请用 BANGFU_DATA 选一个较短的路径。`,
    en: `The path of the data folder is too long (${home}) for the database's socket. Choose a shorter one with BANGFU_DATA.`,
  });
}

async function ownFolder(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const facts = await lstat(folder);
  if (!facts.isDirectory()) throw new Error(`${folder} is not a folder`);
  if (account !== null && facts.uid !== account.uid) await own(folder, account);
  if ((facts.mode & 0o777) !== 0o700) await chmod(folder, 0o700);
}

async function own(path: string, account: Account | null): Promise<void> {
  if (account !== null) await chown(path, account.uid, account.gid);
}

function otherVersion(found: string, carried: number): StartProblem {
  return new StartProblem({
    zh: `数据文件夹由 PostgreSQL ${found} 写成，本版本自带的是 ${carried}，不能直接读取。请用原版本做备份（bangfu backup），再用本版本恢复。`,
    en: `The data folder was written by PostgreSQL ${found}; this version carries ${carried}, which cannot read it. Make a backup with the version that wrote it (bangfu backup) and restore it with this one.`,
  });
}
