// Screens of money.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
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

export const fundsRoutes = [money, lines, orders, entry, lists, list] as const;
