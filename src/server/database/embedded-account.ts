// Which operating-system user runs the embedded PostgreSQL. PostgreSQL refuses to run as root, so
// root lends it to an unprivileged user of the password file; an ordinary user runs it as themselves.
// A user without a line in the password file does not work: PostgreSQL looks its own name up.

import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, StartProblem } from '#server/database/start-problem.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Null means: as ourselves. An existing cluster, or the data folder of an ordinary user, keeps its owner. */
export async function accountFor(dataFolder: string, cluster: string): Promise<Account | null> {
  const self = process.getuid?.();
  const owner = (await ownerOf(cluster)) ?? (self === 0 ? await ownerOf(dataFolder) : undefined);
  if (self !== 0) {
    if (owner !== undefined && owner !== self) throw await belongsToAnother(cluster, owner);
    return null;
  }
  if (process.platform !== 'linux') throw notAsRoot();
  const accounts = await passwordFile();
  const keeper = accounts.find((account) => account.uid !== 0 && account.uid === owner);
  const chosen = keeper ?? accountNamed(accounts, 'postgres') ?? accountNamed(accounts, 'nobody');
  if (chosen === undefined) throw notAsRoot();
  return chosen;
}

/** Whether this user can walk down to the folder, by the permission bits of it and its parents. */
export async function canReach(folder: string, account: Account | null): Promise<boolean> {
  if (account === null) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).uid;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function passwordFile(): Promise<readonly Account[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function accountNamed(accounts: readonly Account[], name: string): Account | undefined {
  return accounts.find((account) => account.name === name && account.uid !== 0);
}

async function belongsToAnother(cluster: string, uid: number): Promise<StartProblem> {
  const name = (await passwordFile()).find((account) => account.uid === uid)?.name ?? String(uid);
  return new StartProblem({
    zh: `数据库文件夹 ${cluster} 属于系统用户 ${name}。请用该用户或 root 启动，或用环境变量 BANGFU_DATA 另选一个文件夹。`,
    en: `The database folder ${cluster} belongs to the system user ${name}. Start as that user or as root, or choose another folder with BANGFU_DATA.`,
  });
}

function notAsRoot(): StartProblem {
  return new StartProblem({
    zh: '内置数据库不能以 root 身份运行，而本机没有名为 postgres 或 nobody 的用户可以代为运行。请用普通用户启动，或用 DATABASE_URL 指定一个 PostgreSQL 服务器。',
    en: 'The embedded database cannot run as root, and there is no user named postgres or nobody here to run it. Start as an ordinary user, or name a PostgreSQL server with DATABASE_URL.',
  });
}
