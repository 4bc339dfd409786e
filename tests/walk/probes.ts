// One probe for every door, by method and path. A door without one fails the walk by name.
import { accessProbes } from './access-probes.ts';
import { assistanceProbes } from './assistance-probes.ts';
import { attachmentProbes } from './attachment-probes.ts';
import { candidateProbes } from './candidate-probes.ts';
import { caseworkProbes } from './casework-probes.ts';
import { chartProbes } from './chart-probes.ts';
import { comparisonProbes } from './comparison-probes.ts';
import { duplicateProbes } from './duplicate-probes.ts';
import { exchangeProbes } from './exchange-probes.ts';
import { exploreProbes } from './explore-probes.ts';
import { figureProbes } from './figure-probes.ts';
import { fundsProbes } from './funds-probes.ts';
import { gridProbes } from './grid-probes.ts';
import { indicatorProbes } from './indicator-probes.ts';
import { loanProbes } from './loan-probes.ts';
import { meetingProbes } from './meeting-probes.ts';
import { monitoringProbes } from './monitoring-probes.ts';
import { policyProbes } from './policy-probes.ts';
import type { Probe } from './probe.ts';
import { projectProbes } from './project-probes.ts';
import { publicityProbes } from './publicity-probes.ts';
import { registryProbes } from './registry-probes.ts';
import { simulationProbes } from './simulation-probes.ts';
import { supervisionProbes } from './supervision-probes.ts';
import { tieProbes } from './tie-probes.ts';
import { workforceProbes } from './workforce-probes.ts';

const ids = ({ household = '' }: { household?: string | undefined }) => ({
  params: { id: household },
});

export const probes: Readonly<Record<string, Probe>> = {
  ...accessProbes,
  ...candidateProbes,
  ...registryProbes,
  ...attachmentProbes,
  ...duplicateProbes,
  ...exchangeProbes,
  ...policyProbes,
  ...indicatorProbes,
  ...monitoringProbes,
  ...simulationProbes,
  ...caseworkProbes,
  ...supervisionProbes,
  ...comparisonProbes,
  ...figureProbes,
  ...workforceProbes,
  ...gridProbes,
  ...meetingProbes,
  ...tieProbes,
  ...assistanceProbes,
  ...fundsProbes,
  ...projectProbes,
  ...loanProbes,
  ...chartProbes,
  ...exploreProbes,
  ...publicityProbes,

  'GET /api/audit/entries': {
    fill: ({ village, township, county, others }) => [
      { query: { area: village, limit: 200 } },
      { query: { area: township } },
      { query: { area: county } },
      { query: { account: others.account ?? '', limit: 200 } },
    ],
  },
  'GET /api/audit/entries/export': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/audit/heads': { namesNothing: true, fill: () => ({}) },
  'POST /api/audit/verifications': { namesNothing: true, fill: () => ({ body: {} }) },

  'GET /api/jobs/runs': { namesNothing: true, fill: () => ({}) },
  'GET /api/jobs/runs/:id': { fill: ({ others }) => ({ params: { id: others.job ?? '' } }) },
  'POST /api/jobs/runs/:id/cancellation': {
    fill: ({ others }) => ({ params: { id: others.job ?? '' } }),
  },

  'GET /api/policy/packs': { namesNothing: true, fill: () => ({}) },
  'GET /api/policy/packs/:id': {
    namesNothing: true,
    fill: () => ({ params: { id: 'tea-club' } }),
    own: ['policy/no-such-pack'],
  },
  'GET /api/policy/form': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
    own: ['policy/no-pack-in-force'],
  },

  'GET /api/targeting/households/:id/score': {
    fill: ({ households }) => ids({ household: households[0] }),
    own: ['targeting/no-sheet', 'policy/no-pack-in-force'],
  },
  'GET /api/targeting/households/:id/decisions': {
    fill: ({ households }) => ids({ household: households[0] }),
    own: ['policy/no-pack-in-force'],
  },
  'GET /api/targeting/households/:id/decisions/:decision': {
    fill: ({ households }) => ({
      params: { id: households[0] ?? '', decision: 'sheet.householdAssessment' },
    }),
    own: ['policy/no-pack-in-force'],
  },
  'POST /api/targeting/runs': {
    fill: ({ village, county }) => [{ body: { area: village } }, { body: { area: county } }],
    own: ['targeting/no-sheet', 'policy/no-pack-in-force'],
  },
  'GET /api/targeting/runs': {
    fill: ({ village, county }) => [{ query: { area: village } }, { query: { area: county } }],
  },
  'GET /api/targeting/runs/:id': {
    fill: ({ others }) => ({ params: { id: others.run ?? '' } }),
    own: ['targeting/no-sheet', 'policy/no-such-pack'],
  },
  'GET /api/targeting/runs/:id/ranks': {
    fill: ({ others, village }) => [
      { params: { id: others.run ?? '' } },
      { params: { id: others.run ?? '' }, query: { area: village } },
    ],
    own: ['targeting/no-sheet', 'policy/no-such-pack'],
  },

  'GET /api/insight/overview': {
    fill: ({ village, township, county }) => [
      { query: { area: village } },
      { query: { area: township } },
      { query: { area: county } },
    ],
  },

  'GET /api/insight/measures': {
    fill: ({ village, township, county }) => [
      { query: { area: village } },
      { query: { area: township, line: '60%median', by: 'cause' } },
      { query: { area: county, line: '2800', by: 'ethnicity' } },
    ],
  },
  'GET /api/insight/measures/export': {
    fill: ({ village, county }) => [
      { query: { area: village, format: 'csv' } },
      { query: { area: county, format: 'xlsx' } },
    ],
  },
  'POST /api/insight/measures/tables': {
    namesNothing: true,
    fill: () => ({
      query: { line: '2800' },
      file: { name: 'incomes.csv', bytes: Buffer.from('收入,人口\r\n1000,3\r\n') },
    }),
  },

  'GET /api/health': { namesNothing: true, fill: () => ({}) },
};
