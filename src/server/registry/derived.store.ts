// The derived figures of domain/registry/derived.ts as one SQL text, for many households at once: ages
// pass without anybody writing anything, so a nightly job brings the figures of a county up to date.
// A test proves the two equal on invented households.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { DerivedFigures } from '#domain/registry/derived.ts';
import { formRule } from '#domain/registry/form-rule.ts';
import type { Tx } from '#server/database/connect.ts';

export interface DerivedRow extends Omit<DerivedFigures, 'headName'> {
  readonly county: number;
  readonly id: string;
  readonly headName: string | null;
}

/**
 * Figures of every household in `persons` (a relation with the columns of registry_person) on a day.
 * Three-valued: `bool_or(… is null)` makes a count unknown as soon as one member's state is.
 */
export function derivedFigures(
  persons: RawBuilder<unknown>,
  day: PlainDate,
): RawBuilder<DerivedRow> {
  const counted = (holds: RawBuilder<boolean | null>) =>
    sql<
      number | null
    >`case when bool_or((${holds}) is null) then null else count(*) filter (where ${holds}) end::integer`;
  const younger = (years: number) => sql<boolean | null>`age < ${sql.lit(years)}`;
  const ill = (code: string) =>
    sql<boolean | null>`case when cardinality(health) > 0 then ${sql.lit(code)} = any(health) end`;
  const labour = sql.join(formRule.labour.map((code) => sql.lit(code)));
  return sql<DerivedRow>`
    select county, household_id as id,
      (array_agg(name order by position, id) filter (where relation = ${sql.lit(formRule.head)}))[1] as "headName",
      count(*)::integer as members,
      ${counted(sql`coalesce(labour in (${labour}), case when age < ${sql.lit(formRule.childBelow)} then false end)`)} as labourers,
      count(work_place)::integer as "migrantWorkers",
      ${counted(sql`school_stage <> ${sql.lit(formRule.notInSchool)}`)} as students,
      ${counted(ill(formRule.chronic))} as "chronicallyIll",
      ${counted(ill(formRule.severe))} as "severelyIll",
      ${counted(ill(formRule.disabled))} as disabled,
      ${counted(sql`not (${younger(formRule.elderlyFrom)})`)} as elderly,
      ${counted(younger(formRule.childBelow))} as children,
      ${counted(sql`dibao`)} as "dibaoMembers",
      (select string_agg(code || ':' || persons, ',' order by code)
        from (select coalesce(member, '') collate "C" as code, count(*) as persons
          from unnest(array_agg(ethnicity)) as member group by 1) as of_group) as "ethnicMakeup"
    from (
      select p.*,
        (to_char(${day}::date, 'YYYYMMDD')::integer - to_char(p.birth_date, 'YYYYMMDD')::integer) / 10000 as age
      from ${persons} as p
      where (p.joined_on is null or p.joined_on <= ${day}::date)
        and (p.left_on is null or p.left_on > ${day}::date)
    ) as present
    group by county, household_id`;
}

export async function listDerivedFigures(
  tx: Tx,
  span: AreaSpan,
  day: PlainDate,
): Promise<readonly DerivedRow[]> {
  const { rows } = await derivedFigures(personsIn(span), day).execute(tx);
  return rows;
}

/** Writes the figures that differ; the number of households they changed in. */
export async function refreshDerivedFigures(
  tx: Tx,
  span: AreaSpan,
  day: PlainDate,
): Promise<number> {
  const result = await sql`
    update registry_household h set
      labourers = f.labourers, migrant_workers = f."migrantWorkers", students = f.students,
      chronically_ill = f."chronicallyIll", severely_ill = f."severelyIll", disabled = f.disabled,
      elderly = f.elderly, children = f.children, dibao_members = f."dibaoMembers",
      ethnic_makeup = f."ethnicMakeup"
    from (${derivedFigures(personsIn(span), day)}) as f
    where h.county = f.county and h.id = f.id
      and (h.labourers, h.migrant_workers, h.students, h.chronically_ill, h.severely_ill, h.disabled,
        h.elderly, h.children, h.dibao_members, h.ethnic_makeup)
      is distinct from (f.labourers, f."migrantWorkers", f.students, f."chronicallyIll",
        f."severelyIll", f.disabled, f.elderly, f.children, f."dibaoMembers",
        f."ethnicMakeup")`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

function personsIn({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`(select * from registry_person where area_code >= ${low} and area_code < ${high})`;
}
