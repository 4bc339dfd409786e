// Screens of helpers, pairs, visits and organisation.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readHelperSearch } from './helper-search.ts';

const helpers = createRoute({
  getParentRoute: () => frame,
  path: '/helpers',
  validateSearch: readHelperSearch,
  component: lazyRouteComponent(() => import('./helper-list-page.tsx'), 'HelperListPage'),
});

const uncovered = createRoute({
  getParentRoute: () => frame,
  path: '/helpers/uncovered',
  component: lazyRouteComponent(() => import('./uncovered-page.tsx'), 'UncoveredPage'),
});

const helper = createRoute({
  getParentRoute: () => frame,
  path: '/helpers/$id',
  component: lazyRouteComponent(() => import('./helper-page.tsx'), 'HelperPage'),
});

export const workforceRoutes = [helpers, uncovered, helper] as const;
