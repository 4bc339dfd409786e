// SQL of the schedule of villages: who holds what there today, and whose people help.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Held } from '#domain/workforce/schedule.ts';
import type { Tx } from '#server/database/connect.ts';

export interface ScheduledHolder extends Held {
  readonly id: string;
  readonly title: string;
  readonly duty: string;
}

/** Of villages and townships, in one statement. */
export async function listHolders(
  tx: Tx,
  {
    span,
    sets,
    today,
  }: { readonly span: AreaSpan; readonly sets: readonly string[]; readonly today: string },
): Promise<readonly ScheduledHolder[]> {
  const { rows } = await sql<ScheduledHolder>`
    select id, area_code as area, staffing as set, post, holder_name as name, title, duty
    from workforce_posting
    where area_code >= ${span.low} and area_code < ${span.high}
      and length(area_code) in (9, 12) and staffing = any(${[...sets]}::text[])
      and from_on <= ${today}::date and (to_on is null or to_on > ${today}::date)
    order by area_code, from_on, holder_name`.execute(tx);
  return rows;
}

export interface HelpingUnit {
  readonly village: string;
  readonly name: string;
}

/** Units by how many households of a village their people answer for. */
export async function listHelpingUnits(tx: Tx, span: AreaSpan): Promise<readonly HelpingUnit[]> {
  const { rows } = await sql<HelpingUnit>`
    select p.village, u.name
    from (
      select left(area_code, 12) as village, county, unit_id, count(*) as households
      from workforce_pairing
      where area_code >= ${span.low} and area_code < ${span.high} and to_on is null
        and unit_id is not null
      group by 1, 2, 3) p
    join workforce_unit u on u.county = p.county and u.id = p.unit_id
    order by p.village, p.households desc, u.name`.execute(tx);
  return rows;
}
