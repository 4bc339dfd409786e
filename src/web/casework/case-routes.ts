// Screens of cases, their batches and the pipeline, and of a household read from outside one's area.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readCaseSearch, readPipelineSearch } from './case-search.ts';

export const cases = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./case-list-page.tsx'), 'CaseListPage'),
});

export const caseOne = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
});

export const caseBatch = createRoute({
  getParentRoute: () => frame,
  path: '/cases/batches/$id',
  component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
});

export const pipeline = createRoute({
  getParentRoute: () => frame,
  path: '/pipeline',
  validateSearch: readPipelineSearch,
  component: lazyRouteComponent(() => import('./pipeline-page.tsx'), 'PipelinePage'),
});

export const glass = createRoute({
  getParentRoute: () => frame,
  path: '/glass',
  component: lazyRouteComponent(() => import('#web/registry/glass/glass-page.tsx'), 'GlassPage'),
});

export const glassHousehold = createRoute({
  getParentRoute: () => frame,
  path: '/glass/$id',
  component: lazyRouteComponent(
    () => import('#web/registry/glass/glass-household-page.tsx'),
    'GlassHouseholdPage',
  ),
});
