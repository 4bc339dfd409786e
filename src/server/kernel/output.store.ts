// All SQL of reports that left: what, how many cells of it came out of what was recorded, how many were written
// by hand for this one report.
import type { Tx } from '#server/database/connect.ts';

export interface OutputRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly cells: number;
  readonly typed: number;
  readonly account: string | null;
  readonly made_at: string;
}

export async function insertOutput(tx: Tx, output: OutputRecord): Promise<void> {
  await tx
    .insertInto('kernel_output')
    .values({ ...output })
    .execute();
}
