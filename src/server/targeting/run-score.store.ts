// What a run stored of one household.
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';

export async function findRunScore(
  tx: Tx,
  run: string,
  household: string,
): Promise<{ readonly total: number | null } | undefined> {
  return tx
    .selectFrom('targeting_score')
    .select('total')
    .where('county', '=', countyOfId(household))
    .where('run_id', '=', run)
    .where('household_id', '=', household)
    .executeTakeFirst();
}
