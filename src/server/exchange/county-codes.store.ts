// The codes of all counties in force on a day, to tell an identity number of a division that is gone.
import { sql } from 'kysely';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

export async function listCountyCodes(tx: Tx, on: PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select county.code
    from registry_area province
    join registry_area city on city.parent = province.code
    join registry_area county on county.parent = city.code
    where province.parent = '' and county.valid_from <= ${on}
      and (county.valid_to is null or county.valid_to > ${on})`.execute(tx);
  return rows.map((row) => row.code);
}
