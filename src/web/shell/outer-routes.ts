// What stands outside the frame: the door, and the first visit to an empty system.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { LostPage } from './lost-page.tsx';

interface RouterContext {
  readonly queryClient: QueryClient;
}

export const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: LostPage });

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => ({
    to: typeof search.to === 'string' && search.to !== '' ? search.to : undefined,
  }),
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
});

export const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../access/set-up-page.tsx'), 'SetUpPage'),
});
