// Screens of the lists of work: problems, orders, tasks.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readProblemSearch } from './problem-search.ts';

const problems = createRoute({
  getParentRoute: () => frame,
  path: '/problems',
  validateSearch: readProblemSearch,
  component: lazyRouteComponent(() => import('./problem-list-page.tsx'), 'ProblemListPage'),
});

const problem = createRoute({
  getParentRoute: () => frame,
  path: '/problems/$id',
  component: lazyRouteComponent(() => import('./problem-page.tsx'), 'ProblemPage'),
});

export const monitoringRoutes = [problems, problem] as const;
