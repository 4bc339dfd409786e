// Screens of projects.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readProjectSearch } from './project-search.ts';

const projects = createRoute({
  getParentRoute: () => frame,
  path: '/projects',
  validateSearch: readProjectSearch,
  component: lazyRouteComponent(() => import('./project-list-page.tsx'), 'ProjectListPage'),
});

const newProject = createRoute({
  getParentRoute: () => frame,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('./project-form-page.tsx'), 'NewProjectPage'),
});

const project = createRoute({
  getParentRoute: () => frame,
  path: '/projects/$id',
  component: lazyRouteComponent(() => import('./project-page.tsx'), 'ProjectPage'),
});

const changedProject = createRoute({
  getParentRoute: () => frame,
  path: '/projects/$id/change',
  component: lazyRouteComponent(() => import('./project-form-page.tsx'), 'ChangeProjectPage'),
});

export const projectPages = [projects, newProject, project, changedProject] as const;
