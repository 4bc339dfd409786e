// Registered households by what one may cut them by: of a county or less counted when asked for, of what
// lies above read from what is kept of every two features.
import { type RawBuilder, sql } from 'kysely';
import {
  type DimensionId,
  type RegisterDimension,
  registerDimensions,
} from '#domain/insight/explore/dimensions.ts';
import type { Conditions } from '#domain/insight/explore/question.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';
import { newestEvents } from '../newest-events.store.ts';

/** Yuan from one band to the next; the last is open. */
export const bandYuan = 1000;
export const lastBandYuan = 10_000;
/** Households of so many people and more count together. */
export const lastSize = 7;

const features: Readonly<Record<RegisterDimension, RawBuilder<string>>> = {
  stage: sql`h.stage`,
  cause: sql`coalesce(h.primary_cause, '')`,
  attribute: sql`coalesce(h.attribute, '')`,
  measure: sql`coalesce(h.primary_measure, '')`,
  // `greatest` passes over what is null, so that an unknown income must be told apart first.
  band: sql`case when h.income_per_head_fen is null then '' else
    (least(greatest(floor(h.income_per_head_fen / (${sql.lit(bandYuan)} * 100.0)), 0)
      * ${sql.lit(bandYuan)}, ${sql.lit(lastBandYuan)}))::integer::text end`,
  size: sql`least(h.members, ${sql.lit(lastSize)})::text`,
  grade: sql`coalesce(h.house_grade, '')`,
};

export interface RegisterCell {
  readonly row: string;
  readonly column: string;
  readonly households: number;
  readonly persons: number;
  readonly exited: number;
}

export interface CellQuestion {
  readonly spans: readonly AreaSpan[];
  readonly rows: DimensionId;
  readonly columns: DimensionId | undefined;
  readonly conditions: Conditions;
  /** Digits of the parts of the area. */
  readonly digits: number;
}

function axis(id: DimensionId | undefined, digits: number): RawBuilder<string> {
  if (id === undefined) return sql`''::text`;
  if (id === 'part') return sql`left(h.area_code, ${digits})`;
  if (id === 'village') return sql`left(h.area_code, 12)`;
  return features[id as RegisterDimension];
}

/** Counted from the register: a county at most. */
export async function countRegisterCells(
  tx: Tx,
  { spans, rows, columns, conditions, digits }: CellQuestion,
): Promise<readonly RegisterCell[]> {
  const wanted = registerDimensions.flatMap((id) => {
    const key = conditions[id];
    return key === undefined ? [] : [sql`and ${features[id]} = ${key}`];
  });
  const { rows: cells } = await sql<RegisterCell>`
    select ${axis(rows, digits)} as "row", ${axis(columns, digits)} as "column",
      count(*)::integer as households, coalesce(sum(h.members), 0)::integer as persons,
      count(*) filter (where h.stage = 'EXIT_ANNOUNCED')::integer as exited
    from registry_household h
    where h.stage <> 'SURVEYED' and ${inSpans(spans, sql.ref('h.area_code'))}
      ${sql.join(wanted, sql` `)}
    group by 1, 2`.execute(tx);
  return cells;
}

/** The two features a question needs, in the order they are kept in; any second where one is asked. */
function pairOf(
  asked: readonly RegisterDimension[],
): readonly [RegisterDimension, RegisterDimension] {
  const wanted = new Set(asked);
  for (const id of registerDimensions) {
    if (wanted.size >= 2) break;
    wanted.add(id);
  }
  const [first = 'stage', second = 'cause'] = registerDimensions.filter((id) => wanted.has(id));
  return [first, second];
}

/** Read from what is kept: an area above a county, two features at most. */
export async function readKeptCells(
  tx: Tx,
  {
    spans,
    rows,
    columns,
    conditions,
    digits,
    asked,
  }: CellQuestion & { readonly asked: readonly RegisterDimension[] },
): Promise<readonly RegisterCell[]> {
  const [first, second] = pairOf(asked);
  const key = (id: DimensionId | undefined) => {
    if (id === undefined) return sql`''::text`;
    if (id === 'part') return sql`left(area_code, ${digits})`;
    return id === first ? sql`first_key` : sql`second_key`;
  };
  const wanted = registerDimensions.flatMap((id) => {
    const value = conditions[id];
    return value === undefined ? [] : [sql`and ${key(id)} = ${value}`];
  });
  const { rows: cells } = await sql<RegisterCell>`
    select ${key(rows)} as "row", ${key(columns)} as "column",
      sum(households)::bigint as households, sum(persons)::bigint as persons,
      sum(exited)::bigint as exited
    from insight_cross
    where first = ${first} and second = ${second} and ${inSpans(spans, sql.ref('area_code'))}
      ${sql.join(wanted, sql` `)}
    group by 1, 2`.execute(tx);
  return cells;
}

