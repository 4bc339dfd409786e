// The pages of accounts and of one’s own.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readAccountsSearch } from './accounts-search.ts';
import { security } from './security-route.ts';

const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/accounts',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import('./accounts-page.tsx'), 'AccountsPage'),
});

export const accessRoutes = [accounts, security];
