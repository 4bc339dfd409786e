// What the operating system says of a process: whether it lives, and which PostgreSQL processes work
// in a given folder. It refuses to guess: where the system does not tell (no /proc), the answer is
// undefined and the caller lets PostgreSQL decide.

import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { codeOf } from '#server/database/start-problem.ts';

/** A zombie counts as dead: nobody may ever collect it where we are process 1 of a container. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => undefined);
  if (stat === undefined) return process.platform !== 'linux' || !(await hasProc());
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  return state !== 'Z' && state !== 'X';
}

/** The PostgreSQL processes whose working directory is this folder; undefined where it cannot be known. */
export async function postgresProcessesIn(folder: string): Promise<readonly number[] | undefined> {
  if (process.platform !== 'linux' || !(await hasProc())) return undefined;
  const real = await realpath(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    if (place !== real) continue;
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    if (name.trim() === 'postgres' && (await isAlive(pid))) found.push(pid);
  }
  return found;
}

/** Sends a signal; a process that is gone already needs none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** True once the process is gone, false when it still lives after so many milliseconds. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (await isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await pause(15);
  }
  return true;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function hasProc(): Promise<boolean> {
  return (await readFile('/proc/self/stat', 'latin1').catch(() => '')) !== '';
}
