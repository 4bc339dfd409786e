// Doors of the command screen.
import { getScreen, steerScreen, watchScreen } from '#contract/insight-screen.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { screenOf } from './read-screen.ts';
import { steeredScreen, watchedScreen } from './watch-screen.ts';

export const screenRoutes: readonly Served[] = [
  serve(getScreen, screenOf),
  serve(watchScreen, watchedScreen),
  serve(steerScreen, steeredScreen),
];
