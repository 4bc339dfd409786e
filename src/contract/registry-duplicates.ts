// Households that may be one: found by a search or named by somebody, looked at side by side, found to be
// different, or merged, by two persons where one of them is listed, with a way back.
import { z } from 'zod';
import { AreaCodeText, Bilingual, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { FieldType, FieldValue, Stage } from './registry-value.ts';
import { route } from './route.ts';

export const PairState = z.enum(['open', 'different', 'proposed', 'merged']);
export type PairState = z.infer<typeof PairState>;

/** Why the two may be one: a person found in both, or what the households have in common. */
export const PairReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    one: z.string(),
    other: z.string(),
    /** `number`: one identity number; else how the names and days of birth agree. */
    name: z.enum(['number', 'same', 'variant', 'homophone', 'part']),
    birth: z.enum(['same', 'month', 'swapped', 'year', 'other', 'unknown']),
    /** Of identity: two different ones speak against, and are no proof. */
    numbers: z.enum(['same', 'different', 'unknown']),
    weight: z.number(),
  }),
  z.object({ kind: z.enum(['phone', 'account', 'address']), weight: z.number() }),
]);
export type PairReason = z.infer<typeof PairReason>;

export const PairHousehold = z.object({
  id: z.string(),
  householdNo: z.string(),
  headName: z.string().nullable(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  stage: Stage,
  members: z.number().int(),
});
export type PairHousehold = z.infer<typeof PairHousehold>;

export const Pair = z.object({
  id: z.string(),
  state: PairState,
  /** Bits of evidence; a whole number of them reads as 2 to that power. */
  strength: z.number(),
  rank: z.enum(['certain', 'strong', 'likely']),
  reasons: z.array(PairReason),
  one: PairHousehold,
  other: PairHousehold,
  foundOn: PlainDateText,
  position: z.number().int(),
  /** Which of the two stays, once somebody said so. */
  kept: z.string().nullable(),
});
export type Pair = z.infer<typeof Pair>;

export const listDuplicates = route({
  method: 'GET',
  path: '/api/registry/duplicates',
  summary: 'Pairs of households that may be one, the likeliest first',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    /** Every state where absent. */
    state: PairState.optional(),
    household: IdText.optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Pair),
});

export const countDuplicates = route({
  method: 'GET',
  path: '/api/registry/duplicates/counts',
  summary: 'How many pairs stand at each state',
  permission: 'registry.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.record(PairState, z.number().int()),
});

export const estimateDuplicates = route({
  method: 'GET',
  path: '/api/registry/duplicates/estimate',
  summary:
    'How many persons a search would compare, and in how many pairs, by the key that joins them',
  permission: 'registry.merge',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    persons: z.number().int(),
    names: z.number().int(),
    candidates: z.object({
      number: z.number().int(),
      nameAndBirth: z.number().int(),
      phone: z.number().int(),
      account: z.number().int(),
    }),
    most: z.number().int(),
  }),
});

export const searchDuplicates = route({
  method: 'POST',
  path: '/api/registry/duplicates/search',
  summary: 'Searches an area for duplicates, as a job',
  permission: 'registry.merge',
  area: 'body.area',
  audit: 'registry.search-duplicates',
  body: z.object({ area: AreaCodeText }),
  output: z.object({ job: z.string() }),
});

export const namePair = route({
  method: 'POST',
  path: '/api/registry/households/:id/duplicates',
  summary: 'Says that another household may be this one',
  permission: 'registry.write',
  area: 'row',
  audit: 'registry.name-pair',
  params: z.object({ id: IdText }),
  body: z.object({
    other: IdText,
    reason: z.string().trim().min(2).max(500),
  }),
  output: z.object({ id: z.string() }),
});

export const Side = z.enum(['kept', 'gone']);

export const MemberFate = z.discriminatedUnion('fate', [
  z.object({ gone: IdText, fate: z.literal('same'), kept: IdText }),
  z.object({ gone: IdText, fate: z.literal('joins') }),
  z.object({ gone: IdText, fate: z.literal('leftOut') }),
]);

export const MergeChoices = z.object({
  /** By field, or `<person that stays>.<field>`: whose value stands. What is not named is as proposed. */
  fields: z.record(z.string().max(100), Side).default({}),
  members: z.array(MemberFate).max(60),
  /** By year: whose ledger stands. */
  years: z.record(z.string().regex(/^\d{4}$/), Side).default({}),
});

export const Difference = z.object({
  field: z.string(),
  /** Of which member of the household that stays; the household's own where null. */
  person: z.string().nullable(),
  type: FieldType,
  list: z.string().nullable(),
  unit: z.string().nullable(),
  kept: z.object({
    value: FieldValue,
    since: z.string().nullable(),
    source: z.string().nullable(),
  }),
  gone: z.object({
    value: FieldValue,
    since: z.string().nullable(),
    source: z.string().nullable(),
  }),
  proposed: Side,
  chosen: Side,
});
export type Difference = z.infer<typeof Difference>;

