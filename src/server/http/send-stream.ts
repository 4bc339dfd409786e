// Answers that go out bit by bit: a file whose transaction stays open while it is read, and events that are
// sent on long after their transaction is over.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Download } from './context.ts';

/**
 * Streams the rows as they are read, in the transaction that stays open for them, and holds back the
 * end of the answer until it is committed: whoever has a whole file has left an act. Who hangs up has
 * seen what was sent by then, so the act is committed all the same. Nothing of it is ever run.
 */
export async function sendDownload(reply: FastifyReply, download: Download): Promise<() => void> {
  const name = encodeURIComponent(download.fileName);
  reply.type(download.contentType).header('content-security-policy', "sandbox; default-src 'none'");
  reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
  const { keptSeconds } = download;
  if (keptSeconds !== undefined) {
    reply.header('cache-control', `private, max-age=${keptSeconds}`);
  }
  let finish = () => {};
  const committed = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await new Promise<void>((resolve) => {
    const body = async function* () {
      try {
        yield* download.body;
      } finally {
        resolve();
      }
      await committed;
    };
    reply.raw.once('close', resolve);
    void reply.send(Readable.from(body()));
  });
  return finish;
}

/** Begins after the commit and goes on until whoever asked hangs up. */
export async function sendEvents(reply: FastifyReply, body: AsyncIterable<string>): Promise<void> {
  reply.header('content-type', 'text/event-stream; charset=utf-8');
  reply.header('cache-control', 'no-store');
  reply.header('x-accel-buffering', 'no');
  const over = new Promise<void>((resolve) => reply.raw.once('close', () => resolve()));
  void reply.send(Readable.from(body));
  await over;
}
