// All SQL that writes re-checks: a second team's verdict on a household, added and never changed.
import type { Tx } from '#server/database/connect.ts';

export interface Recheck {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly checked_on: string;
  readonly is_poor: boolean;
  /** True of the demonstration alone. */
  readonly is_invented: boolean;
  readonly source: string;
}

export async function insertRechecks(tx: Tx, rechecks: readonly Recheck[]): Promise<void> {
  if (rechecks.length === 0) return;
  await tx
    .insertInto('targeting_recheck')
    .values([...rechecks])
    .execute();
}
