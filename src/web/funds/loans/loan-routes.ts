// Screens of loans.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readCreditSearch, readEntrustedSearch, readLoanSearch } from './loan-search.ts';

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

const fund = createRoute({
  getParentRoute: () => frame,
  path: '/loans/fund',
  component: lazyRouteComponent(() => import('./fund-page.tsx'), 'FundPage'),
});

const entrusted = createRoute({
  getParentRoute: () => frame,
  path: '/loans/entrusted',
  validateSearch: readEntrustedSearch,
  component: lazyRouteComponent(() => import('./entrusted-page.tsx'), 'EntrustedPage'),
});

const credit = createRoute({
  getParentRoute: () => frame,
  path: '/loans/credit',
  component: lazyRouteComponent(() => import('./credit-page.tsx'), 'CreditPage'),
});

const creditList = createRoute({
  getParentRoute: () => frame,
  path: '/loans/credit/list',
  validateSearch: readCreditSearch,
  component: lazyRouteComponent(() => import('./credit-list-page.tsx'), 'CreditListPage'),
});

const associations = createRoute({
  getParentRoute: () => frame,
  path: '/loans/associations',
  component: lazyRouteComponent(() => import('./associations-page.tsx'), 'AssociationsPage'),
});

const loan = createRoute({
  getParentRoute: () => frame,
  path: '/loans/$id',
  component: lazyRouteComponent(() => import('./loan-page.tsx'), 'LoanPage'),
});

export const loanRoutes = [
  loans,
  list,
  banks,
  papers,
  fund,
  entrusted,
  credit,
  creditList,
  associations,
  loan,
] as const;
