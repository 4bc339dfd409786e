// A list against who is poor: both as yes-or-no columns, or poor as an income below a line. Streams.
import { createDesign, type Estimate, estimateOf } from '#domain/kernel/statistics/design.ts';
import {
  cghIndex,
  type TargetingCounts,
  type TargetingErrors,
  targetingErrors,
} from '../measures/targeting-errors.ts';
import { type Analysis, fewRows, type SampleColumns, sampleColumns } from './analysis.ts';

export interface TargetingAsk extends SampleColumns {
  readonly listed: string;
  /** Column that says who is poor; or else income and line. */
  readonly poor?: string | undefined;
  readonly income?: string | undefined;
  readonly line?: number | undefined;
  /** What a household received, for the shares of transfers. */
  readonly transfer?: string | undefined;
  readonly confidence?: number;
}

export interface TargetingAnswer {
  readonly rows: number;
  /** Persons, weighted. */
  readonly counts: TargetingCounts;
  readonly errors: TargetingErrors;
  /** The same two errors with intervals that know the design. */
  readonly inclusion: Estimate;
  readonly exclusion: Estimate;
  /** Share of transfers that reaches the poor, over their share of persons. */
  readonly transferIndex: number | null;
  readonly isFew: boolean;
}

const places = { truePositive: 0, falsePositive: 1, falseNegative: 2, trueNegative: 3 } as const;

export function createTargetingAnalysis(ask: TargetingAsk): Analysis<TargetingAnswer> {
  const { confidence = 0.95 } = ask;
  const design = createDesign(4);
  let rows = 0;
  let missing = 0;
  let squares = 0;
  const transfers = { poor: 0, all: 0 };
  return {
    columns: [
      { role: 'listed', heading: ask.listed, kind: 'yesNo' },
      ask.poor === undefined
        ? { role: 'income', heading: ask.income ?? '', kind: 'number' }
        : { role: 'poor', heading: ask.poor, kind: 'yesNo' },
      ...(ask.transfer === undefined
        ? []
        : [{ role: 'transfer', heading: ask.transfer, kind: 'number' as const, least: 0 }]),
      ...sampleColumns(ask),
    ],
    holds: 'stream',
    add(row) {
      const listed = row.number('listed');
      const state = ask.poor === undefined ? row.number('income') : row.number('poor');
      if (listed === null || state === null) {
        missing += 1;
        return undefined;
      }
      rows += 1;
      const isPoor = ask.poor === undefined ? state < (ask.line ?? 0) : state === 1;
      const weight = row.number('weight') ?? 1;
      const persons = weight * (row.number('members') ?? 1);
      squares += persons * persons;
      const given = weight * (row.number('transfer') ?? 0);
      transfers.all += given;
      if (isPoor) transfers.poor += given;
      const own = [0, 0, 0, 0];
      own[placeOf(listed === 1, isPoor)] = persons;
      const { stratum, cluster } = ask;
      design.add(
        {
          stratum: stratum === undefined ? undefined : row.text('stratum'),
          cluster: cluster === undefined ? undefined : row.text('cluster'),
        },
        own,
      );
      return undefined;
    },
    missing: () => missing,
    result() {
      const closed = design.close();
      const at = (place: keyof TargetingCounts) => closed.totals[places[place]] ?? 0;
      const counts: TargetingCounts = {
        truePositive: at('truePositive'),
        falsePositive: at('falsePositive'),
        falseNegative: at('falseNegative'),
        trueNegative: at('trueNegative'),
      };
      const all = closed.totals.reduce((sum, value) => sum + value, 0);
      const poor = counts.truePositive + counts.falseNegative;
      const ratio = (numerator: keyof TargetingCounts, other: keyof TargetingCounts): Estimate => {
        const whole = at(numerator) + at(other);
        const value = whole > 0 ? at(numerator) / whole : Number.NaN;
        const own = [0, 0, 0, 0];
        own[places[numerator]] = (1 - value) / whole;
        own[places[other]] = -value / whole;
        const kind = 'share' as const;
        return estimateOf(value, closed.varianceOf(own), closed, { confidence, kind, rows });
      };
      // Kish: what unequal weights leave of the rows, per person counted.
      const effective = squares > 0 ? Math.min(1, all / squares) : 1;
      return {
        rows,
        counts,
        errors: targetingErrors(counts, { confidence, effective }),
        inclusion: ratio('falsePositive', 'truePositive'),
        exclusion: ratio('falseNegative', 'truePositive'),
        transferIndex:
          transfers.all > 0 && poor > 0
            ? cghIndex(transfers.poor / transfers.all, poor / all)
            : null,
        isFew: rows < fewRows,
      };
    },
  };
}

function placeOf(isListed: boolean, isPoor: boolean): number {
  if (isListed) return isPoor ? places.truePositive : places.falsePositive;
  return isPoor ? places.falseNegative : places.trueNegative;
}
