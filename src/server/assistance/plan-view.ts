// A plan as the screens and books show it: words for codes, what is late, and the actual beside each target,
// computed from the register and never typed.
import type { Plan, PlanMeasure, PlanTarget } from '#contract/assistance-plans.ts';
import { metrics } from '#contract/assistance-plans.ts';
import { standingOfMeasure, standingOfReport } from '#domain/assistance/measure-standing.ts';
import {
  isLate,
  isOpenPlan,
  measureStateOf,
  missingElements,
  planStates,
} from '#domain/assistance/plan.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate, yearOf } from '#domain/kernel/plain-date.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { labelOf } from '#domain/policy/pack/shown-fact.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import type { StoredHousehold } from '#server/registry/household.store.ts';
import { listIncomeYears } from '#server/registry/income.store.ts';
import { headNameOf } from '#server/workforce/pair.ts';
import { type BenefitRecord, listBenefitsOf } from './benefit.store.ts';
import {
  listMeasures,
  listProgress,
  listTargets,
  type MeasureRecord,
  type ProgressRecord,
  type TargetRecord,
} from './measure.store.ts';
import type { PlanRecord } from './plan.store.ts';
import { benefitTitle, measureTitle } from './rules-of-help.ts';
import { countExits } from './summary.store.ts';

/** Of a plan's household, with its benefits where they were read before. */
export interface PlanOwner {
  readonly household: StoredHousehold | undefined;
  readonly benefits?: readonly BenefitRecord[];
}

/** Several versions at once, of one household or one village. */
export async function planViews(
  context: Context,
  plans: readonly PlanRecord[],
  { household, benefits: read }: PlanOwner,
): Promise<readonly Plan[]> {
  const [first] = plans;
  if (first === undefined) return [];
  const { tx, today, platform } = context;
  const ids = plans.map(({ id }) => id);
  const measures = await listMeasures(tx, first.county, ids);
  const targets = await listTargets(tx, first.county, ids);
  const progress = await listProgress(tx, first.county, [
    ...new Set(measures.map(({ line }) => line)),
  ]);
  const benefits = household && (read ?? (await listBenefitsOf(tx, household)));
  const placeOf = await nameAreas(tx, [first.area_code], today);
  const pack = platform.packs.inForce(areaCode(first.area_code), today);
  const actualOf = await actualsOf(context, first, household);
  return plans.map((plan) => {
    const own = measures.filter(({ plan_id }) => plan_id === plan.id);
    return {
      ...headOf(plan),
      ...placeOf(plan.area_code),
      household: plan.household_id,
      headName: household === undefined ? null : headNameOf(household),
      areaCode: plan.area_code,
      members: household === undefined ? null : Number(household.values.members ?? 0),
      revision: plan.revision,
      fromYear: plan.from_year,
      toYear: plan.to_year,
      goal: plan.goal,
      primaryMeasure: plan.primary_measure,
      pack: `${plan.pack} ${plan.edition}`,
      measures: own.map((one) => measureView(one, { pack, plan, progress, benefits, today })),
      targets: targets
        .filter(({ plan_id }) => plan_id === plan.id)
        .map((one) => targetView(one, actualOf(one), today)),
      ...mayOf(context, plan),
    };
  });
}

export function headOf(plan: PlanRecord) {
  return {
    id: plan.id,
    number: plan.number,
    state: planStates.find((state) => state === plan.state) ?? 'draft',
    madeBy: plan.made_by_name,
    madeAt: plan.made_at,
    submittedBy: plan.submitted_by_name,
    submittedAt: plan.submitted_at,
    decidedBy: plan.decided_by_name,
    decidedAt: plan.decided_at,
    reason: plan.reason,
  };
}

function mayOf({ actor, may }: Context, plan: PlanRecord) {
  const state = planStates.find((one) => one === plan.state) ?? 'draft';
  const isOwn = [plan.made_by, plan.submitted_by].includes(actor.account);
  return {
    mayWrite: may('assistance.plan') && isOpenPlan(state),
    mayDecide: may('assistance.approve') && state === 'submitted' && !isOwn,
  };
}

