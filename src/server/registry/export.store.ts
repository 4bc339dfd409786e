// Households with everything a file may show of them, some hundreds at a time.
import { sql } from 'kysely';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export interface WholeHousehold {
  readonly row: Readonly<Record<string, unknown>>;
  /** Present members, in the order of the form. */
  readonly members: readonly Readonly<Record<string, unknown>>[];
}

export async function listWholeHouseholds(
  tx: Tx,
  ids: readonly string[],
  withMembers: boolean,
): Promise<ReadonlyMap<string, WholeHousehold>> {
  const counties = [...new Set(ids.map(countyOfId))];
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select * from registry_household
    where county = any(${counties}::integer[]) and id = any(${[...ids]}::uuid[])`.execute(tx);
  const members = new Map<string, Record<string, unknown>[]>();
  if (withMembers) {
    const persons = await sql<Record<string, unknown> & { household_id: string }>`
      select * from registry_person
      where county = any(${counties}::integer[]) and household_id = any(${[...ids]}::uuid[])
        and left_on is null
      order by position, id`.execute(tx);
    for (const person of persons.rows) {
      members.set(person.household_id, [...(members.get(person.household_id) ?? []), person]);
    }
  }
  return new Map(rows.map((row) => [row.id, { row, members: members.get(row.id) ?? [] }]));
}
