// What every row of every pack file has in common: an id, a title in both languages, where it comes
// from, whether somebody verified it, from when until when it holds. A row that replaces one of the
// pack below says why. Style: schema and type under one name.

import { z } from 'zod';
import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import { parseUnit } from '#domain/policy/expression-unit.ts';

export const Words = z
  .strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
  .meta({ description: 'The same text in Chinese and English' });
export type Words = z.infer<typeof Words>;

export const RowId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,59}$/)
  .meta({ description: 'Name in camelCase, Latin letters and digits' });

export const PackId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .meta({ description: 'Pack id, words joined by hyphens' });

export const Code = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)
  .meta({ description: 'Code in capitals, words joined by underscores' });

export const Day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined, { params: { rule: 'day' } })
  .meta({ description: 'A day that exists, YYYY-MM-DD' });

/** A year, a month, or a day that exists. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((text) => text.length < 10 || parsePlainDate(text) !== undefined, {
    params: { rule: 'day' },
  })
  .meta({ description: 'A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD' });

export const UnitText = z
  .string()
  .refine((text) => parseUnit(text) !== undefined, { params: { rule: 'unit' } })
  .meta({ description: 'Unit such as yuan/person/year, or 1 for a pure number' });

export const RuleText = z
  .string()
  .trim()
  .min(1)
  .meta({ description: 'Expression; see docs/how-to/write-a-pack.md' });

export const RequirementId = z.string().regex(/^(HJ|GS|JJ|HH|TL|PF|AT)-([A-Z]{2}-)?\d+$/);

export const Citation = z
  .strictObject({ document: RowId, place: z.string().trim().min(1).optional() })
  .meta({ description: 'A document named in pack.yaml, and the place in it' });
export type Citation = z.infer<typeof Citation>;

/** Where a row comes from and how sure it is. */
export const marks = {
  source: Citation.optional(),
  verified: z
    .boolean()
    .meta({ description: 'true only when somebody compared it with the source' }),
  sample: z.literal(true).optional().meta({ description: 'Invented as an example, not practised' }),
  note: Words.optional(),
  requirements: z.array(RequirementId).default([]),
};

/** When a row holds, and why it replaces one of the pack below. */
export const life = {
  from: Day.optional(),
  until: Day.optional().meta({ description: 'First day on which it holds no more' }),
  override: z.strictObject({ reason: Words }).optional(),
};

export const row = { id: RowId, title: Words, ...marks, ...life };

export const AnyRow = z.object({ ...row });
export type AnyRow = z.infer<typeof AnyRow>;
