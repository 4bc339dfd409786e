// The sources behind each value of a household: the verifications a pack names, what each found, and the
// mark of a value that rests on one source alone. Teams that verify stand here too, village by village.
import { z } from 'zod';
import { AreaCodeText, Bilingual, IdText, PlainDateText } from './page.ts';
import { FieldType, FieldValue } from './registry-value.ts';
import { route } from './route.ts';

const SourceEntry = z.object({
  entry: z.string(),
  method: z.string(),
  /** Null to whom the informant is not told: a household never learns which neighbour spoke. */
  informant: z.string().nullable(),
  on: PlainDateText,
  by: z.string(),
  value: FieldValue,
  agrees: z.boolean(),
});

const Datum = z.object({
  field: z.string(),
  title: Bilingual,
  type: FieldType,
  list: z.string().nullable(),
  unit: z.string().nullable(),
  registered: FieldValue,
  origin: z.string(),
  entries: z.array(SourceEntry),
  agreeing: z.number().int(),
  differing: z.number().int(),
  standing: z.enum(['singleSource', 'agreed', 'disputed', 'unknown']),
  /** Open question of the register, where the answers differ. */
  conflict: z.string().nullable(),
});
export type Datum = z.infer<typeof Datum>;

const Method = z.object({ id: z.string(), title: Bilingual, text: Bilingual });

export const HouseholdSources = z.object({
  household: z.object({
    id: z.string(),
    no: z.string(),
    headName: z.string().nullable(),
    place: z.string(),
  }),
  /** Null where the rules in force name no verifications. */
  set: z.object({ id: z.string(), title: Bilingual, verified: z.boolean() }).nullable(),
  methods: z.array(Method.extend({ times: z.number().int(), lastOn: PlainDateText.nullable() })),
  documents: z.array(Method.extend({ seenOn: PlainDateText.nullable() })),
  data: z.array(Datum),
  kin: z
    .object({
      isKin: z.boolean(),
      cadre: z.string(),
      relation: z.string(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
  standing: z.object({
    passes: z.boolean(),
    singleSource: z.number().int(),
    disputed: z.number().int(),
    agreed: z.number().int(),
    missing: z.array(z.string()),
    isKin: z.boolean(),
    secondScores: z.number().int(),
    /** What stands in the way, in a sentence; null where nothing does. */
    why: Bilingual.nullable(),
  }),
  /** Rounds of checks the household was drawn for; what they found only once they are closed. */
  samples: z.array(
    z.object({
      campaign: z.string(),
      title: z.string(),
      drawnOn: PlainDateText,
      isClosed: z.boolean(),
      outcome: z.enum(['holds', 'fault', 'open']).nullable(),
    }),
  ),
  mayEnter: z.boolean(),
});
export type HouseholdSources = z.infer<typeof HouseholdSources>;

const HouseholdParams = z.object({ id: IdText });

export const householdSources = route({
  method: 'GET',
  path: '/api/supervision/households/:id/sources',
  summary: 'Every value of a household with its independent sources, or the mark single-source',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: HouseholdParams,
  output: HouseholdSources,
});

export const enterVerification = route({
  method: 'POST',
  path: '/api/supervision/households/:id/entries',
  summary: 'Enters what one verification found; an answer that differs becomes a question',
  permission: 'supervision.verify',
  area: 'row',
  audit: 'supervision.verify',
  params: HouseholdParams,
  body: z.strictObject({
    method: z.string().max(60),
    /** Who was asked: a neighbour, a member by name; empty where papers were seen. */
    informant: z.string().trim().max(60).default(''),
    documents: z.array(z.string().max(60)).max(12).default([]),
    askedOn: PlainDateText,
    answers: z.array(z.strictObject({ field: z.string().max(60), value: FieldValue })).max(30),
    note: z.string().trim().max(500).default(''),
  }),
  output: HouseholdSources,
});

export const markKin = route({
  method: 'POST',
  path: '/api/supervision/households/:id/kin',
  summary: 'Marks a household as kin of a village cadre, or takes the mark back',
  permission: 'supervision.verify',
  area: 'row',
  audit: 'supervision.kin',
  params: HouseholdParams,
  body: z.strictObject({
    isKin: z.boolean(),
    cadre: z.string().trim().min(1).max(60),
    relation: z.string().trim().min(1).max(60),
  }),
  output: HouseholdSources,
});

export const teamOrigins = ['region', 'city', 'county', 'township'] as const;

const Member = z.object({
  name: z.string().trim().min(1).max(40),
  origin: z.enum(teamOrigins),
});

export const listTeams = route({
  method: 'GET',
  path: '/api/supervision/teams',
  summary:
    'Teams of each village with where their members come from, and villages with too few teams',
  permission: 'supervision.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    /** Teams each village must have; null where the pack does not say. */
    least: z.number().nullable(),
    villages: z.number().int(),
    short: z.number().int(),
    members: z.number().int(),
    byOrigin: z.array(z.object({ origin: z.enum(teamOrigins), members: z.number().int() })),
    items: z.array(
      z.object({
        code: z.string(),
        township: z.string(),
        village: z.string(),
        isShort: z.boolean(),
        teams: z.array(z.object({ id: z.string(), name: z.string(), members: z.array(Member) })),
      }),
    ),
  }),
});
export type TeamRoster = z.infer<typeof listTeams.output>;

export const enterTeam = route({
  method: 'POST',
  path: '/api/supervision/teams',
  summary: 'Enters a team of a village with its members',
  permission: 'supervision.draw',
  area: 'body.area',
  audit: 'supervision.team',
  body: z.strictObject({
    area: AreaCodeText,
    name: z.string().trim().min(1).max(40),
    members: z.array(Member).min(1).max(40),
  }),
  output: z.object({ id: z.string() }),
});
