// Where projects are that are not over: for maps and boards.
import { sql } from 'kysely';
import type { ProjectStep } from '#domain/funds/projects/project.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface PlacedProject {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly area: string;
  readonly step: ProjectStep;
  readonly percent: number;
  readonly due_on: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The nearest to their day first; a county has hundreds, a board shows no more. */
export async function listOpenProjects(
  tx: Tx,
  { low, high }: AreaSpan,
  most: number,
): Promise<readonly PlacedProject[]> {
  const { rows } = await sql<PlacedProject>`
    select id, number, title, area_code as area, step, percent, due_on::text as due_on, latitude, longitude
    from funds_project
    where area_code >= ${low} and area_code < ${high}
      and step not in ('settled', 'handedOver', 'stopped')
    order by due_on nulls last, number
    limit ${most}`.execute(tx);
  return rows;
}

export interface ProjectCount {
  readonly place: string;
  readonly step: ProjectStep;
  readonly projects: number;
}

/** Projects of an area by part and step, those that were stopped included. */
export async function countProjects(
  tx: Tx,
  { low, high }: AreaSpan,
  digits: number,
): Promise<readonly ProjectCount[]> {
  const { rows } = await sql<ProjectCount>`
    select left(area_code, ${digits}) as place, step, count(*)::integer as projects
    from funds_project where area_code >= ${low} and area_code < ${high}
    group by 1, 2`.execute(tx);
  return rows;
}
