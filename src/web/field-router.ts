// The pages of the light entry: those that a household and its helper live in. Every other address matches
// `beyond`, at which the whole desk takes over.
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { security } from './access/security-route.ts';
import { assistanceRoutes } from './assistance/assistance-routes.ts';
import { caseRoutes } from './casework/case-routes.ts';
import { monitoringRoutes } from './monitoring/monitoring-routes.ts';
import { householdRoute, registryRoutes } from './registry/registry-routes.ts';
import { FieldFrame } from './shell/field-frame.tsx';
import { frame, home } from './shell/frame-route.ts';
import { root, signIn } from './shell/outer-routes.ts';
import { routerOptions } from './shell/router-options.ts';
import { householdSources } from './supervision/source-route.ts';
import { PageSkeleton } from './ui/skeleton.tsx';
import { workforceRoutes } from './workforce/workforce-routes.ts';

householdRoute.update({
  component: lazyRouteComponent(
    () => import('./publicity/own/household-entry.tsx'),
    'HouseholdEntry',
  ),
});

/** `takeOver` brings the desk in this router's place; while somebody only points at a link, `soon` alone. */
export function makeFieldRouter(takeOver: (soon: boolean) => Promise<void>) {
  const beyond = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: PageSkeleton,
    beforeLoad: ({ preload }) => takeOver(preload),
  });
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      beyond,
      frame
        .update({ component: FieldFrame })
        .addChildren([
          home,
          security,
          ...registryRoutes,
          ...caseRoutes,
          ...workforceRoutes,
          ...assistanceRoutes,
          ...monitoringRoutes,
          householdSources,
        ]),
    ]),
    ...routerOptions,
  });
}
