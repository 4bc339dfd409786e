// Households a meeting may look at: those whose case stands at it, and those it may open a case for.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface NomineeRecord {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly members: number;
  readonly case_id: string | null;
}

export async function listNomineeRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly process: string;
    readonly step: string;
    /** Stages at which a household without a case may be taken up; none where the meeting opens none. */
    readonly stages: readonly string[];
    readonly limit: number;
  },
): Promise<readonly NomineeRecord[]> {
  const { span, process, step, stages, limit } = asked;
  const { rows } = await sql<NomineeRecord>`
    select h.id, h.household_no, h.head_name, h.area_code, h.members, c.id as case_id
    from registry_household h
    left join casework_case c on c.county = h.county and c.household_id = h.id
      and c.process = ${process} and c.step is not null
    where h.area_code >= ${span.low} and h.area_code < ${span.high}
      and (c.step = ${step} or (c.id is null and h.stage = any(${[...stages]}::text[])))
    order by c.id is null, h.area_code, h.household_no, h.id
    limit ${limit}`.execute(tx);
  return rows;
}
