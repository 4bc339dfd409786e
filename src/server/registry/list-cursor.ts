// Where a page of a list ended, as opaque text for the client. Holds the values the order compares,
// which the client was shown anyway; a text nobody here wrote, or of another order, is refused.
import type { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { unusableCursor } from '#domain/registry/refusals.ts';

export function writeCursor(order: string, place: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify({ o: order, ...place })).toString('base64url');
}

export function readCursor<Place extends z.ZodRawShape>(
  cursor: string | undefined,
  order: string,
  place: z.ZodObject<Place>,
): z.output<z.ZodObject<Place>> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = place.safeParse(decoded(cursor, order));
  return parsed.success ? parsed.data : refuse(unusableCursor);
}

function decoded(cursor: string, order: string): unknown {
  try {
    const { o, ...place } = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return o === order ? place : undefined;
  } catch {
    return undefined;
  }
}
