// The screen of indicators of villages and counties.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

export interface IndicatorSearch {
  /** The set that is open. */
  readonly set?: string | undefined;
}

const indicators = createRoute({
  getParentRoute: () => frame,
  path: '/indicators',
  validateSearch: ({ set }: Record<string, unknown>): IndicatorSearch => ({
    set: typeof set === 'string' && set !== '' ? set : undefined,
  }),
  component: lazyRouteComponent(() => import('./indicator-page.tsx'), 'IndicatorPage'),
});

export const indicatorRoutes = [indicators] as const;
