// Campaigns, the cases they opened, and what came of them as sums of the database.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type { RowFilter } from '#server/registry/household-filter.ts';
import { conditionsOf } from '#server/registry/household-list.store.ts';

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
  /** Null where all of its area at the stages were chosen. */
  readonly choice: unknown;
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
  'opened' | 'passed_over' | 'ended_on' | 'ended_by' | 'statement' | 'choice'
> & { readonly choice: string | null };

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

/** Households of the register by one of three ways. */
export type Chosen =
  | { readonly kind: 'stages'; readonly span: AreaSpan; readonly stages: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: RowFilter }
  | { readonly kind: 'ids'; readonly span: AreaSpan; readonly ids: readonly string[] };

function chosenBy(chosen: Chosen): RawBuilder<unknown> {
  if (chosen.kind === 'filter') return conditionsOf(chosen.filter);
  const { span } = chosen;
  const here = sql`h.area_code >= ${span.low} and h.area_code < ${span.high}`;
  return chosen.kind === 'ids'
    ? sql`${here} and h.id = any(${[...chosen.ids]}::uuid[])`
    : sql`${here} and h.stage = any(${[...chosen.stages]}::text[])`;
}

/** Kept from now on, whatever becomes of the conditions; how many there are. */
export async function insertChosen(
  tx: Tx,
  { county, id }: Pick<CampaignRecord, 'county' | 'id'>,
  chosen: Chosen,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into casework_campaign_household (county, campaign_id, household_id, area_code)
    select h.county, ${id}::uuid, h.id, h.area_code
    from registry_household h
    where h.county = ${county} and ${chosenBy(chosen)}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export interface ChosenCount {
  readonly households: number;
  readonly persons: number;
  readonly busy: number;
  readonly elsewhere: number;
  readonly opens: number;
}

export async function countChosen(
  tx: Tx,
  chosen: Chosen,
  { process, stages }: { readonly process: string; readonly stages: readonly string[] },
): Promise<ChosenCount> {
  const { rows } = await sql<ChosenCount>`
    select count(*)::integer as households, coalesce(sum(members), 0)::integer as persons,
      count(*) filter (where is_busy)::integer as busy,
      count(*) filter (where not is_busy and not enters)::integer as elsewhere,
      count(*) filter (where not is_busy and enters)::integer as opens
    from (
      select h.members, h.stage = any(${[...stages]}::text[]) as enters,
        exists (
          select from casework_case c
          where c.county = h.county and c.household_id = h.id and c.process = ${process}
            and c.step is not null) as is_busy
      from registry_household h where ${chosenBy(chosen)}) as found`.execute(tx);
  return rows[0] ?? { households: 0, persons: 0, busy: 0, elsewhere: 0, opens: 0 };
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
    chosenFor,
    process,
    after,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly stages: readonly string[];
    /** The campaign whose chosen households they are; absent where all at the stages are. */
    readonly chosenFor: Pick<CampaignRecord, 'county' | 'id'> | undefined;
    readonly process: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly CampaignHousehold[]> {
  const isChosen =
    chosenFor === undefined
      ? sql`h.stage = any(${[...stages]}::text[])`
      : sql`exists (
          select from casework_campaign_household k
          where k.county = ${chosenFor.county} and k.campaign_id = ${chosenFor.id}::uuid
            and k.county = h.county and k.household_id = h.id)`;
  const { rows } = await sql<CampaignHousehold>`
    select h.county, h.id, h.area_code, h.stage, h.members,
      exists (
        select from casework_case c
        where c.county = h.county and c.household_id = h.id and c.process = ${process}
          and c.step is not null) as is_busy
    from registry_household h
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
      and ${isChosen}
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
