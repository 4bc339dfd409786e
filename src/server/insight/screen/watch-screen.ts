// Watching a screen: the request only opens the watch. What is sent later is read in transactions of its
// own, under the scope of whoever watches; nothing stays open in between.
import type { steerScreen, watchScreen } from '#contract/insight-screen.ts';
import { ScreenView } from '#contract/insight-screen.ts';
import type { InputOf } from '#contract/route.ts';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import type { Context, Events } from '#server/http/context.ts';
import type { Platform } from '#server/platform.ts';
import { screenOf } from './read-screen.ts';
import { readChangeMark } from './screen.store.ts';
import { makeScreenHub, type ScreenEvent, type ScreenHub } from './screen-hub.ts';

const beatMilliseconds = 2000;
const breathMilliseconds = 25_000;
const hubs = new WeakMap<Platform, ScreenHub>();

export function hubOf(platform: Platform): ScreenHub {
  const known = hubs.get(platform);
  if (known !== undefined) return known;
  const hub = makeScreenHub({
    readMark: () => inScope(platform.db, everything, readChangeMark, 'read'),
    every(work) {
      const timer = setInterval(work, beatMilliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
  });
  hubs.set(platform, hub);
  return hub;
}

export async function watchedScreen(
  context: Context,
  { query }: InputOf<typeof watchScreen>,
): Promise<Events> {
  const read = async (reader: Context) => {
    const view = ScreenView.parse(await screenOf(reader));
    // The instant is left out, or no two readings would be alike.
    return JSON.stringify({ ...view, asOf: '' });
  };
  return watchedView(context, { name: 'screen', once: query.once === true, read });
}

interface WatchedView {
  /** What is watched: those who watch the same of the same scope share one reading. */
  readonly name: string;
  readonly once: boolean;
  readonly read: (context: Context) => Promise<string>;
}

export async function watchedView(
  context: Context,
  { name, once, read }: WatchedView,
): Promise<Events> {
  const { platform, actor, area, scope } = context;
  // Whoever sees the same rows sees the same numbers.
  const key = JSON.stringify([name, area, { ...scope, account: null }]);
  const readAgain = () =>
    inScope(
      platform.db,
      scope,
      (tx) => {
        const [now, today] = [platform.clock.now(), platform.clock.today()];
        return read({ ...context, tx, now, today });
      },
      'snapshot',
    );
  // A scope that has nothing to show is refused before anything is sent.
  if (!hubOf(platform).isWatched(key)) await read(context);
  const open = (send: (event: ScreenEvent) => void) =>
    hubOf(platform).watch(key, actor.account, readAgain, send);
  return { body: eventsOf(open, context.gone, once) };
}

export async function steeredScreen(
  { platform, actor }: Context,
  { body }: InputOf<typeof steerScreen>,
): Promise<{ screens: number }> {
  return { screens: hubOf(platform).steer(actor.account, body.to) };
}

async function* eventsOf(
  open: (send: (event: ScreenEvent) => void) => () => void,
  gone: AbortSignal,
  isOnce: boolean,
): AsyncGenerator<string> {
  const waiting: ScreenEvent[] = [];
  let wake: () => void = () => undefined;
  const close = open((event) => {
    waiting.push(event);
    wake();
  });
  gone.addEventListener('abort', () => wake(), { once: true });
  try {
    yield 'retry: 3000\n\n';
    while (!gone.aborted) {
      const event = waiting.shift();
      if (event !== undefined) {
        yield `event: ${event.name}\ndata: ${event.data}\n\n`;
        if (isOnce) return;
        continue;
      }
      const isQuiet = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(true), breathMilliseconds);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve(false);
        };
      });
      if (isQuiet) yield ': still here\n\n';
    }
  } finally {
    close();
  }
}
