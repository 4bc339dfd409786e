// All SQL of offices of accounts. Row security shows those of one's area, those above it and one's own.
import { sql } from 'kysely';
import type { Office } from '#domain/access/office.ts';
import { isRole, type Role } from '#domain/access/permission.ts';
import { type AreaCode, areaCode, pathOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export interface OfficeRow extends Office {
  readonly id: string;
}

const columns = ['id', 'account', 'area_code', 'office', 'from_on', 'until_on'] as const;

export async function insertOffice(
  tx: Tx,
  { county, id, account, area, office, from, until }: OfficeRow & { readonly county: number },
): Promise<void> {
  await tx
    .insertInto('access_office')
    .values({ county, id, account, area_code: area, office, from_on: from, until_on: until })
    .execute();
}

export async function endOffice(tx: Tx, id: string, until: string): Promise<void> {
  await tx.updateTable('access_office').set({ until_on: until }).where('id', '=', id).execute();
}

export async function findOffice(tx: Tx, id: string): Promise<OfficeRow | undefined> {
  const row = await tx
    .selectFrom('access_office')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

/** Of one account, ended ones too, the latest first. */
export async function listOfficesOf(tx: Tx, account: string): Promise<readonly OfficeRow[]> {
  const rows = await tx
    .selectFrom('access_office')
    .select(columns)
    .where('account', '=', account)
    .orderBy('from_on', 'desc')
    .orderBy('office')
    .execute();
  return rows.map(fromRow);
}

/** In force on a day, in any of these areas or in one above them. */
export async function listOfficesOver(
  tx: Tx,
  areas: readonly AreaCode[],
  on: string,
): Promise<readonly OfficeRow[]> {
  if (areas.length === 0) return [];
  const rows = await tx
    .selectFrom('access_office')
    .select(columns)
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>=', on)]))
    .where(
      sql<boolean>`exists (select 1 from unnest(${[...areas]}::text[]) as place
        where starts_with(place, area_code))`,
    )
    .execute();
  return rows.map(fromRow);
}

/** Somebody with an account that is not closed: no name, for whoever asks may not see their account. */
export interface PersonOver {
  readonly id: string;
  readonly role: Role;
  readonly area: AreaCode;
}

/** Who works for these places or above them, whatever the reader may see of their accounts. */
export async function listPeopleOver(
  tx: Tx,
  places: readonly AreaCode[],
): Promise<readonly PersonOver[]> {
  const areas = [...new Set(places.flatMap(pathOf))];
  const { rows } = await sql<{ id: string; role: string; area_code: string }>`
    select id, role, area_code from access_people(${areas}::text[])`.execute(tx);
  return rows.flatMap(({ id, role, area_code }) =>
    isRole(role) ? [{ id, role, area: areaCode(area_code) }] : [],
  );
}

interface Stored {
  readonly id: string;
  readonly account: string;
  readonly area_code: string;
  readonly office: string;
  readonly from_on: string;
  readonly until_on: string | null;
}

function fromRow(row: Stored): OfficeRow {
  return {
    id: row.id,
    account: row.account,
    area: areaCode(row.area_code),
    office: row.office,
    from: plainDate(row.from_on),
    until: row.until_on === null ? null : plainDate(row.until_on),
  };
}
