// The one sealer: empties the queue into the chains a few times a second. Writers never wait for it,
// and a second process that tries at the same time leaves the work to the first. Decision 0005.
import { everything } from '#domain/access/scope.ts';
import type { Mac } from '#domain/audit/act.ts';
import { emptyHead, type Head, seal } from '#domain/audit/chain.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { makeHeadKeeper } from './keep-heads.ts';
import { macWith } from './record-act.ts';
import { becomeSealer, insertSeals, listHeads, listPending } from './seal.store.ts';

/** An act is to be sealed within a second; this leaves room for the work itself. */
const everyMilliseconds = 300;
const atOnce = 2000;

/** Seals what waits, at most one batch; tells how many that were. Needs the scope of everything. */
export async function sealPending(tx: Tx, mac: Mac, now: string): Promise<number> {
  if (!(await becomeSealer(tx))) return 0;
  const pending = await listPending(tx, atOnce);
  if (pending.length === 0) return 0;
  const heads = new Map<number, Head>(
    (await listHeads(tx, undefined)).map((head) => [head.chain, head]),
  );
  const chains = new Set(pending.map((row) => row.chain));
  const seals = [...chains].flatMap((chain) =>
    seal(
      mac,
      heads.get(chain) ?? emptyHead(mac, chain),
      pending.filter((row) => row.chain === chain),
    ),
  );
  await insertSeals(tx, seals, now);
  return seals.length;
}

/** Seals until told to stop; what was written by then is sealed before it returns. */
export function startSealing(
  platform: Pick<Platform, 'db' | 'clock' | 'secrets' | 'dataFolder'>,
): () => Promise<void> {
  const { db, clock, secrets } = platform;
  const keeper = makeHeadKeeper(platform);
  const mac = macWith(secrets.auditKey);
  const round = () => inScope(db, everything, (tx) => sealPending(tx, mac, clock.now()));
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();

  const drain = async () => {
    let sealed: number;
    do {
      sealed = await round();
      if (sealed > 0) keeper.mark();
    } while (sealed === atOnce);
  };
  const tick = () => {
    underWay = drain()
      .then(() => keeper.keepIfDue())
      .catch((error: unknown) => {
        process.stderr.write(`sealing: ${error instanceof Error ? error.message : error}\n`);
      })
      .finally(() => {
        if (!stopping) timer = setTimeout(tick, everyMilliseconds);
      });
  };
  tick();

  return async () => {
    stopping = true;
    clearTimeout(timer);
    await underWay;
    await drain();
    await keeper.keep();
  };
}
