// Files of what is recorded: code lists and their mappings, the form's fields with purpose and
// retention, and a pack's own items in numbered slots.

import { z } from 'zod';
import {
  Code,
  life,
  marks,
  RequirementId,
  RowId,
  row,
  UnitText,
  Words,
} from '#domain/policy/pack/row-schema.ts';

export const CodeList = z.strictObject({
  ...row,
  /** How many codes its name or its source promises. */
  length: z.int().positive().optional(),
  codes: z
    .array(
      z.strictObject({
        code: Code,
        title: Words,
        /** Other writings that people and other systems use. */
        also: z.array(z.string().min(1)).default([]),
        verified: z.boolean().optional(),
        note: Words.optional(),
      }),
    )
    .min(1),
});
export type CodeList = z.infer<typeof CodeList>;

export const CodeMapping = z.strictObject({
  ...row,
  list: RowId,
  system: Words,
  pairs: z
    .array(z.strictObject({ external: z.string().min(1), code: Code, verified: z.boolean() }))
    .min(1),
});
export type CodeMapping = z.infer<typeof CodeMapping>;

export const CodeFile = z.strictObject({
  lists: z.array(CodeList).default([]),
  mappings: z.array(CodeMapping).default([]),
});

export const fieldTypes = [
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
] as const;

export const FormField = z.strictObject({
  id: RowId,
  title: Words,
  of: z.enum(['household', 'person']),
  type: z.enum(fieldTypes),
  unit: UnitText.optional(),
  list: RowId.optional(),
  /** Mark on the paper form. */
  mark: z.string().optional(),
  help: Words.optional(),
  purpose: RowId,
  retention: RowId,
  sensitive: z.literal(true).optional(),
  /** Computed by the program; nobody types it. */
  derived: z.literal(true).optional(),
  override: life.override,
  requirements: z.array(RequirementId).default([]),
});
export type FormField = z.infer<typeof FormField>;

export const FormItem = z.strictObject({
  ...row,
  /** Numbered small-integer column of the household. */
  slot: z.int().min(1).max(40),
  type: z.enum(['number', 'boolean', 'choice']),
  unit: UnitText.optional(),
  options: z
    .array(z.strictObject({ value: z.int().min(-32768).max(32767), title: Words }))
    .optional(),
  help: Words.optional(),
  purpose: RowId,
  retention: RowId,
});
export type FormItem = z.infer<typeof FormItem>;

const Purpose = z.strictObject({ id: RowId, title: Words, ...marks });
const Retention = z.strictObject({
  id: RowId,
  title: Words,
  /** Years after the household leaves the register; absent where it is kept as long as the row. */
  years: z.number().positive().optional(),
  ...marks,
});
export type Purpose = z.infer<typeof Purpose>;
export type Retention = z.infer<typeof Retention>;

export const FormFile = z.strictObject({
  purposes: z.array(Purpose).default([]),
  retentions: z.array(Retention).default([]),
  fields: z.array(FormField).default([]),
  items: z.array(FormItem).default([]),
  itemsLength: z.int().positive().optional(),
});
