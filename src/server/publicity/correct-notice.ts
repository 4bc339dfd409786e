// A correction: the notice is taken down with its reason, in every case it stood in, and posted anew for
// its full days. What it said stays in the record.
import type { correctNotice } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { findStep } from '#domain/casework/case-rules.ts';
import { takeDownDenial } from '#domain/casework/permit.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayNotPost, noSuchNotice, withdrawnAlready } from '#domain/publicity/refusals.ts';
import { enterAct } from '#server/casework/act-on-case.ts';
import { loadCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import {
  findNotice,
  type ItemRecord,
  listItems,
  type NoticeRecord,
  withdrawNotice,
} from './notice.store.ts';
import { holdCases, postLoaded } from './post-notice.ts';

export async function correct(
  context: Context,
  { params, body }: InputOf<typeof correctNotice>,
): Promise<OutputOf<typeof correctNotice>> {
  const { tx, actor, today } = context;
  const key = { county: countyOfId(params.id), id: params.id };
  const notice = (await findNotice(tx, key, 'locked')) ?? refuse(noSuchNotice);
  if (notice.withdrawn_on !== null) refuse(withdrawnAlready);
  const { reason, ...posting } = body;
  const items = await listItems(tx, key);
  const isDecided = notice.kind === 'announcement';
  if (isDecided && notice.posted_by !== actor.account && actor.role !== 'county') {
    refuse(mayNotPost, { who: notice.posted_by_name });
  }

  if (!isDecided) await takeDown(context, { notice, items, reason });
  await withdrawNotice(tx, key, { on: today, by: actor.displayName, reason });

  const loaded = await holdCases(context, posting.cases);
  const [first] = loaded;
  const step =
    isDecided && first !== undefined ? { step: findStep(first.view.rules, notice.step) } : {};
  const onIt = new Set(items.map(({ case_id }) => case_id));
  if (isDecided && posting.cases.some((id) => !onIt.has(id))) refuse(noSuchNotice);
  return postLoaded(context, loaded, posting, {
    acts: isDecided ? 'stand' : 'entered',
    ...step,
    replaces: notice.id,
    correction: reason,
  });
}

/** A case that an objection led back meanwhile has left the notice already. */
async function takeDown(
  context: Context,
  {
    notice,
    items,
    reason,
  }: {
    readonly notice: NoticeRecord;
    readonly items: readonly ItemRecord[];
    readonly reason: string;
  },
): Promise<void> {
  for (const id of items.map(({ case_id }) => case_id).sort()) {
    const loaded = await loadCase(context, id, 'locked');
    const { step, notice: hanging } = loaded.view.state;
    if (step?.id !== notice.step || hanging === null) continue;
    const denial = takeDownDenial(loaded.view, reason);
    if (denial !== undefined) refuse(denial, {}, { case: id });
    await enterAct(context, loaded, { kind: 'takeDown', reason });
  }
}
