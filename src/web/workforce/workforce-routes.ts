// Screens of helpers, pairs, visits, organisation and the grid.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readDueSearch } from './due-search.ts';
import { readEventSearch } from './event-search.ts';
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

const grid = createRoute({
  getParentRoute: () => frame,
  path: '/grid',
  component: lazyRouteComponent(() => import('./grid-page.tsx'), 'GridPage'),
});

const cell = createRoute({
  getParentRoute: () => frame,
  path: '/grid/cells/$id',
  component: lazyRouteComponent(() => import('./cell-page.tsx'), 'CellPage'),
});

const events = createRoute({
  getParentRoute: () => frame,
  path: '/grid/events',
  validateSearch: readEventSearch,
  component: lazyRouteComponent(() => import('./event-list-page.tsx'), 'EventListPage'),
});

const event = createRoute({
  getParentRoute: () => frame,
  path: '/grid/events/$id',
  component: lazyRouteComponent(() => import('./event-page.tsx'), 'EventPage'),
});

const schedule = createRoute({
  getParentRoute: () => frame,
  path: '/organisation/schedule',
  component: lazyRouteComponent(() => import('./schedule-page.tsx'), 'SchedulePage'),
});

const unit = createRoute({
  getParentRoute: () => frame,
  path: '/organisation/units/$id',
  component: lazyRouteComponent(() => import('./unit-page.tsx'), 'UnitPage'),
});

const market = createRoute({
  getParentRoute: () => frame,
  path: '/market',
  component: lazyRouteComponent(() => import('./market-page.tsx'), 'MarketPage'),
});

const meetings = createRoute({
  getParentRoute: () => frame,
  path: '/meetings',
  component: lazyRouteComponent(() => import('./meeting-list-page.tsx'), 'MeetingListPage'),
});

const meeting = createRoute({
  getParentRoute: () => frame,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
});

export const workforceRoutes = [
  organisation,
  schedule,
  unit,
  market,
  meetings,
  meeting,
  grid,
  cell,
  events,
  event,
  helpers,
  uncovered,
  helper,
  proposal,
  visits,
  visit,
] as const;
