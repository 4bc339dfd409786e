// Drafts of policy packs: copied, edited, tried, compared, submitted, approved by somebody else. Nobody
// edits a pack in force: what is approved becomes a new version that begins on its day.
import { z } from 'zod';
import { draftActs, draftStates } from '#domain/policy/authoring/draft-state.ts';
import { PackEdit } from '#domain/policy/authoring/pack-edit.ts';
import { Bilingual, IdText, PackName, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const DraftKind = z.enum(['version', 'extension']);
const Reason = z.string().trim().min(2).max(2000);
const BaseVersion = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Version the change was based on' });

export const DraftSummary = z.object({
  id: IdText,
  /** `version`: a new version of a pack of the area; `extension`: a pack of its own on top of one. */
  kind: DraftKind,
  pack: z.string(),
  base: PackName,
  title: Bilingual,
  area: z.string(),
  state: z.enum(draftStates),
  /** Of an approved one: whether its day has come. */
  inForce: z.boolean(),
  installedVersion: z.string().nullable(),
  takesEffect: PlainDateText,
  version: z.number().int(),
  errors: z.number().int(),
  changes: z.number().int(),
  owner: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
  /** It waits for the reader: to be approved, or to be mended after it was returned. */
  waitsForMe: z.boolean(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

export const DraftProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  message: Bilingual,
  remedy: Bilingual,
  row: z.object({ kind: z.string(), id: z.string() }).nullable(),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

export const PackChange = z.object({
  kind: z.string(),
  kindWords: Bilingual,
  id: z.string(),
  title: Bilingual,
  change: z.enum(['added', 'removed', 'changed']),
  reason: Bilingual.nullable(),
  details: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      label: Bilingual,
      before: Bilingual.nullable(),
      after: Bilingual.nullable(),
      source: z.object({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
      from: z.string().nullable(),
      sentence: Bilingual,
    }),
  ),
});
export type PackChange = z.infer<typeof PackChange>;

const OutcomeLine = z.object({ title: Bilingual, shown: Bilingual, why: z.array(Bilingual) });

export const DraftExample = z.object({
  id: z.string(),
  title: Bilingual,
  on: PlainDateText,
  isOwn: z.boolean(),
  passes: z.boolean().nullable(),
  problems: z.array(Bilingual),
  before: z.array(OutcomeLine),
  after: z.array(OutcomeLine),
  differs: z.boolean(),
  expected: z.unknown(),
  about: z.array(z.string()),
});
export type DraftExample = z.infer<typeof DraftExample>;

export const DraftView = z.object({
  summary: DraftSummary,
  /** Acts open to the reader, and why the others are not. */
  acts: z.array(z.object({ act: z.enum(draftActs), obstacle: Bilingual.nullable() })),
  /** A newer version of the base is installed: its number. */
  baseReplacedBy: z.string().nullable(),
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: z.string(),
      by: z.string(),
      act: z.enum(draftActs),
      reason: z.string(),
      edits: z.number().int(),
    }),
  ),
  /** Rows by kind, those of the packs below with `isOwn` false. */
  sections: z.array(
    z.object({
      kind: z.string(),
      title: Bilingual,
      rows: z.array(
        z.object({
          id: z.string(),
          title: Bilingual,
          isOwn: z.boolean(),
          isChanged: z.boolean(),
          problems: z.number().int(),
        }),
      ),
    }),
  ),
  problems: z.array(DraftProblem),
  changes: z.array(PackChange),
  examples: z.array(DraftExample),
  documents: z.array(z.object({ id: z.string(), title: Bilingual })),
});
export type DraftView = z.infer<typeof DraftView>;

export const listDrafts = route({
  method: 'GET',
  path: '/api/policy/drafts',
  summary: 'Drafts of packs of one’s area, the last changed first',
  permission: 'policy.draft',
  area: 'own',
  audit: null,
  output: pageOf(DraftSummary),
});

const params = z.object({ id: IdText });

export const getDraft = route({
  method: 'GET',
  path: '/api/policy/drafts/:id',
  summary:
    'A draft: where it stands, what changes, what the check finds, what its examples come to',
  permission: 'policy.draft',
  area: 'row',
  audit: null,
  params,
  output: DraftView,
});

export const createDraft = route({
  method: 'POST',
  path: '/api/policy/drafts',
  summary: 'Begins a draft from an installed pack of one’s area or of an area above',
  permission: 'policy.draft',
  area: 'own',
  audit: 'policy.draft-create',
  body: z.object({
    pack: z.string().max(60),
    takesEffect: PlainDateText,
    reason: Reason,
    /** A pack of one’s own on top of `pack`; absent for a new version of it. */
    own: z
      .object({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
          .max(60),
        title: z.object({
          zh: z.string().trim().min(1).max(100),
          en: z.string().trim().min(1).max(100),
        }),
      })
      .optional(),
  }),
  output: DraftView,
});

