// The score sheet of huanjiang-2016 as somebody who knows the tables would write it for this one sheet,
// with its 18 items, eight vetoes and what they rest on. The compiled rule is measured against it, and
// must give the same rows.
import { CompiledQuery } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface HandScore {
  readonly run: string;
  readonly low: string;
  readonly high: string;
}

/** Points of the 18 items as i1 to i18 and the eight vetoes as v1 to v8. */
export const handParts = `
      case when house_area / nullif(members, 0) < 10 then 0.0::float8
        when house_area / nullif(members, 0) < 20 then 2
        when house_area / nullif(members, 0) < 35 then 4
        when house_area / nullif(members, 0) is not null then 6 end as i1,
      case house_structure when 'EARTH' then 0.0::float8 when 'TIMBER' then 2 when 'BRICK_TIMBER' then 4
        when 'BRICK_CONCRETE' then 7 when 'FRAME' then 8
        else case when house_structure is not null then 1 end end as i2,
      case house_grade when 'D' then 0.0::float8 when 'C' then 1
        else case when house_grade is not null then 2 end end as i3,
      case item_01 when 0 then 0.0::float8 when 1 then 2
        else case when item_01 is not null then 4 end end as i4,
      case when item_06 < 1 then 0.0::float8 when item_06 < 3 then 2 when item_06 < 5 then 4
        when item_06 is not null then 5 end as i5,
      case item_04 when 0 then 0.0::float8 when 1 then 2 when 2 then 4
        else case when item_04 is not null then 7 end end as i6,
      case drinking_water when 'TAP' then 5.0::float8 when 'WELL' then 3 when 'SPRING' then 3
        when 'CISTERN' then 2 else case when drinking_water is not null then 0 end end as i7,
      case electricity when 'NONE' then 0.0::float8 when 'UNSTABLE' then 1 when 'GRID' then 2
        else case when electricity is not null then 3 end end as i8,
      case item_27 when 0 then 0.0::float8 when 1 then 2
        else case when item_27 is not null then 4 end end as i9,
      case when arable_land / nullif(members, 0) < 0.3 then 0.0::float8
        when arable_land / nullif(members, 0) < 0.8 then 2
        when arable_land / nullif(members, 0) < 1.5 then 4
        when arable_land / nullif(members, 0) is not null then 6 end as i10,
      case when (forest_land + orchard_land) / nullif(members, 0) < 0.5 then 0.0::float8
        when (forest_land + orchard_land) / nullif(members, 0) < 3 then 2
        when (forest_land + orchard_land) / nullif(members, 0) < 8 then 4
        when (forest_land + orchard_land) / nullif(members, 0) is not null then 6 end as i11,
      case when item_13 + item_14 * 4 < 1 then 0.0::float8 when item_13 + item_14 * 4 < 5 then 2
        when item_13 + item_14 * 4 < 15 then 4
        when item_13 + item_14 * 4 is not null then 6 end as i12,
      case when severely_ill > 0 then 0.0::float8 when severely_ill is null then null
        when disabled > 0 then 3 when disabled is null then null
        when chronically_ill > 0 then 5 when chronically_ill is null then null else 9 end as i13,
      case when labourers::float8 / nullif(members, 0) < 0.01 then 0.0::float8
        when labourers::float8 / nullif(members, 0) < 0.34 then 3
        when labourers::float8 / nullif(members, 0) < 0.67 then 6
        when labourers::float8 / nullif(members, 0) is not null then 8 end as i14,
      case item_21 when 0 then 0.0::float8 when 1 then 2 when 2 then 4
        else case when item_21 is not null then 6 end end as i15,
      case when migrant_workers::float8 / nullif(members, 0) < 0.01 then 0.0::float8
        when migrant_workers::float8 / nullif(members, 0) < 0.26 then 3
        when migrant_workers::float8 / nullif(members, 0) is not null then 6 end as i16,
      case when income_per_head_fen / 100.0::float8 / 2952 < 0.8 then 0.0::float8
        when income_per_head_fen / 100.0::float8 / 2952 < 1 then 2
        when income_per_head_fen / 100.0::float8 / 2952 < 1.5 then 4
        when income_per_head_fen is not null then 6 end as i17,
      case item_20 when 0 then 0.0::float8 when 1 then 1 when 2 then 2
        else case when item_20 is not null then 3 end end as i18,
      (item_02 >= 2 and house_structure in ('BRICK_CONCRETE', 'FRAME') and item_01 = 2
        or house_structure = 'TIMBER') and house_area / nullif(members, 0) > 50 as v1,
      item_03 <> 0 as v2, item_09 <> 0 as v3, item_05 = 3 as v4, item_08 > 0 as v5,
      item_10 >= 3 as v6, item_11 <> 0 as v7, item_12 <> 0 as v8`;

/** What the items add up to. */
export const handTotal =
  'i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 + i13 + i14 + i15 + i16 + i17 + i18';

const text = `
  insert into targeting_score
    (county, run_id, household_id, area_code, total, items, vetoes, undetermined)
  select county, $1::uuid, id, area_code,
    i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 + i13 + i14 + i15 + i16 + i17 + i18,
    array[i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14, i15, i16, i17, i18],
    array_remove(array[
      case when v1 then 1::smallint end, case when v2 then 2::smallint end,
      case when v3 then 3::smallint end, case when v4 then 4::smallint end,
      case when v5 then 5::smallint end, case when v6 then 6::smallint end,
      case when v7 then 7::smallint end, case when v8 then 8::smallint end], null),
    (v1 or v2 or v3 or v4 or v5 or v6 or v7 or v8) is not true and (
      i1 + i2 + i3 + i4 + i5 + i6 + i7 + i8 + i9 + i10 + i11 + i12 + i13 + i14 + i15 + i16 + i17 + i18
        is null or (v1 or v2 or v3 or v4 or v5 or v6 or v7 or v8) is null)
  from (
    select county, id, area_code,
${handParts}
    from registry_household
    where area_code >= $2 and area_code < $3
    offset 0
  ) as scored`;

export async function scoreByHand(tx: Tx, { run, low, high }: HandScore): Promise<number> {
  const result = await tx.executeQuery(CompiledQuery.raw(text, [run, low, high]));
  return Number(result.numAffectedRows ?? 0n);
}

/** Households whose rows differ between two runs, or that one of them lacks; 0 when they agree. */
export async function countDifferences(
  tx: Tx,
  { one, other }: { readonly one: string; readonly other: string },
): Promise<number> {
  const { rows } = await tx.executeQuery<{ differing: number }>(
    CompiledQuery.raw(
      `select count(*)::int as differing
       from (select * from targeting_score where run_id = $1::uuid) a
       full join (select * from targeting_score where run_id = $2::uuid) b using (county, household_id)
       where a.run_id is null or b.run_id is null or a.total is distinct from b.total
         or a.items is distinct from b.items or a.vetoes is distinct from b.vetoes
         or a.undetermined is distinct from b.undetermined`,
      [one, other],
    ),
  );
  return rows[0]?.differing ?? 0;
}
