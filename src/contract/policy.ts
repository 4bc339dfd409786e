// Policy packs as people read them, and the words of the pack in force: names of fields, labels of
// codes, poverty lines. Rules are public within an installation; no household is touched.
import { z } from 'zod';
import { AreaCodeText, Bilingual, PackName, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

export const PackSummary = z.object({
  id: z.string(),
  version: z.string(),
  title: Bilingual,
  summary: Bilingual,
  /** Division code; empty for the nation. */
  area: z.string(),
  /** Its name; the code itself where no division bears it. */
  areaName: z.string(),
  from: PlainDateText,
  until: PlainDateText.nullable(),
  extends: z.string().nullable(),
  installedAt: z.string(),
  /** Decides today in the caller's own area. */
  inForce: z.boolean(),
  rows: z.number().int(),
  verified: z.number().int(),
  unverified: z.number().int(),
  sample: z.number().int(),
  examples: z.object({ total: z.number().int(), failing: z.number().int() }),
});
export type PackSummary = z.infer<typeof PackSummary>;

export const listPacks = route({
  method: 'GET',
  path: '/api/policy/packs',
  summary: 'Installed policy packs, the one that decides here today first',
  permission: 'policy.read',
  area: 'own',
  audit: null,
  output: pageOf(PackSummary),
});

/** Where a row comes from and how sure it is. */
export const PackMark = z.object({
  /** True: somebody compared it with the source. False: screens say "unverified". Null: no rule. */
  verified: z.boolean().nullable(),
  /** Invented as an example; nobody practised it. */
  sample: z.boolean(),
  source: z
    .object({ document: z.string(), title: Bilingual, place: z.string().nullable() })
    .nullable(),
  note: Bilingual.nullable(),
});
export type PackMark = z.infer<typeof PackMark>;

export const PackNumber = z.object({
  /** Day, or the year or month where no more was published. */
  from: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  /** The value with its unit, in words: 2,952 元/人/年. */
  shown: Bilingual,
  /** True for the value that counts on the day asked for. */
  inForce: z.boolean(),
  mark: PackMark,
});
export type PackNumber = z.infer<typeof PackNumber>;

/** One article of the readable document: a title, sentences, perhaps a rule, numbers or a table. */
export const PackArticle = z.object({
  id: z.string(),
  title: Bilingual,
  /** Mark of the row: a number on paper, a level, a slot. */
  label: Bilingual.nullable(),
  paragraphs: z.array(Bilingual),
  rule: z.object({ source: z.string(), words: Bilingual }).nullable(),
  numbers: z.array(PackNumber),
  table: z
    .object({
      columns: z.array(Bilingual),
      rows: z.array(z.object({ cells: z.array(Bilingual), mark: PackMark.nullable() })),
    })
    .nullable(),
  mark: PackMark,
  /** Pack it comes from, where it is inherited. */
  inheritedFrom: z.string().nullable(),
  /** Why it replaces an article of the pack below. */
  override: Bilingual.nullable(),
  requirements: z.array(z.string()),
});
export type PackArticle = z.infer<typeof PackArticle>;

export const PackSection = z.object({
  /** Kind of row: parameters, criteria, sheets … */
  kind: z.string(),
  title: Bilingual,
  articles: z.array(PackArticle),
});
export type PackSection = z.infer<typeof PackSection>;

export const PackExample = z.object({
  id: z.string(),
  title: Bilingual,
  on: PlainDateText,
  given: z.array(z.object({ fact: z.string(), label: Bilingual, shown: Bilingual })),
  /** What must come out, in words. */
  expected: z.array(Bilingual),
  passes: z.boolean(),
  /** What came out instead. */
  problems: z.array(Bilingual),
});
export type PackExample = z.infer<typeof PackExample>;

export const PackDocument = z.object({
  summary: PackSummary,
  /** From the base to the pack itself. */
  chain: z.array(PackName),
  extendsReason: Bilingual.nullable(),
  /** Every installed version, the newest first; a later one counts from its own first day. */
  versions: z.array(
    z.object({
      version: z.string(),
      from: PlainDateText,
      installedAt: z.string(),
      /** Counts on the day the document is read on. */
      isRead: z.boolean(),
      /** Begins after today. */
      isScheduled: z.boolean(),
    }),
  ),
  on: PlainDateText,
  sections: z.array(PackSection),
  examples: z.array(PackExample),
  documents: z.array(
    z.object({
      id: z.string(),
      title: Bilingual,
      issuer: Bilingual.nullable(),
      date: z.string().nullable(),
      link: z.string().nullable(),
      note: Bilingual.nullable(),
    }),
  ),
});
export type PackDocument = z.infer<typeof PackDocument>;

export const getPack = route({
  method: 'GET',
  path: '/api/policy/packs/:id',
  summary: 'A whole pack as a document to read, as it stands on a day',
  permission: 'policy.read',
  area: 'none',
  audit: null,
  params: z.object({ id: z.string().max(60) }),
  query: z.object({ on: PlainDateText.optional() }),
  output: PackDocument,
});

export const FormFieldWords = z.object({
  of: z.enum(['household', 'person']),
  name: z.string(),
  title: Bilingual,
  type: z.enum([
    'text',
    'code',
    'codes',
    'integer',
    'number',
    'boolean',
    'date',
    'area',
    'money',
    'sealed',
  ]),
  unit: Bilingual.nullable(),
  list: z.string().nullable(),
  /** Mark on the paper form. */
  mark: z.string().nullable(),
  help: Bilingual.nullable(),
  purpose: Bilingual,
  retention: Bilingual,
  sensitive: z.boolean(),
  derived: z.boolean(),
});
export type FormFieldWords = z.infer<typeof FormFieldWords>;

export const FormItemWords = z.object({
  name: z.string(),
  /** Column item_01 … item_40. */
  slot: z.number().int(),
  title: Bilingual,
  type: z.enum(['number', 'boolean', 'choice']),
  unit: Bilingual.nullable(),
  /** The unit a value is followed by, such as `person`; null where the title says what is counted. */
  counted: z.string().nullable(),
  options: z.array(z.object({ value: z.number().int(), title: Bilingual })),
  help: Bilingual.nullable(),
  purpose: Bilingual,
  retention: Bilingual,
  verified: z.boolean(),
  sample: z.boolean(),
});
export type FormItemWords = z.infer<typeof FormItemWords>;

export const CodeListWords = z.object({
  id: z.string(),
  title: Bilingual,
  codes: z.array(z.object({ code: z.string(), title: Bilingual })),
});
export type CodeListWords = z.infer<typeof CodeListWords>;

export const FormWords = z.object({
  pack: PackName,
  fields: z.array(FormFieldWords),
  items: z.array(FormItemWords),
  lists: z.array(CodeListWords),
  /** By year, oldest first. */
  povertyLines: z.array(
    z.object({
      year: z.number().int(),
      fen: z.number().int(),
      verified: z.boolean(),
      source: Bilingual,
    }),
  ),
});
export type FormWords = z.infer<typeof FormWords>;

export const getForm = route({
  method: 'GET',
  path: '/api/policy/form',
  summary:
    'Words of the pack in force: fields with purpose and retention, items, codes, poverty lines',
  permission: 'policy.read',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional(), on: PlainDateText.optional() }),
  output: FormWords,
});
