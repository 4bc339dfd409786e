// Every door of the API as a type, from the same declarations the server serves. Only types are
// imported: the schemas themselves never reach the browser.
import type * as access from '#contract/access.ts';
import type * as accessOffices from '#contract/access-offices.ts';
import type * as assistance from '#contract/assistance.ts';
import type * as assistanceBooks from '#contract/assistance-books.ts';
import type * as assistanceChanges from '#contract/assistance-changes.ts';
import type * as assistanceDelivery from '#contract/assistance-delivery.ts';
import type * as assistancePlans from '#contract/assistance-plans.ts';
import type * as assistanceSummary from '#contract/assistance-summary.ts';
import type * as audit from '#contract/audit.ts';
import type * as casework from '#contract/casework.ts';
import type * as caseworkAreas from '#contract/casework-areas.ts';
import type * as caseworkBatch from '#contract/casework-batch.ts';
import type * as caseworkCampaigns from '#contract/casework-campaigns.ts';
import type * as caseworkChecks from '#contract/casework-checks.ts';
import type * as caseworkInterview from '#contract/casework-interview.ts';
import type * as caseworkNominations from '#contract/casework-nominations.ts';
import type * as caseworkPipeline from '#contract/casework-pipeline.ts';
import type * as caseworkReminders from '#contract/casework-reminders.ts';
import type * as caseworkRosters from '#contract/casework-rosters.ts';
import type * as demonstration from '#contract/demonstration.ts';
import type * as exchange from '#contract/exchange.ts';
import type * as exchangeIndicators from '#contract/exchange-indicators.ts';
import type * as funds from '#contract/funds.ts';
import type * as fundsAssets from '#contract/funds-assets.ts';
import type * as fundsBanks from '#contract/funds-banks.ts';
import type * as fundsConsolidation from '#contract/funds-consolidation.ts';
import type * as fundsCredit from '#contract/funds-credit.ts';
import type * as fundsEntrusted from '#contract/funds-entrusted.ts';
import type * as fundsFindings from '#contract/funds-findings.ts';
import type * as fundsFlow from '#contract/funds-flow.ts';
import type * as fundsIdle from '#contract/funds-idle.ts';
import type * as fundsLists from '#contract/funds-lists.ts';
import type * as fundsLoans from '#contract/funds-loans.ts';
import type * as fundsProjectActs from '#contract/funds-project-acts.ts';
import type * as fundsProjects from '#contract/funds-projects.ts';
import type * as fundsRisk from '#contract/funds-risk.ts';
import type * as fundsRules from '#contract/funds-rules.ts';
import type * as fundsTargets from '#contract/funds-targets.ts';
import type * as fundsTrail from '#contract/funds-trail.ts';
import type * as insight from '#contract/insight.ts';
import type * as insightAccuracy from '#contract/insight-accuracy.ts';
import type * as insightBoard from '#contract/insight-board.ts';
import type * as insightBulletins from '#contract/insight-bulletins.ts';
import type * as insightBurden from '#contract/insight-burden.ts';
import type * as insightCharts from '#contract/insight-charts.ts';
import type * as insightExplore from '#contract/insight-explore.ts';
import type * as insightFigures from '#contract/insight-figures.ts';
import type * as insightLayers from '#contract/insight-layers.ts';
import type * as insightMap from '#contract/insight-map.ts';
import type * as insightMeasures from '#contract/insight-measures.ts';
import type * as insightQuality from '#contract/insight-quality.ts';
import type * as insightSchedules from '#contract/insight-schedules.ts';
import type * as insightScreen from '#contract/insight-screen.ts';
import type * as insightSimulation from '#contract/insight-simulation.ts';
import type * as jobs from '#contract/jobs.ts';
import type * as monitoring from '#contract/monitoring.ts';
import type * as monitoringOrders from '#contract/monitoring-orders.ts';
import type * as monitoringTasks from '#contract/monitoring-tasks.ts';
import type * as platform from '#contract/platform.ts';
import type * as policy from '#contract/policy.ts';
import type * as policyDrafts from '#contract/policy-drafts.ts';
import type * as publicity from '#contract/publicity.ts';
import type * as publicityMoney from '#contract/publicity-money.ts';
import type * as publicityPublic from '#contract/publicity-public.ts';
import type * as publicityReports from '#contract/publicity-reports.ts';
import type * as publicitySlip from '#contract/publicity-slip.ts';
import type * as registryAreas from '#contract/registry-areas.ts';
import type * as registryAttachments from '#contract/registry-attachments.ts';
import type * as registryChanges from '#contract/registry-changes.ts';
import type * as registryConflicts from '#contract/registry-conflicts.ts';
import type * as registryDuplicates from '#contract/registry-duplicates.ts';
import type * as registryGlass from '#contract/registry-glass.ts';
import type * as registryHistory from '#contract/registry-history.ts';
import type * as registryHouseholds from '#contract/registry-households.ts';
import type * as registryIncome from '#contract/registry-income.ts';
import type * as registryIndicators from '#contract/registry-indicators.ts';
import type { CallOf, OutputOf } from '#contract/route.ts';
import type * as supervision from '#contract/supervision.ts';
import type * as supervisionReport from '#contract/supervision-report.ts';
import type * as supervisionScores from '#contract/supervision-scores.ts';
import type * as supervisionSources from '#contract/supervision-sources.ts';
import type * as targeting from '#contract/targeting.ts';
import type * as targetingCandidates from '#contract/targeting-candidates.ts';
import type * as targetingComparison from '#contract/targeting-comparison.ts';
import type * as targetingExplain from '#contract/targeting-explain.ts';
import type * as targetingLeads from '#contract/targeting-leads.ts';
import type * as workforce from '#contract/workforce.ts';
import type * as workforceGrid from '#contract/workforce-grid.ts';
import type * as workforceImport from '#contract/workforce-import.ts';
import type * as workforceMarket from '#contract/workforce-market.ts';
import type * as workforceMeetings from '#contract/workforce-meetings.ts';
import type * as workforceOrganisation from '#contract/workforce-organisation.ts';
import type * as workforcePairing from '#contract/workforce-pairing.ts';
import type * as workforceProposals from '#contract/workforce-proposals.ts';
import type * as workforceSchedule from '#contract/workforce-schedule.ts';
import type * as workforceSupervisors from '#contract/workforce-supervisors.ts';
import type * as workforceTies from '#contract/workforce-ties.ts';
import type * as workforceVisits from '#contract/workforce-visits.ts';

