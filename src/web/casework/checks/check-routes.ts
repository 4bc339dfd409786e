// Screens of checklists and of the form they make.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

const checks = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id/checks',
  component: lazyRouteComponent(() => import('./checks-page.tsx'), 'ChecksPage'),
});

const form = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id/form',
  component: lazyRouteComponent(() => import('./form-page.tsx'), 'FormPage'),
});

export const checkRoutes = [checks, form] as const;
