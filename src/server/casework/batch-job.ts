// The run of a batch: chunk after chunk until nothing waits. Killed, it goes on with what still waits; each
// record is settled in the transaction that decided its case.
import { setTimeout } from 'node:timers/promises';
import { noSuchBatch } from '#domain/casework/batch-refusals.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findAccount } from '#server/access/account.store.ts';
import { actorOf } from '#server/access/open-session.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { findBatch, setBatch, tallyOf } from './batch.store.ts';
import { type ChunkOutcome, decideChunk } from './decide-chunk.ts';

export const batchKind = 'casework.batch';

/** After each chunk it rests for this part of the time the chunk took, so that others are served meanwhile. */
const restOfChunk = 0.4;

export interface BatchInput {
  readonly batch: string;
}

export function batchJob(platform: Platform): JobKind {
  return {
    kind: batchKind,
    run: (work) => runBatch(platform, work),
  };
}

async function runBatch(platform: Platform, work: Work): Promise<unknown> {
  const key = keyOf(work);
  const { batch, actor } = await inScope(platform.db, work.scope, async (tx) => {
    const found = (await findBatch(tx, key)) ?? refuse(noSuchBatch);
    const account = (await findAccount(tx, found.account)) ?? refuse(noSuchBatch);
    return { batch: found, actor: actorOf(account) };
  });
  for (;;) {
    // The day may turn while it runs.
    const request = { platform, actor, today: plainDate(platform.clock.today()) };
    const began = performance.now();
    const outcome = await work.chunk(async (tx): Promise<Chunked> => {
      const result = await decideChunk(tx, request, batch);
      const tally = await tallyOf(tx, batch.id);
      const done = tally.decided + tally.refused;
      if (tally.waiting === 0) await setBatch(tx, key, { finished_at: platform.clock.now() });
      return { result, progress: { done, total: batch.total, step: 'casework.deciding' } };
    });
    if (outcome.decided + outcome.refused === 0) break;
    await setTimeout((performance.now() - began) * restOfChunk);
  }
  return inScope(platform.db, work.scope, (tx: Tx) => tallyOf(tx, batch.id), 'read');
}

interface Chunked {
  readonly result: ChunkOutcome;
  readonly progress: { readonly done: number; readonly total: number; readonly step: string };
}

function keyOf({ input }: Pick<Work, 'input'>) {
  const { batch } = input as BatchInput;
  return { county: countyOfId(batch), id: batch };
}
