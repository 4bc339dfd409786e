// The county an id carries (`countyOfId` in the domain), for statements that have ids and look for their rows.
import { type RawBuilder, sql } from 'kysely';

export function countyOfIdIn(id: RawBuilder<unknown>): RawBuilder<number> {
  return sql`('x' || substr(${id}::text, 1, 6))::bit(24)::integer`;
}
