// Worked examples: a household in a civil servant's words, the day, and what must come out and why.
// They are the tests of a pack and run whenever it is checked.

import { z } from 'zod';
import { Code, Day, RequirementId, RowId, Words } from '#domain/policy/pack/row-schema.ts';

const Given = z.union([z.number(), z.boolean(), z.string(), z.array(z.string()), z.null()]);

export const Example = z.strictObject({
  id: RowId,
  /** A sentence that states the rule. */
  title: Words,
  on: Day,
  given: z.record(RowId, Given),
  criteria: z
    .array(
      z.strictObject({
        id: RowId,
        is: z.union([z.boolean(), z.literal('unknown')]),
        /** Every field and parameter the decisive clauses read. */
        because: z.array(RowId).min(1),
      }),
    )
    .default([]),
  sheets: z
    .array(
      z.strictObject({
        id: RowId,
        /** Points by item; `unknown` where a value is missing. */
        items: z.record(RowId, z.union([z.number(), z.literal('unknown')])).default({}),
        total: z.union([z.number(), z.literal('unknown')]),
        vetoes: z.array(RowId).default([]),
        /** Fields somebody must find out first. */
        missing: z.array(RowId).default([]),
      }),
    )
    .default([]),
  tables: z
    .array(
      z.strictObject({
        id: RowId,
        row: z.union([RowId, z.literal('none'), z.literal('unknown')]),
        gives: z.array(Code).default([]),
      }),
    )
    .default([]),
  requirements: z.array(RequirementId).default([]),
});
export type Example = z.infer<typeof Example>;
export const ExampleFile = z.strictObject({ examples: z.array(Example).min(1) });
