// Incomes of the registered households of an area as sets: how many have each income, and the sums that
// the measures of each group are made of. One pass over an index, no row leaves the database.
import { type RawBuilder, sql } from 'kysely';
import type { IncomeCount } from '#domain/insight/measures/register-measures.ts';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface KnownIncomes {
  readonly known: readonly IncomeCount[];
  readonly unknown: { readonly households: number; readonly persons: number };
}

export async function listIncomes(tx: Tx, areas: readonly AreaCode[]): Promise<KnownIncomes> {
  const { rows } = await sql<{ packed: string | null }>`
    select string_agg(coalesce(income::text, '') || ' ' || households || ' ' || persons, ',' order by income) as packed
    from (
      select income_per_head_fen as income, count(*) as households, sum(members) as persons
      from registry_household
      where ${within(areas)} and stage <> 'SURVEYED'
      group by income_per_head_fen
    ) as incomes`.execute(tx);
  const lines = (rows[0]?.packed ?? '').split(',').filter((line) => line !== '');
  const counts = lines.map((line) => {
    const [income = '', households, persons] = line.split(' ');
    return { income, households: Number(households), persons: Number(persons) };
  });
  const unknown = counts.find(({ income }) => income === '');
  return {
    known: counts
      .filter(({ income }) => income !== '')
      .map((count) => ({ ...count, income: Number(count.income) / 100 })),
    unknown: { households: unknown?.households ?? 0, persons: unknown?.persons ?? 0 },
  };
}

export type GroupKey =
  | { readonly by: 'part'; readonly digits: number }
  | { readonly by: 'cause' | 'size' | 'ethnicity' };

export interface GroupSums {
  readonly key: string;
  readonly households: number;
  readonly persons: number;
  readonly unknownHouseholds: number;
  readonly unknownPersons: number;
  readonly poorHouseholds: number;
  readonly poorPersons: number;
  /** Σ persons × shortfall, and × its square, as shares of the line. */
  readonly gaps: number;
  readonly squares: number;
}

export async function listGroupSums(
  tx: Tx,
  areas: readonly AreaCode[],
  group: GroupKey,
  lineFen: number,
): Promise<readonly GroupSums[]> {
  const line = sql`${lineFen}::float8`;
  const short = sql`greatest(0, (${line} - h.income_per_head_fen) / ${line})`;
  const head = sql`
    left join lateral (
      select p.ethnicity from registry_person p
      where p.county = h.county and p.household_id = h.id
        and p.relation = ${formRule.head} and p.left_on is null
      order by p.position, p.id limit 1
    ) as head on true`;
  const { rows } = await sql<GroupSums>`
    select key,
      count(income)::int as households,
      coalesce(sum(members) filter (where income is not null), 0)::int as persons,
      (count(*) - count(income))::int as "unknownHouseholds",
      coalesce(sum(members) filter (where income is null), 0)::int as "unknownPersons",
      count(*) filter (where income < ${line})::int as "poorHouseholds",
      coalesce(sum(members) filter (where income < ${line}), 0)::int as "poorPersons",
      coalesce(sum(members * short), 0)::float8 as gaps,
      coalesce(sum(members * short * short), 0)::float8 as squares
    from (
      select ${keyOf(group)} as key, h.income_per_head_fen as income, h.members, ${short} as short
      from registry_household h
      ${group.by === 'ethnicity' ? head : sql``}
      where ${within(areas, 'h.')} and h.stage <> 'SURVEYED'
    ) as lines
    group by key`.execute(tx);
  return rows;
}

function keyOf(group: GroupKey): RawBuilder<unknown> {
  switch (group.by) {
    case 'part':
      return sql`left(h.area_code, ${sql.lit(group.digits)})`;
    case 'cause':
      return sql`coalesce(h.primary_cause, '')`;
    case 'size':
      return sql`case when h.members >= 7 then '7' else h.members::text end`;
    case 'ethnicity':
      return sql`coalesce(head.ethnicity, '')`;
  }
}

function within(areas: readonly AreaCode[], table = ''): RawBuilder<unknown> {
  const column = sql.raw(`${table}area_code`);
  return inSpans(areas.map(spanOf), column);
}
