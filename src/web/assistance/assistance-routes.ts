// Screens of plans, measures and deliveries.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readBookSearch } from './book-search.ts';
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

const books = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/books',
  validateSearch: readBookSearch,
  component: lazyRouteComponent(() => import('./household-books-page.tsx'), 'HouseholdBooksPage'),
});

const registers = createRoute({
  getParentRoute: () => frame,
  path: '/registers',
  component: lazyRouteComponent(() => import('./area-books-page.tsx'), 'AreaBooksPage'),
});

export const assistanceRoutes = [
  plans,
  plan,
  villagePlan,
  deliveries,
  delivery,
  books,
  registers,
] as const;
