// Screens of loans.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readLoanSearch } from './loan-search.ts';

const loans = createRoute({
  getParentRoute: () => frame,
  path: '/loans',
  component: lazyRouteComponent(() => import('./loans-page.tsx'), 'LoansPage'),
});

const list = createRoute({
  getParentRoute: () => frame,
  path: '/loans/list',
  validateSearch: readLoanSearch,
  component: lazyRouteComponent(() => import('./loan-list-page.tsx'), 'LoanListPage'),
});

const banks = createRoute({
  getParentRoute: () => frame,
  path: '/loans/banks',
  component: lazyRouteComponent(() => import('./banks-page.tsx'), 'BanksPage'),
});

const papers = createRoute({
  getParentRoute: () => frame,
  path: '/loans/papers',
  component: lazyRouteComponent(() => import('./papers-page.tsx'), 'PapersPage'),
});

const loan = createRoute({
  getParentRoute: () => frame,
  path: '/loans/$id',
  component: lazyRouteComponent(() => import('./loan-page.tsx'), 'LoanPage'),
});

export const loanRoutes = [loans, list, banks, papers, loan] as const;
