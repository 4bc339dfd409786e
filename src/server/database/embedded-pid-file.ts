// The files by which PostgreSQL says that it runs, and what to do when they lie. After a kill they name
// a process that is gone, that is a zombie nobody collects, or whose number now belongs to a stranger
// (a restarted container counts from 1 again); PostgreSQL takes each of the last two for a running
// server and refuses to start. Files are removed only when nothing answers and nothing works there.

import { readFile, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  isAlive,
  isGoneWithin,
  postgresProcessesIn,
  signal,
} from '#server/database/process-table.ts';

export interface ClusterPlace {
  readonly folder: string;
  readonly socketFolder: string;
}

const socketName = '.s.PGSQL.5432';

/** The process that runs this cluster, as its pid file says; undefined when it is free to be started. */
export async function runningPid(place: ClusterPlace): Promise<number | undefined> {
  const pid = await pidIn(join(place.folder, 'postmaster.pid'));
  const ours = await postgresProcessesIn(place.folder);
  if (ours === undefined) return pid !== undefined && (await isAlive(pid)) ? pid : undefined;
  if (pid !== undefined && ours.includes(pid)) return pid;
  if (await accepts(join(place.socketFolder, socketName))) return pid;
  if (pid !== undefined) await endOrphans(ours);
  const isIdle = async () => (await postgresProcessesIn(place.folder))?.length === 0;
  await removeStale(join(place.folder, 'postmaster.pid'), pid, isIdle);
  const lock = join(place.socketFolder, `${socketName}.lock`);
  const holder = await pidIn(lock);
  if (holder === undefined || !ours.includes(holder)) await removeStale(lock, holder, isIdle);
  return undefined;
}

/** The number in the first line of the file. */
export async function pidIn(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

/** Sessions whose postmaster was killed hold the shared memory until they notice. */
async function endOrphans(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    if (await isGoneWithin(pid, 500)) continue;
    signal(pid, 'SIGQUIT');
    if (!(await isGoneWithin(pid, 5_000))) signal(pid, 'SIGKILL');
  }
}

/**
 * Taken away first and looked at then, so that a file another start has just written is put back. One without
 * a number was made and not yet written when its maker was killed: it goes where nobody works, for one that
 * starts right now has a process here.
 */
async function removeStale(
  file: string,
  pid: number | undefined,
  isIdle: () => Promise<boolean>,
): Promise<void> {
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const isStale = (await pidIn(aside)) === pid && (pid !== undefined || (await isIdle()));
  if (isStale) await rm(aside, { force: true });
  else await rename(aside, file);
}

/** Whether somebody listens, be it in another container that shares the folder. */
function accepts(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
