// Reading the queue: a page by clock out of the lines one asks for, each read from the index in the order
// of its last days, and the ids of everything a filter holds.
import { type RawBuilder, sql } from 'kysely';
import type { ClockColour } from '#domain/casework/case-clock.ts';
import { type AreaCode, countyNumberOf, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type { CaseRecord, QueueRecord } from './case.store.ts';
import { hasColour, never } from './case-counts.store.ts';

/** Where cases are looked for: in an area, or among the households an account sees. */
export interface QueuePlace {
  readonly area: AreaCode;
  readonly households: readonly string[] | null;
}

export interface QueueRequest extends QueuePlace {
  /** As the counts name them; only cases of these lines. */
  readonly lines: readonly string[];
  readonly colour: ClockColour | undefined;
  readonly today: string;
}

/** Open cases, the longest overdue first. */
export async function listOpenCases(
  tx: Tx,
  asked: QueueRequest & {
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly QueueRecord[]> {
  const { after, limit } = asked;
  const place =
    after === undefined
      ? sql`true`
      : sql`(c.due_key, c.id) > (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<QueueRecord>`
    with page as materialized (
      select q.* from unnest(${[...asked.lines]}::text[]) as asked (line)
      cross join lateral (
        select c.county, c.id, c.due_key from casework_case c
        where ${isAskedFor(asked)} and ${place}
        order by c.due_key, c.id limit ${limit}) q
      order by q.due_key, q.id limit ${limit})
    select c.*, h.household_no, h.head_name
    from page p
    join casework_case c on c.county = p.county and c.id = p.id
    left join registry_household h on h.county = c.county and h.id = c.household_id
    order by p.due_key, p.id`.execute(tx);
  return rows;
}

/** All that a filter holds, in the order of the queue. */
export async function listOpenCaseIds(
  tx: Tx,
  asked: QueueRequest,
): Promise<readonly { readonly id: string; readonly county: number }[]> {
  const { rows } = await sql<{ id: string; county: number }>`
    select c.id, c.county from unnest(${[...asked.lines]}::text[]) as asked (line)
    join casework_case c on ${isAskedFor(asked)}
    order by c.due_key, c.id`.execute(tx);
  return rows;
}

function isAskedFor(asked: QueueRequest): RawBuilder<unknown> {
  const colour = asked.colour === undefined ? sql`true` : hasColour(asked.colour, asked.today);
  return sql`c.step is not null and c.line = asked.line collate "C" and ${isThere(asked)} and ${colour}`;
}

/** The narrowest column of its own that an area has: its index holds nothing from elsewhere. */
export function isThere({ area, households }: QueuePlace): RawBuilder<unknown> {
  const span = spanOf(area);
  const inSpan = sql`c.area_code >= ${span.low} and c.area_code < ${span.high}`;
  if (households !== null) {
    const counties = [...new Set(households.map(countyOfId))];
    return sql`c.county = any(${counties}::integer[])
      and c.household_id = any(${[...households]}::uuid[]) and ${inSpan}`;
  }
  switch (levelOf(area)) {
    case 'county':
      return sql`c.county = ${countyNumberOf(area) ?? 0} and ${inSpan}`;
    case 'township':
      return sql`c.township = ${area}`;
    case 'village':
      return sql`c.village = ${area}`;
    case 'hamlet':
    case 'group':
      return sql`c.village = ${area.slice(0, 12)} and ${inSpan}`;
    default:
      return inSpan;
  }
}

export function dueKeyOf({ due_on }: Pick<CaseRecord, 'due_on'>): string {
  return due_on ?? never;
}
