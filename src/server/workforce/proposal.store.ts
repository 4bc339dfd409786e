// All SQL of proposals and their pairs.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ProposalKey {
  readonly county: number;
  readonly id: string;
}

export interface ProposalRecord extends ProposalKey {
  readonly area_code: string;
  readonly state: string;
  readonly made_by: string;
  readonly made_by_name: string;
  readonly made_at: string;
  readonly job: string | null;
  readonly households: number;
  readonly paired: number;
  readonly cost: number | null;
  readonly bound: number | null;
  readonly missing: unknown;
}

export async function insertProposal(
  tx: Tx,
  row: Omit<ProposalRecord, 'paired' | 'cost' | 'bound' | 'missing'>,
): Promise<void> {
  await tx.insertInto('workforce_proposal').values(row).execute();
}

export async function findProposal(
  tx: Tx,
  { county, id }: ProposalKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ProposalRecord | undefined> {
  const query = tx
    .selectFrom('workforce_proposal')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function listProposalRows(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly ProposalRecord[]> {
  return tx
    .selectFrom('workforce_proposal')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('made_at', 'desc')
    .limit(30)
    .execute();
}

export async function updateProposal(
  tx: Tx,
  { county, id }: ProposalKey,
  change: {
    readonly state?: string;
    readonly paired?: number;
    readonly cost?: number;
    readonly bound?: number;
    readonly missing?: unknown;
    readonly closed_at?: string;
  },
): Promise<void> {
  const { missing, ...rest } = change;
  await tx
    .updateTable('workforce_proposal')
    .set({ ...rest, ...(missing === undefined ? {} : { missing: JSON.stringify(missing) }) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface NewProposed {
  readonly household: string;
  readonly area: string;
  readonly helper: string | null;
  readonly helperName: string | null;
  readonly why: unknown;
}

export async function insertProposed(
  tx: Tx,
  { county, id }: ProposalKey,
  pairs: readonly NewProposed[],
): Promise<void> {
  const of = <Key extends keyof NewProposed>(key: Key) => pairs.map((one) => one[key]);
  await sql`
    insert into workforce_proposed (county, proposal_id, household_id, area_code, helper_id,
      helper_name, why)
    select ${county}, ${id}::uuid, n.household, n.area, n.helper, n.name, n.why
    from unnest(${of('household')}::uuid[], ${of('area')}::text[], ${of('helper')}::uuid[],
      ${of('helperName')}::text[], ${pairs.map((one) => JSON.stringify(one.why))}::jsonb[])
      as n (household, area, helper, name, why)`.execute(tx);
}

export interface ProposedRecord {
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number;
  readonly area_code: string;
  readonly helper_id: string | null;
  readonly helper_name: string | null;
  readonly why: unknown;
  readonly adjusted: boolean;
}

export async function listProposedRows(
  tx: Tx,
  { county, id }: ProposalKey,
  asked: {
    readonly only?: 'all' | 'without';
    readonly household?: string;
    readonly after?: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly ProposedRecord[]> {
  const { only, household, after, limit } = asked;
  const { rows } = await sql<ProposedRecord>`
    select p.household_id, h.household_no, h.head_name, h.members, p.area_code, p.helper_id,
      p.helper_name, p.why, p.adjusted
    from workforce_proposed p
    join registry_household h on h.county = p.county and h.id = p.household_id
    where p.county = ${county} and p.proposal_id = ${id}::uuid
      ${only === 'without' ? sql`and p.helper_id is null` : sql``}
      ${household === undefined ? sql`` : sql`and p.household_id = ${household}::uuid`}
      ${after === undefined ? sql`` : sql`and (p.area_code, p.household_id) > (${after[0]}, ${after[1]}::uuid)`}
    order by p.area_code, p.household_id
    limit ${limit}`.execute(tx);
  return rows;
}

export async function countProposedOf(
  tx: Tx,
  { county, id }: ProposalKey,
  helper: string,
): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::integer as pairs from workforce_proposed
    where county = ${county} and proposal_id = ${id}::uuid and helper_id = ${helper}::uuid`.execute(
    tx,
  );
  return rows[0]?.pairs ?? 0;
}

export async function adjustProposed(
  tx: Tx,
  { county, id }: ProposalKey,
  pair: {
    readonly household: string;
    readonly helper: string | null;
    readonly helperName: string | null;
    readonly why: unknown;
  },
): Promise<void> {
  await tx
    .updateTable('workforce_proposed')
    .set({
      helper_id: pair.helper,
      helper_name: pair.helperName,
      why: JSON.stringify(pair.why),
      adjusted: true,
    })
    .where('county', '=', county)
    .where('proposal_id', '=', id)
    .where('household_id', '=', pair.household)
    .execute();
}

/** How many have a helper now, adjusted ones included. */
export async function countPaired(tx: Tx, { county, id }: ProposalKey): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(helper_id)::integer as pairs from workforce_proposed
    where county = ${county} and proposal_id = ${id}::uuid`.execute(tx);
  return rows[0]?.pairs ?? 0;
}

export interface ConfirmedPair {
  readonly household_id: string;
  readonly area_code: string;
  readonly helper_id: string;
  readonly why: unknown;
}

/** Pairs that still hold: the household has nobody yet, the helper is there and no kin. */
export async function listConfirmable(
  tx: Tx,
  { county, id }: ProposalKey,
  today: string,
): Promise<readonly ConfirmedPair[]> {
  const { rows } = await sql<ConfirmedPair>`
    select p.household_id, p.area_code, p.helper_id, p.why
    from workforce_proposed p
    join workforce_helper h on h.county = p.county and h.id = p.helper_id and h.left_on is null
      and not (h.away_from is not null and h.away_from <= ${today}::date
        and (h.away_to is null or h.away_to >= ${today}::date))
    where p.county = ${county} and p.proposal_id = ${id}::uuid
      and not exists (select 1 from workforce_kin k where k.county = p.county
        and k.helper_id = p.helper_id and k.household_id = p.household_id)
      and not exists (select 1 from workforce_pairing o where o.county = p.county
        and o.household_id = p.household_id and o.to_on is null)
    order by p.helper_id, p.area_code, p.household_id`.execute(tx);
  return rows;
}
