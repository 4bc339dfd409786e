// All SQL of a trial: one statement scores every household of an area by two versions of a sheet and
// adds the outcomes up in all groupings at once; others list households and count re-checked ones.
// They only read. The text of the rules comes from the rule compiler.
import { CompiledQuery } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { clientOf, type Tx } from '#server/database/connect.ts';
import type { TrialSql, VersionSql } from './compile-trial.ts';
import { decided, inSpans, parametersOf } from './trial-layers.store.ts';

/** The first parameter of the rules' texts; those before are the bounds of the area. */
export const firstTrialParameter = 3;

export const groupings = ['area', 'basePoints', 'points', 'cause', 'makeup', 'size'] as const;
export type Grouping = (typeof groupings)[number];

export interface TrialRow {
  readonly grouping: Grouping;
  /** Code, whole points or number of members; null where nothing is written. */
  readonly key: string | null;
  /** Positions in `outcomes`. */
  readonly base: number;
  readonly variant: number;
  readonly households: number;
  readonly persons: number;
  readonly baseNear: number;
  readonly variantNear: number;
  /** Units of each entitlement: of the base, then of the variant. */
  readonly units: readonly number[];
}

export interface TrialArea {
  readonly spans: readonly AreaSpan[];
  /** Digits of the codes to group by. */
  readonly digits: number;
  readonly margin: number;
}

/** No trial may hold a session longer, whatever it tries. */
const timeLimitMs = 20_000;

export async function limitTime(tx: Tx): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(`set local statement_timeout = ${timeLimitMs}`));
}

/** The server process behind a transaction, which can be told to stop. */
export async function processOf(tx: Tx): Promise<number> {
  const { rows } = await clientOf(tx).query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

export async function cancelProcess(tx: Tx, pid: number): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('select pg_cancel_backend($1::integer)', [pid]));
}

export async function countTrial(
  tx: Tx,
  trial: TrialSql,
  { spans, digits, margin }: TrialArea,
): Promise<readonly TrialRow[]> {
  const units = [
    ...trial.base.units.map((_, index) => `base_units_${index}`),
    ...trial.variant.units.map((_, index) => `units_${index}`),
  ];
  const sums = units.map((name) => `sum(${name}) as ${name}`).join(', ');
  const text = `
    with cell as (
      select area, base, variant, base_points, points, cause, makeup, size,
        count(*) as households, sum(members) as persons,
        count(*) filter (where base_near) as base_near, count(*) filter (where near) as near
        ${sums === '' ? '' : `, ${sums}`}
      from (
        select left(area_code, ${digits}) as area, base, variant, members,
          floor(base_total)::integer as base_points, floor(total)::integer as points,
          ${near('base', 'base_total', trial.base, margin)} as base_near,
          ${near('variant', 'total', trial.variant, margin)} as near,
          case when moved then primary_cause end as cause,
          case when moved then ethnic_makeup end as makeup,
          case when moved then members end as size
          ${unitColumns(trial)}
        from (select *, (base = 0) <> (variant = 0) as moved from (${decided(trial, spans)}) as decided) as told
      ) as each
      group by area, base, variant, base_points, points, cause, makeup, size
    )
    select grouping(area, base_points, points, cause, makeup, size) as mask,
      coalesce(area, base_points::text, points::text, cause, makeup, size::text) as key,
      base, variant, sum(households)::bigint as households, sum(persons)::bigint as persons,
      sum(base_near)::bigint as base_near, sum(near)::bigint as near,
      ${units.length === 0 ? `'{}'::float8[]` : `array[${units.map((name) => `sum(${name})::float8`).join(', ')}]`} as units
    from cell
    group by grouping sets ((base, variant, area), (base, variant, base_points), (base, variant, points),
      (base, variant, cause), (base, variant, makeup), (base, variant, size))`;
  const { rows } = await tx.executeQuery<{
    mask: number;
    key: string | null;
    base: number;
    variant: number;
    households: number;
    persons: number;
    base_near: number;
    near: number;
    units: readonly number[];
  }>(CompiledQuery.raw(text, [...parametersOf(trial, spans)]));
  return rows.map((row) => ({
    // Of the mask's six bits the one that is not set names the grouping.
    grouping: groupings[5 - Math.log2(63 - row.mask)] ?? 'area',
    key: row.key,
    base: row.base,
    variant: row.variant,
    households: row.households,
    persons: row.persons,
    baseNear: row.base_near,
    variantNear: row.near,
    units: row.units,
  }));
}

export interface TrialHousehold {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly members: number;
  readonly primary_cause: string | null;
  readonly base: number;
  readonly variant: number;
  readonly base_total: number | null;
  readonly total: number | null;
  readonly items: readonly (number | null)[];
  readonly vetoes: readonly (boolean | null)[];
  readonly place: number;
}

