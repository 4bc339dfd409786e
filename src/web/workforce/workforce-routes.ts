// Screens of helpers, pairs, visits and organisation.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readDueSearch } from './due-search.ts';
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

const proposal = createRoute({
  getParentRoute: () => frame,
  path: '/helpers/proposals/$id',
  component: lazyRouteComponent(() => import('./proposal-page.tsx'), 'ProposalPage'),
});

const visits = createRoute({
  getParentRoute: () => frame,
  path: '/visits',
  validateSearch: readDueSearch,
  component: lazyRouteComponent(() => import('./due-page.tsx'), 'DuePage'),
});

const visit = createRoute({
  getParentRoute: () => frame,
  path: '/visits/$household',
  component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
});

const organisation = createRoute({
  getParentRoute: () => frame,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./organisation-page.tsx'), 'OrganisationPage'),
});

export const workforceRoutes = [
  organisation,
  helpers,
  uncovered,
  helper,
  proposal,
  visits,
  visit,
] as const;
