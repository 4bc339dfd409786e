// One edit of a draft, as it is sent, kept in the draft's history, and done again on a newer base. An
// edit names a row by kind and id and never by its line, so that it means the same on another text.

import { z } from 'zod';
import { isEditableKind } from '#domain/policy/authoring/row-places.ts';
import { Day, RowId, Words } from '#domain/policy/pack/row-schema.ts';

export const EditableKind = z.custom<Parameters<typeof isEditableKind>[0]>(
  (value) => typeof value === 'string' && isEditableKind(value),
);

/** What a part may become; null takes the part away. */
export const PartValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ zh: z.string().max(4000), en: z.string().max(4000) }),
  z.strictObject({ document: z.string().max(60), place: z.string().max(200).optional() }),
  z.array(z.union([z.number(), z.string().max(200)])).max(200),
]);

const row = { kind: EditableKind, id: z.string().min(1).max(60) };
const Path = z.array(z.union([z.string().min(1).max(60), z.int().min(0).max(999)])).max(12);

export const PackEdit = z.discriminatedUnion('do', [
  /** One part of a row: a rule, a text, points. */
  z.strictObject({ do: z.literal('set'), ...row, path: Path.min(1), value: PartValue }),
  /** A dated value of a parameter; of the same day, the later edit counts. */
  z.strictObject({
    do: z.literal('value'),
    id: row.id,
    from: Day,
    value: z.union([z.number(), z.boolean(), z.string().min(1).max(200)]),
    source: z
      .strictObject({ document: RowId, place: z.string().trim().max(200).optional() })
      .optional(),
    verified: z.boolean(),
    note: Words.optional(),
  }),
  /** Takes the row of the pack below into this pack, to be changed here, with the reason why. */
  z.strictObject({ do: z.literal('override'), ...row, reason: Words }),
  /** The row as the base has it. */
  z.strictObject({ do: z.literal('restore'), ...row }),
  /** The whole row as YAML, for kinds that no form knows. */
  z.strictObject({ do: z.literal('text'), ...row, text: z.string().min(1).max(60_000) }),
  /** What comes out now is what the example expects from now on, on this day. */
  z.strictObject({ do: z.literal('expect'), id: row.id, on: Day, expected: z.unknown() }),
]);
export type PackEdit = z.infer<typeof PackEdit>;
