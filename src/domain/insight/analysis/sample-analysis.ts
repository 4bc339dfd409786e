// A total and a mean, or a share, of a drawn sample: stratified, of several stages, or drawn in
// proportion to size. Streams. `units` names a column with the primary units of the row's stratum in the
// population; it must say the same in every row of the stratum, and the last said counts.
import type { Estimate } from '#domain/kernel/statistics/design.ts';
import {
  createSampleTally,
  hansenHurwitz,
  type SampleEstimate,
  type SizeDraw,
} from '../measures/sample-estimate.ts';
import { type Analysis, fewRows, type SampleColumns, sampleColumns } from './analysis.ts';

export interface SampleAsk extends SampleColumns {
  readonly value: string;
  /** Whether the value is yes or no. */
  readonly isShare: boolean;
  readonly units?: string | undefined;
  /** Probability that one draw takes the unit: with it, draws are with replacement. */
  readonly probability?: string | undefined;
  readonly confidence?: number;
}

export interface SampleAnswer {
  readonly estimate: SampleEstimate | null;
  /** Total by Hansen and Hurwitz, where each row is a draw with its probability. */
  readonly drawn: (Estimate & { readonly draws: number }) | null;
  readonly isFew: boolean;
}

export function createSampleAnalysis(ask: SampleAsk): Analysis<SampleAnswer> {
  const { confidence, isShare } = ask;
  const populationUnits = new Map<string, number>();
  const tally = createSampleTally({ confidence, isShare, populationUnits });
  const draws: SizeDraw[] = [];
  let rows = 0;
  let missing = 0;
  return {
    columns: [
      { role: 'value', heading: ask.value, kind: isShare ? 'yesNo' : 'number' },
      ...sampleColumns(ask),
      ...(ask.units === undefined
        ? []
        : [{ role: 'units', heading: ask.units, kind: 'number' as const, above: 0 }]),
      ...(ask.probability === undefined
        ? []
        : [
            {
              role: 'probability',
              heading: ask.probability,
              kind: 'number' as const,
              above: 0,
              isRequired: true,
            },
          ]),
    ],
    holds: ask.probability === undefined ? 'stream' : 'numbers',
    add(row) {
      const value = row.number('value');
      if (value === null) {
        missing += 1;
        return undefined;
      }
      rows += 1;
      const stratum = row.text('stratum');
      const units = row.number('units');
      if (units !== null) populationUnits.set(stratum, units);
      const probability = row.number('probability');
      if (probability !== null) {
        draws.push({ total: value, probability });
        return undefined;
      }
      tally.add({
        value,
        weight: (row.number('weight') ?? 1) * (row.number('members') ?? 1),
        stratum,
        cluster: ask.cluster === undefined ? undefined : row.text('cluster'),
      });
      return undefined;
    },
    missing: () => missing,
    result: () => ({
      estimate: draws.length > 0 ? null : tally.result(),
      drawn: draws.length > 0 ? { ...hansenHurwitz(draws, confidence), draws: draws.length } : null,
      isFew: rows < fewRows,
    }),
  };
}
