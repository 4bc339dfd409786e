// Every door of the API. A route that is not in this list does not exist, and tests walk the list.
import { accessRoutes } from './access/access.routes.ts';
import { assistanceRoutes } from './assistance/assistance.routes.ts';
import { householdBookRoutes } from './assistance/books.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import { campaignRoutes } from './casework/campaign.routes.ts';
import { caseworkRoutes } from './casework/casework.routes.ts';
import { groundRoutes } from './demonstration/ground/ground.routes.ts';
import { exchangeRoutes } from './exchange/exchange.routes.ts';
import { bookRoutes } from './funds/books.routes.ts';
import { consolidationRoutes } from './funds/consolidation/consolidation.routes.ts';
import { findingRoutes } from './funds/findings.routes.ts';
import { listRoutes } from './funds/list.routes.ts';
import { creditRoutes } from './funds/loans/credit.routes.ts';
import { entrustedRoutes } from './funds/loans/entrusted.routes.ts';
import { fundRoutes } from './funds/loans/fund.routes.ts';
import { loanRoutes } from './funds/loans/loan.routes.ts';
import { assetRoutes } from './funds/projects/asset.routes.ts';
import { projectRoutes } from './funds/projects/project.routes.ts';
import { ruleRoutes } from './funds/rules/rule.routes.ts';
import type { Served } from './http/serve.ts';
import { accuracyRoutes } from './insight/accuracy/accuracy.routes.ts';
import { boardRoutes } from './insight/board/board.routes.ts';
import { bulletinRoutes } from './insight/bulletin/bulletin.routes.ts';
import { burdenRoutes } from './insight/burden/burden.routes.ts';
import { chartRoutes } from './insight/charts/charts.routes.ts';
import { exploreRoutes } from './insight/explore/explore.routes.ts';
import { insightRoutes } from './insight/insight.routes.ts';
import { layerRoutes } from './insight/layers/layers.routes.ts';
import { mapRoutes } from './insight/map/map.routes.ts';
import { qualityRoutes } from './insight/quality/quality.routes.ts';
import { screenRoutes } from './insight/screen/screen.routes.ts';
import { simulationRoutes } from './insight/simulation/simulation.routes.ts';
import { jobRoutes } from './jobs/job.routes.ts';
import { healthRoutes } from './kernel/health.routes.ts';
import { problemRoutes } from './monitoring/monitoring.routes.ts';
import { orderRoutes } from './monitoring/order.routes.ts';
import { taskRoutes } from './monitoring/task.routes.ts';
import { draftRoutes } from './policy/draft.routes.ts';
import { packRoutes } from './policy/pack.routes.ts';
import { moneyNoticeRoutes } from './publicity/money-notice.routes.ts';
import { publicityRoutes } from './publicity/publicity.routes.ts';
import { areaRoutes } from './registry/area.routes.ts';
import { attachmentRoutes } from './registry/attachment.routes.ts';
import { duplicateRoutes } from './registry/duplicates/duplicate.routes.ts';
import { glassRoutes } from './registry/glass.routes.ts';
import { registryHouseholdRoutes } from './registry/household.routes.ts';
import { householdWriteRoutes } from './registry/household-write.routes.ts';
import { indicatorRoutes } from './registry/indicator.routes.ts';
import { supervisionRoutes } from './supervision/supervision.routes.ts';
import { candidateRoutes } from './targeting/candidates/candidates.routes.ts';
import { comparisonRoutes } from './targeting/comparison/comparison.routes.ts';
import { targetingRoutes } from './targeting/targeting.routes.ts';
import { gridRoutes } from './workforce/grid.routes.ts';
import { meetingRoutes } from './workforce/meeting.routes.ts';
import { organisationRoutes } from './workforce/organisation.routes.ts';
import { tieRoutes } from './workforce/ties.routes.ts';
import { visitRoutes } from './workforce/visits.routes.ts';
import { workforceRoutes } from './workforce/workforce.routes.ts';

export const allRoutes: readonly Served[] = [
  ...exchangeRoutes,
  ...accessRoutes,
  ...auditRoutes,
  ...jobRoutes,
  ...areaRoutes,
  ...registryHouseholdRoutes,
  ...householdWriteRoutes,
  ...duplicateRoutes,
  ...attachmentRoutes,
  ...indicatorRoutes,
  ...glassRoutes,
  ...packRoutes,
  ...draftRoutes,
  ...caseworkRoutes,
  ...campaignRoutes,
  ...targetingRoutes,
  ...candidateRoutes,
  ...workforceRoutes,
  ...organisationRoutes,
  ...gridRoutes,
  ...meetingRoutes,
  ...tieRoutes,
  ...problemRoutes,
  ...orderRoutes,
  ...taskRoutes,
  ...supervisionRoutes,
  ...comparisonRoutes,
  ...visitRoutes,
  ...assistanceRoutes,
  ...householdBookRoutes,
  ...bookRoutes,
  ...findingRoutes,
  ...listRoutes,
  ...projectRoutes,
  ...assetRoutes,
  ...loanRoutes,
  ...fundRoutes,
  ...entrustedRoutes,
  ...creditRoutes,
  ...ruleRoutes,
  ...consolidationRoutes,
  ...insightRoutes,
  ...chartRoutes,
  ...mapRoutes,
  ...layerRoutes,
  ...qualityRoutes,
  ...burdenRoutes,
  ...exploreRoutes,
  ...boardRoutes,
  ...accuracyRoutes,
  ...bulletinRoutes,
  ...screenRoutes,
  ...simulationRoutes,
  ...publicityRoutes,
  ...moneyNoticeRoutes,
  ...groundRoutes,
  ...healthRoutes,
];
