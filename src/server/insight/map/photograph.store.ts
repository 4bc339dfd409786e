// Photographs of places: pictures handed in for an area or for something of it. Files of households are left out,
// and so is everything that shows a person.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { pictureTypes } from '#domain/kernel/file-type.ts';
import type { Tx } from '#server/database/connect.ts';

export interface PhotographRow {
  readonly id: string;
  readonly area: string;
  readonly subject: string;
  readonly file_name: string;
  readonly account_name: string;
  /** The day in Asia/Shanghai that it was handed in. */
  readonly day: string;
  readonly project: string | null;
  readonly title: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const ofPlace = sql`a.household_id is null and not a.shows_person
  and a.file_type in (${sql.join(pictureTypes.map((type) => sql.lit(type)))})`;

/** The newest first. */
export async function listPhotographs(
  tx: Tx,
  { span: { low, high }, most }: { readonly span: AreaSpan; readonly most: number },
): Promise<readonly PhotographRow[]> {
  const { rows } = await sql<PhotographRow>`
    with newest as (
      select a.county, a.id, a.area_code, a.subject, a.file_name, a.account_name, a.attached_at
      from kernel_attachment a
      where a.area_code >= ${low} and a.area_code < ${high} and ${ofPlace}
      order by a.attached_at desc, a.id desc
      limit ${most})
    select n.id, n.area_code as area, n.subject, n.file_name, n.account_name,
      (n.attached_at at time zone 'Asia/Shanghai')::date::text as day,
      p.id as project, p.title, p.latitude, p.longitude
    from newest n
    left join funds_project p on p.county = n.county and n.subject = 'project:' || p.id
    order by n.attached_at desc, n.id desc`.execute(tx);
  return rows;
}

export interface FoundPhotograph {
  readonly county: number;
  readonly hash: Buffer;
  readonly file_name: string;
}

export async function findPhotograph(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<FoundPhotograph | undefined> {
  const { rows } = await sql<FoundPhotograph>`
    select a.county, a.hash, a.file_name from kernel_attachment a
    where a.county = ${county} and a.id = ${id} and ${ofPlace}`.execute(tx);
  return rows[0];
}
