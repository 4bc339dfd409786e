// What is counted of every area at every level, and kept so that an overview is read and never
// scanned. `total` and `stage` count every household; all others count households of the register of
// the poor (LISTED and beyond, exited included), so that each number has the list
// `registered=true&…` behind it. The SQL that lists the same lines is server/registry/count-lines.ts.

export const countMetrics = [
  'total', // key ''
  'stage', // key: the stage a household stands at now; who came further is not in it
  'cause', // primary cause; '' where none is recorded, as in every metric below
  'attribute',
  'measure', // households by their primary measure, persons by their own: two numbers that need not add alike
  'incomeBand', // yearly income per head in bands of 500 yuan, by the lower edge in yuan
  'size', // present members
  'ethnicity', // persons only
  'helpClass', // only where a case gave one: no line for '' as elsewhere
] as const;

export type CountMetric = (typeof countMetrics)[number];

export interface Counted {
  readonly households: number;
  readonly persons: number;
}

export interface CountLine extends Counted {
  readonly area: string;
  readonly metric: string;
  readonly key: string;
}

/** Yuan from one band of income to the next. */
export const incomeBandYuan = 500;

/** Adds lines of the same area, metric and key; what comes to nothing is left out. */
export function addLines(lines: readonly CountLine[]): readonly CountLine[] {
  const sums = new Map<string, CountLine>();
  for (const line of lines) {
    const id = `${line.area}\n${line.metric}\n${line.key}`;
    const sum = sums.get(id);
    sums.set(id, {
      ...line,
      households: line.households + (sum?.households ?? 0),
      persons: line.persons + (sum?.persons ?? 0),
    });
  }
  return [...sums.values()].filter((line) => line.households !== 0 || line.persons !== 0);
}

export function negated(line: CountLine): CountLine {
  return { ...line, households: -line.households, persons: -line.persons };
}