export const DraftRow = z.object({
  version: z.number().int(),
  kind: z.string(),
  id: z.string(),
  title: Bilingual,
  isOwn: z.boolean(),
  /** The row as the draft has it, or as it is inherited. */
  data: z.unknown(),
  /** The same row by the rules that held before; null where there was none. */
  before: z.unknown(),
  /** As the file writes it; empty where it is inherited. */
  text: z.string(),
  problems: z.array(DraftProblem),
  /** Units of the numbers in it, by the part they stand in. */
  unit: Bilingual.nullable(),
});
export type DraftRow = z.infer<typeof DraftRow>;

export const getDraftRow = route({
  method: 'GET',
  path: '/api/policy/drafts/:id/rows/:kind/:row',
  summary: 'One row of a draft, to be edited',
  permission: 'policy.draft',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText, kind: z.string().max(40), row: z.string().max(60) }),
  output: DraftRow,
});

export const DraftNames = z.object({
  names: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['field', 'item', 'parameter', 'criterion']),
      title: Bilingual,
      type: z.string(),
      unit: Bilingual.nullable(),
      list: z.string().nullable(),
      /** Of a parameter: the value on the day. */
      shown: Bilingual.nullable(),
    }),
  ),
  functions: z.array(z.object({ name: z.string(), usage: z.string(), title: Bilingual })),
  lists: z.array(
    z.object({ id: z.string(), codes: z.array(z.object({ code: z.string(), title: Bilingual })) }),
  ),
});
export type DraftNames = z.infer<typeof DraftNames>;

export const getDraftNames = route({
  method: 'GET',
  path: '/api/policy/drafts/:id/names',
  summary:
    'What a rule of this draft may name: fields, items, parameters, criteria, functions, codes',
  permission: 'policy.draft',
  area: 'row',
  audit: null,
  params,
  output: DraftNames,
});

export const RuleTrial = z.object({
  problems: z.array(z.object({ from: z.number().int(), to: z.number().int(), message: Bilingual })),
  /** The rule read back; null while it cannot be read. */
  words: Bilingual.nullable(),
  examples: z.array(DraftExample),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

export const tryRule = route({
  method: 'GET',
  path: '/api/policy/drafts/:id/trial',
  summary:
    'Tries a rule without saving it: its faults by place, its words, the examples it touches',
  permission: 'policy.draft',
  area: 'row',
  audit: null,
  params,
  query: z.object({
    kind: z.string().max(40),
    row: z.string().max(60),
    /** Way to the rule inside the row, joined by dots: `items.0.points.by`. */
    path: z.string().max(200),
    rule: z.string().max(2500),
  }),
  output: RuleTrial,
});

export const editDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/edits',
  summary: 'Saves edits of a draft; errors are saved too, and kept from being submitted',
  permission: 'policy.draft',
  area: 'row',
  audit: 'policy.draft-edit',
  params,
  body: z.object({ baseVersion: BaseVersion, edits: z.array(PackEdit).min(1).max(50) }),
  output: DraftView,
});

export const rebaseDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/rebase',
  summary: 'Carries the changes of a draft over to the version installed meanwhile',
  permission: 'policy.draft',
  area: 'row',
  audit: 'policy.draft-rebase',
  params,
  body: z.object({ baseVersion: BaseVersion }),
  output: DraftView,
});

export const submitDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/submit',
  summary: 'Asks a second person for approval',
  permission: 'policy.draft',
  area: 'row',
  audit: 'policy.draft-submit',
  params,
  body: z.object({
    baseVersion: BaseVersion,
    reason: Reason,
    takesEffect: PlainDateText.optional(),
  }),
  output: DraftView,
});

export const withdrawDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/withdraw',
  summary: 'Gives a draft up; it stays to be read',
  permission: 'policy.draft',
  area: 'row',
  audit: 'policy.draft-withdraw',
  params,
  body: z.object({ baseVersion: BaseVersion, reason: Reason }),
  output: DraftView,
});

export const approveDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/approve',
  summary: 'Lets somebody else’s draft take effect on a day: installs it as a new version',
  permission: 'policy.approve',
  area: 'row',
  audit: 'policy.draft-approve',
  params,
  body: z.object({
    baseVersion: BaseVersion,
    reason: Reason,
    takesEffect: PlainDateText.optional(),
  }),
  output: DraftView,
});

export const returnDraft = route({
  method: 'POST',
  path: '/api/policy/drafts/:id/return',
  summary: 'Gives a draft back to its authors with what is to be mended',
  permission: 'policy.approve',
  area: 'row',
  audit: 'policy.draft-return',
  params,
  body: z.object({ baseVersion: BaseVersion, reason: Reason }),
  output: DraftView,
});

export const getPackDiff = route({
  method: 'GET',
  path: '/api/policy/packs/:id/diff',
  summary: 'What changed between two versions of a pack, in words',
  permission: 'policy.read',
  area: 'none',
  audit: null,
  params: z.object({ id: z.string().max(60) }),
  query: z.object({ before: z.string().max(20), after: z.string().max(20) }),
  output: z.object({ before: z.string(), after: z.string(), changes: z.array(PackChange) }),
});
