// The pages of packs and of their drafts.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readDraftSearch } from './draft/draft-search.ts';
import { readPackSearch } from './pack-search.ts';

const packs = createRoute({
  getParentRoute: () => frame,
  path: '/packs',
  component: lazyRouteComponent(() => import('./pack-list-page.tsx'), 'PackListPage'),
});

const drafts = createRoute({
  getParentRoute: () => frame,
  path: '/packs/drafts',
  component: lazyRouteComponent(() => import('./draft/draft-list-page.tsx'), 'DraftListPage'),
});

const draft = createRoute({
  getParentRoute: () => frame,
  path: '/packs/drafts/$id',
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import('./draft/draft-page.tsx'), 'DraftPage'),
});

const pack = createRoute({
  getParentRoute: () => frame,
  path: '/packs/$pack',
  validateSearch: readPackSearch,
  component: lazyRouteComponent(() => import('./pack-page.tsx'), 'PackPage'),
});

export const policyRoutes = [packs, drafts, draft, pack];
