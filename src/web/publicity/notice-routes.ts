// Where notices and village supervisors stand in the address bar.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../shell/frame-route.ts';
import { readDraftSearch, readMoneyNoticeSearch, readNoticeSearch } from './notice-search.ts';

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

const noticeMoney = createRoute({
  getParentRoute: () => frame,
  path: '/notices/money',
  validateSearch: readMoneyNoticeSearch,
  component: lazyRouteComponent(() => import('./money-notice-page.tsx'), 'MoneyNoticePage'),
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

export const noticeRoutes = [notices, noticeNew, noticeMoney, noticeOne, noticePoster, supervisors];
