// The page of the sources behind a household's values, which the light entry has too.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

export const householdSources = createRoute({
  getParentRoute: () => frame,
  path: '/households/$id/sources',
  component: lazyRouteComponent(() => import('./sources-page.tsx'), 'SourcesPage'),
});
