// A household goes to the next helper: offered, and accepted or declined by them. Until then the one who
// has it answers for it.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { answerHandover, listHandovers, offerHousehold } from '#contract/workforce-pairing.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import {
  noSuchHandover,
  notPaired,
  offerOpen,
  reasonMissing,
  sameHelper,
} from '#domain/workforce/helper-refusals.ts';
import { barrierOf, type FitRules } from '#domain/workforce/pair-fit.ts';
import type { Context } from '#server/http/context.ts';
import { declineHandover, insertHandovers, listHandoverRows, takeOver } from './handover.store.ts';
import { findHelper, showHouseholds } from './helper-roll.store.ts';
import { handoverRow, mayAnswer } from './helper-view.ts';
import { asFit, openHelper } from './load-helper.ts';
import { loadFit } from './pair.ts';
import { findOpenPairing } from './pairing.store.ts';
import { rulesHere } from './rules-here.ts';

export async function offer(
  context: Context,
  { params, body }: InputOf<typeof offerHousehold>,
): Promise<OutputOf<typeof offerHousehold>> {
  const { tx, today, actor } = context;
  const { household, fit, fitRules } = await loadFit(context, params.id);
  const head = fit.headName;
  const open = await findOpenPairing(tx, household, 'locked');
  if (open === undefined) return refuse(notPaired, { head });
  const [waiting] = await listHandoverRows(tx, { household: household.id });
  if (waiting !== undefined) refuse(offerOpen, { head, helper: waiting.to_name });
  const next = await openHelper(context, body.helper);
  if (next.id === open.helper_id) refuse(sameHelper, { helper: next.name });
  const barrier = barrierOf(asFit(next), fit, fitRules);
  if (barrier !== undefined) refuse(barrier);

  const { county } = household;
  const id = context.newId(county);
  await insertHandovers(tx, [
    {
      county,
      id,
      household_id: household.id,
      area_code: household.area,
      pairing_id: open.id,
      from_helper: open.helper_id,
      from_name: open.helper_name,
      to_helper: next.id,
      to_name: next.name,
      reason: body.reason,
      offered_on: today,
      offered_by_name: actor.displayName,
    },
  ]);
  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { from: open.helper_id, to: next.id },
  });
  return { id };
}

export async function answer(
  context: Context,
  { params, body }: InputOf<typeof answerHandover>,
): Promise<undefined> {
  const { tx, today, actor } = context;
  const county = countyOfId(params.id);
  const [waiting] = await listHandoverRows(tx, { id: params.id });
  if (waiting === undefined) return refuse(noSuchHandover);
  const next = await findHelper(tx, { county, id: waiting.to_helper }, 'locked');
  if (next === undefined || !mayAnswer(context, next)) return refuse(noSuchHandover);
  context.note({
    area: areaCode(waiting.area_code),
    subject: `household:${waiting.household_id}`,
    facts: { to: next.id, accept: body.accept },
  });
  if (!body.accept) {
    if (body.reason === '') refuse(reasonMissing);
    const said = { on: today, by: actor.displayName, reason: body.reason };
    await declineHandover(tx, { county, id: waiting.id }, { state: 'declined', ...said });
    return undefined;
  }
  // Kin was looked at when it was offered; room and leave may have changed since.
  const rules: FitRules = {
    quota: rulesHere(context, areaCode(waiting.area_code)).quota,
    today,
    isKin: () => false,
  };
  const household = {
    id: waiting.household_id,
    area: waiting.area_code,
    headName: waiting.head_name ?? '',
    people: null,
    lastHelper: null,
  };
  const barrier = barrierOf(asFit(next), household, rules);
  if (barrier !== undefined) refuse(barrier);
  const taken = await takeOver(tx, {
    county,
    id: waiting.id,
    pairing: context.newId(county),
    today,
    account: actor.account,
    name: actor.displayName,
  });
  if (!taken) refuse(noSuchHandover);
  await showHouseholds(tx, county, [waiting.from_helper, waiting.to_helper], today);
  return undefined;
}

export async function handoversOf(
  context: Context,
  _: InputOf<typeof listHandovers>,
): Promise<OutputOf<typeof listHandovers>> {
  const { tx, area, actor } = context;
  const rows = await listHandoverRows(tx, actor.households === null ? { span: spanOf(area) } : {});
  const items = [];
  for (const row of rows) {
    const to = await findHelper(tx, { county: row.county, id: row.to_helper });
    items.push(handoverRow(row, mayAnswer(context, to)));
  }
  return { items };
}
