// Help for one household: why it is poor, what it needs, what the rules suggest, what people planned, and
// what arrived. Causes and the primary measure are fields of the register; a plan
// proposes them and its approval writes them there.
import { z } from 'zod';
import { BenefitView } from './assistance-delivery.ts';
import { Choices, Coded, Plan, PlanHead } from './assistance-plans.ts';
import { Bilingual, IdText, PlainDateText } from './page.ts';
import { HouseholdParams } from './registry-households.ts';
import { route } from './route.ts';

export const Need = z.object({
  id: z.string(),
  /** Title of the list it is of; null where it is in words alone. */
  list: Bilingual.nullable(),
  title: Bilingual,
  words: z.string(),
  notedOn: PlainDateText,
  notedBy: z.string(),
  metOn: PlainDateText.nullable(),
  metBy: z.string().nullable(),
});

export const Suggestion = z.object({
  table: z.string(),
  title: Bilingual,
  question: Bilingual,
  verified: z.boolean(),
  sample: z.boolean(),
  note: Bilingual.nullable(),
  /** Which row holds, and why, with the values that decided. */
  sentence: Bilingual,
  /** Titles of the values that would have to be known first. */
  missing: z.array(Bilingual),
  gives: z.array(Coded),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const HouseholdAssistance = z.object({
  household: z.string(),
  version: z.number().int(),
  headName: z.string().nullable(),
  stage: z.string(),
  /** Nothing is planned for households outside the register. */
  needed: z.boolean(),
  causes: z.object({ primary: Coded.nullable(), others: z.array(Coded) }),
  primaryMeasure: Coded.nullable(),
  needs: z.array(Need),
  /** Needs that visits found and nobody took over. */
  found: z.array(
    z.object({ id: z.string(), words: z.string(), on: PlainDateText, by: z.string() }),
  ),
  suggestions: z.array(Suggestion),
  plan: Plan.nullable(),
  open: Plan.nullable(),
  versions: z.array(PlanHead),
  benefits: z.array(BenefitView),
  choices: Choices,
  mayPlan: z.boolean(),
  mayDeliver: z.boolean(),
  mayAnswer: z.boolean(),
});
export type HouseholdAssistance = z.infer<typeof HouseholdAssistance>;

export const householdAssistance = route({
  method: 'GET',
  path: '/api/assistance/households/:id',
  summary: 'Causes, needs, suggestions, plans and what reached a household',
  permission: 'assistance.own',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: HouseholdAssistance,
});

export const noteNeed = route({
  method: 'POST',
  path: '/api/assistance/households/:id/needs',
  summary: 'Notes a need by a list of the rules, in words, or taken over from a visit',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.need',
  params: HouseholdParams,
  body: z
    .object({
      list: z.string().max(60).nullable().default(null),
      code: z.string().max(60).nullable().default(null),
      words: z.string().trim().max(300).default(''),
      finding: IdText.nullable().default(null),
    })
    .refine(({ code, words }) => code !== null || words !== '', {
      path: ['words'],
      message: 'Say what is needed',
    }),
  output: z.object({ id: z.string() }),
});

export const meetNeed = route({
  method: 'POST',
  path: '/api/assistance/needs/:id/closing',
  summary: 'A need is met',
  permission: 'assistance.plan',
  area: 'row',
  audit: 'assistance.meet-need',
  params: z.object({ id: IdText }),
  output: z.object({ id: z.string() }),
});
