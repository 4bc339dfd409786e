// SQL of the demonstration's ties, in one statement, with chance that repeats (a digest of household and way).
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { idOf } from './fill-help.store.ts';

export interface Leading {
  readonly id: string;
  readonly name: string;
  /** The township whose households it leads. */
  readonly area: string;
  readonly place: number;
}

/** Of the registered households some are led by one of their township's units, some in two ways. */
export async function insertInventedTies(
  tx: Tx,
  county: number,
  units: readonly Leading[],
): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    with unit as (
      select u.id, u.name, u.area, u.place, count(*) over (partition by u.area)::integer as many
      from unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ name }) => name)}::text[],
        ${units.map(({ area }) => area)}::text[], ${units.map(({ place }) => place)}::integer[])
        as u (id, name, area, place)
    ), chosen as (
      select h.id as household, h.area_code as area, h.listed_on, h.labourers, w.way, w.yearly, w.terms,
        ('x' || substr(md5('tie ' || h.id::text || w.way), 1, 7))::bit(28)::integer as luck
      from registry_household h
      cross join (values ('job', 38, 720000, '合作社务工，按月结算'), ('order', 22, 260000, '保底价收购'),
        ('dividend', 30, 80000, '扶贫资金入股，每年分红'), ('land', 14, 120000, '流转三年，年底付租'),
        ('advice', 26, null, '每季度下乡一次')) as w (way, share, yearly, terms)
      where h.county = ${county} and h.stage <> 'SURVEYED'
        and (w.way <> 'job' or coalesce(h.labourers, 0) > 0)
        and ('x' || substr(md5('tie ' || h.id::text || w.way), 1, 7))::bit(28)::integer % 100
          < w.share * case when ('x' || substr(md5('led ' || h.id::text), 1, 7))::bit(28)::integer % 100 < 55
            then 1 else 0 end
    ), made as (
      insert into workforce_tie (county, id, household_id, area_code, unit_id, unit_name, way,
        yearly_fen, terms, from_on, entered_by, entered_by_name)
      select ${county}, ${idOf(sql`'tie ' || c.household::text || c.way`)}, c.household, c.area, u.id,
        u.name, c.way, (c.yearly * (60 + c.luck % 81) / 10000) * 100, c.terms || '（虚构）',
        coalesce(c.listed_on, date '2016-01-15') + c.luck % 240, ${idOf(sql`'demonstration'`)}, '县扶贫办（虚构）'
      from chosen c
      join unit u on u.area = left(c.area, 9) and u.place = c.luck % u.many
      returning 1)
    select count(*)::integer as made from made`.execute(tx);
  return rows[0]?.made ?? 0;
}
