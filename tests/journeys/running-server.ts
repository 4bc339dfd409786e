// One built server with its own data folder and the demonstration county, for all journeys. What it is
// given is what a newcomer's first start is given: nothing. A server that runs already is used instead
// by BANGFU_JOURNEYS_AT (its address) and BANGFU_DEMO_PASSWORD.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';

export interface RunningServer {
  /** Empty where there is no browser: the journeys are then skipped. */
  readonly chromium: string;
  readonly address: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    runningServer: RunningServer;
  }
}

const entry = 'dist/node/server-main.js';
/** The demonstration county is filled meanwhile, on a machine that may be busy with other tests. */
const patienceMs = 420_000;

/** Journeys prove what people see, not durability. */
const settings = 'fsync=off; synchronous_commit=off; full_page_writes=off; shared_buffers=128MB';

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = process.env.BANGFU_CHROMIUM ?? '';
  if (chromium === '') {
    console.log('没有指定浏览器，跳过浏览器测试。 No browser is named: the journeys are skipped.');
    project.provide('runningServer', { chromium: '', address: '', password: '' });
    return undefined;
  }
  const { BANGFU_JOURNEYS_AT: address, BANGFU_DEMO_PASSWORD: known } = process.env;
  if (address !== undefined && known !== undefined) {
    project.provide('runningServer', { chromium, address, password: known });
    return undefined;
  }
  if (!existsSync(entry))
    throw new Error(`${entry} is missing: run npm run journeys, which builds it`);
  const password = `journey-${randomBytes(6).toString('hex')}`;
  const server = await startServer({ BANGFU_DEMO: 'huanjiang', BANGFU_DEMO_PASSWORD: password });
  project.provide('runningServer', { chromium, address: server.address, password });
  return server.stop;
}

export interface StartedServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built server on a free port with a data folder of its own. */
export async function startServer(environment: Record<string, string>): Promise<StartedServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-journeys-'));
  // Started by root, PostgreSQL walks through it as another user.
  await chmod(dataFolder, 0o711);
  const { DATABASE_URL: _unused, ...inherited } = process.env;
  const child = spawn(process.execPath, [entry], {
    env: {
      ...inherited,
      PORT: '0',
      BANGFU_PG_SETTINGS: settings,
      HOST: '127.0.0.1',
      BANGFU_DATA: dataFolder,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(child);
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(child), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

/** Reads the lines of a start until one names the address. */
function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const tell = () =>
      reject(new Error(`the server did not start:\n${said.slice(-12).join('\n')}`));
    const timer = setTimeout(tell, patienceMs);
    const listen = (line: string) => {
      said.push(line);
      const address = /帮扶已启动.*?(http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', listen);
    }
    child.once('exit', tell);
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
