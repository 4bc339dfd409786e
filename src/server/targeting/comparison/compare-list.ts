// The job of a list: tried, or compared. A trial reads every row and says what is wrong and how many pairs
// would have to be looked at; a run compares in one transaction and leaves hits of leads. Cancelled, killed
// or refused, it has changed nothing. No row of a list is kept, and nothing of a household is written.

import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  checkComparisonList,
  ListCounts,
  runComparison,
} from '#contract/targeting-comparison.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { messageOf, Refusal, refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/targeting/comparison/comparison-refusals.ts';
import { formOf } from '#domain/targeting/comparison/list-field.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import type { JobKind } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { openList, refuseBusy } from './deliver-list.ts';
import { findList, type StoredList, saveList } from './list.store.ts';
import { entriesOf, type ListJob, readNames } from './list-entries.ts';
import { listTally } from './list-tally.ts';
import { countPersons } from './match.store.ts';
import { runList } from './run-list.ts';

export const compareListKind = 'targeting.compare';

interface Input {
  readonly list: string;
  readonly mode: 'check' | 'run';
}

export const startCheck = (
  context: Context,
  { params }: InputOf<typeof checkComparisonList>,
): Promise<OutputOf<typeof checkComparisonList>> => start(context, params.id, 'check');

export const startComparison = (
  context: Context,
  { params }: InputOf<typeof runComparison>,
): Promise<OutputOf<typeof runComparison>> => start(context, params.id, 'run');

async function start(context: Context, id: string, mode: Input['mode']): Promise<{ job: string }> {
  const { tx, platform, actor, scope, now } = context;
  const list = await openList(context, id, 'locked');
  refuseBusy(list);
  if (!list.fileKept) refuse(refusals.noFile);
  if (formOf(list.columns) === 'name' && list.areaCode.length < 6) refuse(refusals.areaTooWide);
  if (mode === 'run' && list.state !== 'checked') refuse(refusals.notChecked);
  const job = await platform.jobs.enqueue(tx, {
    kind: compareListKind,
    areaCode: list.areaCode,
    account: actor.account,
    scope,
    input: { list: id, mode } satisfies Input,
    now,
  });
  const state = mode === 'check' ? 'checking' : 'comparing';
  await saveList(tx, id, { state, job, failure: null });
  context.note({ area: areaCode(list.areaCode), subject: `list:${id}` });
  return { job };
}

export function compareListJob(platform: Platform): JobKind {
  return {
    kind: compareListKind,
    async run(work) {
      const { list: id, mode } = work.input as Input;
      try {
        const list = await inScope(platform.db, work.scope, (tx) => getList(tx, id), 'read');
        const job = { platform, work, list, tally: listTally() };
        return mode === 'check' ? await checkList(job) : await runList(job);
      } catch (error) {
        if (error instanceof Refusal) {
          const { code } = error.kind;
          const failure = { code, zh: messageOf(error, 'zh'), en: messageOf(error, 'en') };
          await inScope(platform.db, work.scope, (tx) => saveList(tx, id, { failure }));
        }
        throw error;
      }
    },
    abandoned: async (tx, { input }, state) => saveList(tx, (input as Input).list, { state }),
  };
}

async function getList(tx: Tx, id: string): Promise<StoredList> {
  return (await findList(tx, id)) ?? refuse(refusals.noSuchList);
}

/** Few hits and a wrong key look alike; the check beside each hash tells them apart. */
async function checkList(job: ListJob): Promise<unknown> {
  const { work, list, tally } = job;
  const findPairs = formOf(list.columns) === 'name' ? await readNames(job) : undefined;
  let pairs = 0;
  for await (const entries of entriesOf(job)) {
    for (const entry of entries) pairs += findPairs?.(entry).length ?? 0;
  }
  const span = spanOf(areaCode(list.areaCode));
  const { rows, otherKey } = tally;
  await work.chunk(async (tx) => {
    const counts: ListCounts = {
      ...{ hits: 0, hitPersons: 0, hitHouseholds: 0, newLeads: 0, pairs },
      ...tally.counts(),
      persons: await countPersons(tx, span),
    };
    const state = otherKey > 0 ? 'failed' : 'checked';
    await saveList(tx, list.id, { state, counts, problems: tally.problems() });
    const progress = { done: rows, total: rows, step: 'targeting.done' };
    return { result: undefined, progress };
  });
  if (otherKey > 0) refuse(refusals.keysMixed, { rows, wrong: otherKey });
  return { rows };
}
