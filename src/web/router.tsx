// Every screen is one row here: its address, what it may carry, and the page, loaded when first opened.
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readAccountsSearch } from './access/accounts-search.ts';
import { readAuditSearch } from './audit/read-audit-search.ts';
import {
  caseBatch,
  caseOne,
  cases,
  glass,
  glassHousehold,
  pipeline,
} from './casework/case-routes.ts';
import { signingRoutes } from './casework/signing/signing-routes.ts';
import { queryClient } from './client/query-client.ts';
import { readImportSearch } from './exchange/import-search.ts';
import { insightRoutes, screen } from './insight/insight-routes.ts';
import { readDraftSearch } from './policy/draft/draft-search.ts';
import { readPackSearch } from './policy/pack-search.ts';
import { noticeNew, noticeOne, noticePoster, notices } from './publicity/notice-routes.ts';
import { readConflictSearch } from './registry/conflict/conflict-search.ts';
import { readHouseholdListSearch } from './registry/household-list-search.ts';
import { readWhySearch } from './registry/why/why-search.ts';
import { addressQuery } from './shell/address-query.ts';
import { homeOf } from './shell/entries.ts';
import { frame } from './shell/frame-route.ts';
import { LostPage } from './shell/lost-page.tsx';
import { root, setUp, signIn } from './shell/outer-routes.ts';
import { PageFailed } from './shell/page-failed.tsx';
import { supervisionRoutes } from './supervision/supervision-routes.ts';
import { comparisonRoutes } from './targeting/comparison/comparison-routes.ts';
import { readRunSearch } from './targeting/run-search.ts';
import { PageSkeleton } from './ui/skeleton.tsx';
import { workforceRoutes } from './workforce/workforce-routes.ts';

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me.permissions), replace: true });
  },
});

const households = createRoute({
  getParentRoute: () => frame,
  path: '/households',
  validateSearch: readHouseholdListSearch,
  component: lazyRouteComponent(
    () => import('./registry/household-list-page.tsx'),
    'HouseholdListPage',
  ),
});

const household = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id',
  component: lazyRouteComponent(
    () => import('./registry/household/household-page.tsx'),
    'HouseholdPage',
  ),
});

const householdTab = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/$tab',
  component: lazyRouteComponent(
    () => import('./registry/household/household-page.tsx'),
    'HouseholdPage',
  ),
});

const householdWhy = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(
    () => import('./registry/household/household-page.tsx'),
    'HouseholdPage',
  ),
});

const householdDecision = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why/$decision',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(
    () => import('./registry/household/household-page.tsx'),
    'HouseholdPage',
  ),
});

const whySheet = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/why/$decision/sheet',
  validateSearch: readWhySearch,
  component: lazyRouteComponent(() => import('./registry/why/why-sheet-page.tsx'), 'WhySheetPage'),
});

const campaigns = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns',
  component: lazyRouteComponent(
    () => import('./casework/campaign-list-page.tsx'),
    'CampaignListPage',
  ),
});

const campaignOne = createRoute({
  getParentRoute: () => frame,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('./casework/campaign-page.tsx'), 'CampaignPage'),
});

const caseInterview = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id/interview',
  component: lazyRouteComponent(() => import('./casework/interview-page.tsx'), 'InterviewPage'),
});

const conflicts = createRoute({
  getParentRoute: () => frame,
  path: '/conflicts',
  validateSearch: readConflictSearch,
  component: lazyRouteComponent(
    () => import('./registry/conflict/conflict-list-page.tsx'),
    'ConflictListPage',
  ),
});

const areas = createRoute({
  getParentRoute: () => frame,
  path: '/areas',
  component: lazyRouteComponent(() => import('./registry/areas/areas-page.tsx'), 'AreasPage'),
});

const imports = createRoute({
  getParentRoute: () => frame,
  path: '/imports',
  component: lazyRouteComponent(() => import('./exchange/import-list-page.tsx'), 'ImportListPage'),
});

const importOne = createRoute({
  getParentRoute: () => frame,
  path: '/imports/$id',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(() => import('./exchange/import-page.tsx'), 'ImportPage'),
});

const runs = createRoute({
  getParentRoute: () => frame,
  path: '/runs',
  component: lazyRouteComponent(() => import('./targeting/run-list-page.tsx'), 'RunListPage'),
});

const run = createRoute({
  getParentRoute: () => frame,
  path: '/runs/$id',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('./targeting/run-page.tsx'), 'RunPage'),
});

const packs = createRoute({
  getParentRoute: () => frame,
  path: '/packs',
  component: lazyRouteComponent(() => import('./policy/pack-list-page.tsx'), 'PackListPage'),
});

const drafts = createRoute({
  getParentRoute: () => frame,
  path: '/packs/drafts',
  component: lazyRouteComponent(
    () => import('./policy/draft/draft-list-page.tsx'),
    'DraftListPage',
  ),
});

const draft = createRoute({
  getParentRoute: () => frame,
  path: '/packs/drafts/$id',
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import('./policy/draft/draft-page.tsx'), 'DraftPage'),
});

const pack = createRoute({
  getParentRoute: () => frame,
  path: '/packs/$pack',
  validateSearch: readPackSearch,
  component: lazyRouteComponent(() => import('./policy/pack-page.tsx'), 'PackPage'),
});

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});

const accounts = createRoute({
  getParentRoute: () => frame,
  path: '/accounts',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import('./access/accounts-page.tsx'), 'AccountsPage'),
});

const security = createRoute({
  getParentRoute: () => frame,
  path: '/security',
  component: lazyRouteComponent(() => import('./access/security-page.tsx'), 'SecurityPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setUp,
    screen,
    frame.addChildren([
      home,
      ...insightRoutes,
      households,
      household,
      householdTab,
      cases,
      caseOne,
      caseBatch,
      pipeline,
      glass,
      glassHousehold,
      caseInterview,
      campaigns,
      campaignOne,
      ...signingRoutes,
      householdWhy,
      householdDecision,
      whySheet,
      notices,
      noticeNew,
      noticeOne,
      noticePoster,
      conflicts,
      areas,
      imports,
      importOne,
      runs,
      run,
      packs,
      drafts,
      draft,
      pack,
      audit,
      accounts,
      security,
      ...supervisionRoutes,
      ...workforceRoutes,
      ...comparisonRoutes,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: LostPage,
  scrollRestoration: true,
  ...addressQuery,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
