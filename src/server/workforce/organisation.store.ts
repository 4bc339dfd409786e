// All SQL of postings and pledges.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface PostingRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly staffing: string;
  readonly post: string;
  readonly holder_name: string;
  readonly title: string;
  readonly duty: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly ended_reason: string | null;
  readonly entered_by: string;
}

export interface PledgeRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly matrix: string;
  readonly party: string;
  readonly office: number;
  readonly signer_name: string;
  readonly signed_on: string;
  readonly entered_by: string;
}

export async function insertPostings(tx: Tx, rows: readonly PostingRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('workforce_posting')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

export async function findPosting(tx: Tx, id: string): Promise<PostingRecord | undefined> {
  return tx
    .selectFrom('workforce_posting')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function closePosting(
  tx: Tx,
  { county, id }: Pick<PostingRecord, 'county' | 'id'>,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('workforce_posting')
    .set({ to_on: on, ended_reason: reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Of one place, those that ended included. */
export async function listPostingsAt(tx: Tx, area: string): Promise<readonly PostingRecord[]> {
  return tx
    .selectFrom('workforce_posting')
    .selectAll()
    .where('area_code', '=', area)
    .orderBy('from_on')
    .orderBy('holder_name')
    .limit(500)
    .execute();
}

export interface PostCount {
  readonly place: string;
  readonly staffing: string;
  readonly post: string;
  readonly held: number;
}

/** Who is in post today in the places of one length of code. */
export async function countPosts(
  tx: Tx,
  {
    span,
    digits,
    today,
  }: { readonly span: AreaSpan; readonly digits: number; readonly today: string },
): Promise<readonly PostCount[]> {
  const { rows } = await sql<PostCount>`
    select area_code as place, staffing, post, count(*)::integer as held
    from workforce_posting
    where area_code >= ${span.low} and area_code < ${span.high} and length(area_code) = ${digits}::integer
      and from_on <= ${today}::date and (to_on is null or to_on > ${today}::date)
    group by 1, 2, 3`.execute(tx);
  return rows;
}

export async function insertPledges(tx: Tx, rows: readonly PledgeRecord[]): Promise<number> {
  if (rows.length === 0) return 0;
  const kept = await tx
    .insertInto('workforce_pledge')
    .values(rows.map((row) => ({ ...row })))
    .onConflict((on) =>
      on.columns(['county', 'matrix', 'area_code', 'party', 'office']).doNothing(),
    )
    .returning('id')
    .execute();
  return kept.length;
}

export async function listPledges(tx: Tx, span: AreaSpan): Promise<readonly PledgeRecord[]> {
  return tx
    .selectFrom('workforce_pledge')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .orderBy('area_code')
    .limit(5000)
    .execute();
}
