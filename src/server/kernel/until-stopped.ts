// Work that goes on by itself, round after round, until the server stops.
const pauseMilliseconds = 1000;

/**
 * Does a round, pauses, and begins again; stopping wakes it from its pause and waits for the round that is
 * under way. A failed round, as when the database restarts, is tried again in the next.
 */
export function untilStopped(
  round: (count: number) => Promise<unknown>,
  pause = pauseMilliseconds,
): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const work = (async () => {
    for (let count = 1; !stopped; count += 1) {
      await round(count).catch(() => undefined);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause).unref();
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await work;
  };
}
