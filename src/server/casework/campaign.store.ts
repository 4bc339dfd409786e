// Campaigns, the cases they opened, and what came of them as sums of the database.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CampaignRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly title: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly round: string | null;
  readonly stages: string[];
  readonly state: string;
  readonly job: string | null;
  readonly opened: number;
  readonly passed_over: number;
  readonly account: string;
  readonly account_name: string;
  readonly begun_on: string;
  readonly begun_at: string;
  readonly ended_on: string | null;
  readonly ended_by: string | null;
  readonly statement: unknown;
}

type NewCampaign = Omit<
  CampaignRecord,
  'opened' | 'passed_over' | 'ended_on' | 'ended_by' | 'statement'
>;

export async function insertCampaign(tx: Tx, row: NewCampaign): Promise<void> {
  await tx.insertInto('casework_campaign').values(row).execute();
}

export async function findCampaign(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<CampaignRecord | undefined> {
  return tx
    .selectFrom('casework_campaign')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listCampaignsIn(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly CampaignRecord[]> {
  return tx
    .selectFrom('casework_campaign')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('begun_at', 'desc')
    .limit(100)
    .execute();
}

export interface CampaignHousehold {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly stage: string;
  readonly members: number;
  /** Has a case of the process open already. */
  readonly is_busy: boolean;
}

/** The next households of a campaign in the order of their ids. */
export async function nextHouseholds(
  tx: Tx,
  {
    span,
    stages,
    process,
    after,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly stages: readonly string[];
    readonly process: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly CampaignHousehold[]> {
  const { rows } = await sql<CampaignHousehold>`
    select h.county, h.id, h.area_code, h.stage, h.members,
      exists (
        select from casework_case c
        where c.county = h.county and c.household_id = h.id and c.process = ${process}
          and c.step is not null) as is_busy
    from registry_household h
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
      and h.stage = any(${[...stages]}::text[])
      and (${after}::uuid is null or h.id > ${after}::uuid)
    order by h.id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function insertCampaignCases(
  tx: Tx,
  { county, id }: Pick<CampaignRecord, 'county' | 'id'>,
  cases: readonly { readonly caseId: string; readonly household: CampaignHousehold }[],
): Promise<void> {
  if (cases.length === 0) return;
  await sql`
    insert into casework_campaign_case
      (county, campaign_id, case_id, household_id, area_code, stage, members)
    select ${county}, ${id}::uuid, c.case_id, c.household_id, c.area_code, c.stage, c.members
    from unnest(
      ${cases.map(({ caseId }) => caseId)}::uuid[],
      ${cases.map(({ household }) => household.id)}::uuid[],
      ${cases.map(({ household }) => household.area_code)}::text[],
      ${cases.map(({ household }) => household.stage)}::text[],
      ${cases.map(({ household }) => household.members)}::integer[])
      as c (case_id, household_id, area_code, stage, members)`.execute(tx);
}

export async function addOpened(
  tx: Tx,
  { county, id }: Pick<CampaignRecord, 'county' | 'id'>,
  more: { readonly opened: number; readonly passedOver: number; readonly isLast: boolean },
): Promise<void> {
  await sql`
    update casework_campaign set opened = opened + ${more.opened},
      passed_over = passed_over + ${more.passedOver},
      state = case when ${more.isLast} then 'open' else state end
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

export async function saveStatement(
  tx: Tx,
  { county, id }: Pick<CampaignRecord, 'county' | 'id'>,
  { on, by, statement }: { readonly on: string; readonly by: string; readonly statement: unknown },
): Promise<void> {
  await tx
    .updateTable('casework_campaign')
    .set({ state: 'ended', ended_on: on, ended_by: by, statement: JSON.stringify(statement) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface CountRow {
  readonly township: string;
  readonly before: string;
  readonly end_id: string | null;
  readonly is_open: boolean;
  readonly households: number;
  readonly persons: number;
}

/** Households and persons of a campaign by township, stage before and end. */
export async function countCampaign(
  tx: Tx,
  { county, id }: Pick<CampaignRecord, 'county' | 'id'>,
): Promise<readonly CountRow[]> {
  const { rows } = await sql<CountRow>`
    select substr(k.area_code, 1, 9) as township, k.stage as before, c.end_id,
      c.step is not null as is_open,
      count(*)::integer as households, coalesce(sum(k.members), 0)::integer as persons
    from casework_campaign_case k
    join casework_case c on c.county = k.county and c.id = k.case_id
    where k.county = ${county} and k.campaign_id = ${id}::uuid
    group by 1, 2, 3, 4
    order by 1`.execute(tx);
  return rows;
}
