// SQL of what assets earned: the list of who gets what, waiting and posted.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface ShareRecord {
  readonly county: number;
  readonly id: string;
  readonly asset_id: string;
  readonly area_code: string;
  readonly done_on: string;
  readonly document: string;
  readonly payer: string;
  readonly total_fen: number;
  readonly state: 'waiting' | 'posted' | 'refused';
  readonly entry_id: string | null;
  readonly author: string;
  readonly author_name: string;
  readonly answered_by_name: string | null;
  readonly reason: string | null;
}

const columns = sql`h.*, h.total_fen::float8 as total_fen, h.done_on::text as done_on`;

export async function insertShare(
  tx: Tx,
  share: Omit<ShareRecord, 'entry_id' | 'answered_by_name' | 'reason'> & {
    readonly created_at: string;
  },
): Promise<void> {
  await tx.insertInto('funds_asset_share').values(share).execute();
}

/** Rows by household number; gives the numbers nobody in the area has. */
export async function insertShareRows(
  tx: Tx,
  { county, id }: Pick<ShareRecord, 'county' | 'id'>,
  rows: readonly { readonly id: string; readonly no: string; readonly amount: number }[],
  { low, high }: { readonly low: string; readonly high: string },
): Promise<readonly string[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, no text, amount bigint)`;
  const isMeant = sql`h.county = ${county} and h.household_no = g.no and h.area_code >= ${low}
    and h.area_code < ${high}`;
  const strange = await sql<{ no: string }>`
    select g.no from ${given} where not exists (
      select from registry_household h where ${isMeant}) order by 1`.execute(tx);
  if (strange.rows.length > 0) return strange.rows.map(({ no }) => no);
  await sql`
    insert into funds_asset_share_row (county, id, share_id, household_id, area_code, amount_fen)
    select ${county}, g.id, ${id}::uuid, h.id, h.area_code, g.amount
    from ${given} join registry_household h on ${isMeant}`.execute(tx);
  return [];
}

export async function findShare(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<ShareRecord | undefined> {
  const { rows } = await sql<ShareRecord>`
    select ${columns} from funds_asset_share h
    where h.county = ${countyOfIdIn(sql`${id}`)} and h.id = ${id}::uuid
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function listShares(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly (ShareRecord & { readonly households: number })[]> {
  const { rows } = await sql<ShareRecord & { households: number }>`
    select ${columns}, (select count(*)::int from funds_asset_share_row r
      where r.county = h.county and r.share_id = h.id) as households
    from funds_asset_share h
    where h.county = ${county} and h.asset_id = ${id}::uuid order by h.created_at desc`.execute(tx);
  return rows;
}

export async function endShare(
  tx: Tx,
  { county, id }: Pick<ShareRecord, 'county' | 'id'>,
  end: Pick<ShareRecord, 'state' | 'entry_id' | 'answered_by_name' | 'reason'>,
): Promise<void> {
  await tx
    .updateTable('funds_asset_share')
    .set(end)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface ShareRow {
  readonly id: string;
  readonly no: string;
  readonly name: string | null;
  readonly area_code: string;
  readonly amount: string;
}

export async function listRowsOfShare(
  tx: Tx,
  { county, id }: Pick<ShareRecord, 'county' | 'id'>,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    select h.id, h.household_no as no, h.head_name as name, h.area_code, r.amount_fen::text as amount
    from funds_asset_share_row r
    join registry_household h on h.county = r.county and h.id = r.household_id
    where r.county = ${county} and r.share_id = ${id}::uuid
      ${after === undefined ? sql`` : sql`and h.household_no > ${after}`}
    order by h.household_no limit ${limit}`.execute(tx);
  return rows;
}