export const PairMember = z.object({
  id: z.string(),
  name: z.string(),
  relation: z.string().nullable(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  identity: z.string().nullable(),
});
export type PairMember = z.infer<typeof PairMember>;

export const PairAct = z.object({
  position: z.number().int(),
  kind: z.enum([
    'found',
    'named',
    'different',
    'reopened',
    'proposed',
    'returned',
    'merged',
    'undone',
  ]),
  accountName: z.string(),
  recordedAt: z.string(),
  trueOn: PlainDateText,
  reason: z.string(),
});

export const PairDetail = z.object({
  pair: Pair,
  /** Side by side, where both still stand. */
  comparison: z
    .object({
      kept: z.string(),
      gone: z.string(),
      /** False where the other one has come further: then it is the one to keep. */
      mayTurn: z.boolean(),
      members: z.object({ kept: z.array(PairMember), gone: z.array(PairMember) }),
      fates: z.array(MemberFate),
      differences: z.array(Difference),
      /** Values that are the same on both sides. */
      same: z.number().int(),
      years: z.array(
        z.object({
          year: z.number().int(),
          kept: z.number().int().nullable(),
          gone: z.number().int().nullable(),
          proposed: Side,
          chosen: Side,
        }),
      ),
      /** What hangs on the one that goes, and would change hands. */
      moving: z.array(z.object({ what: Bilingual, rows: z.number().int() })),
      /** What stands in the way, in words. */
      hindrances: z.array(Bilingual),
      needsSecond: z.boolean(),
    })
    .nullable(),
  /** What a merge did. */
  merged: z
    .object({
      gone: z.object({ id: z.string(), householdNo: z.string(), headName: z.string().nullable() }),
      moved: z.array(z.object({ what: Bilingual, rows: z.number().int() })),
    })
    .nullable(),
  acts: z.array(PairAct),
  may: z.object({
    decide: z.boolean(),
    confirm: z.boolean(),
    /** Send back somebody's proposal, or withdraw one's own. */
    return: z.boolean(),
    reopen: z.boolean(),
    undo: z.boolean(),
  }),
});
export type PairDetail = z.infer<typeof PairDetail>;

const PairParams = z.object({ id: IdText });
const reason = z.string().trim().min(2).max(500);

export const getDuplicate = route({
  method: 'GET',
  path: '/api/registry/duplicates/:id',
  summary: 'Two households side by side, with what a merge would do or did',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: PairParams,
  query: z.object({ keep: IdText.optional() }),
  output: PairDetail,
});

export const findDifferent = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/different',
  summary: 'Says that the two are not one; remembered, and not asked again by a search',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.find-different',
  params: PairParams,
  body: z.object({ reason }),
  output: PairDetail,
});

export const reopenPair = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/reopening',
  summary: 'Opens a pair again that was found to be different',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.reopen-pair',
  params: PairParams,
  body: z.object({ reason }),
  output: PairDetail,
});

export const proposeMerge = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/merge',
  summary: 'Merges two households, or proposes it where a second person has to confirm',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.propose-merge',
  params: PairParams,
  body: z.object({
    kept: IdText,
    choices: MergeChoices,
    reason,
    position: z.number().int(),
  }),
  output: PairDetail,
});

export const confirmMerge = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/confirmation',
  summary: 'Merges as somebody else proposed',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.merge',
  params: PairParams,
  body: z.object({ reason: z.string().trim().max(500).default(''), position: z.number().int() }),
  output: PairDetail,
});

export const returnMerge = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/return',
  summary: 'Sends a proposed merge back, or withdraws it',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.return-merge',
  params: PairParams,
  body: z.object({ reason }),
  output: PairDetail,
});

export const undoMerge = route({
  method: 'POST',
  path: '/api/registry/duplicates/:id/undo',
  summary: 'Undoes a merge: both households stand again with everything that was theirs',
  permission: 'registry.merge',
  area: 'row',
  audit: 'registry.undo-merge',
  params: PairParams,
  body: z.object({ reason }),
  output: PairDetail,
});

export const lookForDuplicates = route({
  method: 'POST',
  path: '/api/registry/duplicates/look',
  summary:
    'Whether somebody of this name and day of birth is registered already, before they are entered',
  permission: 'registry.write',
  area: 'body.area',
  audit: 'registry.look-for-duplicates',
  body: z.object({
    area: AreaCodeText,
    persons: z
      .array(
        z.object({ name: z.string().trim().min(1).max(60), birthDate: PlainDateText.optional() }),
      )
      .min(1)
      .max(40),
  }),
  output: z.object({
    found: z.array(
      z.object({
        asked: z.number().int(),
        name: z.string(),
        birthDate: z.string().nullable(),
        household: z.object({
          id: z.string(),
          householdNo: z.string(),
          headName: z.string().nullable(),
          village: z.string(),
        }),
        agreement: z.enum(['same', 'variant', 'homophone', 'part']),
        birth: z.enum(['same', 'month', 'swapped', 'year', 'other', 'unknown']),
      }),
    ),
  }),
});
