// How many cases are open, by area, line and days: deltas written with each change and folded by a timer,
// as the counts of the register are. Reading adds what is not folded yet.
import { type RawBuilder, sql } from 'kysely';
import { type ClockColour, soonDays } from '#domain/casework/case-clock.ts';
import { type AreaCode, nation, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

const grouped = [
  'area_code',
  'pack',
  'pack_edition',
  'process',
  'step',
  'waits_for',
  'since',
  'due_key',
];

export const countColumns = sql.join([...grouped, 'cases'].map((name) => sql.ref(name)));

/** Lines of open cases out of rows of `casework_case`, counted as so many each. */
export function countedCases(cases: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> {
  return sql`
    select village, pack, pack_edition, process, step, waits_for, step_since, due_key,
      ${sql.lit(sign)} * count(*)
    from ${cases} as counted where step is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8`;
}

/** A step without a clock comes after all that have one. */
export const never = '9999-12-31';

export interface LineCount {
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly step: string;
  readonly waits_for: readonly string[];
  /** As the index of cases names it. */
  readonly line: string;
  readonly overdue: number;
  readonly soon: number;
  readonly on_time: number;
  readonly no_clock: number;
}

/** Lines of areas that do not overlap, together. Villages and wider areas have kept counts. */
export async function listLineCounts(
  tx: Tx,
  areas: readonly AreaCode[],
  today: string,
): Promise<readonly LineCount[]> {
  return linesOf(tx, keptRows(areas, sql`''::text`), today);
}

/** The same counted from the cases: for a hamlet, or for whoever sees named households only. */
export async function listLineCountsNow(
  tx: Tx,
  where: RawBuilder<unknown>,
  today: string,
): Promise<readonly LineCount[]> {
  const rows = sql`
    select pack, pack_edition, process, step, waits_for, due_key, 1 as cases
    from casework_case c where c.step is not null and ${where}`;
  return linesOf(tx, rows, today);
}

async function linesOf(
  tx: Tx,
  lines: RawBuilder<unknown>,
  today: string,
): Promise<readonly LineCount[]> {
  const count = (colour: ClockColour) =>
    sql`coalesce(sum(cases) filter (where ${hasColour(colour, today)}), 0)::integer`;
  const { rows } = await sql<LineCount>`
    select pack, pack_edition, process, step, waits_for,
      casework_line(process, step, waits_for) as line,
      ${count('overdue')} as overdue, ${count('soon')} as soon,
      ${count('onTime')} as on_time, ${count('noClock')} as no_clock
    from (${lines}) as lines
    group by pack, pack_edition, process, step, waits_for
    having sum(cases) > 0`.execute(tx);
  return rows;
}

export interface PartCount {
  readonly area: string;
  readonly process: string;
  readonly step: string;
  readonly overdue: number;
  readonly soon: number;
  readonly on_time: number;
  readonly no_clock: number;
  /** The day from which the middle one of them is open. */
  readonly median_since: string;
}

/** Steps of each area by colour, and how long the middle case waits. Areas may lie in one another. */
export async function listPartCounts(
  tx: Tx,
  areas: readonly AreaCode[],
  today: string,
): Promise<readonly PartCount[]> {
  const count = (colour: ClockColour) =>
    sql`coalesce(sum(cases) filter (where ${hasColour(colour, today)}), 0)::integer`;
  const { rows } = await sql<PartCount>`
    with lines as (
      select area, process, step, since, due_key, sum(cases) as cases
      from (${keptRows(areas, sql`area`)}) as kept group by 1, 2, 3, 4, 5 having sum(cases) <> 0
    ), ranked as (
      select lines.*,
        sum(cases) over (partition by area, process, step order by since desc, due_key) as running,
        sum(cases) over (partition by area, process, step) as total
      from lines
    )
    select area, process, step, ${count('overdue')} as overdue, ${count('soon')} as soon,
      ${count('onTime')} as on_time, ${count('noClock')} as no_clock,
      max(since) filter (where running * 2 >= total) as median_since
    from ranked group by area, process, step having sum(cases) > 0`.execute(tx);
  return rows;
}

function keptRows(areas: readonly AreaCode[], area: RawBuilder<unknown>): RawBuilder<unknown> {
  const spans = areas.map(spanOf);
  const columns = sql`pack, pack_edition, process, step, waits_for, since, due_key, cases`;
  // Nothing is folded for the nation: it is its provinces.
  const folded = areas.includes(nation)
    ? sql`length(area_code) = 2`
    : sql`area_code = any(${[...areas]}::text[])`;
  return sql`
    select ${area} as area, ${columns} from (
      select area_code as area, ${columns} from casework_count where ${folded}
      union all
      select wide.code, ${columns}
      from unnest(
        ${[...areas]}::text[], ${spans.map(({ low }) => low)}::text[], ${spans.map(({ high }) => high)}::text[]
      ) as wide (code, low, high)
      join casework_count_delta d
        on d.area_code >= wide.low collate "C" and d.area_code < wide.high collate "C"
      where current_setting('app.households', true) = ''
    ) as kept`;
}

/** As `colourOn` in the domain says it. */
export function hasColour(colour: ClockColour, today: string): RawBuilder<unknown> {
  const soon = sql`${today}::date + ${sql.lit(soonDays)}`;
  switch (colour) {
    case 'noClock':
      return sql`due_key = ${never}::date`;
    case 'overdue':
      return sql`due_key < ${today}::date`;
    case 'soon':
      return sql`(due_key >= ${today}::date and due_key <= ${soon})`;
    case 'onTime':
      return sql`(due_key > ${soon} and due_key < ${never}::date)`;
  }
}

/** Folds the deltas into the rows of every area above them; one folder at a time. */
export async function foldCaseDeltas(tx: Tx): Promise<number | undefined> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(1650552423, 140) as mine`.execute(tx);
  if (lock.rows[0]?.mine !== true) return undefined;
  const line = sql`pack, pack_edition, process, step, waits_for, since, due_key`;
  const { rows } = await sql<{ folded: number }>`
    with moved as (
      delete from casework_count_delta returning area_code, ${line}, cases
    ), kept as (
      insert into casework_count (area_code, ${line}, cases)
      select left(m.area_code, level.digits), ${line}, sum(m.cases)
      from moved m
      join (values (2), (4), (6), (9), (12)) as level (digits) on length(m.area_code) >= level.digits
      group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(m.cases) <> 0
      on conflict (area_code, ${line}) do update set cases = casework_count.cases + excluded.cases
    )
    select count(*)::bigint as folded from moved`.execute(tx);
  return rows[0]?.folded ?? 0;
}

/** Lines nobody stands in any more, left behind as days pass. */
export async function dropEmptyLines(tx: Tx): Promise<void> {
  await sql`delete from casework_count where cases = 0`.execute(tx);
}
