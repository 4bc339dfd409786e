// Screens of the exit of villages and counties.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

const exits = createRoute({
  getParentRoute: () => frame,
  path: '/exits',
  component: lazyRouteComponent(() => import('./exits-page.tsx'), 'ExitsPage'),
});

const exitsOfArea = createRoute({
  getParentRoute: () => frame,
  path: '/exits/$area',
  component: lazyRouteComponent(() => import('./area-page.tsx'), 'AreaPage'),
});

export const exitRoutes = [exits, exitsOfArea] as const;
