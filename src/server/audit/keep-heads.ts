// Keeps the heads beside the data while the server runs: every few seconds when something was sealed,
// and once more when it stops. Heads that no longer stand in their chains are never written over: they
// are what shows that a tail was cut off.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AuditHeads } from '#contract/audit.ts';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { headsNow, keptHeads, ownHeadsFile, writeHeads } from './heads-file.ts';
import { listLostHeads } from './seal.store.ts';

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
  let isAlarmed = false;
  let triedAt = Number.NEGATIVE_INFINITY;

  const keep = async () => {
    if (!isStale) return;
    triedAt = performance.now();
    const before = await keptHeads(platform.dataFolder);
    const now = platform.clock.now();
    const heads = await inScope(platform.db, everything, (tx) => headsAfter(tx, before, now));
    if (heads === undefined) {
      if (!isAlarmed) process.stderr.write(alarm(file));
      isAlarmed = true;
      return;
    }
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeHeads(file, heads);
    isStale = false;
  };
  return {
    mark() {
      isStale = true;
    },
    async keepIfDue() {
      if (performance.now() - triedAt >= everyMilliseconds) await keep();
    },
    keep,
  };
}

/** The heads as they are, unless those kept before are gone from their chains. */
async function headsAfter(
  tx: Parameters<typeof headsNow>[0],
  before: AuditHeads | undefined,
  now: string,
): Promise<AuditHeads | undefined> {
  const lost = await listLostHeads(tx, before?.heads ?? []);
  return lost.length > 0 ? undefined : headsNow(tx, { now, chains: undefined });
}

function alarm(file: string): string {
  return (
    `审计链的链尾不见了，与 ${file} 不符。请运行 audit verify；如刚恢复过备份，核对后删除该文件。\n` +
    `The tail of an audit chain is gone: it does not reach ${file}. Run audit verify; if a backup was just restored, compare and delete that file.\n`
  );
}
