// All SQL of scores. A sheet compiled to SQL is applied to a range of areas in one statement; its text
// comes from the rule compiler, whose texts travel as parameters.
import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { SheetSql } from '#domain/policy/pack/score-sheet.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface ScoreRun {
  readonly id: string;
  readonly area_code: string;
  readonly pack: string;
  readonly pack_version: string;
  readonly sheet: string;
  readonly as_of: string;
  readonly state: string;
  readonly job: string | null;
  readonly cut_off: number | null;
  readonly scored: number | null;
  readonly undetermined: number | null;
  readonly vetoed: number | null;
  readonly started_at: string;
  readonly finished_at: string | null;
}

const runColumns = [
  'id',
  'area_code',
  'pack',
  'pack_version',
  'sheet',
  'as_of',
  'state',
  'job',
  'cut_off',
  'scored',
  'undetermined',
  'vetoed',
  'started_at',
  'finished_at',
] as const;

export async function insertRun(
  tx: Tx,
  run: Omit<ScoreRun, 'scored' | 'undetermined' | 'vetoed' | 'finished_at'> & {
    readonly account: string | null;
  },
): Promise<void> {
  await tx.insertInto('targeting_run').values(run).execute();
}

export async function findRun(tx: Tx, id: string): Promise<ScoreRun | undefined> {
  return tx.selectFrom('targeting_run').select(runColumns).where('id', '=', id).executeTakeFirst();
}

/** Runs of these areas, of areas inside them, and of areas above them. */
export async function listRunRows(
  tx: Tx,
  { span, path }: { span: AreaSpan; path: readonly string[] },
): Promise<readonly ScoreRun[]> {
  return tx
    .selectFrom('targeting_run')
    .select(runColumns)
    .where((where) =>
      where.or([
        where.and([where('area_code', '>=', span.low), where('area_code', '<', span.high)]),
        ...(path.length === 0 ? [] : [where('area_code', 'in', [...path])]),
      ]),
    )
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute();
}

/** Scores every household of a range into the run; what an interrupted chunk left is replaced. */
export async function scoreRange(
  tx: Tx,
  { run, span, sheet }: { run: string; span: AreaSpan; sheet: SheetSql },
): Promise<number> {
  const { inner, outer, parameters } = sheet;
  const text = `
    insert into targeting_score
      (county, run_id, household_id, area_code, total, items, vetoes, undetermined)
    select county, $1::uuid, id, area_code, ${outer.total}, ${outer.items}, ${outer.vetoes}, ${outer.undetermined}
    from (
      select county, id, area_code, ${inner} from registry_household
      where area_code >= $2 and area_code < $3 offset 0
    ) as scored`;
  const result = await tx.executeQuery(
    CompiledQuery.raw(text, [run, span.low, span.high, ...parameters]),
  );
  return Number(result.numAffectedRows ?? 0n);
}

/** First parameter a sheet's SQL may use in `scoreRange` and `mediansOf`. */
export const firstSheetParameter = 4;

export interface Medians {
  readonly total: number | null;
  readonly items: readonly (number | null)[];
  readonly scored: number;
}

/** Median points of each item and of the total over a small range, such as one village. */
export async function mediansOf(
  tx: Tx,
  { span, sheet, items }: { span: AreaSpan; sheet: SheetSql; items: number },
): Promise<Medians> {
  const { inner, outer, parameters } = sheet;
  const medians = Array.from(
    { length: items },
    (_, index) => `percentile_cont(0.5) within group (order by points_${index + 1})`,
  );
  const text = `
    select count(*)::integer as scored,
      percentile_cont(0.5) within group (order by ${outer.total}) as total,
      array[${medians.join(', ')}]::float8[] as items
    from (
      select ${inner} from registry_household
      where area_code >= $1 and area_code < $2 and $3::integer is not null offset 0
    ) as scored`;
  const { rows } = await tx.executeQuery<Medians>(
    CompiledQuery.raw(text, [span.low, span.high, items, ...parameters]),
  );
  return rows[0] ?? { total: null, items: [], scored: 0 };
}

