// What had been decided about a household that has exited: the day it was listed and the day its exit was
// announced, each with the case or the source it rests on, and the last score stored up to then. Rules go
// on to come to something for it; whoever reads that must see what was decided, and when.
import type { DecidedBefore } from '#contract/targeting-explain.ts';
import { decidingCase } from '#domain/casework/deciding-case.ts';
import { hasExited, isDecided, isStage } from '#domain/registry/stage.ts';
import { stageSteps } from '#domain/registry/stage-steps.ts';
import { listCasesOfHousehold } from '#server/casework/case.store.ts';
import { untitled } from '#server/casework/case-row-view.ts';
import { findRules } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import type { Subject } from './household-decisions.ts';
import { findScoreUntil } from './run-score.store.ts';

export async function decidedBefore(
  context: Context,
  { household, state }: Subject,
): Promise<DecidedBefore | null> {
  const stage = String(state.values.stage ?? '');
  if (!isStage(stage) || !hasExited(stage)) return null;
  const cases = await endedCases(context, household);
  const steps: DecidedBefore['steps'] = [];
  for (const { stage: step, on, event } of stageSteps(stage, state.values, state.events)) {
    if (!isDecided(step)) continue;
    const source = state.events.find(({ id }) => id === event)?.source ?? null;
    const own = decidingCase({ stage: step, on, source }, cases);
    steps.push({
      stage: step,
      on,
      event,
      source,
      case: own === undefined ? null : { id: own.id, title: own.title },
    });
  }
  const exitedOn = steps.at(-1)?.on ?? null;
  const score =
    exitedOn === null ? undefined : await findScoreUntil(context.tx, household, exitedOn);
  return {
    steps,
    score:
      score === undefined
        ? null
        : {
            run: score.run,
            decision: `sheet.${score.sheet}`,
            on: score.as_of,
            total: score.total,
          },
  };
}

/** Its cases that have ended, with the stage each ended at. */
async function endedCases(context: Context, household: Subject['household']) {
  const rows = await listCasesOfHousehold(context.tx, household);
  return rows
    .filter(({ end_id }) => end_id !== null)
    .map((row) => {
      const rules = findRules(context, row)?.rules;
      return {
        id: row.id,
        endedOn: row.ended_on,
        stage: rules?.ends.find(({ id }) => id === row.end_id)?.stage ?? null,
        title: rules?.title ?? untitled(row.process),
      };
    });
}
