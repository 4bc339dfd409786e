// Decisions explained: every decision that the packs in force make about a household, and one of them
// taken apart: the sentence, the tree, the values with where they came from, and what would change it.
import { z } from 'zod';
import { decidedStages } from '#domain/registry/stage.ts';
import { Bilingual, IdText, PackName, PlainDateText } from './page.ts';
import { PackMark as Mark } from './policy.ts';
import { route } from './route.ts';

/** The day as which the register is read and whose pack decides. */
const AsOf = {
  /** As it would have been decided on that day; today when absent. */
  on: PlainDateText.optional(),
  /** `then`: by what had been recorded by the end of that day. `now`: by what is known of it today. */
  known: z.enum(['then', 'now']).default('then'),
};

export const DecisionLine = z.object({
  /** `sheet.householdAssessment`, `outcome.exit.check.meets`: part of the address. */
  key: z.string(),
  kind: z.enum(['sheet', 'set', 'outcome', 'table', 'product', 'benefit', 'trigger', 'criterion']),
  /** Id of the pack that decides it. */
  pack: z.string(),
  title: Bilingual,
  question: Bilingual.nullable(),
  /** holds, fails, vetoed, within, beyond, noCutOff, unknown, none, or the row that applies. */
  outcome: z.string(),
  outcomeWords: Bilingual,
  sentence: Bilingual,
  /** False where a rule it rests on was not verified or is a sample. */
  verified: z.boolean(),
});
export type DecisionLine = z.infer<typeof DecisionLine>;

/** What had been decided about a household that has exited; beside it today's rules are worked out, no more. */
export const DecidedBefore = z.object({
  steps: z.array(
    z.object({
      stage: z.enum(decidedStages),
      /** Null where the household came to the register with it. */
      on: PlainDateText.nullable(),
      event: z.string().nullable(),
      source: z.string().nullable(),
      /** The case that decided it; null where it was entered without one. */
      case: z.object({ id: z.string(), title: Bilingual }).nullable(),
    }),
  ),
  /** The last score that a run stored up to the exit. */
  score: z
    .object({
      run: z.string(),
      decision: z.string(),
      on: PlainDateText,
      total: z.number().nullable(),
    })
    .nullable(),
});
export type DecidedBefore = z.infer<typeof DecidedBefore>;

export const listDecisions = route({
  method: 'GET',
  path: '/api/targeting/households/:id/decisions',
  summary: 'Every decision the packs in force make about a household, one line each',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  query: z.object(AsOf),
  output: z.object({
    on: PlainDateText,
    packs: z.array(PackName),
    /** Null where the household had not exited on the day. */
    decided: DecidedBefore.nullable(),
    items: z.array(DecisionLine),
    next: z.null(),
  }),
});
export type DecisionList = z.infer<(typeof listDecisions)['output']>;

/** A node of the tree, in the order of reading; `depth` says under which it stands. */
export const TreeNode = z.object({
  depth: z.number().int(),
  kind: z.enum(['all', 'any', 'not', 'choice', 'criterion', 'test']),
  /** As the pack states it, and in words. */
  text: z.string(),
  words: Bilingual,
  value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
  /** It decided the clause above it. */
  decisive: z.boolean(),
  values: z.array(z.object({ name: z.string(), label: Bilingual, shown: Bilingual })),
});
export type TreeNode = z.infer<typeof TreeNode>;

export const ExplainedPart = z.object({
  id: z.string(),
  role: z.enum(['item', 'veto', 'row', 'criterion', 'rule']),
  title: Bilingual,
  value: z.union([z.boolean(), z.number(), z.string()]).nullable(),
  decisive: z.boolean(),
  max: z.number().nullable(),
  villageMedian: z.number().nullable(),
  /** What the rater looks at; for a veto how it is rebutted. */
  guide: Bilingual.nullable(),
  /** What the household is told, in the pack's own sentences. */
  says: z.array(Bilingual),
  gives: z.array(Bilingual),
  reason: Bilingual,
  mark: Mark,
  tree: z.array(TreeNode),
});
export type ExplainedPart = z.infer<typeof ExplainedPart>;

