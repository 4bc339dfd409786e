// JSON Schemas of every kind of pack file, for editors and reviewers. Generated into policy/schema;
// a test proves that what is checked in is what the program believes.

import { z } from 'zod';
import { fileKinds } from '#domain/policy/pack/file-kinds.ts';
import { Manifest } from '#domain/policy/pack/manifest-schema.ts';

/** By file name in policy/schema. */
export function packSchemas(): ReadonlyMap<string, unknown> {
  const kinds: readonly (readonly [string, z.ZodType])[] = [
    ['pack', Manifest],
    ...Object.entries(fileKinds).map(([folder, { schema }]) => [folder, schema] as const),
  ];
  return new Map(
    kinds.map(([name, schema]) => [
      `${name}.schema.json`,
      {
        title: `Bangfu pack: ${name}`,
        ...z.toJSONSchema(schema, { io: 'input', reused: 'inline' }),
      },
    ]),
  );
}
