// Screens of the lists of work: problems, orders, circulars.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readOrderSearch } from './order-search.ts';
import { readProblemSearch } from './problem-search.ts';

const problems = createRoute({
  getParentRoute: () => frame,
  path: '/problems',
  validateSearch: readProblemSearch,
  component: lazyRouteComponent(() => import('./problem-list-page.tsx'), 'ProblemListPage'),
});

const problem = createRoute({
  getParentRoute: () => frame,
  path: '/problems/$id',
  component: lazyRouteComponent(() => import('./problem-page.tsx'), 'ProblemPage'),
});

const orders = createRoute({
  getParentRoute: () => frame,
  path: '/orders',
  validateSearch: readOrderSearch,
  component: lazyRouteComponent(() => import('./order-list-page.tsx'), 'OrderListPage'),
});

const order = createRoute({
  getParentRoute: () => frame,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});

const orderPart = createRoute({
  getParentRoute: () => frame,
  path: '/orders/parts/$id',
  component: lazyRouteComponent(() => import('./order-part-page.tsx'), 'OrderPartPage'),
});

const circular = createRoute({
  getParentRoute: () => frame,
  path: '/orders/circulars/$id',
  component: lazyRouteComponent(() => import('./circular-page.tsx'), 'CircularPage'),
});

export const monitoringRoutes = [problems, problem, orders, order, orderPart, circular];