export const FactView = z.object({
  fact: z.string(),
  label: Bilingual,
  shown: Bilingual,
  known: z.boolean(),
  decisive: z.boolean(),
  /** One of the kinds that may not be shown around. */
  sensitive: z.boolean(),
  /** Null where nobody is recorded for it. */
  origin: z
    .object({
      /** Stated itself, or computed from the members or the income ledger. */
      kind: z.enum(['recorded', 'members', 'incomes']),
      event: z.string(),
      source: z.string(),
      authorName: z.string(),
      trueFrom: PlainDateText,
      observedOn: PlainDateText.nullable(),
      recordedAt: z.string(),
    })
    .nullable(),
});
export type FactView = z.infer<typeof FactView>;

export const FlipView = z.object({
  fact: z.string(),
  label: Bilingual,
  from: Bilingual,
  to: Bilingual,
  outcome: z.string(),
  outcomeWords: Bilingual,
  sentence: Bilingual,
  /** Share of the value that changes; 1 for an answer. */
  size: z.number(),
  /** 1 is the nearest; equals share a rank. */
  rank: z.number().int(),
  tie: z.boolean(),
  /** Points of a sheet after the change. */
  total: z.number().nullable(),
  /** Items of a sheet whose points it changes. */
  items: z.array(z.object({ title: Bilingual, from: z.number(), to: z.number() })),
});
export type FlipView = z.infer<typeof FlipView>;

export const DecisionExplanation = z.object({
  household: z.object({
    id: z.string(),
    householdNo: z.string(),
    headName: z.string(),
    areaNames: z.array(z.string()),
  }),
  on: PlainDateText,
  known: z.enum(['then', 'now']),
  pack: PackName.extend({
    /** The version the run named, where it is not installed any more. */
    missingVersion: z.string().nullable(),
    chain: z.array(PackName),
  }),
  decision: DecisionLine,
  /** Null where the household had not exited on the day. */
  decided: DecidedBefore.nullable(),
  mark: Mark,
  /** Set for a score sheet. */
  score: z
    .object({
      total: z.number().nullable(),
      max: z.number(),
      cutOff: z.number().nullable(),
      direction: z.enum(['lowerIsPoorer', 'higherIsPoorer']),
      villageMedian: z.number().nullable(),
      villageScored: z.number().int(),
    })
    .nullable(),
  /** Set where a stored run is explained. */
  run: z
    .object({
      id: z.string(),
      asOf: PlainDateText,
      total: z.number().nullable(),
      /** The run stored what the explanation comes to; else the register has been corrected since. */
      agrees: z.boolean(),
    })
    .nullable(),
  parts: z.array(ExplainedPart),
  facts: z.array(FactView),
  parameters: z.array(
    z.object({
      name: z.string(),
      label: Bilingual,
      shown: Bilingual,
      from: PlainDateText.nullable(),
      verified: z.boolean(),
    }),
  ),
  /** Facts the decision waits for. */
  missing: z.array(z.object({ fact: z.string(), label: Bilingual })),
  flips: z.array(FlipView),
  ifKnown: z.array(
    z.object({
      fact: z.string(),
      label: Bilingual,
      cases: z.array(z.object({ shown: Bilingual, outcome: z.string(), outcomeWords: Bilingual })),
    }),
  ),
  /** False where the search for changes was broken off. */
  exact: z.boolean(),
  /** Within how many days one may object, where the pack has a notice for this decision. */
  objection: z
    .object({ days: z.number(), step: Bilingual, process: Bilingual, verified: z.boolean() })
    .nullable(),
});
export type DecisionExplanation = z.infer<typeof DecisionExplanation>;

export const explainDecision = route({
  method: 'GET',
  path: '/api/targeting/households/:id/decisions/:decision',
  summary: 'One decision about a household: why, by which values, and what would change it',
  permission: 'targeting.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText, decision: z.string().max(240) }),
  query: z.object({
    ...AsOf,
    /** Explains the score a run stored: its day, its version, what was known when it ran. */
    run: z.uuid().optional(),
  }),
  output: DecisionExplanation,
});
