// The screens of leads and of departments' lists.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readComparisonSearch } from './comparison-search.ts';

const comparisons = createRoute({
  getParentRoute: () => frame,
  path: '/comparisons',
  validateSearch: readComparisonSearch,
  component: lazyRouteComponent(() => import('./comparison-page.tsx'), 'ComparisonPage'),
});

const lead = createRoute({
  getParentRoute: () => frame,
  path: '/comparisons/$id',
  component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
});

const departmentLists = createRoute({
  getParentRoute: () => frame,
  path: '/department-lists',
  component: lazyRouteComponent(() => import('./list-list-page.tsx'), 'ListListPage'),
});

const departmentList = createRoute({
  getParentRoute: () => frame,
  path: '/department-lists/$id',
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
});

export const comparisonRoutes = [comparisons, lead, departmentLists, departmentList] as const;
