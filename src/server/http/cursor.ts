// A place in a keyset page as opaque text: the sort keys of its last row. Refuses text that no page
// gave, in the words of any other bad input; it is not a secret and grants nothing, since row security
// and the request's own filters apply to the next page as to the first.
import type { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { invalidInput } from './input-refusals.ts';

export type CursorKeys = readonly (string | number | null)[];

export function cursorOf(keys: CursorKeys): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys of a cursor in their expected shape, or undefined on the first page. */
export function readCursor<Keys>(
  cursor: string | undefined,
  shape: z.ZodType<Keys>,
): Keys | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  return refuse(invalidInput, { path: 'query.cursor', problem: cursor.slice(0, 40) });
}

/** A page of at most `limit` rows out of `limit + 1` that were read. */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => CursorKeys,
): { readonly items: readonly Row[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keysOf(last)) : null };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
