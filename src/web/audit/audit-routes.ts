// The page of what was done.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readAuditSearch } from './read-audit-search.ts';

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
});

export const auditRoutes = [audit];
