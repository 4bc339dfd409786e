// Something is promised to a household or a member, delivered, or reaches its next stage; recorded once, by
// whoever delivers. What it changed goes into the register, or opens a conflict where that says otherwise.
import type { BenefitView, deliverBenefit, recordBenefit } from '#contract/assistance-delivery.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import {
  deliveredInFuture,
  noSuchBenefit,
  personNeeded,
  recordedAlready,
  stageOutOfOrder,
} from '#domain/assistance/benefit-refusals.ts';
import { nextStage, stagesOf } from '#domain/assistance/delivery-stages.ts';
import {
  householdProblem,
  type Recipient,
  recipientProblem,
} from '#domain/assistance/recipient.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchPerson } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { getHousehold, type StoredHousehold } from '#server/registry/household.store.ts';
import {
  type BenefitRecord,
  findBenefit,
  findSame,
  insertBenefit,
  insertSteps,
  type StepRecord,
  updateBenefit,
} from './benefit.store.ts';
import { benefitViews } from './benefit-view.ts';
import {
  benefitOf,
  measureTitle,
  refuseUnknownDetails,
  refuseUnknownMeasure,
  rulesOfHelp,
} from './rules-of-help.ts';
import { refuseAfterExit } from './save-plan.ts';
import { stateResult } from './state-result.ts';

export async function record(
  context: Context,
  { params, body }: InputOf<typeof recordBenefit>,
): Promise<BenefitView> {
  const { tx, now, today } = context;
  const household = await getHousehold(tx, params.id);
  const pack = rulesOfHelp(context, household.area);
  refuseUnknownMeasure(pack, body.code);
  const row = body.benefit === null ? undefined : benefitOf(pack, body.benefit);
  const title = row?.title ?? measureTitle(pack, body.code);
  const on = plainDate(body.deliveredOn ?? today);
  if (on > today) refuse(deliveredInFuture, { on, today });
  if (row?.to === 'person' && body.person === null) refuse(deny(personNeeded, { benefit: title }));
  refuseRecipient(household, { person: body.person, on, benefit: title });
  if (body.line === null) refuseAfterExit(household, { pack, benefit: body.benefit, title });

  const { county, area } = household;
  const benefit: BenefitRecord = {
    county,
    id: context.newId(county),
    household_id: household.id,
    area_code: area,
    person_id: body.person,
    person_name: body.person === null ? null : nameOf(household, body.person),
    line: body.line,
    list_id: null,
    code: body.code,
    benefit: body.benefit,
    kind: row?.kind ?? 'goods',
    title: body.title ?? title.zh,
    year: body.year ?? yearOf(on),
    quantity: body.quantity,
    unit: body.unit,
    promised_fen: body.promisedFen,
    promised_on: on,
    state: body.deliveredOn === null ? 'promised' : 'delivered',
    stage: null,
    delivered_on: body.deliveredOn,
    delivered_fen: body.deliveredFen,
    deliverer: body.deliveredOn === null ? '' : delivererOf(context),
    left_out_reason: '',
    answered_on: null,
    field: null,
    result: null,
    details: body.details,
    recorded_at: now,
  };
  refuseUnknownDetails(pack, benefit, body.details);
  const same = await findSame(tx, benefit);
  if (same !== undefined) {
    refuse(
      deny(recordedAlready, {
        year: benefit.year,
        benefit: title,
        by: same.deliverer || '—',
        on: same.delivered_on ?? same.promised_on,
      }),
    );
  }
  await insertBenefit(tx, benefit);
  await insertSteps(tx, [
    stepOf(context, benefit, {
      act: body.deliveredOn === null ? 'promise' : 'deliver',
      on,
      words: body.words,
    }),
  ]);
  context.note({ area, subject: `household:${household.id}`, facts: { benefit: benefit.id } });
  return viewOfBenefit(context, benefit);
}

