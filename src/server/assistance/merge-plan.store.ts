// SQL of plans of two households that become one: the plan of the record that goes is an earlier version of
// that of the one which stays, and counts again where the merge was an error.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { markHouseholds } from '#server/kernel/changed-village.store.ts';

export interface MergedPlans {
  readonly county: number;
  readonly gone: string;
  readonly kept: string;
}

export async function bothDraft(tx: Tx, { county, gone, kept }: MergedPlans): Promise<boolean> {
  const { rows } = await sql<{ both: boolean }>`
    select count(distinct household_id) = 2 as both from assistance_plan
    where county = ${county} and household_id in (${gone}::uuid, ${kept}::uuid)
      and state in ('draft', 'submitted', 'returned')`.execute(tx);
  return rows[0]?.both ?? false;
}

export async function replacePlanOfMerged(
  tx: Tx,
  { county, gone, kept }: MergedPlans,
): Promise<void> {
  await sql`
    with replaced as (
      update assistance_plan set state = 'replaced'
      where county = ${county} and household_id = ${gone}::uuid and state = 'approved'
        and exists (select from assistance_plan other
          where other.county = ${county} and other.household_id = ${kept}::uuid
            and other.state = 'approved')
      returning id)
    update assistance_measure m set is_current = false from replaced r
    where m.county = ${county} and m.plan_id = r.id`.execute(tx);
  await markHouseholds(tx, county, [gone, kept]);
}

/** The latest version that was decided counts; only a merge leaves a household without any. */
export async function resumePlanOfMerged(
  tx: Tx,
  { county, gone }: Pick<MergedPlans, 'county' | 'gone'>,
): Promise<void> {
  await sql`
    with resumed as (
      update assistance_plan p set state = 'approved'
      where p.county = ${county} and p.household_id = ${gone}::uuid and p.state = 'replaced'
      and p.number = (select max(number) from assistance_plan o
        where o.county = ${county} and o.household_id = ${gone}::uuid
          and o.state in ('approved', 'replaced'))
      returning id)
    update assistance_measure m set is_current = true from resumed r
    where m.county = ${county} and m.plan_id = r.id`.execute(tx);
  await markHouseholds(tx, county, [gone]);
}
