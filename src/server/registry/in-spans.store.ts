// Whether a column of division codes lies in one of some areas, as ranges that an index serves.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';

/** Nothing lies in no area. */
export function inSpans(
  spans: readonly AreaSpan[],
  column: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (spans.length === 0) return sql`false`;
  const ranges = spans.map(({ low, high }) => sql`(${column} >= ${low} and ${column} < ${high})`);
  return sql`(${sql.join(ranges, sql` or `)})`;
}
