// Trying rules before deciding: what a change would do to an area, whom it would bring in and put out,
// what it costs and how well it finds the poor; and trials that were saved with their reasons. Nothing
// here writes into the register.
import { z } from 'zod';
import { Changes } from '#domain/insight/simulation/change.ts';
import {
  AreaCodeText,
  Bilingual,
  Cursor,
  FenNumber,
  IdText,
  Limit,
  PackName,
  PlainDateText,
  pageOf,
} from './page.ts';
import { route } from './route.ts';

const Count = z.object({ households: z.number().int(), persons: z.number().int() });
const Place = z.object({ code: z.string(), name: z.string(), level: z.string() });

const Mark = {
  title: Bilingual,
  verified: z.boolean(),
  /** Invented as an example, not practised. */
  sample: z.boolean(),
};

const ParameterValue = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.union([z.number(), z.string()])),
]);

/** What of the rules in force can be changed, with the values they have now. */
export const TrialRules = z.object({
  area: Place,
  on: PlainDateText,
  /** The day of the register: rules of another day are tried on the households of this one. */
  today: PlainDateText,
  pack: PackName.nullable(),
  sheet: z
    .object({
      id: z.string(),
      ...Mark,
      note: Bilingual.nullable(),
      max: z.number(),
      direction: z.enum(['lowerIsPoorer', 'higherIsPoorer']),
      cutOff: z.number().nullable(),
      items: z.array(
        z.object({
          id: z.string(),
          ...Mark,
          max: z.number(),
          /** Each band or case in words with its points; none where the points are computed. */
          points: z.array(z.object({ when: z.string(), words: Bilingual, points: z.number() })),
        }),
      ),
      vetoes: z.array(z.object({ id: z.string(), ...Mark, rule: z.string(), words: Bilingual })),
    })
    .nullable(),
  parameters: z.array(
    z.object({
      id: z.string(),
      ...Mark,
      /** As it stands after a number, and after one. */
      unit: Bilingual,
      unitOfOne: Bilingual,
      value: ParameterValue.nullable(),
      /** Read by an item or a veto of the sheet, directly or through a criterion. */
      ofSheet: z.boolean(),
    }),
  ),
  benefits: z.array(
    z.object({
      id: z.string(),
      ...Mark,
      who: Bilingual,
      amount: z.number().nullable(),
      unit: Bilingual,
      eligible: z.string().nullable(),
    }),
  ),
  /** Places of the reader's where a score sheet is in force, when none is in force here. */
  places: z.array(Place.extend({ pack: Bilingual })),
});
export type TrialRules = z.infer<typeof TrialRules>;

const Side = z.object({
  cutOff: z.number().nullable(),
  listed: Count,
  beyond: z.number().int(),
  vetoed: z.number().int(),
  undetermined: z.number().int(),
  /** Households within the margin of the line, on either side. */
  near: z.number().int(),
});

const Outcomes = z.object({
  listed: z.number().int(),
  beyond: z.number().int(),
  vetoed: z.number().int(),
  undetermined: z.number().int(),
});

const Moved = z.object({ key: z.string(), enters: Count, leaves: Count });

const Rate = z.object({
  hits: z.number().int(),
  of: z.number().int(),
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});
const Errors = z.object({ inclusion: Rate, exclusion: Rate, omission: Rate });

const CostLine = z.object({
  id: z.string(),
  title: Bilingual,
  per: z.enum(['person', 'household']),
  verified: z.boolean(),
  assumptions: z.array(z.enum(['everyMember', 'everyListed', 'oneOff', 'least'])),
  base: z.object({ yuan: z.number(), units: z.number(), fen: FenNumber }).nullable(),
  variant: z.object({ yuan: z.number(), units: z.number(), fen: FenNumber }).nullable(),
});

export const Simulation = z.object({
  area: Place,
  on: PlainDateText,
  today: PlainDateText,
  pack: PackName,
  sheet: z.object({
    id: z.string(),
    title: Bilingual,
    verified: z.boolean(),
    direction: z.enum(['lowerIsPoorer', 'higherIsPoorer']),
  }),
  margin: z.number(),
  /** Everybody scored. */
  households: z.number().int(),
  base: Side,
  variant: Side,
  enters: Count,
  leaves: Count,
  /** Households by whole points: as it is, and as tried. */
  distribution: z.array(z.object({ points: z.number().int(), base: Outcomes, variant: Outcomes })),
  /** One level below; `listed` is the list as it is. */
  byArea: z.array(Place.extend({ listed: Count, enters: Count, leaves: Count })),
  byCause: z.array(Moved),
  /** Persons by their own group; households with at least one of it, so these overlap. */
  byEthnicity: z.array(Moved),
  bySize: z.array(Moved),
  cost: z.object({
    /** Null where no entitlement has an amount in yuan. */
    baseFen: FenNumber.nullable(),
    variantFen: FenNumber.nullable(),
    assumed: z.boolean(),
    lines: z.array(CostLine),
    uncounted: z.array(z.object({ id: z.string(), title: Bilingual, why: z.string() })),
  }),
  errors: z
    .object({
      rechecked: z.number().int(),
      /** Of these, how many the demonstration invented. */
      invented: z.number().int(),
      from: PlainDateText,
      to: PlainDateText,
      sources: z.array(z.string()),
      base: Errors,
      variant: Errors,
    })
    .nullable(),
});
export type Simulation = z.infer<typeof Simulation>;

