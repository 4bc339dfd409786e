// Screens of money.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readFindingSearch } from './finding-search.ts';
import { readFlowSearch } from './flow-search.ts';
import { readLineSearch } from './line-search.ts';

const money = createRoute({
  getParentRoute: () => frame,
  path: '/money',
  component: lazyRouteComponent(() => import('./money-page.tsx'), 'MoneyPage'),
});

const lines = createRoute({
  getParentRoute: () => frame,
  path: '/money/lines',
  validateSearch: readLineSearch,
  component: lazyRouteComponent(() => import('./lines-page.tsx'), 'LinesPage'),
});

const orders = createRoute({
  getParentRoute: () => frame,
  path: '/money/orders',
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
});

const entry = createRoute({
  getParentRoute: () => frame,
  path: '/money/entries/$id',
  component: lazyRouteComponent(() => import('./entry-page.tsx'), 'EntryPage'),
});

const trail = createRoute({
  getParentRoute: () => frame,
  path: '/money/trail/$id',
  component: lazyRouteComponent(() => import('./trail-page.tsx'), 'TrailPage'),
});

const flow = createRoute({
  getParentRoute: () => frame,
  path: '/flow',
  validateSearch: readFlowSearch,
  component: lazyRouteComponent(() => import('./flow-page.tsx'), 'FlowPage'),
});

const findings = createRoute({
  getParentRoute: () => frame,
  path: '/findings',
  validateSearch: readFindingSearch,
  component: lazyRouteComponent(() => import('./findings-page.tsx'), 'FindingsPage'),
});

const consolidation = createRoute({
  getParentRoute: () => frame,
  path: '/consolidation',
  component: lazyRouteComponent(
    () => import('./consolidation/consolidation-page.tsx'),
    'ConsolidationPage',
  ),
});

const lists = createRoute({
  getParentRoute: () => frame,
  path: '/payments',
  component: lazyRouteComponent(() => import('./list-list-page.tsx'), 'ListListPage'),
});

const list = createRoute({
  getParentRoute: () => frame,
  path: '/payments/$id',
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
});

export const fundsRoutes = [
  money,
  lines,
  orders,
  entry,
  trail,
  flow,
  findings,
  consolidation,
  lists,
  list,
] as const;
