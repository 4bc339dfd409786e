// Plans of households and villages: what may be chosen, versions with measures, targets and milestones, and
// how far they are.
import { z } from 'zod';
import { measureStandings } from '#domain/assistance/measure-standing.ts';
import { measureStates, planElements, planStates } from '#domain/assistance/plan.ts';
import { AreaCodeText, Bilingual, FenNumber, IdText, PlainDateText } from './page.ts';
import { HouseholdParams } from './registry-households.ts';
import { route } from './route.ts';

export const Coded = z.object({ code: z.string(), title: Bilingual });

export const metrics = [
  'incomePerHead',
  'exitedHouseholds',
  'exitedPersons',
  'milestone',
  'free',
] as const;

const Line = IdText.meta({ description: 'The same through every version of a plan' });

const MeasureFields = {
  /** A measure of the rules in force. */
  code: z.string().max(60),
  /** A benefit of the rules, where the measure is one. */
  benefit: z.string().max(60).nullable(),
  goal: z.string().trim().max(300),
  focus: z.string().trim().max(300),
  method: z.string().trim().max(500),
  owner: z.string().trim().max(120),
  dueOn: PlainDateText.nullable(),
  judgedBy: z.string().trim().max(300),
  quantity: z.number().min(0).max(1_000_000).nullable(),
  unit: z.string().trim().max(20).nullable(),
  promisedFen: FenNumber.min(0).nullable(),
  /** Field of the register it is to change, and to what. */
  field: z.string().max(60).nullable(),
  expected: z.string().trim().max(60).nullable(),
  /** The table that suggested it; null where people chose it. */
  suggestedBy: z.string().max(60).nullable(),
} as const;

const TargetFields = {
  kind: z.enum(['year', 'milestone']),
  metric: z.enum(metrics),
  title: z.string().trim().max(120),
  dueOn: PlainDateText,
  value: z.number().min(0).max(1_000_000_000).nullable(),
  unit: z.string().trim().max(20).nullable(),
} as const;

export const PlanMeasure = z.object({
  line: z.string(),
  ...MeasureFields,
  title: Bilingual,
  benefitTitle: Bilingual.nullable(),
  fieldTitle: Bilingual.nullable(),
  primary: z.boolean(),
  /** As whoever carries it out reported it last. */
  state: z.enum(measureStates),
  stateOn: PlainDateText.nullable(),
  /** As it stands by the report, what was delivered and what the household says. */
  standing: z.enum(measureStandings),
  late: z.boolean(),
  missing: z.array(z.enum(planElements)),
  progress: z.array(
    z.object({
      on: PlainDateText,
      state: z.enum(measureStates),
      words: z.string(),
      by: z.string(),
    }),
  ),
});
export type PlanMeasure = z.infer<typeof PlanMeasure>;

export const PlanTarget = z.object({
  line: z.string(),
  ...TargetFields,
  /** Computed from the register, or the day a milestone was reported. */
  actual: z.number().nullable(),
  doneOn: PlainDateText.nullable(),
  doneBy: z.string().nullable(),
  standing: z.enum(['met', 'missed', 'open', 'unknown']),
});
export type PlanTarget = z.infer<typeof PlanTarget>;

export const Plan = z.object({
  id: z.string(),
  number: z.number().int(),
  revision: z.number().int(),
  state: z.enum(planStates),
  household: z.string().nullable(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  /** Who it is for today; nobody types it. */
  members: z.number().int().nullable(),
  fromYear: z.number().int(),
  toYear: z.number().int(),
  goal: z.string(),
  primaryMeasure: z.string().nullable(),
  pack: z.string(),
  measures: z.array(PlanMeasure),
  targets: z.array(PlanTarget),
  madeBy: z.string(),
  madeAt: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string(),
  mayWrite: z.boolean(),
  mayDecide: z.boolean(),
});
export type Plan = z.infer<typeof Plan>;

export const PlanHead = Plan.pick({
  id: true,
  number: true,
  state: true,
  madeBy: true,
  madeAt: true,
  submittedBy: true,
  decidedBy: true,
  decidedAt: true,
  reason: true,
});

/** What may be chosen when planning here. */
export const Choices = z.object({
  measures: z.array(Coded),
  benefits: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      kind: z.string(),
      to: z.enum(['person', 'household', 'village']),
      measure: z.string().nullable(),
      who: Bilingual,
      /** The amount in the words of the rules. */
      amount: Bilingual.nullable(),
      verified: z.boolean(),
      /** Null where the rules have no condition, or a value is missing. */
      entitled: z.boolean().nullable(),
    }),
  ),
  taxonomies: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      verified: z.boolean(),
      measures: z.array(Coded.extend({ text: Bilingual.nullable() })),
    }),
  ),
  needs: z.array(z.object({ id: z.string(), title: Bilingual, codes: z.array(Coded) })),
  /** Lists that say more of what is delivered in stages. */
  details: z.array(
    z.object({ kind: z.string(), id: z.string(), title: Bilingual, codes: z.array(Coded) }),
  ),
});
export type Choices = z.infer<typeof Choices>;

