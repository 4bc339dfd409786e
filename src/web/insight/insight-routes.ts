// The pages of insight: each a row with its address, what it may carry, and the page, loaded when first
// opened.
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meOptions } from '#web/access/me.ts';
import { text } from '#web/shell/address-query.ts';
import { frame } from '#web/shell/frame-route.ts';
import { root } from '#web/shell/outer-routes.ts';
import { readBoardViewSearch } from './board/board-search.ts';
import { readBurdenSearch } from './burden/burden-search.ts';
import { readBoardSearch, readChartSearch } from './charts/chart-search.ts';
import { readExploreSearch, readMovedSearch } from './explore/explore-search.ts';
import { readFiguresSearch } from './figures/figures-search.ts';
import { readMapSearch } from './map/map-search.ts';
import { readAnalysisSearch } from './measures/analysis-search.ts';
import { readQualitySearch } from './quality/quality-search.ts';
import { readScreenSearch } from './screen/screen-search.ts';
import { readSimulationSearch } from './simulation/simulation-search.ts';

const overview = createRoute({
  getParentRoute: () => frame,
  path: '/overview',
  validateSearch: (search): { stage?: string } => ({ stage: text(search.stage) }),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});

const analysis = createRoute({
  getParentRoute: () => frame,
  path: '/analysis',
  validateSearch: readAnalysisSearch,
  component: lazyRouteComponent(() => import('./measures/analysis-page.tsx'), 'AnalysisPage'),
});

const figures = createRoute({
  getParentRoute: () => frame,
  path: '/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() => import('./figures/figures-page.tsx'), 'FiguresPage'),
});

const quality = createRoute({
  getParentRoute: () => frame,
  path: '/quality',
  validateSearch: readQualitySearch,
  component: lazyRouteComponent(() => import('./quality/quality-page.tsx'), 'QualityPage'),
});

const burden = createRoute({
  getParentRoute: () => frame,
  path: '/burden',
  validateSearch: readBurdenSearch,
  component: lazyRouteComponent(() => import('./burden/burden-page.tsx'), 'BurdenPage'),
});

const charts = createRoute({
  getParentRoute: () => frame,
  path: '/charts',
  validateSearch: readChartSearch,
  component: lazyRouteComponent(() => import('./charts/charts-page.tsx'), 'ChartsPage'),
});

const chart = createRoute({
  getParentRoute: () => frame,
  path: '/charts/$pack/$chart',
  validateSearch: readChartSearch,
  component: lazyRouteComponent(() => import('./charts/chart-page.tsx'), 'ChartPage'),
});

const chartBoard = createRoute({
  getParentRoute: () => frame,
  path: '/charts/$pack/$chart/board',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('./charts/board-page.tsx'), 'BoardPage'),
});

const simulations = createRoute({
  getParentRoute: () => frame,
  path: '/simulations',
  validateSearch: readSimulationSearch,
  component: lazyRouteComponent(() => import('./simulation/simulation-page.tsx'), 'SimulationPage'),
});

/** Outside the frame: nothing but the screen. */
export const screen = createRoute({
  getParentRoute: () => root,
  path: '/screen',
  validateSearch: readScreenSearch,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meOptions).catch(() => undefined);
    if (me === undefined) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('./screen/screen-page.tsx'), 'ScreenPage'),
});

const screenRemote = createRoute({
  getParentRoute: () => frame,
  path: '/screen/remote',
  component: lazyRouteComponent(() => import('./screen/remote-page.tsx'), 'RemotePage'),
});

const map = createRoute({
  getParentRoute: () => frame,
  path: '/map',
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import('./map/map-page.tsx'), 'MapPage'),
});

const layers = createRoute({
  getParentRoute: () => frame,
  path: '/map/layers',
  component: lazyRouteComponent(() => import('./layers/layers-page.tsx'), 'LayersPage'),
});

const explore = createRoute({
  getParentRoute: () => frame,
  path: '/explore',
  validateSearch: readExploreSearch,
  component: lazyRouteComponent(() => import('./explore/explore-page.tsx'), 'ExplorePage'),
});

const moved = createRoute({
  getParentRoute: () => frame,
  path: '/explore/moved',
  validateSearch: readMovedSearch,
  component: lazyRouteComponent(() => import('./explore/moved-page.tsx'), 'MovedPage'),
});

const bulletins = createRoute({
  getParentRoute: () => frame,
  path: '/bulletins',
  component: lazyRouteComponent(
    () => import('./bulletin/bulletin-list-page.tsx'),
    'BulletinListPage',
  ),
});

const bulletin = createRoute({
  getParentRoute: () => frame,
  path: '/bulletins/$id',
  component: lazyRouteComponent(() => import('./bulletin/bulletin-page.tsx'), 'BulletinPage'),
});

const planningBoard = createRoute({
  getParentRoute: () => frame,
  path: '/board',
  validateSearch: readBoardViewSearch,
  component: lazyRouteComponent(() => import('./board/board-page.tsx'), 'PlanningBoardPage'),
});

export const insightRoutes = [
  overview,
  analysis,
  figures,
  quality,
  burden,
  charts,
  chart,
  chartBoard,
  simulations,
  map,
  layers,
  screenRemote,
  explore,
  moved,
  bulletins,
  bulletin,
  planningBoard,
] as const;