/** The whole row of one household, which the facts of any rule are read from. */
export async function findHouseholdRow(
  tx: Tx,
  { county, id }: { county: number; id: string },
): Promise<Record<string, unknown> | undefined> {
  return tx
    .selectFrom('registry_household')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

interface TallyRule {
  readonly run: string;
  readonly cutOff: number | null;
  /** Points beyond the cut-off that count as near. */
  readonly near: number;
}

/** What each score of the run counts towards: a line of area and key for each. */
function tallyLines({ run, cutOff, near }: TallyRule, within: RawBuilder<unknown>) {
  return sql`
    select s.area_code, line.key
    from targeting_score s
    cross join lateral (
      select unnest(array[
        'scored',
        case when s.undetermined then 'undetermined' end,
        case when cardinality(s.vetoes) > 0 then 'vetoed' end,
        case when s.total is not null then 'points:' || floor(s.total)::integer end,
        case when cardinality(s.vetoes) = 0 and not s.undetermined and s.total <= ${cutOff}::float8
          then 'within' end,
        case when cardinality(s.vetoes) = 0 and not s.undetermined and s.total > ${cutOff}::float8
          then 'beyond' end,
        case when cardinality(s.vetoes) = 0 and not s.undetermined and s.total > ${cutOff}::float8
          and s.total <= ${cutOff}::float8 + ${near}::float8 then 'near' end
      ]) as key
      union all
      select 'veto:' || veto from unnest(s.vetoes) as veto
    ) as line
    where s.run_id = ${run}::uuid and line.key is not null and ${within}`;
}

/** Keeps the tallies of a finished run for its areas of the given code lengths. */
export async function tallyRun(
  tx: Tx,
  rule: TallyRule & { readonly lengths: readonly number[] },
): Promise<void> {
  await sql`
    insert into targeting_tally (run_id, area_code, key, households)
    select ${rule.run}::uuid, left(township.area_code, level.digits), township.key, sum(township.households)
    from (
      select left(area_code, 9) as area_code, key, count(*) as households
      from (${tallyLines(rule, sql`true`)}) as lines
      group by 1, 2
    ) as township
    cross join unnest(${[...rule.lengths]}::integer[]) as level (digits)
    group by 2, 3`.execute(tx);
}

/** The same for a small area, counted from the scores themselves. */
export async function tallyNow(
  tx: Tx,
  rule: TallyRule & { readonly spans: readonly AreaSpan[] },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; households: number }>`
    select key, count(*) as households from (${tallyLines(rule, inSpans(rule.spans, sql`s.area_code`))}) as lines
    group by key`.execute(tx);
  return new Map(rows.map((row) => [row.key, row.households]));
}

export async function listTallies(
  tx: Tx,
  run: string,
  areas: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('targeting_tally')
    .select((select) => ['key', select.fn.sum<string>('households').as('households')])
    .where('run_id', '=', run)
    .where('area_code', 'in', [...areas])
    .groupBy('key')
    .execute();
  return new Map(rows.map((row) => [row.key, Number(row.households)]));
}

export async function finishRun(
  tx: Tx,
  id: string,
  end: {
    state: 'done' | 'failed' | 'cancelled';
    tallies?: ReadonlyMap<string, number>;
    now: string;
  },
): Promise<void> {
  await tx
    .updateTable('targeting_run')
    .set({
      state: end.state,
      finished_at: end.now,
      ...(end.tallies === undefined
        ? {}
        : {
            scored: end.tallies.get('scored') ?? 0,
            undetermined: end.tallies.get('undetermined') ?? 0,
            vetoed: end.tallies.get('vetoed') ?? 0,
          }),
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteScores(tx: Tx, run: string): Promise<void> {
  await tx.deleteFrom('targeting_score').where('run_id', '=', run).execute();
}

export interface RankedHousehold {
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly members: number;
  readonly stage: string;
  readonly total: number | null;
  readonly vetoes: readonly number[];
  readonly undetermined: boolean;
}

/** Scores in order of points, from a place on; who has no total stands last and is asked for apart. */
export async function listRanked(
  tx: Tx,
  question: {
    readonly run: string;
    readonly span: AreaSpan;
    readonly after?: readonly [number, string];
    readonly from?: number;
    readonly to?: number;
    /** Out by these points and by nothing else: strictly more points, no veto, nothing undetermined. */
    readonly outOnlyAbove?: number;
    readonly limit: number;
  },
): Promise<readonly RankedHousehold[]> {
  const { run, span, after, from, to, outOnlyAbove, limit } = question;
  const place =
    after === undefined
      ? sql`true`
      : sql`(s.total, s.household_id) > (${after[0]}, ${after[1]}::uuid)`;
  const least = from === undefined ? sql`true` : sql`s.total >= ${from}::float8`;
  const most = to === undefined ? sql`true` : sql`s.total <= ${to}::float8`;
  const beyond =
    outOnlyAbove === undefined
      ? sql`true`
      : sql`(s.total > ${outOnlyAbove}::float8 and cardinality(s.vetoes) = 0 and not s.undetermined)`;
  const { rows } = await sql<RankedHousehold>`
    select s.household_id, h.household_no, h.head_name, h.area_code, h.members, h.stage,
      s.total, s.vetoes, s.undetermined
    from (
      select * from targeting_score s
      where s.run_id = ${run}::uuid and s.area_code >= ${span.low} and s.area_code < ${span.high}
        and s.total is not null and ${place} and ${least} and ${most} and ${beyond}
      order by s.total, s.household_id
      limit ${limit}
    ) as s
    join registry_household h on h.county = s.county and h.id = s.household_id
    order by s.total, s.household_id`.execute(tx);
  return rows;
}
