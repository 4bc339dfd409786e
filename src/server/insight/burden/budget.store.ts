// All SQL of collection budgets, and of the numbers they are held against.
import { sql } from 'kysely';
import type { BurdenLevel } from '#domain/insight/burden/burden.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface BudgetRecord {
  readonly level: BurdenLevel;
  readonly fields: number | null;
  readonly rounds: number | null;
  readonly reason: string;
  readonly account_name: string;
  readonly set_at: string;
}

/** The newest of each level of a county. */
export async function listBudgets(tx: Tx, county: number): Promise<readonly BudgetRecord[]> {
  const { rows } = await sql<BudgetRecord>`
    select distinct on (level) level, fields, rounds, reason, account_name, set_at
    from insight_burden_budget where county = ${county}
    order by level, set_at desc, id desc`.execute(tx);
  return rows;
}

export async function insertBudget(
  tx: Tx,
  budget: BudgetRecord & {
    readonly county: number;
    readonly id: string;
    readonly area_code: string;
    readonly account: string;
  },
): Promise<void> {
  await tx
    .insertInto('insight_burden_budget')
    .values({ ...budget })
    .execute();
}

export interface UnitCounts {
  readonly villages: number;
  readonly townships: number;
  readonly helpers: number;
}

/** Units of each level in some areas: what a budget for each is multiplied by. */
export async function countUnits(
  tx: Tx,
  spans: readonly AreaSpan[],
  today: string,
): Promise<UnitCounts> {
  const inForce = sql`valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`;
  const { rows } = await sql<UnitCounts>`
    select
      (select count(*) from registry_area a
        where length(a.code) = 12 and ${inSpans(spans, sql`a.code`)} and ${inForce}) as villages,
      (select count(*) from registry_area a
        where length(a.code) = 9 and ${inSpans(spans, sql`a.code`)} and ${inForce}) as townships,
      (select count(*) from workforce_helper w where ${inSpans(spans, sql`w.area_code`)}) as helpers`.execute(
    tx,
  );
  return rows[0] ?? { villages: 0, townships: 0, helpers: 0 };
}

/** Rounds a level was drawn into in a year: campaigns whose process asks it, by their processes. */
export async function countRounds(
  tx: Tx,
  { spans, year }: { readonly spans: readonly AreaSpan[]; readonly year: number },
): Promise<
  readonly {
    readonly process: string;
    readonly pack: string;
    readonly pack_edition: string;
    readonly rounds: number;
  }[]
> {
  const { rows } = await sql<{
    process: string;
    pack: string;
    pack_edition: string;
    rounds: number;
  }>`
    select c.process, c.pack, c.pack_edition, count(*)::integer as rounds
    from casework_campaign c
    where ${inSpans(spans, sql`c.area_code`)}
      and c.begun_on >= make_date(${year}, 1, 1) and c.begun_on < make_date(${year + 1}, 1, 1)
    group by 1, 2, 3`.execute(tx);
  return rows;
}
