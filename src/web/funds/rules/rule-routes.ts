// The screen of rules about money.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

export const ruleList = createRoute({
  getParentRoute: () => frame,
  path: '/fund-rules',
  component: lazyRouteComponent(() => import('./rule-list-page.tsx'), 'RuleListPage'),
});
