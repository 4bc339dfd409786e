// Screens of rosters and of who vouched for whom.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readRosterSearch, readSignatureSearch } from './roster-search.ts';

const rosters = createRoute({
  getParentRoute: () => frame,
  path: '/rosters',
  validateSearch: readRosterSearch,
  component: lazyRouteComponent(() => import('./rosters-page.tsx'), 'RostersPage'),
});

const roster = createRoute({
  getParentRoute: () => frame,
  path: '/rosters/$id',
  component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
});

const signatures = createRoute({
  getParentRoute: () => frame,
  path: '/signatures',
  validateSearch: readSignatureSearch,
  component: lazyRouteComponent(() => import('./signatures-page.tsx'), 'SignaturesPage'),
});

export const signingRoutes = [rosters, roster, signatures] as const;
