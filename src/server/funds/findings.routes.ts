// Doors of the auditor: what rules question, and evidence to take away.
import {
  countFindings,
  exportEvidence,
  listFindings,
  lookAtBooks,
} from '#contract/funds-findings.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { evidenceOf } from './evidence.ts';
import { findingCounts, findingsOf } from './findings.ts';
import { lookAgain } from './look.ts';

export const findingRoutes: readonly Served[] = [
  serve(countFindings, findingCounts),
  serve(listFindings, findingsOf),
  serve(lookAtBooks, lookAgain),
  serve(exportEvidence, evidenceOf),
];
