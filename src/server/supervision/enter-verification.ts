// Enters what one verification found, and marks kin of village cadres. An answer that differs from the
// register becomes a question of its; nothing recorded is replaced.

import type { InputOf, OutputOf } from '#contract/route.ts';
import type { enterVerification, markKin } from '#contract/supervision-sources.ts';
import { atLevel } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { problemOf } from '#domain/registry/check-value.ts';
import { nameKeyOf } from '#domain/registry/name-key.ts';
import {
  askedInFuture,
  documentsMissing,
  informantMissing,
  noSuchMethod,
  nothingSaid,
  noVerification,
} from '#domain/supervision/source-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold } from '#server/registry/household.store.ts';
import { refuseValue } from '#server/registry/read-values.ts';
import { insertEntries, insertKin } from './entry.store.ts';
import { sourcesView } from './household-sources.ts';
import { askDisputed } from './open-questions.ts';
import { getVerifiable } from './plan-of.ts';
import {
  documentMethod,
  documentsOf,
  needsInformant,
  scoreMethod,
  verificationSetOf,
} from './verification-set.ts';

export async function enter(
  context: Context,
  { params, body }: InputOf<typeof enterVerification>,
): Promise<OutputOf<typeof enterVerification>> {
  const { tx, actor, now, today, newId, platform } = context;
  const household = await getHousehold(tx, params.id);
  const pack = platform.packs.inForce(household.area, today);
  const set = verificationSetOf(pack) ?? refuse(noVerification);
  const method = set.rows.find(({ id }) => id === body.method);
  if (method === undefined || method.id === scoreMethod) {
    return refuse(noSuchMethod, { method: method?.title[context.language] ?? body.method });
  }
  const informant = body.informant.trim();
  if (needsInformant(method.id) && informant === '') {
    refuse(informantMissing, { method: method.title[context.language] });
  }
  const kinds = documentsOf(pack).map(({ id }) => id);
  const documents = body.documents.filter((id) => kinds.includes(id));
  if (method.id === documentMethod && documents.length === 0) refuse(documentsMissing);
  if (body.answers.length === 0 && documents.length === 0) refuse(nothingSaid);
  if (body.askedOn > today) refuse(askedInFuture, { on: body.askedOn });
  for (const { field, value } of body.answers) {
    const problem = problemOf(getVerifiable(field), value, pack?.scope.lists ?? new Map());
    if (problem !== undefined) refuseValue(context, field, problem);
  }

  const id = newId(household.county);
  await insertEntries(tx, [
    {
      county: household.county,
      id,
      household_id: household.id,
      area_code: household.area,
      verification: set.id,
      method: method.id,
      informant,
      informant_key: informant === '' ? documents.join(' ') : nameKeyOf(informant),
      documents,
      answers: body.answers,
      note: body.note,
      asked_on: body.askedOn,
      account: actor.account,
      account_name: actor.displayName,
      campaign_id: null,
      recorded_at: now,
    },
  ]);
  const opened = await askDisputed(
    context,
    household.id,
    body.answers.map(({ field, value }) => ({
      field,
      value,
      source: method.title.zh,
      by: actor.displayName,
      on: body.askedOn,
    })),
  );
  context.note({
    area: atLevel(household.area, 'village') ?? household.area,
    subject: `household:${household.id}`,
    facts: { entry: id, method: method.id, answers: body.answers.length, questions: opened.length },
  });
  return (await sourcesView(context, household.id)) as OutputOf<typeof enterVerification>;
}

export async function mark(
  context: Context,
  { params, body }: InputOf<typeof markKin>,
): Promise<OutputOf<typeof markKin>> {
  const { tx, actor, now, newId } = context;
  const household = await getHousehold(tx, params.id);

  await insertKin(tx, [
    {
      county: household.county,
      id: newId(household.county),
      household_id: household.id,
      area_code: household.area,
      is_kin: body.isKin,
      cadre: body.cadre,
      relation: body.relation,
      account: actor.account,
      account_name: actor.displayName,
      recorded_at: now,
    },
  ]);
  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { isKin: body.isKin },
  });
  return (await sourcesView(context, household.id)) as OutputOf<typeof markKin>;
}
