// Keeps the heads beside the data while the server runs: every few seconds when something was sealed,
// and once more when it stops.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { headsNow, ownHeadsFile, writeHeads } from './heads-file.ts';

const everyMilliseconds = 5000;

export interface HeadKeeper {
  /** Something was sealed since. */
  mark(): void;
  keepIfDue(): Promise<void>;
  keep(): Promise<void>;
}

export function makeHeadKeeper(
  platform: Pick<Platform, 'db' | 'clock' | 'dataFolder'>,
): HeadKeeper {
  const file = ownHeadsFile(platform.dataFolder);
  let isStale = true;
  let keptAt = Number.NEGATIVE_INFINITY;

  const keep = async () => {
    if (!isStale) return;
    const now = platform.clock.now();
    const heads = await inScope(
      platform.db,
      everything,
      (tx) => headsNow(tx, { now, chains: undefined }),
      'read',
    );
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeHeads(file, heads);
    isStale = false;
    keptAt = performance.now();
  };
  return {
    mark() {
      isStale = true;
    },
    async keepIfDue() {
      if (performance.now() - keptAt >= everyMilliseconds) await keep();
    },
    keep,
  };
}
