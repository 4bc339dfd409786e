// Multidimensional poverty of a table: one column a dimension, each with a weight and a cut-off. Streams.
import {
  createDeprivationTally,
  type DeprivationResult,
  type DeprivationTally,
  type Dimension,
  type MissingRule,
} from '../measures/alkire-foster.ts';
import { type Analysis, fewRows, type SampleColumns, sampleColumns } from './analysis.ts';
import { createHouseholdIds } from './household-ids.ts';
import { createGroupKeys } from './row-store.ts';
import { cellProblem } from './table-row.ts';

export interface DeprivationAsk extends SampleColumns {
  /** `id` is the heading of the column. */
  readonly dimensions: readonly Dimension[];
  readonly k: number;
  readonly missing: MissingRule;
  readonly hasDepth: boolean;
  readonly confidence?: number;
}

export interface DeprivationAnswer {
  readonly whole: DeprivationResult;
  readonly isFew: boolean;
  readonly groups: readonly {
    readonly key: string;
    readonly result: DeprivationResult;
    readonly isFew: boolean;
  }[];
}

export function createDeprivationAnalysis(ask: DeprivationAsk): Analysis<DeprivationAnswer> {
  const all = createDeprivationTally(ask);
  const groups = new Map<string, DeprivationTally>();
  const groupOf = createGroupKeys(ask.by ?? '');
  const ids = createHouseholdIds(ask);
  const roles = ask.dimensions.map((_, at) => `dimension ${at}`);
  let missing = 0;
  return {
    columns: [
      ...ask.dimensions.map(({ id }, at) => ({
        role: roles[at] ?? '',
        heading: id,
        kind: 'number' as const,
      })),
      ...sampleColumns(ask),
    ],
    holds: 'stream',
    add(row) {
      const household = row.text('household');
      if (ids.standingOf(household) === 'twice') {
        const field = ask.household ?? '';
        return cellProblem('insight/household-twice', { row: row.row, field, value: household });
      }
      const achievements = roles.map((role) => row.number(role));
      if (achievements.includes(null) && ask.missing === 'drop') missing += 1;
      const read = {
        achievements,
        weight: row.number('weight') ?? 1,
        members: row.number('members') ?? 1,
        stratum: ask.stratum === undefined ? undefined : row.text('stratum'),
        cluster: ask.cluster === undefined ? ids.clusterOf(household) : row.text('cluster'),
      };
      all.add(read);
      if (ask.by === undefined) return undefined;
      const key = groupOf(row.text('by'));
      const group = groups.get(key) ?? createDeprivationTally(ask);
      groups.set(key, group);
      group.add(read);
      return undefined;
    },
    missing: () => missing,
    result() {
      const whole = all.close();
      const result = whole.result();
      const parts = [...groups].map(([key, tally]) => {
        const part = tally.close().result(whole.design);
        return { key, result: part, isFew: part.rows < fewRows };
      });
      parts.sort((left, right) => right.result.m0.value - left.result.m0.value);
      return { whole: result, isFew: result.rows < fewRows, groups: parts };
    },
  };
}
