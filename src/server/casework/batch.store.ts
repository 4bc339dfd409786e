// All SQL of batches: what was asked for, the records with what came of each, and how many are left.
import { type RawBuilder, sql } from 'kysely';
import type { BatchVerdict } from '#domain/casework/batch.ts';
import type { Meeting } from '#domain/casework/case-act.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';

export interface BatchRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly account: string;
  readonly account_name: string;
  readonly process: string;
  readonly step: string;
  readonly act: BatchVerdict['act'];
  readonly outcome: string;
  readonly reason: string;
  readonly place: string;
  readonly meeting: Meeting | null;
  readonly total: number;
  readonly job: string | null;
  readonly created_at: string;
  readonly finished_at: string | null;
}

export async function insertBatch(tx: Tx, row: Omit<BatchRow, 'finished_at'>): Promise<void> {
  const meeting = row.meeting === null ? null : JSON.stringify(row.meeting);
  await tx
    .insertInto('casework_batch')
    .values({ ...row, meeting })
    .execute();
}

export interface Exception {
  readonly id: string;
  readonly outcome: string;
  readonly reason: string;
}

/** Records of cases that wait at the step of the batch; how many there are. */
export async function insertRecords(
  tx: Tx,
  batch: Pick<BatchRow, 'id' | 'process' | 'step' | 'outcome' | 'reason'>,
  { ids, except }: { readonly ids: readonly string[]; readonly except: readonly Exception[] },
): Promise<number> {
  const counties = [...new Set(ids.map((id) => Number.parseInt(id.slice(0, 6), 16)))];
  const { numAffectedRows } = await sql`
    insert into casework_batch_record
      (county, batch, case_id, place, household_id, area_code, seen, outcome, reason)
    select c.county, ${batch.id}::uuid, c.id, chosen.place, c.household_id, c.area_code, c.position,
      coalesce(other.outcome, ${batch.outcome}), coalesce(other.reason, ${batch.reason})
    from unnest(${[...ids]}::uuid[]) with ordinality as chosen (id, place)
    join casework_case c on c.county = any(${counties}::integer[]) and c.id = chosen.id
      and c.process = ${batch.process} and c.step = ${batch.step}
    left join jsonb_to_recordset(${JSON.stringify(except)}::jsonb)
      as other (id uuid, outcome text, reason text) on other.id = c.id
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export async function setBatch(
  tx: Tx,
  { county, id }: Pick<BatchRow, 'county' | 'id'>,
  change: Partial<Pick<BatchRow, 'total' | 'job' | 'finished_at'>>,
): Promise<void> {
  await tx
    .updateTable('casework_batch')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function findBatch(
  tx: Tx,
  { county, id }: Pick<BatchRow, 'county' | 'id'>,
): Promise<BatchRow | undefined> {
  const row = await tx
    .selectFrom('casework_batch')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : asBatch(row);
}

/** Of one account, the latest first. */
export async function listBatches(
  tx: Tx,
  account: string,
  limit: number,
): Promise<readonly BatchRow[]> {
  const rows = await tx
    .selectFrom('casework_batch')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asBatch);
}

function asBatch(row: Omit<BatchRow, 'act' | 'meeting'> & { act: string; meeting: unknown }) {
  return {
    ...row,
    act: row.act as BatchRow['act'],
    meeting: (row.meeting ?? null) as Meeting | null,
  };
}

export interface BatchTally {
  readonly waiting: number;
  readonly decided: number;
  readonly refused: number;
}

export async function tallyOf(tx: Tx, batch: string): Promise<BatchTally> {
  const { rows } = await sql<BatchTally>`
    select count(*) filter (where state = 'waiting')::integer as waiting,
      count(*) filter (where state = 'decided')::integer as decided,
      count(*) filter (where state = 'refused')::integer as refused
    from casework_batch_record where batch = ${batch}::uuid`.execute(tx);
  return rows[0] ?? { waiting: 0, decided: 0, refused: 0 };
}

export interface BatchRecord {
  readonly county: number;
  readonly case_id: string;
  readonly seen: number;
  readonly outcome: string;
  readonly reason: string;
}

/** The next that wait, held: whoever else takes of the same batch takes others. */
export async function takeRecords(
  tx: Tx,
  batch: string,
  limit: number,
): Promise<readonly BatchRecord[]> {
  const { rows } = await sql<BatchRecord>`
    select county, case_id, seen, outcome, reason from casework_batch_record
    where batch = ${batch}::uuid and state = 'waiting'
    order by place limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

export interface RecordFate {
  readonly id: string;
  readonly refusal: { readonly code: string; readonly message: Bilingual } | null;
}

export async function settleRecords(
  tx: Tx,
  batch: string,
  fates: readonly RecordFate[],
): Promise<void> {
  const rows = fates.map(({ id, refusal }) => ({
    id,
    state: refusal === null ? 'decided' : 'refused',
    code: refusal?.code ?? null,
    message: refusal?.message ?? null,
  }));
  await sql`
    update casework_batch_record r set state = n.state, code = n.code, message = n.message
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (id uuid, state text, code text, message jsonb)
    where r.batch = ${batch}::uuid and r.case_id = n.id and r.county = any(${countiesOf(fates)}::integer[])`.execute(
    tx,
  );
}

function countiesOf(fates: readonly RecordFate[]): readonly number[] {
  return [...new Set(fates.map(({ id }) => Number.parseInt(id.slice(0, 6), 16)))];
}

export interface RefusedRecord {
  readonly case_id: string;
  readonly household_id: string | null;
  readonly household_no: string | null;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly code: string;
  readonly message: Bilingual;
}

export async function listRefused(
  tx: Tx,
  batch: string,
  limit: number | undefined,
): Promise<readonly RefusedRecord[]> {
  const most: RawBuilder<unknown> = limit === undefined ? sql`` : sql`limit ${limit}`;
  const { rows } = await sql<RefusedRecord>`
    select r.case_id, r.household_id, h.household_no, h.head_name, r.area_code, r.code, r.message
    from casework_batch_record r
    left join registry_household h on h.county = r.county and h.id = r.household_id
    where r.batch = ${batch}::uuid and r.state = 'refused'
    order by r.place ${most}`.execute(tx);
  return rows;
}