export async function deliver(
  context: Context,
  { params, body }: InputOf<typeof deliverBenefit>,
): Promise<OutputOf<typeof deliverBenefit>> {
  const { tx, today } = context;
  const benefit = await lockBenefit(context, params.id);
  const household = await getHousehold(tx, benefit.household_id);
  const on = plainDate(body.on);
  if (on > today) refuse(deliveredInFuture, { on, today });
  const title = { zh: benefit.title, en: benefit.title };
  refuseRecipient(household, { person: benefit.person_id, on, benefit: title });
  const stage = stageFor(benefit, body.stage);

  const isFirst = benefit.delivered_on === null;
  await updateBenefit(tx, benefit, {
    state: ['promised', 'leftOut'].includes(benefit.state) ? 'delivered' : benefit.state,
    delivered_on: isFirst ? on : benefit.delivered_on,
    delivered_fen: body.deliveredFen ?? benefit.delivered_fen,
    deliverer: isFirst ? delivererOf(context) : benefit.deliverer,
    ...(stage === null ? {} : { stage }),
    ...(body.result === null
      ? {}
      : { field: body.result.field, result: JSON.stringify(body.result.to) }),
  });
  await insertSteps(tx, [
    stepOf(context, benefit, {
      act: stage === null ? 'deliver' : 'stage',
      stage,
      on,
      words: body.words,
    }),
  ]);
  const conflicts =
    body.result === null
      ? []
      : await stateResult(context, household, { ...body.result, on, benefit: benefit.id });
  context.note({
    area: household.area,
    subject: `household:${household.id}`,
    facts: { benefit: benefit.id, conflicts: conflicts.length },
  });
  return { ...(await viewOfBenefit(context, benefit)), conflicts: [...conflicts] };
}

/** The stage asked for is the next one; of what has stages, the next one where none is named. */
function stageFor(benefit: BenefitRecord, asked: string | null): string | null {
  const stages = stagesOf(benefit);
  if (stages.length === 0) return null;
  const next = nextStage(stages, benefit.stage);
  const wanted = asked ?? next?.code;
  if (next === undefined || wanted !== next.code) {
    const none = { zh: '没有了', en: 'none' };
    refuse(
      deny(stageOutOfOrder, {
        benefit: benefit.title,
        next: next?.title ?? none,
        stage: stages.find(({ code }) => code === asked)?.title ?? asked ?? none,
      }),
    );
  }
  return next.code;
}

export async function lockBenefit({ tx }: Context, id: string): Promise<BenefitRecord> {
  return (await findBenefit(tx, { county: countyOfId(id), id }, 'locked')) ?? refuse(noSuchBenefit);
}

export async function viewOfBenefit(
  context: Context,
  { county, id }: Pick<BenefitRecord, 'county' | 'id'>,
): Promise<BenefitView> {
  const benefit = (await findBenefit(context.tx, { county, id })) ?? refuse(noSuchBenefit);
  const household = await getHousehold(context.tx, benefit.household_id);
  const head = household.values.headName;
  const named = { ...benefit, head_name: typeof head === 'string' ? head : null };
  const [view] = await benefitViews(context, [named]);
  return view ?? refuse(noSuchBenefit);
}

export function stepOf(
  { now, actor, newId }: Context,
  benefit: Pick<BenefitRecord, 'county' | 'id' | 'household_id' | 'area_code'>,
  step: {
    readonly act: string;
    readonly on: string;
    readonly words: string;
    readonly stage?: string | null;
  },
): StepRecord {
  return {
    county: benefit.county,
    id: newId(benefit.county),
    benefit_id: benefit.id,
    household_id: benefit.household_id,
    area_code: areaCode(benefit.area_code),
    act: step.act,
    stage: step.stage ?? null,
    on_day: step.on,
    words: step.words,
    account: actor.account,
    account_name: actor.displayName,
    recorded_at: now,
  };
}

/** The department or office that delivers: what an account stands for. */
export function delivererOf({ actor }: Pick<Context, 'actor'>): string {
  return actor.title || actor.displayName;
}

export function recipientsOf({
  persons,
}: StoredHousehold): readonly (Recipient & { id: string })[] {
  const day = (value: unknown): PlainDate | null =>
    typeof value === 'string' ? plainDate(value) : null;
  return persons.map(({ id, values }) => ({
    id,
    name: String(values.name ?? ''),
    joinedOn: day(values.joinedOn),
    leftOn: day(values.leftOn),
    leftReason: typeof values.leftReason === 'string' ? values.leftReason : null,
  }));
}

function nameOf(household: StoredHousehold, person: string): string {
  return recipientsOf(household).find(({ id }) => id === person)?.name ?? '';
}

function refuseRecipient(
  household: StoredHousehold,
  asked: {
    readonly person: string | null;
    readonly on: PlainDate;
    readonly benefit: { readonly zh: string; readonly en: string };
  },
): void {
  const members = recipientsOf(household);
  const own = members.find(({ id }) => id === asked.person);
  if (asked.person !== null && own === undefined) refuse(noSuchPerson);
  const problem =
    own === undefined ? householdProblem(members, asked.on) : recipientProblem(own, asked.on);
  if (problem !== undefined)
    refuse(deny(problem.kind, { ...problem.facts, benefit: asked.benefit }));
}