export interface TrialQuestion {
  readonly base?: readonly number[];
  readonly variant?: readonly number[];
  readonly cause?: string;
  readonly ethnicity?: string;
  readonly size?: number;
  readonly points?: number;
  readonly nearBy?: number;
  readonly after?: readonly [number, string];
  readonly limit: number;
}

/** Households of a trial in order: nearest to the line first where that is asked, else by points. */
export async function listTrialHouseholds(
  tx: Tx,
  trial: TrialSql,
  spans: readonly AreaSpan[],
  question: TrialQuestion,
): Promise<readonly TrialHousehold[]> {
  const parameters: unknown[] = [...parametersOf(trial, spans)];
  const place = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const { variant: sql } = trial;
  const line = sql.line === null ? 'null::float8' : `'${sql.line}'::float8`;
  const order =
    question.nearBy === undefined ? `coalesce(total, 'infinity'::float8)` : `abs(total - ${line})`;
  const { base, variant, cause, ethnicity, size, points, nearBy, after, limit } = question;
  const conditions = [
    base === undefined ? '' : `base = any(${place([...base], 'integer[]')})`,
    variant === undefined ? '' : `variant = any(${place([...variant], 'integer[]')})`,
    cause === undefined ? '' : `coalesce(primary_cause, '') = ${place(cause, 'text')}`,
    ethnicity === undefined
      ? ''
      : `strpos(',' || ethnic_makeup, ',' || ${place(ethnicity, 'text')} || ':') > 0`,
    size === undefined ? '' : `members = ${place(size, 'integer')}`,
    points === undefined ? '' : `floor(total) = ${place(points, 'float8')}`,
    nearBy === undefined ? '' : `abs(total - ${line}) <= ${place(nearBy, 'float8')}`,
    after === undefined
      ? ''
      : `(${order}, id) > (${place(after[0] ?? Infinity, 'float8')}, ${place(after[1], 'uuid')})`,
  ].filter((condition) => condition !== '');
  const text = `
    select id, household_no, head_name, area_code, members, primary_cause, base, variant,
      base_total, total, array[${sql.points.join(', ')}]::float8[] as items,
      array[${sql.vetoes.join(', ')}]::boolean[] as vetoes, ${order} as place
    from (${decided(trial, spans, { more: ', id, household_no, head_name', keepsParts: true })}) as decided
    ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`}
    order by ${order}, id limit ${place(limit, 'integer')}`;
  const { rows } = await tx.executeQuery<TrialHousehold>(CompiledQuery.raw(text, parameters));
  return rows;
}

export interface RecheckedRow {
  readonly poor: boolean;
  readonly base: number;
  readonly variant: number;
  readonly households: number;
  readonly invented: number;
  readonly first_on: string;
  readonly last_on: string;
  readonly sources: readonly string[];
}

/** Re-checked households by their last verdict and by what the two versions say. */
export async function countRechecked(
  tx: Tx,
  trial: TrialSql,
  spans: readonly AreaSpan[],
): Promise<readonly RecheckedRow[]> {
  const latest = `
    join (
      select distinct on (county, household_id) county as checked_county,
        household_id as checked_household, is_poor, is_invented, checked_on, source
      from targeting_recheck where ${inSpans(spans)}
      order by county, household_id, checked_on desc, id desc
    ) as checked on checked_county = county and checked_household = id`;
  const text = `
    select is_poor as poor, base, variant, count(*) as households,
      count(*) filter (where is_invented) as invented,
      min(checked_on) as first_on, max(checked_on) as last_on, array_agg(distinct source) as sources
    from (${decided(trial, spans, { more: ', is_poor, is_invented, checked_on, source', join: latest })}) as decided
    group by 1, 2, 3`;
  const { rows } = await tx.executeQuery<RecheckedRow>(
    CompiledQuery.raw(text, [...parametersOf(trial, spans)]),
  );
  return rows;
}

function unitColumns({ base, variant }: TrialSql): string {
  const columns = [
    ...base.units.map(
      (units, index) => `case when base = 0 then ${units} else 0 end as base_units_${index}`,
    ),
    ...variant.units.map(
      (units, index) => `case when variant = 0 then ${units} else 0 end as units_${index}`,
    ),
  ];
  return columns.map((column) => `, ${column}`).join('');
}

function near(outcome: string, total: string, { line }: VersionSql, margin: number): string {
  if (line === null) return 'false';
  return `(${outcome} < 2 and abs(${total} - '${line}'::float8) <= '${margin}'::float8)`;
}
