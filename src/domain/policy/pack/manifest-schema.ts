// pack.yaml: who a pack is, where and when it holds, which pack it extends and why, and the documents
// its rows cite.

import { z } from 'zod';
import { Day, PackId, RequirementId, RowId, Words } from '#domain/policy/pack/row-schema.ts';

export const areaLevels = [
  'nation',
  'province',
  'city',
  'county',
  'township',
  'village',
  'hamlet',
  'group',
  'household',
] as const;

export const Manifest = z.strictObject({
  id: PackId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Words,
  summary: Words,
  /** Division code; empty for the nation. */
  area: z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|)$/),
  levels: z.array(z.enum(areaLevels)).min(1),
  from: Day,
  until: Day.optional(),
  extends: z.strictObject({ pack: PackId, reason: Words }).optional(),
  documents: z
    .array(
      z.strictObject({
        id: RowId,
        title: Words,
        issuer: Words.optional(),
        date: z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
          .optional(),
        link: z.url().optional(),
        note: Words.optional(),
      }),
    )
    .default([]),
  requirements: z.array(RequirementId).default([]),
});
export type Manifest = z.infer<typeof Manifest>;
