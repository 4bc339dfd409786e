// The poverty rate that the points of a scored sample imply, by a table of likelihoods of a pack. Streams.
import { createScoredRate, type LikelihoodStep, type ScoredRate } from '../measures/proxy-means.ts';
import { type Analysis, fewRows, type SampleColumns, sampleColumns } from './analysis.ts';

export interface ScoresAsk extends SampleColumns {
  readonly points: string;
  readonly steps: readonly LikelihoodStep[];
  readonly confidence?: number;
}

export interface ScoresAnswer {
  readonly rate: ScoredRate;
  readonly isFew: boolean;
}

export function createScoresAnalysis(ask: ScoresAsk): Analysis<ScoresAnswer> {
  const tally = createScoredRate(ask.steps, ask.confidence);
  let missing = 0;
  return {
    columns: [{ role: 'points', heading: ask.points, kind: 'number' }, ...sampleColumns(ask)],
    holds: 'stream',
    add(row) {
      const points = row.number('points');
      if (points === null) {
        missing += 1;
        return undefined;
      }
      tally.add({
        points,
        weight: row.number('weight') ?? 1,
        members: row.number('members') ?? 1,
        stratum: ask.stratum === undefined ? undefined : row.text('stratum'),
        cluster: ask.cluster === undefined ? undefined : row.text('cluster'),
      });
      return undefined;
    },
    missing: () => missing,
    result() {
      const rate = tally.result();
      return { rate, isFew: rate.rows < fewRows };
    },
  };
}
