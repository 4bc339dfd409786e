// Screens of projects.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '#web/shell/frame-route.ts';
import { readAssetSearch, readProjectSearch } from './project-search.ts';

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

const assets = createRoute({
  getParentRoute: () => frame,
  path: '/assets',
  validateSearch: readAssetSearch,
  component: lazyRouteComponent(() => import('./asset-list-page.tsx'), 'AssetListPage'),
});

const stockTake = createRoute({
  getParentRoute: () => frame,
  path: '/assets/count',
  component: lazyRouteComponent(() => import('./asset-count-page.tsx'), 'AssetCountPage'),
});

const asset = createRoute({
  getParentRoute: () => frame,
  path: '/assets/$id',
  component: lazyRouteComponent(() => import('./asset-page.tsx'), 'AssetPage'),
});

export const projectPages = [
  projects,
  newProject,
  project,
  changedProject,
  assets,
  stockTake,
  asset,
] as const;
