// SQL of the mutual-aid associations of villages.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { villageHouseholds } from '#server/registry/village-households.store.ts';

export interface AssociationRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly founded_on: string;
  readonly document: string;
  readonly members: number;
  readonly capital_fen: number;
  readonly owed: number;
}

export async function listAssociationRows(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly AssociationRow[]> {
  const { rows } = await sql<AssociationRow>`
    select a.county, a.id, a.area_code, a.name, a.founded_on::text as founded_on, a.document, a.members,
      a.capital_fen::float8 as capital_fen, coalesce(sum(l.owed_fen), 0)::float8 as owed
    from funds_loan_association a
    left join funds_loan l on l.county = a.county and l.bank_id is null and l.lender = a.name
      and left(l.area_code, 12) = a.area_code
    where a.area_code >= ${low} and a.area_code < ${high}
    group by a.county, a.id order by a.area_code`.execute(tx);
  return rows;
}

/** Villages with registered households, by the kept counts of the register, and whether each has an association. */
export async function listVillages(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly { village: string; covered: boolean }[]> {
  const { rows } = await sql<{ village: string; covered: boolean }>`
    select v.village, exists (select from funds_loan_association a where a.area_code = v.village) as covered
    from (
      select area_code as village from ${villageHouseholds(span, ['SURVEYED'])} as c
      group by 1 having sum(households) > 0
    ) v order by 1`.execute(tx);
  return rows;
}

/** One to a village: a second entry says what has changed. */
export async function saveAssociation(
  tx: Tx,
  one: Omit<AssociationRow, 'owed'> & {
    readonly account_name: string;
    readonly entered_at: string;
  },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into funds_loan_association (county, id, area_code, name, founded_on, document, members, capital_fen,
      account_name, entered_at)
    values (${one.county}, ${one.id}::uuid, ${one.area_code}, ${one.name}, ${one.founded_on}::date,
      ${one.document}, ${one.members}, ${one.capital_fen}, ${one.account_name}, ${one.entered_at}::timestamptz)
    on conflict on constraint village_has_one_association do update set name = excluded.name,
      founded_on = excluded.founded_on, document = excluded.document, members = excluded.members,
      capital_fen = excluded.capital_fen
    returning id`.execute(tx);
  return rows[0]?.id ?? one.id;
}
