// SQL of who is entered as a helper already, for a spreadsheet that may name them again.
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface EnteredHelper {
  readonly name: string;
  readonly area_code: string;
  readonly unit_id: string | null;
}

/** Those of an area who have not left. */
export async function listEnteredHelpers(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly EnteredHelper[]> {
  return tx
    .selectFrom('workforce_helper')
    .select(['name', 'area_code', 'unit_id'])
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .where('left_on', 'is', null)
    .execute();
}
