// What a set of processes takes, as Linux says it. Memory is shared out: a page that n processes hold counts one n-th for
// each, so that the sum is what they hold together.
import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of the processes and all below them, in MB; undefined where it cannot be read. */
export function proportionalMegabytes(
  roots: readonly number[],
  reach: 'alone' | 'family' = 'family',
): number | undefined {
  try {
    const pids = reach === 'family' ? familyOf(roots) : roots;
    const kilobytes = pids.map((pid) => {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    });
    return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
  } catch {
    return undefined;
  }
}

/** The most that a process below this one whose command says so has held until now, in MB; 0 where there is none. */
export function peakMegabytes(root: number, command: string): number {
  const peaks = familyOf([root]).map((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(command)) return 0;
      return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...peaks) / 1024;
}

/** Processor time that the processes, all below them and those that ended there have taken. */
export function processorSeconds(roots: readonly number[]): number {
  const ticks = familyOf(roots).flatMap((pid) => statOf(pid)?.slice(11, 15).map(Number) ?? []);
  return ticks.reduce((sum, each) => sum + each, 0) / 100;
}

function familyOf(roots: readonly number[]): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat !== undefined) parents.set(Number(name), Number(stat[1]));
  }
  const family = new Set(roots);
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** What follows the name in /proc/<pid>/stat; undefined where the process has ended. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
