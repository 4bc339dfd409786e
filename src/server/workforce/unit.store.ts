// All SQL of units: offices that help, co-operatives, firms, funds and partners.
import type { Tx } from '#server/database/connect.ts';

interface UnitRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly kind: string;
  readonly link: string | null;
  readonly capital_fen: number | null;
  readonly members: number | null;
  readonly joined_households: number | null;
  readonly note: string;
  readonly from_on: string;
  readonly to_on: string | null;
}

export async function findUnit(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<UnitRecord | undefined> {
  return tx
    .selectFrom('workforce_unit')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}
