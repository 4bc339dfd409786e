// What every analysis of a table is: the columns it asks for, a function that takes the rows one after
// another, and a result. None keeps a row whole; each says what it must hold.
import type { AskedColumn, CellProblem, TableRow } from './table-row.ts';

export interface Analysis<Result> {
  readonly columns: readonly AskedColumn[];
  /** What is held of a million rows: `stream` grows with groups, strata and clusters only. */
  readonly holds: 'stream' | 'numbers' | 'table';
  /** Takes a row, or says why it cannot be taken. */
  add(row: TableRow): CellProblem | undefined;
  /** Rows that lacked a value the measure needs. */
  missing(): number;
  result(): Result;
}

/** A line as a person writes it: yuan, or a share of the median. */
export type LineAsk =
  | { readonly kind: 'yuan'; readonly yuan: number }
  | { readonly kind: 'median'; readonly share: number };

/** Undefined for what is neither. */
export function readLine(text: string): LineAsk | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').toLowerCase();
  const share = /^(\d+(?:\.\d+)?)%(?:of)?(?:the)?(?:median|中位数)?$/.exec(plain)?.[1];
  if (share !== undefined) {
    const value = Number(share) / 100;
    return value > 0 && value <= 5 ? { kind: 'median', share: value } : undefined;
  }
  const yuan = /^(\d+(?:\.\d+)?)元?$/.exec(plain)?.[1];
  return yuan !== undefined && Number(yuan) > 0 ? { kind: 'yuan', yuan: Number(yuan) } : undefined;
}

/** Columns of the sample design that every analysis understands. */
export interface SampleColumns {
  readonly weight?: string | undefined;
  readonly members?: string | undefined;
  readonly household?: string | undefined;
  readonly by?: string | undefined;
  readonly stratum?: string | undefined;
  readonly cluster?: string | undefined;
}

export function sampleColumns(columns: SampleColumns): readonly AskedColumn[] {
  const asked: readonly (AskedColumn | undefined)[] = [
    numberColumn('weight', columns.weight, { above: 0 }),
    numberColumn('members', columns.members, { above: 0 }),
    textColumn('household', columns.household),
    textColumn('by', columns.by),
    textColumn('stratum', columns.stratum),
    textColumn('cluster', columns.cluster),
  ];
  return asked.filter((column) => column !== undefined);
}

function numberColumn(
  role: string,
  heading: string | undefined,
  { above }: { readonly above: number },
): AskedColumn | undefined {
  return heading === undefined
    ? undefined
    : { role, heading, kind: 'number', above, isRequired: true };
}

function textColumn(role: string, heading: string | undefined): AskedColumn | undefined {
  return heading === undefined ? undefined : { role, heading, kind: 'text' };
}

export const groupsMax = 500;
/** Below this many rows a group's rate is marked as resting on few. */
export const fewRows = 30;
