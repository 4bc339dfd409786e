// Kept counts of areas: insert-only deltas written in the transaction of each change, folded by a job
// into one row per area and key, so that no writer ever waits for another. Reading adds what is not
// folded yet, in one statement and therefore of one moment.
import { sql } from 'kysely';
import { type AreaCode, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { addLines, type CountLine, type CountMetric, negated } from '#domain/registry/count.ts';
import type { Tx } from '#server/database/connect.ts';
import { countLines } from './count-lines.store.ts';

/** Lines of some households of a county as they stand in this transaction, by village. */
export async function listCountLines(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<readonly CountLine[]> {
  const ids = sql`any(${[...households]}::uuid[])`;
  const { rows } = await countLines(
    sql`(select * from registry_household where county = ${county} and id = ${ids})`,
    sql`(select * from registry_person where county = ${county} and household_id = ${ids})`,
  ).execute(tx);
  return rows;
}

/** Writes the difference of two states of the same households. */
export async function appendCountDeltas(
  tx: Tx,
  before: readonly CountLine[],
  after: readonly CountLine[],
): Promise<void> {
  const deltas = addLines([...before.map(negated), ...after]);
  if (deltas.length === 0) return;
  await tx
    .insertInto('registry_count_delta')
    .values(deltas.map(({ area, ...line }) => ({ ...line, area_code: area })))
    .execute();
}

/**
 * Kept counts of each of these areas, folded or not yet, of the metrics asked for. Areas below a
 * village have none (`countNow`), and whoever sees named households only sees no counts.
 */
export async function listCounts(
  tx: Tx,
  areas: readonly AreaCode[],
  metrics?: readonly CountMetric[],
): Promise<readonly CountLine[]> {
  const codes = await expandNation(tx, areas);
  const spans = codes.map(spanOf);
  const wanted = metrics === undefined ? sql`true` : sql`metric = any(${[...metrics]}::text[])`;
  const { rows } = await sql<CountLine>`
    select area, metric, key, sum(households)::bigint as households, sum(persons)::bigint as persons
    from (
      select area_code as area, metric, key, households, persons
      from registry_count
      where area_code = any(${codes}::text[]) and ${wanted}
      union all
      select wide.code, d.metric, d.key, d.households, d.persons
      from unnest(
        ${codes}::text[], ${spans.map((span) => span.low)}::text[], ${spans.map((span) => span.high)}::text[]
      ) as wide (code, low, high)
      join registry_count_delta d
        on d.area_code >= wide.low collate "C" and d.area_code < wide.high collate "C"
      where ${wanted} and current_setting('app.households', true) = ''
    ) as lines
    group by area, metric, key
    having sum(households) <> 0 or sum(persons) <> 0`.execute(tx);
  return rows;
}

/** Counts of several areas together, such as all townships of a supervisor. They must not overlap. */
export async function countsOf(
  tx: Tx,
  areas: readonly AreaCode[],
  metrics?: readonly CountMetric[],
): Promise<readonly CountLine[]> {
  const lines = await listCounts(tx, areas, metrics);
  return addLines(lines.map((line) => ({ ...line, area: '' })));
}

/** The same lines counted from the households themselves: for a hamlet, named households, or a proof. */
export async function countNow(tx: Tx, areas: readonly AreaCode[]): Promise<readonly CountLine[]> {
  const inAreas = sql.join(
    areas.map(spanOf).map(({ low, high }) => sql`(area_code >= ${low} and area_code < ${high})`),
    sql` or `,
  );
  const { rows } = await countLines(
    sql`(select * from registry_household where ${inAreas})`,
    sql`(select * from registry_person where ${inAreas})`,
  ).execute(tx);
  return addLines(rows.map((line) => ({ ...line, area: '' })));
}

export function hasKeptCounts(area: AreaCode): boolean {
  const level = levelOf(area);
  return level !== 'hamlet' && level !== 'group';
}

/**
 * Folds the deltas into the rows of every area above them, up to the province. One folder at a time;
 * the number of deltas folded, undefined when another process is at it.
 */
export async function foldDeltas(tx: Tx): Promise<number | undefined> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 4) as mine`.execute(tx);
  if (lock.rows[0]?.mine !== true) return undefined;
  const { rows } = await sql<{ folded: number }>`
    with moved as (
      delete from registry_count_delta returning area_code, metric, key, households, persons
    ), kept as (
      insert into registry_count (area_code, metric, key, households, persons)
      select left(m.area_code, level.digits), m.metric, m.key, sum(m.households), sum(m.persons)
      from moved m
      join (values (2), (4), (6), (9), (12)) as level (digits) on length(m.area_code) >= level.digits
      group by 1, 2, 3
      having sum(m.households) <> 0 or sum(m.persons) <> 0
      on conflict (area_code, metric, key) do update set
        households = registry_count.households + excluded.households,
        persons = registry_count.persons + excluded.persons
    )
    select count(*)::bigint as folded from moved`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** Keeps the folded counts as those of a month that has ended; what is kept already stays. */
export async function insertCountSnapshot(tx: Tx, month: PlainDate): Promise<void> {
  await sql`
    insert into registry_count_snapshot (month, area_code, metric, key, households, persons)
    select ${month}::date, area_code, metric, key, households, persons from registry_count
    where households <> 0 or persons <> 0
    on conflict do nothing`.execute(tx);
}

export async function hasCountSnapshot(tx: Tx, month: PlainDate): Promise<boolean> {
  const row = await tx
    .selectFrom('registry_count_snapshot')
    .where('month', '=', month)
    .select('month')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Counties that have any household now. */
export async function listCountedCounties(tx: Tx): Promise<readonly AreaCode[]> {
  const { rows } = await sql<{ code: AreaCode }>`
    select area_code as code from registry_count
    where length(area_code) = 6 and metric = 'total' and households > 0
    order by area_code`.execute(tx);
  return rows.map((row) => row.code);
}

async function expandNation(tx: Tx, areas: readonly AreaCode[]): Promise<readonly AreaCode[]> {
  if (!areas.includes('' as AreaCode)) return areas;
  const rows = await tx
    .selectFrom('registry_area')
    .where('parent', '=', '')
    .where('code', '<>', '')
    .select('code')
    .distinct()
    .execute();
  return rows.map((row) => row.code as AreaCode);
}
