// The pages of scored runs.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readRunSearch } from './run-search.ts';

const runs = createRoute({
  getParentRoute: () => frame,
  path: '/runs',
  component: lazyRouteComponent(() => import('./run-list-page.tsx'), 'RunListPage'),
});

const run = createRoute({
  getParentRoute: () => frame,
  path: '/runs/$id',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
});

export const targetingRoutes = [runs, run];
