// Doors of the auditor: what rules question, and evidence to take away.
import { countFindings, exportEvidence, listFindings } from '#contract/funds-findings.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { evidenceOf } from './evidence.ts';
import { findingCounts, findingsOf } from './findings.ts';

export const findingRoutes: readonly Served[] = [
  serve(countFindings, findingCounts),
  serve(listFindings, findingsOf),
  serve(exportEvidence, evidenceOf),
];
