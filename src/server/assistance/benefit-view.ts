// A benefit as the screens show it: its acts, its stages, and what it was to change beside what the register
// said before and says now.
import type { BenefitView } from '#contract/assistance-delivery.ts';
import { benefitStates } from '#contract/assistance-delivery.ts';
import { stagesOf } from '#domain/assistance/delivery-stages.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Constant } from '#domain/policy/expression-tree.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf, shownFact } from '#domain/policy/pack/shown-fact.ts';
import { shownValue } from '#domain/registry/event.ts';
import { foldEvents } from '#domain/registry/fold-events.ts';
import { householdField } from '#domain/registry/form.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Context } from '#server/http/context.ts';
import { listEvents } from '#server/registry/event.store.ts';
import { findHousehold } from '#server/registry/household.store.ts';
import { listSteps, type NamedBenefit, type StepRecord } from './benefit.store.ts';
import { measureTitle, packAt } from './rules-of-help.ts';

export async function benefitViews(
  context: Context,
  benefits: readonly NamedBenefit[],
): Promise<readonly BenefitView[]> {
  const [first] = benefits;
  if (first === undefined) return [];
  const steps = await listSteps(
    context.tx,
    first.county,
    benefits.map(({ id }) => id),
  );
  const views: BenefitView[] = [];
  for (const benefit of benefits) {
    const pack = packAt(context, benefit.area_code);
    const own = steps.filter(({ benefit_id }) => benefit_id === benefit.id);
    views.push({
      ...plainView(benefit, pack, own),
      result: await resultOf(context, benefit, pack),
    });
  }
  return views;
}

function plainView(
  one: NamedBenefit,
  pack: ResolvedPack | undefined,
  steps: readonly StepRecord[],
): Omit<BenefitView, 'result'> {
  const stages = stagesOf(one);
  return {
    id: one.id,
    household: one.household_id,
    headName: one.head_name,
    areaCode: one.area_code,
    person: one.person_id,
    personName: one.person_name,
    line: one.line,
    code: one.code,
    measure: measureTitle(pack, one.code),
    title: one.title,
    kind: one.kind,
    year: one.year,
    quantity: one.quantity,
    unit: one.unit,
    promisedFen: one.promised_fen,
    promisedOn: one.promised_on,
    state: benefitStates.find((state) => state === one.state) ?? 'promised',
    stages: stages.map((stage) => ({
      ...stage,
      reachedOn:
        steps.findLast((step) => step.act === 'stage' && step.stage === stage.code)?.on_day ?? null,
    })),
    deliveredOn: one.delivered_on,
    deliveredFen: one.delivered_fen,
    deliverer: one.deliverer,
    leftOutReason: one.left_out_reason,
    answeredOn: one.answered_on,
    details: detailsOf(pack, one.details),
    acts: steps.map((step) => ({
      act: step.act,
      stage: stages.find(({ code }) => code === step.stage)?.title ?? null,
      on: step.on_day,
      by: step.account_name,
      words: step.words,
    })),
  };
}

function detailsOf(pack: ResolvedPack | undefined, details: unknown): BenefitView['details'] {
  return Object.entries((details ?? {}) as Record<string, string>).map(([list, code]) => ({
    list: pack?.rows.lists.find(({ row }) => row.id === list)?.row.title ?? { zh: list, en: list },
    title: pack === undefined ? { zh: code, en: code } : codeTitle(pack, list, code),
  }));
}

/** The day before it was promised or came, by the events; and as the register says it today. */
async function resultOf(
  { tx }: Context,
  benefit: NamedBenefit,
  pack: ResolvedPack | undefined,
): Promise<BenefitView['result']> {
  const { field } = benefit;
  if (field === null || pack === undefined || householdField(field) === undefined) return null;
  const household = await findHousehold(tx, benefit.household_id);
  if (household === undefined) return null;
  const { promised_on, delivered_on } = benefit;
  const first = delivered_on !== null && delivered_on < promised_on ? delivered_on : promised_on;
  const then = foldEvents(await listEvents(tx, household), {
    trueOn: addDays(plainDate(first), -1),
  });
  const before = shownValue(then.household.get(field)?.value);
  const now = shownValue(household.values[field]);
  return {
    field: labelOf(pack, field),
    before: wordsOf(pack, field, before),
    now: wordsOf(pack, field, now),
    changed: JSON.stringify(before) !== JSON.stringify(now),
  };
}

/** A value of the register as a reader sees it; money in yuan. */
export function wordsOf(pack: ResolvedPack, field: string, value: FieldValue): Bilingual {
  const isMoney = householdField(field)?.type === 'fen' && typeof value === 'number';
  return shownFact(pack, field, (isMoney ? value / 100 : value) as Constant);
}
