// The pages of the register.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readConflictSearch } from './conflict/conflict-search.ts';
import { duplicateRoutes } from './duplicates/duplicate-routes.ts';
import { readHouseholdListSearch } from './household-list-search.ts';
import { indicatorRoutes } from './indicators/indicator-routes.ts';
import { readWhySearch } from './why/why-search.ts';

const households = createRoute({
  getParentRoute: () => frame,
  path: '/households',
  validateSearch: readHouseholdListSearch,
  component: lazyRouteComponent(() => import('./household-list-page.tsx'), 'HouseholdListPage'),
});

export const householdRoute = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id',
  component: lazyRouteComponent(() => import('./household/household-page.tsx'), 'HouseholdPage'),
});

const householdTab = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/$tab',
  component: lazyRouteComponent(() => import('./household/household-page.tsx'), 'HouseholdPage'),
});

const householdWhy = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(() => import('./household/household-page.tsx'), 'HouseholdPage'),
});

const householdDecision = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why/$decision',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(() => import('./household/household-page.tsx'), 'HouseholdPage'),
});

const whySheet = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why/$decision/sheet',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(() => import('./why/why-sheet-page.tsx'), 'WhySheetPage'),
});

const conflicts = createRoute({
  getParentRoute: () => frame,
  path: '/conflicts',
  validateSearch: readConflictSearch,
  component: lazyRouteComponent(
    () => import('./conflict/conflict-list-page.tsx'),
    'ConflictListPage',
  ),
});

const areas = createRoute({
  getParentRoute: () => frame,
  path: '/areas',
  component: lazyRouteComponent(() => import('./areas/areas-page.tsx'), 'AreasPage'),
});

export const registryRoutes = [
  households,
  householdRoute,
  householdTab,
  householdWhy,
  householdDecision,
  whySheet,
  conflicts,
  areas,
  ...indicatorRoutes,
  ...duplicateRoutes,
];
