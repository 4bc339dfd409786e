// All SQL of helpers: who they are, where they are posted, whose kin they may not help.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface HelperRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly name_key: string;
  readonly kind: string;
  readonly rank: string;
  readonly title: string;
  readonly unit_id: string | null;
  readonly force: string | null;
  readonly languages: readonly string[];
  readonly home_village: string | null;
  readonly account: string | null;
  readonly households: number;
  readonly away_from: string | null;
  readonly away_to: string | null;
  readonly stand_in: string | null;
  readonly stand_in_name: string | null;
  readonly joined_on: string;
  readonly left_on: string | null;
  readonly left_reason: string | null;
  readonly version: number;
}

export interface HelperKey {
  readonly county: number;
  readonly id: string;
}

export type NewHelper = Omit<
  HelperRecord,
  | 'households'
  | 'away_from'
  | 'away_to'
  | 'stand_in'
  | 'stand_in_name'
  | 'left_on'
  | 'left_reason'
  | 'version'
>;

export async function insertHelpers(tx: Tx, helpers: readonly NewHelper[]): Promise<void> {
  if (helpers.length === 0) return;
  await tx
    .insertInto('workforce_helper')
    .values(helpers.map((helper) => ({ ...helper, languages: [...helper.languages] })))
    .execute();
}

