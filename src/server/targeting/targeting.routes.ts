// Doors of scoring.
import { explainScore, getRun, listRanks, listRuns, startRun } from '#contract/targeting.ts';
import { explainDecision, listDecisions } from '#contract/targeting-explain.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { explainHouseholdDecision } from './explain-decision.ts';
import { explainScoreOf } from './explain-score.ts';
import { listHouseholdDecisions } from './list-decisions.ts';
import { ranksOf, runOf, runsOf } from './ranks.ts';
import { startScoring } from './score-area.ts';

export const targetingRoutes: readonly Served[] = [
  serve(explainScore, (context, { params }) => explainScoreOf(context, params.id)),
  serve(listDecisions, listHouseholdDecisions),
  serve(explainDecision, explainHouseholdDecision),
  serve(startRun, (context, { body }) => startScoring(context, areaCode(body.area))),
  serve(listRuns, (context) => runsOf(context)),
  serve(getRun, runOf),
  serve(listRanks, ranksOf),
];
