// All SQL of one-time codes of households: one a case, the latest.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import type { CaseKey } from './case.store.ts';

type Place = CaseKey & { readonly household_id: string; readonly area_code: string };

export interface KeptCode {
  readonly digest: Buffer;
  readonly expires_at: string;
  readonly tries: number;
}

export async function saveCode(
  tx: Tx,
  { county, id, household_id, area_code }: Place,
  { digest, now, until }: { readonly digest: Buffer; readonly now: string; readonly until: string },
): Promise<void> {
  const fresh = { digest, made_at: now, expires_at: until, tries: 0 };
  await tx
    .insertInto('casework_code')
    .values({ county, case_id: id, household_id, area_code, ...fresh })
    .onConflict((conflict) => conflict.columns(['county', 'case_id']).doUpdateSet(fresh))
    .execute();
}

export async function findCode(tx: Tx, { county, id }: CaseKey): Promise<KeptCode | undefined> {
  return tx
    .selectFrom('casework_code')
    .select(['digest', 'expires_at', 'tries'])
    .where('county', '=', county)
    .where('case_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function countTry(tx: Tx, { county, id }: CaseKey): Promise<void> {
  await tx
    .updateTable('casework_code')
    .set({ tries: sql<number>`tries + 1` })
    .where('county', '=', county)
    .where('case_id', '=', id)
    .execute();
}

export async function deleteCode(tx: Tx, { county, id }: CaseKey): Promise<void> {
  await tx
    .deleteFrom('casework_code')
    .where('county', '=', county)
    .where('case_id', '=', id)
    .execute();
}