export async function findHelper(
  tx: Tx,
  { county, id }: HelperKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<HelperRecord | undefined> {
  const query = tx
    .selectFrom('workforce_helper')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export type HelperChange = Partial<Omit<HelperRecord, 'county' | 'id' | 'version'>>;

export async function updateHelper(
  tx: Tx,
  { county, id }: HelperKey,
  { languages, ...change }: HelperChange,
): Promise<void> {
  await tx
    .updateTable('workforce_helper')
    .set({
      ...change,
      ...(languages === undefined ? {} : { languages: [...languages] }),
      version: sql<number>`version + 1`,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Adds to the number of households of helpers, in one statement. */
export async function addHouseholds(
  tx: Tx,
  county: number,
  added: ReadonlyMap<string, number>,
): Promise<void> {
  if (added.size === 0) return;
  await sql`
    update workforce_helper h set households = h.households + a.more, version = version + 1
    from unnest(${[...added.keys()]}::uuid[], ${[...added.values()]}::integer[]) as a (id, more)
    where h.county = ${county} and h.id = a.id`.execute(tx);
}

export async function findHelperOfAccount(
  tx: Tx,
  account: string,
): Promise<HelperRecord | undefined> {
  return tx
    .selectFrom('workforce_helper')
    .selectAll()
    .where('account', '=', account)
    .where('left_on', 'is', null)
    .executeTakeFirst();
}

export interface HelperView extends HelperRecord {
  readonly unit_name: string | null;
  readonly username: string | null;
}

export interface HelperQuestion {
  readonly span: AreaSpan;
  readonly show: 'all' | 'room' | 'over' | 'idle' | 'away';
  /** Quota of each rank, for the filters that compare with it. */
  readonly quotas: ReadonlyMap<string, number>;
  readonly rank: string | undefined;
  readonly unit: string | undefined;
  readonly nameKey: string | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

export async function listHelperRows(
  tx: Tx,
  asked: HelperQuestion,
): Promise<readonly HelperView[]> {
  const { span, rank, unit, nameKey, after, limit } = asked;
  const { rows } = await sql<HelperView>`
    select h.*, u.name as unit_name, null as username
    from workforce_helper h
    left join workforce_unit u on u.county = h.county and u.id = h.unit_id
    where h.left_on is null and h.area_code >= ${span.low} and h.area_code < ${span.high}
      and ${isShown(asked)}
      ${rank === undefined ? sql`` : sql`and h.rank = ${rank}`}
      ${unit === undefined ? sql`` : sql`and h.unit_id = ${unit}::uuid`}
      ${nameKey === undefined ? sql`` : sql`and h.name_key >= ${nameKey} and h.name_key < ${`${nameKey}\u{10ffff}`}`}
      ${after === undefined ? sql`` : sql`and (h.name_key, h.id) > (${after[0]}, ${after[1]}::uuid)`}
    order by h.name_key, h.id
    limit ${limit}`.execute(tx);
  return rows;
}

function isShown({ show, quotas, today }: HelperQuestion): RawBuilder<unknown> {
  const quota = sql`coalesce((select q.number from unnest(
    ${[...quotas.keys()]}::text[], ${[...quotas.values()]}::integer[]) as q (rank, number)
    where q.rank = h.rank), 0)`;
  switch (show) {
    case 'all':
      return sql`true`;
    case 'room':
      return sql`h.households < ${quota} and not ${isAwayOn(today)}`;
    case 'over':
      return sql`h.households > ${quota}`;
    case 'idle':
      return sql`h.households = 0`;
    case 'away':
      return isAwayOn(today);
  }
}

/** As `isAway` of the domain says it. */
function isAwayOn(today: string): RawBuilder<unknown> {
  return sql`(h.away_from is not null and h.away_from <= ${today}::date
    and (h.away_to is null or h.away_to >= ${today}::date))`;
}

export async function findHelperView(
  tx: Tx,
  { county, id }: HelperKey,
): Promise<HelperView | undefined> {
  const { rows } = await sql<HelperView>`
    select h.*, u.name as unit_name, a.username
    from workforce_helper h
    left join workforce_unit u on u.county = h.county and u.id = h.unit_id
    left join access_account a on a.id = h.account
    where h.county = ${county} and h.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export interface FreeHelper extends HelperKey {
  readonly name: string;
  readonly title: string;
  readonly rank: string;
  readonly area_code: string;
  readonly home_village: string | null;
  readonly languages: readonly string[];
  readonly households: number;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly away_from: string | null;
  readonly away_to: string | null;
}

/** Everybody posted in a span who has not left, for the solver and for a choice by hand. */
export async function listHelpersOf(
  tx: Tx,
  {
    span,
    nameKey,
    limit,
  }: { readonly span: AreaSpan; readonly nameKey?: string | undefined; readonly limit?: number },
): Promise<readonly FreeHelper[]> {
  const { rows } = await sql<FreeHelper>`
    select h.county, h.id, h.name, h.title, h.rank, h.area_code, h.home_village, h.languages,
      h.households, h.unit_id, u.name as unit_name, h.away_from, h.away_to
    from workforce_helper h
    left join workforce_unit u on u.county = h.county and u.id = h.unit_id
    where h.left_on is null and h.area_code >= ${span.low} and h.area_code < ${span.high}
      ${nameKey === undefined ? sql`` : sql`and h.name_key >= ${nameKey} and h.name_key < ${`${nameKey}\u{10ffff}`}`}
    order by h.name_key, h.id
    ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(tx);
  return rows;
}

export interface KinRow {
  readonly helper_id: string;
  readonly household_id: string;
  readonly head_name: string | null;
}

export async function listKin(
  tx: Tx,
  county: number,
  where: { readonly helpers?: readonly string[]; readonly household?: string },
): Promise<readonly KinRow[]> {
  const { helpers, household } = where;
  const { rows } = await sql<KinRow>`
    select k.helper_id, k.household_id, h.head_name
    from workforce_kin k
    join registry_household h on h.county = k.county and h.id = k.household_id
    where k.county = ${county}
      ${helpers === undefined ? sql`` : sql`and k.helper_id = any (${[...helpers]}::uuid[])`}
      ${household === undefined ? sql`` : sql`and k.household_id = ${household}::uuid`}
    order by k.helper_id, k.household_id`.execute(tx);
  return rows;
}

export async function replaceKin(
  tx: Tx,
  { county, id }: HelperKey,
  households: readonly { readonly id: string; readonly area: string }[],
): Promise<void> {
  await tx
    .deleteFrom('workforce_kin')
    .where('county', '=', county)
    .where('helper_id', '=', id)
    .execute();
  if (households.length === 0) return;
  await tx
    .insertInto('workforce_kin')
    .values(
      households.map((household) => ({
        county,
        helper_id: id,
        household_id: household.id,
        area_code: household.area,
      })),
    )
    .execute();
}

/** The accounts of these helpers see exactly the households they answer for from now on. */
export async function showHouseholds(
  tx: Tx,
  county: number,
  helpers: readonly string[],
  today: string,
): Promise<void> {
  const distinct = [...new Set(helpers)];
  if (distinct.length === 0) return;
  await sql`select workforce_show_households(${county}, ${distinct}::uuid[], ${today}::date)`.execute(
    tx,
  );
}
