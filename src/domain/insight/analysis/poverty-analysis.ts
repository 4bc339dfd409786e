// Poverty and inequality of a table with one row a household or a person. Weights multiply: `weight` is
// how many households (or persons) of the population a row stands for, `members` the persons of the
// household. Rows that repeat a household number without a members column are its persons, and one
// cluster. With a line in yuan and without the distribution it streams; else it holds 36 bytes a row.

import type { Estimate } from '#domain/kernel/statistics/design.ts';
import { createFgtTally, type FgtResult, type FgtTally } from '../measures/fgt.ts';
import { giniEstimate } from '../measures/gini.ts';
import {
  type LorenzPoint,
  lorenzOrdinates,
  type QuantileShare,
  quantileShares,
} from '../measures/lorenz.ts';
import { orderIncomes, weightedMedian } from '../measures/ordered-incomes.ts';
import { relativeFgt, relativeLine } from '../measures/relative-line.ts';
import {
  type Analysis,
  fewRows,
  type LineAsk,
  type SampleColumns,
  sampleColumns,
} from './analysis.ts';
import { createHouseholdIds } from './household-ids.ts';
import { createGroupKeys, createRowStore, type StoredRow } from './row-store.ts';
import { cellProblem } from './table-row.ts';

export interface PovertyAsk extends SampleColumns {
  readonly income: string;
  readonly line: LineAsk;
  readonly confidence?: number;
  /** Whether Gini, Lorenz curve and shares are wanted too. */
  readonly distribution?: boolean;
}

export interface PovertyGroup {
  readonly key: string;
  readonly fgt: FgtResult;
  /** So few rows that the rate says little. */
  readonly isFew: boolean;
}

export interface PovertyResult {
  readonly line: {
    readonly kind: LineAsk['kind'];
    readonly yuan: number;
    readonly share: number | null;
    readonly median: number | null;
  };
  readonly fgt: FgtResult;
  readonly isFew: boolean;
  readonly distribution: {
    readonly medianIncome: number;
    /** Null where all income together is not positive. */
    readonly gini: Estimate | null;
    readonly quantiles: readonly QuantileShare[];
    readonly lorenz: readonly LorenzPoint[];
  } | null;
  readonly groups: readonly PovertyGroup[];
}

export function createPovertyAnalysis(ask: PovertyAsk): Analysis<PovertyResult> {
  const { line, confidence = 0.95, distribution = true } = ask;
  const isRelative = line.kind === 'median';
  const store = isRelative || distribution ? createRowStore() : undefined;
  const ids = createHouseholdIds(ask);
  const direct = line.kind === 'yuan' ? createGroupedFgt(line.yuan, confidence) : undefined;
  const groupOf = createGroupKeys(ask.by ?? '');
  let missing = 0;
  return {
    columns: [{ role: 'income', heading: ask.income, kind: 'number' }, ...sampleColumns(ask)],
    holds: store === undefined ? 'stream' : 'numbers',
    add(row) {
      const household = row.text('household');
      const standing = ids.standingOf(household);
      if (standing === 'twice') {
        const field = ask.household ?? '';
        return cellProblem('insight/household-twice', { row: row.row, field, value: household });
      }
      const income = row.number('income');
      if (income === null) {
        missing += 1;
        return undefined;
      }
      const weight = row.number('weight') ?? 1;
      const read: StoredRow = {
        income,
        weight,
        members: row.number('members') ?? 1,
        households: standing === 'again' ? 0 : weight,
        group: groupOf(row.text('by')),
        stratum: ask.stratum === undefined ? undefined : row.text('stratum'),
        cluster: ask.cluster === undefined ? ids.clusterOf(household) : row.text('cluster'),
      };
      store?.add(read);
      direct?.add(read);
      return undefined;
    },
    missing: () => missing,
    result() {
      const rows = () => store?.rows() ?? [];
      const ordered = store === undefined ? undefined : orderIncomes(...store.incomesAndPersons());
      const drawn =
        line.kind === 'median' && ordered ? relativeLine(ordered, line.share) : undefined;
      const yuan = line.kind === 'yuan' ? line.yuan : (drawn?.line ?? Number.NaN);
      const tally = direct ?? createGroupedFgt(yuan, confidence);
      if (direct === undefined) for (const row of rows()) tally.add(row);
      const { whole, groups } = tally.close(ask.by !== undefined);
      const fgt =
        drawn === undefined || ordered === undefined
          ? whole
          : withRelative(whole, relativeFgt(ordered, drawn, placed(rows()), confidence));
      return {
        line: {
          kind: line.kind,
          yuan,
          share: line.kind === 'median' ? line.share : null,
          median: drawn?.median ?? null,
        },
        fgt,
        isFew: fgt.rows < fewRows,
        distribution:
          ordered === undefined || !distribution
            ? null
            : {
                medianIncome: weightedMedian(ordered),
                gini:
                  ordered.totalIncome > 0
                    ? giniEstimate(ordered, placed(rows()), confidence)
                    : null,
                quantiles: quantileShares(ordered, 5),
                lorenz: lorenzOrdinates(ordered, 20),
              },
        groups,
      };
    },
  };
}

function withRelative(
  fgt: FgtResult,
  [headcount, gap, severity]: readonly [Estimate, Estimate, Estimate],
): FgtResult {
  return { ...fgt, headcount, gap, severity };
}

function* placed(rows: Iterable<StoredRow>) {
  for (const { income, weight, members, stratum, cluster } of rows) {
    yield { income, persons: weight * members, stratum, cluster };
  }
}

/** The measures of all and of each group, in one pass. */
function createGroupedFgt(line: number, confidence: number) {
  const all = createFgtTally(line, { confidence });
  const groups = new Map<string, FgtTally>();
  return {
    add(row: StoredRow): void {
      all.add(row);
      let group = groups.get(row.group);
      if (group === undefined) {
        group = createFgtTally(line, { confidence });
        groups.set(row.group, group);
      }
      group.add(row);
    },
    close(isGrouped: boolean): { whole: FgtResult; groups: readonly PovertyGroup[] } {
      const whole = all.close();
      const parts = isGrouped
        ? [...groups].map(([key, tally]) => {
            const fgt = tally.close().result(whole.design);
            return { key, fgt, isFew: fgt.rows < fewRows };
          })
        : [];
      parts.sort((left, right) => right.fgt.headcount.value - left.fgt.headcount.value);
      return { whole: whole.result(), groups: parts };
    },
  };
}
