// Cases that stand at a step and are on no notice yet. A posting counts until the case leaves the step or
// the notice is taken down.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

const notPosted = sql`not exists (
  select 1 from casework_act p
  where p.county = c.county and p.case_id = c.id and p.kind = 'post' and p.step = c.step
    and not exists (
      select 1 from casework_act l
      where l.county = c.county and l.case_id = c.id and l.position > p.position
        and (l.kind in ('decide', 'takeDown') or l.verdict = 'upheld')))`;

export interface WaitingGroup {
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly step: string;
  readonly begun_on: string;
  readonly village: string;
  readonly cases: number;
}

export async function listWaitingGroups(tx: Tx, span: AreaSpan): Promise<readonly WaitingGroup[]> {
  const { rows } = await sql<WaitingGroup>`
    select c.pack, c.pack_edition, c.process, c.step, max(c.begun_on) as begun_on,
      left(c.area_code, 12) as village, count(*)::integer as cases
    from casework_case c
    where c.step is not null and c.area_code >= ${span.low} and c.area_code < ${span.high}
      and ${notPosted}
    group by c.pack, c.pack_edition, c.process, c.step, left(c.area_code, 12)
    order by village`.execute(tx);
  return rows;
}

export interface WaitingCase {
  readonly county: number;
  readonly id: string;
  /** Null of the case of a village or county itself. */
  readonly household_id: string | null;
  readonly area_code: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly begun_on: string;
  readonly step_since: string;
}

export async function listWaitingCases(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly process: string;
    readonly step: string;
    readonly limit: number;
  },
): Promise<readonly WaitingCase[]> {
  const { span, process, step, limit } = asked;
  const { rows } = await sql<WaitingCase>`
    select c.county, c.id, c.household_id, c.area_code, c.pack, c.pack_edition, c.begun_on,
      c.step_since
    from casework_case c
    where c.step = ${step} and c.process = ${process}
      and c.area_code >= ${span.low} and c.area_code < ${span.high} and ${notPosted}
    order by c.area_code, c.id
    limit ${limit}`.execute(tx);
  return rows;
}

/** Names of persons of an area that stand in one of these texts, as keys of names are written. */
export async function listNamesIn(
  tx: Tx,
  asked: { readonly span: AreaSpan; readonly said: readonly string[]; readonly least: number },
): Promise<readonly string[]> {
  const { span, said, least } = asked;
  const { rows } = await sql<{ name: string }>`
    select distinct p.name from registry_person p
    where p.area_code >= ${span.low} and p.area_code < ${span.high} and p.left_on is null
      and char_length(p.name_key) >= ${least}
      and exists (
        select 1 from unnest(${said.filter((text) => text !== '')}::text[]) as t (said)
        where strpos(t.said, p.name_key) > 0)
    limit 50`.execute(tx);
  return rows.map(({ name }) => name);
}