interface MeasureContext {
  readonly pack: ResolvedPack | undefined;
  readonly plan: PlanRecord;
  readonly progress: readonly ProgressRecord[];
  /** What was recorded for the household; undefined of a village, to which nothing is delivered. */
  readonly benefits: readonly BenefitRecord[] | undefined;
  readonly today: PlainDate;
}

function measureView(
  one: MeasureRecord,
  { pack, plan, progress, benefits, today }: MeasureContext,
): PlanMeasure {
  const dueOn = one.due_on === null ? null : plainDate(one.due_on);
  const state = measureStateOf(one.state);
  const { code, goal, focus, method, owner } = one;
  return {
    line: one.line,
    code,
    benefit: one.benefit,
    goal,
    focus,
    method,
    owner,
    dueOn,
    judgedBy: one.judged_by,
    quantity: one.quantity,
    unit: one.unit,
    promisedFen: one.promised_fen,
    field: one.field,
    expected: one.expected,
    suggestedBy: one.suggested_by,
    title: measureTitle(pack, code),
    benefitTitle: benefitTitle(pack, one.benefit),
    fieldTitle: one.field === null || pack === undefined ? null : labelOf(pack, one.field),
    primary: plan.primary_measure === code,
    state,
    stateOn: one.state_on,
    standing:
      benefits === undefined
        ? standingOfReport(state)
        : standingOfMeasure({ line: one.line, code, state }, benefits),
    late: one.is_current && isLate({ state, dueOn }, today),
    missing: [...missingElements({ code, goal, focus, method, owner, dueOn })],
    progress: progress
      .filter(({ line }) => line === one.line)
      .map((row) => ({
        on: row.on_day,
        state: measureStateOf(row.state),
        words: row.words,
        by: row.account_name,
      })),
  };
}

function targetView(one: TargetRecord, actual: number | null, today: PlainDate): PlanTarget {
  const { kind, metric, value } = one;
  return {
    line: one.line,
    kind: kind === 'milestone' ? 'milestone' : 'year',
    metric: metrics.find((each) => each === metric) ?? 'free',
    title: one.title,
    dueOn: one.due_on,
    value,
    unit: one.unit,
    actual,
    doneOn: one.done_on,
    doneBy: one.done_by_name,
    standing: standingOf(one, actual, today),
  };
}

function standingOf(
  one: TargetRecord,
  actual: number | null,
  today: PlainDate,
): PlanTarget['standing'] {
  const isOver = one.due_on < today;
  if (one.kind === 'milestone') {
    if (one.done_on !== null) return 'met';
    return isOver ? 'missed' : 'open';
  }
  if (one.value === null || actual === null) return isOver ? 'unknown' : 'open';
  if (actual >= one.value) return 'met';
  return isOver ? 'missed' : 'open';
}

/** What the register says of a target's metric by the end of its year. */
async function actualsOf(
  { tx }: Context,
  plan: PlanRecord,
  household: StoredHousehold | undefined,
): Promise<(target: TargetRecord) => number | null> {
  if (household !== undefined) {
    const years = new Map((await listIncomeYears(tx, household)).map((row) => [row.year, row]));
    return ({ metric, due_on }) => {
      if (metric !== 'incomePerHead') return null;
      const perHead = years.get(yearOf(plainDate(due_on)))?.perHeadFen ?? null;
      return perHead === null ? null : perHead / 100;
    };
  }
  const exits = await countExits(tx, plan.area_code);
  return ({ metric, due_on }) => {
    const until = exits.filter(({ exited_on }) => exited_on <= due_on);
    if (metric === 'exitedHouseholds') return until.reduce((sum, one) => sum + one.households, 0);
    if (metric === 'exitedPersons') return until.reduce((sum, one) => sum + one.persons, 0);
    return null;
  };
}
