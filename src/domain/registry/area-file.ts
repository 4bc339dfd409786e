// The file of a county's area changes as a pack ships it, read from parsed YAML into revisions and
// tile positions. Refuses unknown kinds, codes outside the county, and days out of order, and names
// the revision at fault, so that a county officer can mend the file.

import { z } from 'zod';
import { parseAreaCode } from '#domain/kernel/area-code.ts';
import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import { type AreaRevision, revisionKinds } from '#domain/registry/area-revision.ts';
import type { TilePosition } from '#domain/registry/area-tile.ts';

const text = z.string().min(1);
const bilingual = z.object({ zh: text, en: text }).strict();

const day = text.transform((value, context) => {
  const date = parsePlainDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: `${value} is no calendar day YYYY-MM-DD` });
  return z.NEVER;
});

const code = text.transform((value, context) => {
  const parsed = parseAreaCode(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: `${value} is no division code` });
  return z.NEVER;
});

const areaName = z.object({ code, name: text }).strict();

const revision = z
  .object({
    id: text,
    kind: z.enum(revisionKinds),
    on: z.union([z.literal('unknown').transform(() => null), day]),
    after: day.nullable().default(null),
    by: day,
    from: z.array(areaName),
    to: z.array(areaName),
    source: text,
    verified: z.boolean(),
    note: bilingual.nullable().default(null),
  })
  .strict()
  .superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem !== undefined) {
      context.addIssue({ code: 'custom', message: `${value.id}: ${problem}` });
    }
  });

const position = z
  .object({ column: z.number().int().min(0).max(99), row: z.number().int().min(0).max(99) })
  .strict();

const areaFile = z
  .object({
    county: code,
    title: bilingual,
    editions: z.array(
      z.object({ package: text, version: text, state: day, published: day }).strict(),
    ),
    revisions: z.array(revision),
    tiles: z
      .object({ verified: z.boolean(), note: bilingual, positions: z.record(text, position) })
      .strict()
      .nullable()
      .default(null),
  })
  .strict()
  .superRefine((file, context) => {
    for (const each of file.revisions) {
      const stray = [...each.from, ...each.to].find((area) => !area.code.startsWith(file.county));
      if (stray !== undefined) {
        context.addIssue({
          code: 'custom',
          message: `${each.id}: ${stray.code} lies outside ${file.county}`,
        });
      }
    }
    const ids = file.revisions.map((each) => each.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `${twice} stands twice` });
  });

/** @example parseAreaFile(parse(yamlText)) */
export function parseAreaFile(document: unknown): AreaFile {
  return areaFile.parse(document);
}

export type AreaFile = z.output<typeof areaFile>;

export function tilePositionsOf(file: AreaFile): ReadonlyMap<string, TilePosition> {
  return new Map(Object.entries(file.tiles?.positions ?? {}));
}

function problemOf(value: Omit<AreaRevision, 'note'>): string | undefined {
  if (value.on !== null && value.on > value.by) return 'takes effect after an edition shows it';
  if (value.on === null && value.after === null) return 'needs a day, or the edition before it';
  if (value.after !== null && value.after >= value.by) return 'its two editions are out of order';
  const [from, to] = [value.from.length, value.to.length];
  switch (value.kind) {
    case 'new':
      return from === 0 && to > 0 ? undefined : 'a new area comes from none';
    case 'abolished':
      return from > 0 && to === 0 ? undefined : 'an abolished area leads to none';
    case 'rename':
      return from === 1 && to === 1 && value.from[0]?.code === value.to[0]?.code
        ? undefined
        : 'a rename keeps the code';
    case 'recode':
      return from === 1 && to === 1 && value.from[0]?.code !== value.to[0]?.code
        ? undefined
        : 'a recode changes one code into another';
    case 'merge':
      return from >= 2 && to === 1 ? undefined : 'a merge makes one of several';
    case 'split':
      return from === 1 && to >= 2 ? undefined : 'a split makes several of one';
  }
}
