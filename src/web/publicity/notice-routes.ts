// Where notices and village supervisors stand in the address bar.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readDraftSearch, readNoticeSearch } from './notice-search.ts';

const notices = createRoute({
  getParentRoute: () => frame,
  path: '/notices',
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => import('./notice-list-page.tsx'), 'NoticeListPage'),
});

const noticeNew = createRoute({
  getParentRoute: () => frame,
  path: '/notices/new',
  validateSearch: readDraftSearch,
  component: lazyRouteComponent(() => import('./notice-new-page.tsx'), 'NoticeNewPage'),
});

const noticeOne = createRoute({
  getParentRoute: () => frame,
  path: '/notices/$id',
  component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
});

const noticePoster = createRoute({
  getParentRoute: () => frame,
  path: '/notices/$id/poster',
  component: lazyRouteComponent(() => import('./notice-poster-page.tsx'), 'NoticePosterPage'),
});

const supervisors = createRoute({
  getParentRoute: () => frame,
  path: '/supervisors',
  component: lazyRouteComponent(() => import('./supervisors-page.tsx'), 'SupervisorsPage'),
});

export const noticeRoutes = [notices, noticeNew, noticeOne, noticePoster, supervisors];
