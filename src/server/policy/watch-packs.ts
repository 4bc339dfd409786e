// A pack may be installed by a command or by another server on the same database: every few seconds a
// look at the digests tells whether what is kept in memory is still all there is.
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { listPackDigests } from './pack.store.ts';

const everyMilliseconds = 5000;

export async function refreshPacks({ db, packs }: Pick<Platform, 'db' | 'packs'>): Promise<void> {
  const digests = await inScope(db, everything, listPackDigests, 'read');
  const isKnown = digests.every(({ id, digest }) =>
    packs.versions(id).some((one) => one.digest.equals(digest)),
  );
  if (!isKnown) await packs.reload();
}

export function startWatchingPacks(platform: Pick<Platform, 'db' | 'packs'>): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay
      .then(() => refreshPacks(platform))
      .catch((error: unknown) => {
        process.stderr.write(`packs: ${error instanceof Error ? error.message : error}\n`);
      });
  }, everyMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
