// Screens of plans, measures and deliveries.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readPlanSearch } from './plan-search.ts';

const plans = createRoute({
  getParentRoute: () => frame,
  path: '/plans',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
});

const plan = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$id',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
});

const villagePlan = createRoute({
  getParentRoute: () => frame,
  path: '/villages/$village/plan',
  component: lazyRouteComponent(() => import('./village-plan-page.tsx'), 'VillagePlanPage'),
});

const deliveries = createRoute({
  getParentRoute: () => frame,
  path: '/deliveries',
  component: lazyRouteComponent(() => import('./lists-page.tsx'), 'DeliveryListsPage'),
});

const delivery = createRoute({
  getParentRoute: () => frame,
  path: '/deliveries/$id',
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'DeliveryListPage'),
});

export const assistanceRoutes = [plans, plan, villagePlan, deliveries, delivery] as const;
