// Doors of problems.
import * as doors from '#contract/monitoring.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { act, ownersOf } from './act-on-problem.ts';
import { problemFile } from './problem-file.ts';
import { problemCounts, problemOf, problemsOf } from './problems.ts';
import { register } from './register-problem.ts';

export const problemRoutes: readonly Served[] = [
  serve(doors.listProblems, problemsOf),
  serve(doors.countProblems, problemCounts),
  serve(doors.downloadProblems, problemFile),
  serve(doors.getProblem, problemOf),
  serve(doors.registerProblem, register),
  serve(doors.actOnProblem, act),
  serve(doors.listOwners, ownersOf),
];
