// Screens of cases, their batches, campaigns and the pipeline, and of a household read from outside one's area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readCampaignSearch } from './campaign-search.ts';
import { readCaseSearch, readPipelineSearch } from './case-search.ts';

const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./case-list-page.tsx'), 'CaseListPage'),
});

const caseOne = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
});

const caseBatch = createRoute({
  getParentRoute: () => frame,
  path: '/cases/batches/$id',
  component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
});

const pipeline = createRoute({
  getParentRoute: () => frame,
  path: '/pipeline',
  validateSearch: readPipelineSearch,
  component: lazyRouteComponent(() => import('./pipeline-page.tsx'), 'PipelinePage'),
});

const glass = createRoute({
  getParentRoute: () => frame,
  path: '/glass',
  component: lazyRouteComponent(() => import('#web/registry/glass/glass-page.tsx'), 'GlassPage'),
});

const glassHousehold = createRoute({
  getParentRoute: () => frame,
  path: '/glass/$id',
  component: lazyRouteComponent(
    () => import('#web/registry/glass/glass-household-page.tsx'),
    'GlassHouseholdPage',
  ),
});

const campaigns = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns',
  validateSearch: readCampaignSearch,
  component: lazyRouteComponent(() => import('./campaign-list-page.tsx'), 'CampaignListPage'),
});

const campaignOne = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
});

const nominations = createRoute({
  getParentRoute: () => frame,
  path: '/nominations',
  component: lazyRouteComponent(
    () => import('./nominations/nominations-page.tsx'),
    'NominationsPage',
  ),
});

const caseInterview = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id/interview',
  component: lazyRouteComponent(() => import('./interview-page.tsx'), 'InterviewPage'),
});

export const caseRoutes = [
  cases,
  caseOne,
  caseBatch,
  nominations,
  pipeline,
  glass,
  glassHousehold,
  campaigns,
  campaignOne,
  caseInterview,
];
