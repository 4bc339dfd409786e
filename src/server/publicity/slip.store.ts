// All SQL of slips: the code a village supervisor reports by, as a keyed hash.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type { PublicitySlipTable } from '#server/database/tables.ts';

export type SlipRecord = Readonly<PublicitySlipTable>;

export async function saveSlip(tx: Tx, row: SlipRecord): Promise<void> {
  const { county: _county, supervisor_id: _supervisor, ...fresh } = row;
  await tx
    .insertInto('publicity_slip')
    .values(row)
    .onConflict((on) => on.columns(['county', 'supervisor_id']).doUpdateSet(fresh))
    .execute();
}

export interface HeldSlip {
  readonly county: number;
  readonly supervisor: string;
  readonly area_code: string;
  readonly village: string;
  /** Last day of reporting: of the slip, or the day the term was ended. */
  readonly until: string;
  /** Not before the term begins. */
  readonly from: string;
}

export async function findSlip(tx: Tx, hash: Buffer): Promise<HeldSlip | undefined> {
  const { rows } = await sql<HeldSlip>`
    select s.county, s.supervisor_id as supervisor, s.area_code, w.area_code as village,
      least(s.until, w.to_on, w.ended_on - 1)::text as until, w.from_on::text as from
    from publicity_slip s
    join workforce_supervisor w on w.county = s.county and w.id = s.supervisor_id
    where s.code_hash = ${hash}`.execute(tx);
  return rows[0];
}

export interface SlipCount {
  readonly supervisor: string;
  readonly until: string;
  readonly made_on: string;
  readonly reports: number;
  readonly open: number;
}

export async function listSlipCounts(tx: Tx, span: AreaSpan): Promise<readonly SlipCount[]> {
  const { rows } = await sql<SlipCount>`
    select s.supervisor_id as supervisor, s.until::text as until, s.made_on::text as made_on,
      count(r.id)::integer as reports, count(r.id) filter (where r.answer is null)::integer as open
    from publicity_slip s
    join workforce_supervisor w on w.county = s.county and w.id = s.supervisor_id
    left join publicity_report r on r.county = s.county and r.supervisor_id = s.supervisor_id
    where w.area_code >= ${span.low} and w.area_code < ${span.high}
    group by 1, 2, 3`.execute(tx);
  return rows;
}
