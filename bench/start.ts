// The built server as `npm start` runs it once all is installed and built: how long until it serves, on
// an empty data folder, again, and after it was killed; and what everything together takes when idle.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Line, seconds } from './measure.ts';
import { processorSeconds, proportionalMegabytes } from './process-memory.ts';

const server = fileURLToPath(new URL('../dist/node/server-main.js', import.meta.url));
const memoryGoal = 400;
const idleMilliseconds = 8000;

/** Leaves the data folder filled and nobody at work on it. */
export async function measureStart(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly Line[]> {
  await buildFirst();
  const first = await start(folder, environment);
  const lines = [
    startLine('first start, areas and county filled (installed and built)', first, 80),
    await memoryLine('idle memory right after the first start', folder, first),
  ];
  await stop(first, 'SIGTERM');

  const second = await start(folder, environment);
  lines.push(startLine('second start until it serves', second, 3));
  lines.push(await memoryLine('idle memory after a second start', folder, second));
  await stop(second, 'SIGKILL');

  const third = await start(folder, environment);
  lines.push(startLine('start after kill -9 until it serves', third, 3));
  await stop(third, 'SIGTERM');
  return lines;
}

/** A build that is out of date is no part of a start. */
export async function buildFirst(): Promise<void> {
  const prepare = new URL('../scripts/prepare.mjs', import.meta.url).href;
  const { ensureBuilt }: { ensureBuilt(name: string, say: () => void): void } = await import(
    prepare
  );
  for (const name of ['web', 'node']) ensureBuilt(name, () => undefined);
}

export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly time: number;
  /** Of everything together until then. */
  readonly processor: number;
}

/** Serves on a free port. */
export async function start(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, ...environment, BANGFU_DATA: folder, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (!line.includes('Bangfu is serving')) continue;
    const time = performance.now() - begun;
    child.stdout.resume();
    const processor = processorSeconds([child.pid ?? 0, ...postmasterOf(folder)]);
    const [address = ''] = /http:\/\/[\d.:]+/.exec(line) ?? [];
    return { child, address, time, processor };
  }
  throw new Error(`the server did not start:\n${said.join('\n')}`);
}

export async function stop({ child }: Started, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function startLine(what: string, { time, processor }: Started, goal: number): Line {
  return {
    what,
    goal: `≤ ${goal} s`,
    measured: seconds(time),
    comparison: `processor time ${processor.toFixed(1)} s`,
    met: time <= goal * 1000,
  };
}

/** The server and the embedded database, which is nobody's child once it was adopted. */
async function memoryLine(what: string, folder: string, { child }: Started): Promise<Line> {
  await setTimeout(idleMilliseconds);
  const roots = [child.pid ?? 0, ...postmasterOf(folder)];
  const all = proportionalMegabytes(roots);
  const node = proportionalMegabytes([child.pid ?? 0], 'alone');
  if (all === undefined) {
    return { what, goal: '', measured: 'not measured', comparison: 'needs /proc', met: null };
  }
  return {
    what,
    goal: `≤ ${memoryGoal} MB`,
    measured: `${Math.round(all)} MB`,
    comparison: `Node alone ${Math.round(node ?? 0)} MB`,
    met: all <= memoryGoal,
  };
}

function postmasterOf(folder: string): readonly number[] {
  try {
    const text = readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
    return [Number.parseInt(text, 10)];
  } catch {
    return [];
  }
}
