// The way from survey to exit as a funnel: each step holds everyone who came this far, so that it can
// only narrow. Source: the stages that Huanjiang published in September 2016 (HJ-48 to HJ-51, HJ-53).

import { type Stage, stages } from '#domain/registry/stage.ts';

export interface Counted {
  readonly households: number;
  readonly persons: number;
}

export interface FunnelStep extends Counted {
  readonly stage: Stage;
}

/** Steps from the counts of households that stand at each stage now. */
export function funnelOf(standing: ReadonlyMap<string, Counted>): readonly FunnelStep[] {
  return stages.map((stage, index) => {
    const beyond = stages.slice(index).map((later) => standing.get(later));
    return {
      stage,
      households: beyond.reduce((sum, count) => sum + (count?.households ?? 0), 0),
      persons: beyond.reduce((sum, count) => sum + (count?.persons ?? 0), 0),
    };
  });
}
