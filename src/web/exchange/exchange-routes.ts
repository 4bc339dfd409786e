// The pages of what comes in as files.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readImportSearch } from './import-search.ts';

const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  component: lazyRouteComponent(() => import('./import-list-page.tsx'), 'ImportListPage'),
});

const importOne = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});

export const exchangeRoutes = [imports, importOne];
