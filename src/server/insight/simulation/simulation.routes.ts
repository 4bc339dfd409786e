// Doors of trying rules before deciding.
import {
  deleteTrial,
  getTrial,
  getTrialRules,
  listSimulated,
  listTrials,
  runSimulation,
  saveTrial,
} from '#contract/insight-simulation.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { simulated, simulatedHouseholds } from './simulated.ts';
import { trialRulesOf } from './trial-rules.ts';
import { keepTrial, removeTrial, savedTrial, savedTrials } from './trials.ts';

export const simulationRoutes: readonly Served[] = [
  serve(getTrialRules, trialRulesOf),
  serve(runSimulation, simulated),
  serve(listSimulated, simulatedHouseholds),
  serve(listTrials, savedTrials),
  serve(getTrial, savedTrial),
  serve(saveTrial, keepTrial),
  serve(deleteTrial, removeTrial),
];
