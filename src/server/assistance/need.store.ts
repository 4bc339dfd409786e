// All SQL of needs.
import type { Tx } from '#server/database/connect.ts';

export interface NeedRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly list: string | null;
  readonly code: string | null;
  readonly words: string;
  readonly finding_id: string | null;
  readonly noted_on: string;
  readonly noted_by_name: string;
  readonly met_on: string | null;
  readonly met_by_name: string | null;
}

/** The need of that code that is open already, where there is one; else the new one. */
export async function insertNeed(tx: Tx, need: NeedRecord): Promise<string> {
  const { county, household_id, list, code } = need;
  const same =
    code === null
      ? undefined
      : await tx
          .selectFrom('assistance_need')
          .select('id')
          .where('county', '=', county)
          .where('household_id', '=', household_id)
          .where('list', '=', list)
          .where('code', '=', code)
          .where('met_on', 'is', null)
          .executeTakeFirst();
  if (same !== undefined) return same.id;
  await tx
    .insertInto('assistance_need')
    .values({ ...need })
    .execute();
  return need.id;
}

export async function listNeeds(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
): Promise<readonly NeedRecord[]> {
  return tx
    .selectFrom('assistance_need')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('noted_on', 'desc')
    .orderBy('id')
    .execute();
}

export async function closeNeed(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  met: { readonly on: string; readonly by: string },
): Promise<Pick<NeedRecord, 'household_id' | 'area_code'> | undefined> {
  return tx
    .updateTable('assistance_need')
    .set({ met_on: met.on, met_by_name: met.by })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('met_on', 'is', null)
    .returning(['household_id', 'area_code'])
    .executeTakeFirst();
}
