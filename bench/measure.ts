// Timings of one run: a step repeated, its median and 95th percentile, and rows for the table. Claims
// are ratios taken in one run on one machine; a time alone says little.
import { quantileSorted } from 'simple-statistics';

export interface Timing {
  readonly runs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs a step until it was run often enough, the first few unmeasured. */
export async function repeated(
  work: (round: number) => Promise<unknown>,
  { runs = 60, warmUp = 5 }: { runs?: number; warmUp?: number } = {},
): Promise<Timing> {
  for (let round = 0; round < warmUp; round += 1) await work(round);
  const times: number[] = [];
  for (let round = 0; round < runs; round += 1) times.push(await timed(() => work(round)));
  return timingOf(times);
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((left, right) => left - right);
  return {
    runs: sorted.length,
    medianMs: quantileSorted(sorted, 0.5),
    p95Ms: quantileSorted(sorted, 0.95),
  };
}

/** Two ways of the same thing in turn, so that the machine's moods fall on both. */
export async function inTurn(
  rounds: number,
  left: () => Promise<unknown>,
  right: () => Promise<unknown>,
  /** Before each of them, unmeasured. */
  before: () => Promise<unknown> = async () => undefined,
): Promise<{ readonly left: Timing; readonly right: Timing; readonly ratio: number }> {
  const times = { left: [] as number[], right: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    await before();
    times.left.push(await timed(left));
    await before();
    times.right.push(await timed(right));
  }
  const [one, other] = [timingOf(times.left), timingOf(times.right)];
  return { left: one, right: other, ratio: one.medianMs / other.medianMs };
}

export interface Line {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly comparison: string;
  /** Null where nothing was promised. */
  readonly met: boolean | null;
}

export function printTable(
  lines: readonly Line[],
  out: { write(text: string): unknown } = process.stdout,
): void {
  const heads = { what: 'what', goal: 'goal', measured: 'measured', comparison: 'beside it' };
  const columns = ['what', 'goal', 'measured', 'comparison'] as const;
  const width = (column: (typeof columns)[number]) =>
    Math.max(heads[column].length, ...lines.map((line) => line[column].length));
  const row = (line: Record<(typeof columns)[number], string>, mark: string) =>
    `${mark} ${columns.map((column) => line[column].padEnd(width(column))).join('  ')}\n`;
  out.write(row(heads, ' '));
  for (const line of lines) {
    out.write(row(line, line.met === null ? '·' : line.met ? '●' : '▲'));
  }
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
