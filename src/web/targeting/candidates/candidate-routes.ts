// Screens of the yearly lists of candidates for exit.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';

const lists = createRoute({
  getParentRoute: () => frame,
  path: '/candidates',
  validateSearch: (search: Record<string, unknown>): { readonly year?: number } => {
    const year = Number(search.year);
    return { year: Number.isInteger(year) && year > 2013 && year < 2101 ? year : undefined };
  },
  component: lazyRouteComponent(() => import('./candidate-lists-page.tsx'), 'CandidateListsPage'),
});

const list = createRoute({
  getParentRoute: () => frame,
  path: '/candidates/$id',
  component: lazyRouteComponent(() => import('./candidates-page.tsx'), 'CandidatesPage'),
});

export const candidateRoutes = [lists, list] as const;
