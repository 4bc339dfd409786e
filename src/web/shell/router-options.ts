// How a router of ours behaves, whichever pages it joins.
import { createBrowserHistory } from '@tanstack/react-router';
import { queryClient } from '#web/client/query-client.ts';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { addressQuery } from './address-query.ts';
import { LostPage } from './lost-page.tsx';
import { PageFailed } from './page-failed.tsx';

export const routerOptions = {
  // One for all routers, so that the one that takes over goes on where the other was.
  history: createBrowserHistory(),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: LostPage,
  scrollRestoration: true,
  ...addressQuery,
} as const;
