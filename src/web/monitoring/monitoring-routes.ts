// Screens of the lists of work: problems, orders, circulars, tasks, delivery of policies.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readOrderSearch } from './order-search.ts';
import { readProblemSearch } from './problem-search.ts';
import { readTaskSearch } from './task-search.ts';

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

const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  validateSearch: readTaskSearch,
  component: lazyRouteComponent(() => import('./task-list-page.tsx'), 'TaskListPage'),
});

const task = createRoute({
  getParentRoute: () => frame,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
});

const delivery = createRoute({
  getParentRoute: () => frame,
  path: '/delivery',
  component: lazyRouteComponent(() => import('./delivery-page.tsx'), 'DeliveryPage'),
});

export const monitoringRoutes = [
  problems,
  problem,
  orders,
  order,
  orderPart,
  circular,
  tasks,
  task,
  delivery,
];