const asked = {
  area: AreaCodeText.optional(),
  /** Day whose rules are the base; today when absent. */
  on: PlainDateText.optional(),
  changes: z
    .string()
    .max(12_000)
    .default('[]')
    .meta({ description: 'JSON: a list of changes, as in the body of POST /api/insight/trials' }),
  /** A draft of a pack in place of the rules in force; changes are laid over it. */
  draft: IdText.optional(),
  margin: z.coerce.number().min(0).max(100).default(1),
};

export const getTrialRules = route({
  method: 'GET',
  path: '/api/insight/simulations/rules',
  summary: 'What of the rules in force in an area can be tried differently',
  permission: 'insight.simulate',
  area: 'query.area',
  audit: null,
  query: z.object({ area: asked.area, on: asked.on }),
  output: TrialRules,
});

export const runSimulation = route({
  method: 'GET',
  path: '/api/insight/simulations',
  summary: 'What changed rules would do: who enters and leaves, cost, targeting errors',
  permission: 'insight.simulate',
  area: 'query.area',
  audit: null,
  query: z.object(asked),
  output: Simulation,
});

export const SimulatedHousehold = z.object({
  household: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  members: z.number().int(),
  cause: z.string().nullable(),
  base: z.object({ outcome: z.string(), total: z.number().nullable() }),
  variant: z.object({ outcome: z.string(), total: z.number().nullable() }),
  /** The single thing that would turn the trial's outcome; null where none would. */
  flip: z
    .union([
      z.object({
        kind: z.literal('item'),
        id: z.string(),
        title: Bilingual,
        from: z.number(),
        to: z.number(),
      }),
      z.object({ kind: z.literal('veto'), id: z.string(), title: Bilingual }),
    ])
    .nullable(),
});
export type SimulatedHousehold = z.infer<typeof SimulatedHousehold>;

export const listSimulated = route({
  method: 'GET',
  path: '/api/insight/simulations/households',
  summary: 'The households behind a number of a simulation; nothing of the list is stored',
  permission: 'insight.simulate',
  area: 'query.area',
  audit: null,
  query: z.object({
    ...asked,
    group: z
      .enum(['enters', 'leaves', 'listed', 'beyond', 'vetoed', 'undetermined', 'near', 'all'])
      .default('enters'),
    /** Only those in this part of the area; the rules stay the area's. */
    part: AreaCodeText.optional(),
    cause: z.string().max(60).optional(),
    ethnicity: z.string().max(60).optional(),
    size: z.coerce.number().int().min(0).max(1000).optional(),
    points: z.coerce.number().int().min(-100_000).max(100_000).optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(SimulatedHousehold),
});

const TrialHead = z.object({
  id: z.string(),
  name: z.string(),
  reasons: z.string(),
  area: Place,
  author: z.string(),
  own: z.boolean(),
  savedAt: z.string(),
  on: PlainDateText,
  pack: PackName,
  margin: z.number(),
  changes: Changes,
  /** As they came out when it was saved. */
  enters: Count,
  leaves: Count,
  listed: Count,
  costFen: FenNumber.nullable(),
});
export type TrialHead = z.infer<typeof TrialHead>;

export const Trial = TrialHead.extend({ result: Simulation });
export type Trial = z.infer<typeof Trial>;

export const listTrials = route({
  method: 'GET',
  path: '/api/insight/trials',
  summary: 'Saved trials of an area and the areas inside it, newest first',
  permission: 'insight.simulate',
  area: 'query.area',
  audit: null,
  query: z.object({ area: asked.area, cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(TrialHead),
});

export const getTrial = route({
  method: 'GET',
  path: '/api/insight/trials/:id',
  summary: 'A saved trial with its reasons and the numbers of that day',
  permission: 'insight.simulate',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  output: Trial,
});

export const saveTrial = route({
  method: 'POST',
  path: '/api/insight/trials',
  summary: 'Runs a trial once more and keeps it with its reasons for others in the area',
  permission: 'insight.simulate',
  area: 'body.area',
  audit: 'insight.save-trial',
  body: z.object({
    area: AreaCodeText,
    on: PlainDateText.optional(),
    margin: z.number().min(0).max(100).default(1),
    name: z.string().trim().min(1).max(80),
    reasons: z.string().trim().min(1).max(2000),
    changes: Changes.min(1),
  }),
  output: z.object({ id: z.string() }),
});

export const deleteTrial = route({
  method: 'DELETE',
  path: '/api/insight/trials/:id',
  summary: 'Deletes a trial of one’s own',
  permission: 'insight.simulate',
  area: 'row',
  audit: 'insight.delete-trial',
  params: z.object({ id: IdText }),
});
