// Screens of rounds of checks, and of the sources behind a household's values.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readCampaignSearch, readCampaignsSearch } from './sample-search.ts';
import { householdSources } from './source-route.ts';

const samples = createRoute({
  getParentRoute: () => frame,
  path: '/samples',
  validateSearch: readCampaignsSearch,
  component: lazyRouteComponent(() => import('./campaign-list-page.tsx'), 'CampaignListPage'),
});

const plan = createRoute({
  getParentRoute: () => frame,
  path: '/samples/new',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
});

const sample = createRoute({
  getParentRoute: () => frame,
  path: '/samples/$id',
  validateSearch: readCampaignSearch,
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
});

const report = createRoute({
  getParentRoute: () => frame,
  path: '/samples/$id/report',
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
});

const score = createRoute({
  getParentRoute: () => frame,
  path: '/samples/$id/score/$household',
  component: lazyRouteComponent(() => import('./score-page.tsx'), 'ScorePage'),
});

export const supervisionRoutes = [samples, plan, sample, report, score, householdSources] as const;
