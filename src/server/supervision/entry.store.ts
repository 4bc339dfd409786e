// All SQL of verifications, of kin marks and of teams.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Tx } from '#server/database/connect.ts';

export interface EntryAnswer {
  readonly field: string;
  readonly value: FieldValue;
}

export interface EntryRow {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly verification: string;
  readonly method: string;
  readonly informant: string;
  /** Tells two people apart: the name as it is searched. */
  readonly informant_key: string;
  readonly documents: readonly string[];
  readonly answers: readonly EntryAnswer[];
  readonly note: string;
  readonly asked_on: string;
  readonly account: string;
  readonly account_name: string;
  readonly campaign_id: string | null;
  readonly recorded_at: string;
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const size = 500;
  for (let from = 0; from < rows.length; from += size) {
    await tx
      .insertInto('supervision_entry')
      .values(
        rows.slice(from, from + size).map((row) => ({
          ...row,
          documents: [...row.documents],
          answers: JSON.stringify(row.answers),
        })),
      )
      .execute();
  }
}

interface HouseholdKey {
  readonly county: number;
  readonly id: string;
}

export async function listEntries(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly EntryRow[]> {
  const rows = await tx
    .selectFrom('supervision_entry')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows as readonly EntryRow[];
}

export interface KinRow {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly is_kin: boolean;
  readonly cadre: string;
  readonly relation: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertKin(tx: Tx, rows: readonly KinRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('supervision_kin')
    .values([...rows])
    .execute();
}

export async function findKin(tx: Tx, { county, id }: HouseholdKey): Promise<KinRow | undefined> {
  return tx
    .selectFrom('supervision_kin')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Teams that have scored a household without knowing what was found before. */
export async function countSecondScores(tx: Tx, { county, id }: HouseholdKey): Promise<number> {
  const { rows } = await sql<{ teams: number }>`
    select count(distinct (campaign_id, team))::integer as teams from supervision_rating
    where county = ${county} and household_id = ${id}::uuid`.execute(tx);
  return rows[0]?.teams ?? 0;
}

/** Those of some households that are kin of a village cadre now and that no second team has scored. */
export async function listKinScoredOnce(
  tx: Tx,
  households: readonly string[],
): Promise<ReadonlySet<string>> {
  if (households.length === 0) return new Set();
  const counties = [...new Set(households.map(countyOfId))];
  const { rows } = await sql<{ household_id: string }>`
    select last.household_id from (
      select distinct on (household_id) county, household_id, is_kin from supervision_kin
      where county = any(${counties}::integer[]) and household_id = any(${[...households]}::uuid[])
      order by household_id, recorded_at desc, id desc) as last
    where last.is_kin and not exists (
      select from supervision_rating r
      where r.county = last.county and r.household_id = last.household_id)`.execute(tx);
  return new Set(rows.map(({ household_id }) => household_id));
}

export interface TeamMember {
  readonly name: string;
  readonly origin: 'region' | 'city' | 'county' | 'township';
}

export interface TeamRow {
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly members: readonly TeamMember[];
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertTeam(tx: Tx, row: TeamRow): Promise<void> {
  await tx
    .insertInto('supervision_team')
    .values({ ...row, members: JSON.stringify(row.members) })
    .execute();
}

export async function listTeamRows(tx: Tx, { low, high }: AreaSpan): Promise<readonly TeamRow[]> {
  const rows = await tx
    .selectFrom('supervision_team')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .where('ended_at', 'is', null)
    .orderBy('area_code')
    .orderBy('recorded_at')
    .execute();
  return rows as unknown as readonly TeamRow[];
}
