// What tells the screens that a count changed, and how many objections wait for an answer.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

/** Numbers handed out to deltas: another after every change of the register or of a case. */
export async function readChangeMark(tx: Tx): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select r.last_value || ' ' || c.last_value || ' ' || (
      select coalesce(sum(hashtext(last_event::text)::bigint), 0) from insight_movement_mark
    ) as mark
    from registry_count_delta_id_seq r, casework_count_delta_id_seq c`.execute(tx);
  return rows[0]?.mark ?? '';
}

/** Objections of open cases that nobody answered yet. */
export async function countOpenObjections(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open
    from casework_act o
    join casework_case c on c.county = o.county and c.id = o.case_id and c.step is not null
    where o.kind = 'object' and o.area_code >= ${low} and o.area_code < ${high}
      and not exists (
        select 1 from casework_act a
        where a.county = o.county and a.case_id = o.case_id and a.kind = 'answer'
          and a.objection = o.position)`.execute(tx);
  return rows[0]?.open ?? 0;
}
