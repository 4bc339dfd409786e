// Who asked and does not wait for the answer: a signal for work that is only worth doing for them.
import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes before the answer is out. */
export function hungUpOf({ raw }: FastifyReply): AbortSignal {
  const hungUp = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) hungUp.abort();
  });
  return hungUp.signal;
}