export interface FeatureKey {
  readonly dimension: RegisterDimension;
  readonly key: string;
  readonly households: number;
}

/** The keys of every feature that occur in an area, in one pass over a county or over what is kept above it. */
export async function listFeatureKeys(
  tx: Tx,
  { spans, isKept }: { readonly spans: readonly AreaSpan[]; readonly isKept: boolean },
): Promise<readonly FeatureKey[]> {
  if (isKept) {
    const { rows } = await sql<FeatureKey>`
      select line.dimension, line.key, sum(households)::bigint as households
      from insight_cross
      cross join lateral (values (first, first_key), (second, second_key)) as line (dimension, key)
      where (first, second) in (${sql.join(keptTogether)}) and ${inSpans(spans, sql.ref('area_code'))}
      group by 1, 2`.execute(tx);
    return rows;
  }
  const values = registerDimensions.map((id) => sql`(${sql.lit(id)}, ${features[id]})`);
  const { rows } = await sql<FeatureKey>`
    select line.dimension, line.key, count(*)::integer as households
    from registry_household h
    cross join lateral (values ${sql.join(values)}) as line (dimension, key)
    where h.stage <> 'SURVEYED' and ${inSpans(spans, sql.ref('h.area_code'))}
    group by 1, 2`.execute(tx);
  return rows;
}

/** As few pairs as hold every feature. */
const keptTogether = registerDimensions.flatMap((first, at) => {
  const second = registerDimensions[at + 1];
  return second === undefined ? [] : [sql`(${sql.lit(first)}, ${sql.lit(second)})`];
});

const pairs = registerDimensions.flatMap((first, at) =>
  registerDimensions.slice(at + 1).map((second) => [first, second] as const),
);

/** Counts every two features of a county's registered households, in one statement. */
export async function keepCross(tx: Tx, county: number, now: string): Promise<void> {
  await sql`delete from insight_cross where county = ${county}`.execute(tx);
  await sql`
    insert into insight_cross
      (county, area_code, first, second, first_key, second_key, households, persons, exited)
    select ${county}, to_char(${county}::integer, 'FM000000'), line.first, line.second,
      line.first_key, line.second_key, count(*), coalesce(sum(h.members), 0),
      count(*) filter (where h.stage = 'EXIT_ANNOUNCED')
    from registry_household h
    cross join lateral (values ${sql.join(
      pairs.map(
        ([first, second]) =>
          sql`(${sql.lit(first)}, ${sql.lit(second)}, ${features[first]}, ${features[second]})`,
      ),
    )}) as line (first, second, first_key, second_key)
    where h.county = ${county} and h.stage <> 'SURVEYED'
    group by 3, 4, 5, 6`.execute(tx);
  await sql`
    insert into insight_cross_mark (county, area_code, last_event, kept_at)
    select ${county}, to_char(${county}::integer, 'FM000000'),
      (select id from registry_event where county = ${county} order by id desc limit 1),
      ${now}::timestamptz
    on conflict (county) do update set
      last_event = excluded.last_event, kept_at = excluded.kept_at`.execute(tx);
}

/** Counties with newer events than were counted, left alone for a while. */
export async function listCountiesToCross(tx: Tx, before: string): Promise<readonly number[]> {
  const { rows } = await sql<{ county: number }>`
    select newest.county from ${newestEvents} as newest
    left join insight_cross_mark m on m.county = newest.county
    where m.county is null
      or (m.last_event <> newest.id and m.kept_at < ${before}::timestamptz)`.execute(tx);
  return rows.map(({ county }) => county);
}

/** When the oldest kept county of an area was counted; null where none is. */
export async function crossedAt(tx: Tx, spans: readonly AreaSpan[]): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select min(kept_at) as at from insight_cross_mark
    where ${inSpans(spans, sql.ref('area_code'))}`.execute(tx);
  return rows[0]?.at ?? null;
}
