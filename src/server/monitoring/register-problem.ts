// A problem comes on the list: from a person, or from what a visit found, which it then takes over.
import type { registerProblem } from '#contract/monitoring.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/monitoring/problem-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { findHousehold } from '#server/registry/household.store.ts';
import { takeFindingRow } from '#server/workforce/visit.store.ts';
import {
  insertProblemActs,
  insertProblems,
  nextNumber,
  type ProblemRecord,
} from './problem.store.ts';
import { problemList } from './problem-view.ts';

export async function register(
  context: Context,
  { body }: InputOf<typeof registerProblem>,
): Promise<OutputOf<typeof registerProblem>> {
  const { tx, today, now, actor } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area);
  const list = problemList({ ...context, area });
  const first = list?.states[0];
  if (county === undefined || list === undefined || first === undefined) {
    return refuse(refusals.noProblemList);
  }
  const household =
    body.household === undefined ? undefined : await findHousehold(tx, body.household);
  if (body.household !== undefined && household === undefined) refuse(refusals.noSuchProblem);
  const id = context.newId(county);
  const number = await nextNumber(tx, county, 'problem');
  const taken =
    body.finding === undefined
      ? undefined
      : await takeFindingRow(tx, { county, id: body.finding }, { by: 'problem', id });
  if (body.finding !== undefined && taken === undefined) refuse(refusals.noSuchFindingHere);
  const place = taken?.area_code ?? household?.area ?? area;
  const row: ProblemRecord = {
    county,
    id,
    area_code: place,
    household_id: taken?.household_id ?? body.household ?? null,
    number,
    list: list.id,
    title: body.title,
    words: body.words,
    source: taken === undefined ? body.source : 'visit',
    source_id: body.finding ?? null,
    state: first.id,
    phase: first.phase,
    position: 1,
    owner_account: null,
    owner_name: null,
    registered_on: today,
    registered_by: actor.account,
    assigned_on: null,
    due_on: null,
    mended_on: null,
    mended_by: null,
    closed_on: null,
    reopened: 0,
    urged: 0,
  };
  await insertProblems(tx, [row]);
  await insertProblemActs(tx, [
    {
      county,
      problem_id: id,
      position: 1,
      area_code: place,
      household_id: row.household_id,
      act: 'register',
      state: first.id,
      words: body.words,
      owner_name: null,
      due_on: null,
      account: actor.account,
      account_name: actor.displayName,
      acted_on: today,
      acted_at: now,
    },
  ]);
  context.note({ area: areaCode(place), subject: `problem:${id}`, facts: { number } });
  return { id, number };
}
