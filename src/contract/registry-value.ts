// Values of the form as they travel, where each came from, and who says so when something is written.
// Sealed values travel masked; the plain one needs a purpose (`unmask` in registry-history.ts).
import { z } from 'zod';
import { incomeTree } from '#domain/registry/income.ts';
import { stages } from '#domain/registry/stage.ts';
import { IdText, PlainDateText } from './page.ts';

/** Codes as text, several codes as a list, money in fen, dates ISO 8601; null is unknown. */
export const FieldValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(60)).max(20),
  z.null(),
]);
export type FieldValue = z.infer<typeof FieldValue>;

/** Values by field name of the form. */
export const FieldValues = z.record(z.string().max(60), FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;

export const Stage = z.enum(stages);

export const IncomeKind = z.enum(Object.values(incomeTree).flat());

export const FieldType = z.enum([
  'text',
  'code',
  'codes',
  'integer',
  'number',
  'boolean',
  'date',
  'area',
  'fen',
  'sealed',
]);

/** Where a value came from and since when it holds. */
export const Provenance = z.object({
  event: z.string(),
  kind: z.string(),
  source: z.string(),
  trueFrom: PlainDateText,
  observedOn: PlainDateText.nullable(),
  recordedAt: z.string(),
  authorName: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

/** Who says so, since when, and why; part of every write. */
export const Testimony = {
  /** The day from which it is true; not in the future. */
  trueFrom: PlainDateText,
  /** What it rests on: `visit`, `householdBook`, `bankStatement`, `department:education`, or words. */
  source: z.string().trim().min(1).max(200),
  reason: z.string().trim().max(500).default(''),
  /** Who says it, where the typist enters it for somebody else. */
  authorName: z.string().trim().min(1).max(60).optional(),
};

export const FieldChange = z.object({
  field: z.string().max(60),
  /** What the writer saw before; checked, unless left out. */
  from: FieldValue.optional(),
  to: FieldValue,
  observedOn: PlainDateText.optional(),
  /** Where it differs from the source of the whole. */
  source: z.string().trim().min(1).max(200).optional(),
});

/** Body of a change to a household or a person. Disjoint fields merge; the same field is a question. */
export const Changes = z.object({
  baseVersion: z.number().int().min(1),
  changes: z.array(FieldChange).min(1).max(120),
  ...Testimony,
  /** Keep both sides of what disagrees as a conflict for the township, instead of refusing with 409. */
  keepBoth: z.boolean().default(false),
  /** Made by the device; the idempotency key of the event. */
  event: IdText.optional(),
});

/** What a 409 `registry/changed-since` carries in `details`. */
export const ChangedSince = z.object({
  /** Version of the household now. */
  version: z.number().int(),
  /** Fields of the request that would merge without a question. */
  disjoint: z.array(z.string()),
  conflicts: z.array(
    z.object({
      field: z.string(),
      type: FieldType,
      list: z.string().nullable(),
      unit: z.string().nullable(),
      /** What both started from. */
      base: FieldValue,
      mine: FieldValue,
      theirs: FieldValue,
      theirsBy: z.string(),
      theirsAt: z.string(),
      theirsSource: z.string(),
    }),
  ),
});
export type ChangedSince = z.infer<typeof ChangedSince>;

/** Answer of every write to a household. */
export const Written = z.object({
  household: z.string(),
  version: z.number().int(),
  event: z.string().nullable(),
  /** Fields whose current value changed. */
  applied: z.array(z.string()),
  /** Fields for which something later is known already: entered into history, the current value stays. */
  historical: z.array(z.string()),
  /** Questions this write opened: an identity number registered twice, two sides kept. */
  conflicts: z.array(z.string()),
});
export type Written = z.infer<typeof Written>;
