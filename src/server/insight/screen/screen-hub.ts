// Screens that watch. One clock for all of them asks whether any count changed; what a scope shows is read
// once for each change, however many screens show it, and sent to all of them.

export interface ScreenEvent {
  readonly name: 'screen' | 'steer';
  readonly data: string;
}

interface Watcher {
  readonly account: string;
  send(event: ScreenEvent): void;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  readonly read: () => Promise<string>;
  last: string | undefined;
}

export interface ScreenHubOptions {
  /** Something that is another whenever a count changed; cheap. */
  readonly readMark: () => Promise<string>;
  /** Calls back until the returned function is called. */
  readonly every: (work: () => void) => () => void;
}

export interface ScreenHub {
  /** Watches what a scope shows; `read` of the first watcher serves all of the scope. */
  watch(
    scope: string,
    account: string,
    read: () => Promise<string>,
    send: (event: ScreenEvent) => void,
  ): () => void;
  isWatched(scope: string): boolean;
  /** How many screens of the account were turned. */
  steer(account: string, to: string): number;
  /** One round of the clock. */
  tick(): Promise<void>;
}

export function makeScreenHub({ readMark, every }: ScreenHubOptions): ScreenHub {
  const scopes = new Map<string, Watched>();
  let mark: string | undefined;
  let stop: (() => void) | undefined;
  let busy = false;

  async function refresh(watched: Watched): Promise<void> {
    const data = await watched.read();
    if (data === watched.last) return;
    watched.last = data;
    for (const watcher of watched.watchers) watcher.send({ name: 'screen', data });
  }

  const hub: ScreenHub = {
    watch(scope, account, read, send) {
      const watched = scopes.get(scope) ?? { watchers: new Set(), read, last: undefined };
      const isFirst = watched.watchers.size === 0;
      const watcher = { account, send };
      watched.watchers.add(watcher);
      scopes.set(scope, watched);
      if (watched.last !== undefined) send({ name: 'screen', data: watched.last });
      else if (isFirst) void refresh(watched).catch(() => undefined);
      stop ??= every(() => void hub.tick());
      return () => {
        watched.watchers.delete(watcher);
        if (watched.watchers.size === 0) scopes.delete(scope);
        if (scopes.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    isWatched: (scope) => scopes.has(scope),
    steer(account, to) {
      const own = [...scopes.values()]
        .flatMap(({ watchers }) => [...watchers])
        .filter((one) => one.account === account);
      for (const watcher of own) watcher.send({ name: 'steer', data: to });
      return own.length;
    },
    async tick() {
      if (busy || scopes.size === 0) return;
      busy = true;
      try {
        const now = await readMark();
        if (now === mark) return;
        mark = now;
        for (const watched of scopes.values()) await refresh(watched);
      } catch {
        // A database that restarts is asked again in the next round.
        mark = undefined;
      } finally {
        busy = false;
      }
    },
  };
  return hub;
}
