// The screen of rules about money.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

export const ruleList = createRoute({
  getParentRoute: () => frame,
  path: '/fund-rules',
  validateSearch: (search: Record<string, unknown>): { readonly year?: number } => ({
    year: Number.isInteger(search.year) ? Number(search.year) : undefined,
  }),
  component: lazyRouteComponent(() => import('./rule-list-page.tsx'), 'RuleListPage'),
});
