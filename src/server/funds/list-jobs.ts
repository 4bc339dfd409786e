// The two long works of a payment list: checking every line as a set, and posting what is approved, chunk by
// chunk. A chunk's entries and its lines' new state are one transaction; killed, it goes on with the rest.
import * as listRefusals from '#domain/funds/list-refusals.ts';
import { linesOf } from '#domain/funds/order.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import { entitlementOf } from './entitlement.ts';
import { findList, type ListRow, updateList } from './list.store.ts';
import { checkPayments, markPosted, nextToPost, sumPayments } from './payment.store.ts';
import { postEntries } from './post-entries.ts';
import { purseKey } from './purse.ts';

export const checkKind = 'funds.check';
export const postKind = 'funds.post';

const chunkLines = 2000;

interface Input {
  readonly list: string;
}

export function checkListJob(platform: Platform): JobKind {
  return {
    kind: checkKind,
    run: (work) => checkList(platform, work),
    abandoned: async (tx, { input }) => {
      const list = await getList(tx, input);
      await updateList(tx, list, { state: 'draft' });
    },
  };
}

export function postListJob(platform: Platform): JobKind {
  return {
    kind: postKind,
    run: (work) => postList(platform, work),
    // What was posted stays posted; the rest waits for its approvers again.
    abandoned: async (tx, { input }) => {
      const list = await getList(tx, input);
      await updateList(tx, list, { state: 'waiting', approvals: [] });
    },
  };
}

async function getList(tx: Tx, input: unknown): Promise<ListRow> {
  return (await findList(tx, (input as Input).list, 'locked')) ?? refuse(listRefusals.noSuchList);
}

async function checkList(platform: Platform, work: Work): Promise<unknown> {
  return work.chunk(async (tx) => {
    const list = await getList(tx, work.input);
    const area = areaCode(list.area_code);
    const today = platform.clock.today();
    const pack = platform.packs.inForce(area, today);
    await checkPayments(tx, list, {
      span: spanOf(area),
      entitlement: entitlementOf(pack, list.benefit),
    });
    const sums = await sumPayments(tx, list);
    await updateList(tx, list, {
      state: 'checked',
      lines: sums.lines,
      held: sums.held,
      total_fen: sums.total,
      checked_at: platform.clock.now(),
    });
    const { lines, held } = sums;
    return {
      result: { lines, held },
      progress: { done: lines, total: lines, step: 'funds.checked' },
    };
  });
}

async function postList(platform: Platform, work: Work): Promise<unknown> {
  const list = await inScope(platform.db, work.scope, (tx) => getList(tx, work.input));
  let done = 0;
  for (;;) {
    const posted = await work.chunk(async (tx) => {
      const making = { tx, now: platform.clock.now(), newId: platform.newId };
      const count = await postDue(making, list);
      if (count === 0) await updateList(tx, list, { state: 'posted' });
      done += count;
      const total = list.lines - list.held;
      return { result: count, progress: { done, total, step: 'funds.posting' } };
    });
    if (posted === 0) return { posted: done };
  }
}

interface Making {
  readonly tx: Tx;
  readonly now: string;
  readonly newId: (county: number) => string;
}

/** Posts the next lines that are due, in the caller's transaction; how many. */
export async function postDue({ tx, now, newId }: Making, list: ListRow): Promise<number> {
  const { county } = list;
  const due = await nextToPost(tx, list, chunkLines);
  if (due.length === 0) return 0;
  const { kind: _kind, household: _household, ...purse } = purseKey(list);
  const on = plainDate(list.pay_on);
  const made = due.map((one) => ({ ...one, entry: newId(county) }));
  await postEntries(
    {
      tx,
      county,
      area: areaCode(list.area_code),
      author: { account: list.author, name: list.author_name },
      now,
      newId,
    },
    made.map((one) => ({
      id: one.entry,
      kind: 'pay',
      on,
      document: `${list.document}-${one.position}`,
      memo: list.title,
      reverses: null,
      approvers: list.approvals.map(({ account, name, office }) => ({ account, name, office })),
      cause: `payment:${one.id}`,
      lines: linesOf({
        kind: 'pay',
        on,
        source: purse.source,
        purpose: purse.purpose,
        amount: BigInt(one.amount),
        from: { kind: 'allocated', area: purse.area, holder: purse.holder, project: purse.project },
        to: {
          area: areaCode(one.area.slice(0, 12)),
          holder: '',
          project: purse.project,
          household: one.household,
          purpose: null,
        },
      }),
    })),
  );
  await markPosted(tx, county, made, list.pay_on);
  return made.length;
}
