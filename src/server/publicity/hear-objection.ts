// The county opens an objection and answers it. Whoever posted the notice or decided in the case cannot.
import type { answerPublicObjection, openObjection } from '#contract/publicity.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { hearDenial } from '#domain/casework/hear.ts';
import { areaCode, countyDigits } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type RefusalKind, refuse } from '#domain/kernel/refusal.ts';
import {
  answeredAlready,
  heardAbove,
  heardByCountyAlone,
  noSuchObjection,
} from '#domain/publicity/refusals.ts';
import { enterAct } from '#server/casework/act-on-case.ts';
import { type LoadedCase, loadCase } from '#server/casework/load-case.ts';
import type { Context } from '#server/http/context.ts';
import { openField } from '#server/registry/sealing.ts';
import { listItems } from './notice.store.ts';
import { answerObjection, findObjection, type ObjectionRecord } from './objection.store.ts';

export async function openOne(
  context: Context,
  { params }: InputOf<typeof openObjection>,
): Promise<OutputOf<typeof openObjection>> {
  const { platform } = context;
  const one = await held(context, params.id, 'shown');
  const { secrets } = platform;
  const loaded = one.case_id === null ? undefined : await loadCase(context, one.case_id, 'shown');
  const denial =
    one.verdict === null && loaded !== undefined
      ? denialOf(loaded, one, { verdict: 'rejected', reason: '-' })
      : undefined;
  context.note({
    area: areaCode(one.area_code),
    subject: `notice:${one.notice_id}`,
    facts: { objection: one.number },
  });
  return {
    id: one.id,
    text: secrets.open('publicity_text', one.text_sealed),
    name: one.name_sealed === null ? null : secrets.open('publicity_name', one.name_sealed),
    phone: one.phone_sealed === null ? null : openField(secrets, 'phone', one.phone_sealed),
    barred: denial?.message ?? null,
  };
}

export async function answerOne(
  context: Context,
  { params, body }: InputOf<typeof answerPublicObjection>,
): Promise<OutputOf<typeof answerPublicObjection>> {
  const { tx, actor, today } = context;
  const one = await held(context, params.id, 'locked');
  if (one.verdict !== null) {
    refuse(answeredAlready, { who: one.answered_by_name ?? '', on: one.answered_on ?? '' });
  }
  const { verdict, reason } = body;
  const loaded = one.case_id === null ? undefined : await loadCase(context, one.case_id, 'locked');
  if (loaded !== undefined) {
    const denial = denialOf(loaded, one, body);
    if (denial !== undefined) refuse(denial);
    if (isOpenIn(loaded, one)) {
      const objection = one.act_position ?? 0;
      await enterAct(context, loaded, { kind: 'answer', reason, objection, verdict });
    }
  }

  await answerObjection(tx, one, {
    verdict,
    answer: reason,
    answered_by: actor.account,
    answered_by_name: actor.displayName,
    answered_on: today,
  });
  context.note({
    area: areaCode(one.area_code),
    subject: `notice:${one.notice_id}`,
    facts: { objection: one.number, verdict },
  });
  return { id: one.id };
}

/** What a county is said of itself is not for it to answer; everything else is for the county alone. */
async function held(
  { tx, actor }: Context,
  id: string,
  lock: 'shown' | 'locked',
): Promise<ObjectionRecord> {
  const key = { county: countyOfId(id), id };
  const one = (await findObjection(tx, key, lock)) ?? refuse(noSuchObjection);
  const items = await listItems(tx, { county: one.county, id: one.notice_id });
  const isOfCounty = items.some(
    ({ household_id, area_code }) => household_id === null && area_code.length === countyDigits,
  );
  const isCounty = actor.role === 'county';
  if (isOfCounty && isCounty) refuse(heardAbove);
  if (!isOfCounty && !isCounty) refuse(heardByCountyAlone);
  return one;
}

/** A case that was withdrawn or left the step takes no act; the answer is given to whoever asked. */
function isOpenIn({ view }: LoadedCase, { act_position }: ObjectionRecord): boolean {
  const { step, objections } = view.state;
  return (
    step?.kind === 'notice' &&
    objections.some(({ act, answer }) => act.position === act_position && answer === null)
  );
}

function denialOf(
  loaded: LoadedCase,
  one: ObjectionRecord,
  { verdict, reason }: InputOf<typeof answerPublicObjection>['body'],
): RefusalKind | undefined {
  const objection = one.act_position ?? 0;
  return hearDenial(loaded.view, loaded.acts, { objection, verdict, reason });
}
