// All SQL of the planning board's placements: the newest of each thing holds.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface PlacementRow {
  readonly kind: string;
  readonly subject: string;
  readonly area_code: string;
  readonly year: number | null;
  readonly account_name: string;
  readonly placed_at: string;
}

export async function listPlacements(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly PlacementRow[]> {
  const { rows } = await sql<PlacementRow>`
    select distinct on (county, kind, subject) kind, subject, area_code, year, account_name, placed_at
    from insight_placement
    where area_code >= ${low} and area_code < ${high}
    order by county, kind, subject, placed_at desc, id desc`.execute(tx);
  return rows;
}

export async function insertPlacement(
  tx: Tx,
  placement: PlacementRow & {
    readonly county: number;
    readonly id: string;
    readonly account: string;
  },
): Promise<void> {
  await tx
    .insertInto('insight_placement')
    .values({ ...placement })
    .execute();
}