export const beginPlan = route({
  method: 'POST',
  path: '/api/assistance/households/:id/plans',
  summary: 'Begins a version of the plan of a household, from the one in force where there is one',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.begin-plan',
  params: HouseholdParams,
  output: Plan,
});

const VillageParams = z.object({ area: AreaCodeText });

export const villageAssistance = route({
  method: 'GET',
  path: '/api/assistance/villages/:area',
  summary: 'The plan of a village: in force, open, earlier versions, and what may be chosen',
  permission: 'assistance.read',
  area: 'params.area',
  audit: null,
  params: VillageParams,
  output: z.object({
    area: z.string(),
    name: z.string(),
    plan: Plan.nullable(),
    open: Plan.nullable(),
    versions: z.array(PlanHead),
    choices: Choices,
    mayPlan: z.boolean(),
  }),
});
export type VillageAssistance = z.infer<typeof villageAssistance.output>;

export const beginVillagePlan = route({
  method: 'POST',
  path: '/api/assistance/villages/:area/plans',
  summary: 'Begins a version of the plan of a village',
  permission: 'assistance.plan',
  area: 'params.area',
  audit: 'assistance.begin-plan',
  params: VillageParams,
  output: Plan,
});

const PlanParams = z.object({ id: IdText });

export const getPlan = route({
  method: 'GET',
  path: '/api/assistance/plans/:id',
  summary: 'One version of a plan with its measures, targets and how far they are',
  permission: 'assistance.own',
  area: 'row',
  audit: null,
  params: PlanParams,
  output: Plan,
});

export const PlanContent = z.object({
  revision: z.number().int(),
  fromYear: z.number().int().min(2000).max(2100),
  toYear: z.number().int().min(2000).max(2100),
  goal: z.string().trim().max(500).default(''),
  primaryMeasure: z.string().max(60).nullable().default(null),
  measures: z
    .array(
      z.object({
        line: Line.optional(),
        code: MeasureFields.code,
        benefit: MeasureFields.benefit.default(null),
        goal: MeasureFields.goal.default(''),
        focus: MeasureFields.focus.default(''),
        method: MeasureFields.method.default(''),
        owner: MeasureFields.owner.default(''),
        dueOn: MeasureFields.dueOn.default(null),
        judgedBy: MeasureFields.judgedBy.default(''),
        quantity: MeasureFields.quantity.default(null),
        unit: MeasureFields.unit.default(null),
        promisedFen: MeasureFields.promisedFen.default(null),
        field: MeasureFields.field.default(null),
        expected: MeasureFields.expected.default(null),
        suggestedBy: MeasureFields.suggestedBy.default(null),
      }),
    )
    .max(40),
  targets: z
    .array(
      z.object({
        line: Line.optional(),
        ...TargetFields,
        title: TargetFields.title.default(''),
        value: TargetFields.value.default(null),
        unit: TargetFields.unit.default(null),
      }),
    )
    .max(60)
    .default([]),
});
export type PlanContent = z.infer<typeof PlanContent>;

export const savePlan = route({
  method: 'PUT',
  path: '/api/assistance/plans/:id',
  summary: 'Saves an open version of a plan as it stands on the page',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.save-plan',
  params: PlanParams,
  body: PlanContent,
  output: Plan,
});

export const submitPlan = route({
  method: 'POST',
  path: '/api/assistance/plans/:id/submission',
  summary: 'Submits a plan whose measures have all five elements',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.submit-plan',
  params: PlanParams,
  output: Plan,
});

export const decidePlan = route({
  method: 'POST',
  path: '/api/assistance/plans/:id/decision',
  summary: 'Somebody else approves a submitted plan, or returns it with a reason',
  permission: 'assistance.approve',
  area: 'row',
  audit: 'assistance.decide-plan',
  params: PlanParams,
  body: z
    .object({ approve: z.boolean(), reason: z.string().trim().max(500).default('') })
    .refine(({ approve, reason }) => approve || reason !== '', {
      path: ['reason'],
      message: 'Say why it is returned',
    }),
  output: Plan,
});

export const reportMeasure = route({
  method: 'POST',
  path: '/api/assistance/measures/:line/progress',
  summary: 'Reports how a measure of a plan in force goes on',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.progress',
  params: z.object({ line: IdText }),
  body: z.object({
    state: z.enum(measureStates),
    on: PlainDateText,
    words: z.string().trim().max(300).default(''),
  }),
  output: Plan,
});

export const reachMilestone = route({
  method: 'POST',
  path: '/api/assistance/targets/:line/reached',
  summary: 'A milestone of a plan in force is reached',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.milestone',
  params: z.object({ line: IdText }),
  body: z.object({ on: PlainDateText }),
  output: Plan,
});