/** Modules of the contract; a new one gets a line here. */
type Modules = [
  typeof access,
  typeof accessOffices,
  typeof assistance,
  typeof assistanceBooks,
  typeof assistanceChanges,
  typeof assistanceDelivery,
  typeof assistancePlans,
  typeof assistanceSummary,
  typeof audit,
  typeof casework,
  typeof caseworkBatch,
  typeof caseworkPipeline,
  typeof caseworkReminders,
  typeof caseworkCampaigns,
  typeof caseworkAreas,
  typeof caseworkChecks,
  typeof caseworkInterview,
  typeof caseworkRosters,
  typeof caseworkNominations,
  typeof demonstration,
  typeof exchange,
  typeof exchangeIndicators,
  typeof policy,
  typeof policyDrafts,
  typeof funds,
  typeof fundsBanks,
  typeof fundsLoans,
  typeof fundsFindings,
  typeof fundsFlow,
  typeof fundsRisk,
  typeof fundsEntrusted,
  typeof fundsConsolidation,
  typeof fundsCredit,
  typeof fundsIdle,
  typeof fundsLists,
  typeof fundsProjectActs,
  typeof fundsProjects,
  typeof fundsTargets,
  typeof fundsTrail,
  typeof fundsAssets,
  typeof fundsRules,
  typeof insight,
  typeof insightSimulation,
  typeof insightMeasures,
  typeof insightFigures,
  typeof insightCharts,
  typeof insightLayers,
  typeof insightMap,
  typeof insightQuality,
  typeof insightBurden,
  typeof insightAccuracy,
  typeof insightBoard,
  typeof insightBulletins,
  typeof insightExplore,
  typeof insightSchedules,
  typeof insightScreen,
  typeof jobs,
  typeof monitoring,
  typeof monitoringOrders,
  typeof monitoringTasks,
  typeof platform,
  typeof publicity,
  typeof publicityMoney,
  typeof publicityPublic,
  typeof publicityReports,
  typeof publicitySlip,
  typeof registryAreas,
  typeof registryAttachments,
  typeof registryChanges,
  typeof registryConflicts,
  typeof registryDuplicates,
  typeof registryGlass,
  typeof registryHistory,
  typeof registryHouseholds,
  typeof registryIncome,
  typeof registryIndicators,
  typeof supervision,
  typeof supervisionReport,
  typeof supervisionScores,
  typeof supervisionSources,
  typeof targeting,
  typeof targetingCandidates,
  typeof targetingComparison,
  typeof targetingExplain,
  typeof workforce,
  typeof workforceGrid,
  typeof workforceImport,
  typeof workforceMarket,
  typeof workforceMeetings,
  typeof workforceOrganisation,
  typeof workforcePairing,
  typeof targetingLeads,
  typeof workforceProposals,
  typeof workforceSchedule,
  typeof workforceSupervisors,
  typeof workforceTies,
  typeof workforceVisits,
];

/**
 * Declarations are told by how they are opened, never by their whole shape: comparing schemas with what a
 * schema is in general costs the compiler gigabytes.
 */
interface Opened {
  readonly method: string;
  readonly path: string;
}

type ShapesIn<M> = { [Name in keyof M]: M[Name] extends Opened ? M[Name] : never }[keyof M];
type ShapesOf<M> = M extends unknown ? ShapesIn<M> : never;
type Shapes = {
  [S in ShapesOf<Modules[number]> as `${S['method']} ${S['path']}`]: S;
};

/** `GET /api/insight/overview`: method and path as declared. */
export type Address = keyof Shapes;
export type ReadAddress = Extract<Address, `GET ${string}`>;
export type WriteAddress = Exclude<Address, ReadAddress>;

export type ShapeAt<A extends Address> = Shapes[A];

export type Sent<A extends Address> = CallOf<Shapes[A]>;
export type Answer<A extends Address> = OutputOf<Shapes[A]>;
