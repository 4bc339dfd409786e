// A list compared with the register, in one transaction: its rows in a temporary table, one join, the hits
// as leads of households; or pairs by name for a person to look at. Then the file and the key are gone.
import type { ListCounts } from '#contract/targeting-comparison.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { dueAfter } from '#domain/targeting/comparison/comparison-kinds.ts';
import { keysMixed } from '#domain/targeting/comparison/comparison-refusals.ts';
import { formOf } from '#domain/targeting/comparison/list-field.ts';
import type { Tx } from '#server/database/connect.ts';
import type { CopyItem } from '#server/database/copy-rows.ts';
import { forgetFile } from '#server/exchange/import-file.ts';
import type { Platform } from '#server/platform.ts';
import { hashIdentity, openField } from '#server/registry/sealing.ts';
import type { FoundPair } from './find-pairs.ts';
import { type StoredList, saveList } from './list.store.ts';
import { entriesOf, keyOf, type ListJob, readNames } from './list-entries.ts';
import { listFilePath } from './list-file.ts';
import {
  beginKeys,
  countPersons,
  findMatches,
  type HitsOf,
  openLeads,
  sealedPersons,
  stageKeys,
  stageRows,
  writeHits,
} from './match.store.ts';
import { matchHash } from './match-hash.ts';
import { insertPairs } from './pair.store.ts';

const none = { hits: 0, hitPersons: 0, hitHouseholds: 0, newLeads: 0, pairs: 0 };

export async function runList(job: ListJob): Promise<unknown> {
  const { platform, work, list, tally } = job;
  const form = formOf(list.columns) ?? 'number';
  const findPairs = form === 'name' ? await readNames(job) : undefined;
  const span = spanOf(areaCode(list.areaCode));
  const result = await work.chunk(async (tx) => {
    const found =
      findPairs === undefined ? await compare(tx, job) : await keepPairs(tx, job, findPairs);
    const { rows, otherKey } = tally;
    if (otherKey > 0) refuse(keysMixed, { rows, wrong: otherKey });
    const persons = await countPersons(tx, span);
    const counts: ListCounts = { ...none, ...tally.counts(), persons, ...found };
    await saveList(tx, list.id, {
      state: 'done',
      counts,
      problems: tally.problems(),
      sample: [],
      keySealed: null,
      fileKept: false,
      finishedAt: platform.clock.now(),
    });
    const progress = { done: rows, total: rows, step: 'targeting.done' };
    return { result: { hits: counts.hits, pairs: counts.pairs }, progress };
  });
  await forgetFile(listFilePath(platform, list.id));
  return result;
}

/** What hits of a list are written with; the clock is that of the pack in force. */
export function hitsOf(
  platform: Pick<Platform, 'packs' | 'clock'>,
  list: Pick<StoredList, 'id' | 'areaCode' | 'kind' | 'title' | 'accountName'>,
  way: HitsOf['way'],
): HitsOf {
  const today = platform.clock.today();
  const pack = platform.packs.inForce(areaCode(list.areaCode), today);
  return {
    list: list.id,
    kind: list.kind,
    title: list.title,
    way,
    today,
    now: platform.clock.now(),
    accountName: list.accountName,
    dueOn: pack === undefined ? null : dueAfter(pack, today),
  };
}

async function compare(tx: Tx, job: ListJob) {
  const { platform, work, list } = job;
  const span = spanOf(areaCode(list.areaCode));
  const key = formOf(list.columns) === 'hash' ? keyOf(platform, list) : undefined;
  const rows = await stageRows(tx, staged(job));
  if (key !== undefined) {
    await beginKeys(tx);
    for await (const persons of sealedPersons(tx, span)) {
      await stageKeys(
        tx,
        persons.map(({ identity_sealed, county, id, household_id }) => {
          const citizen = openField(platform.secrets, 'identity', identity_sealed).slice(0, 18);
          return [matchHash(key, citizen), county, id, household_id];
        }),
      );
      const done = job.tally.rows;
      await work.report({ done, total: done, step: 'targeting.hashing' });
    }
  }
  await findMatches(tx, {
    rows,
    list: list.id,
    span,
    keys: key === undefined ? 'register' : 'staged',
  });
  const way = key === undefined ? 'number' : 'hash';
  const of = hitsOf(platform, list, way);
  const hits = await writeHits(tx, of);
  const { persons, households, newLeads } = await openLeads(tx, of);
  return { hits, hitPersons: persons, hitHouseholds: households, newLeads };
}

async function* staged(job: ListJob): AsyncGenerator<CopyItem> {
  const { secrets } = job.platform;
  for await (const entries of entriesOf(job)) {
    for (const { row, citizen, hash, object, since } of entries) {
      const hashed =
        hash === undefined ? hashIdentity(secrets, citizen ?? '') : Buffer.from(hash, 'hex');
      yield [row, hashed, object, since ?? null];
    }
  }
}

const storedAtOnce = 500;

async function keepPairs(
  tx: Tx,
  job: ListJob,
  findPairs: (entry: Parameters<Awaited<ReturnType<typeof readNames>>>[0]) => readonly FoundPair[],
) {
  const { platform, list } = job;
  let waiting: (FoundPair & { id: string })[] = [];
  let pairs = 0;
  const store = async () => {
    await insertPairs(tx, list.id, waiting);
    waiting = [];
  };
  for await (const entries of entriesOf(job)) {
    for (const entry of entries) {
      for (const pair of findPairs(entry)) {
        pairs += 1;
        waiting.push({ ...pair, id: platform.newId(pair.person.county) });
      }
      if (waiting.length >= storedAtOnce) await store();
    }
  }
  await store();
  return { pairs };
}
