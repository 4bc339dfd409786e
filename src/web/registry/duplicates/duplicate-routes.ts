// The screens of households registered twice.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readDuplicateSearch } from './duplicate-search.ts';

const duplicates = createRoute({
  getParentRoute: () => frame,
  path: '/duplicates',
  validateSearch: readDuplicateSearch,
  component: lazyRouteComponent(() => import('./duplicate-list-page.tsx'), 'DuplicateListPage'),
});

const duplicate = createRoute({
  getParentRoute: () => frame,
  path: '/duplicates/$id',
  component: lazyRouteComponent(() => import('./duplicate-page.tsx'), 'DuplicatePage'),
});

export const duplicateRoutes = [duplicates, duplicate] as const;
