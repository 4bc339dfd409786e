// All SQL of plans: their versions, measures and targets. What is in force is marked on the measures, so
// that sums and lists never read a draft.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';
import { markVillages } from '#server/kernel/changed-village.store.ts';
import { markPlaceOf } from './help-mark.store.ts';

export interface PlanKey {
  readonly county: number;
  readonly id: string;
}

/** Whose plan it is: a household, or a village where it is null. */
export interface PlanSubject {
  readonly county: number;
  readonly household: string | null;
  readonly area: string;
}

export interface PlanRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly number: number;
  readonly revision: number;
  readonly state: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly goal: string;
  readonly primary_measure: string | null;
  readonly pack: string;
  readonly edition: string;
  readonly made_by: string;
  readonly made_by_name: string;
  readonly made_at: string;
  readonly submitted_by: string | null;
  readonly submitted_by_name: string | null;
  readonly submitted_at: string | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly decided_at: string | null;
  readonly reason: string;
}

export async function insertPlan(tx: Tx, plan: PlanRecord): Promise<void> {
  await tx
    .insertInto('assistance_plan')
    .values({ ...plan })
    .execute();
  await markVillages(tx, [plan.area_code]);
}

export async function findPlan(
  tx: Tx,
  { county, id }: PlanKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<PlanRecord | undefined> {
  const query = tx
    .selectFrom('assistance_plan')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

/** Every version, newest first. */
export async function listPlansOf(tx: Tx, subject: PlanSubject): Promise<readonly PlanRecord[]> {
  const query = tx
    .selectFrom('assistance_plan')
    .selectAll()
    .where('county', '=', subject.county)
    .orderBy('number', 'desc');
  return subject.household === null
    ? query.where('area_code', '=', subject.area).where('household_id', 'is', null).execute()
    : query.where('household_id', '=', subject.household).execute();
}

export async function updatePlan(
  tx: Tx,
  { county, id }: PlanKey,
  columns: Partial<Omit<PlanRecord, 'county' | 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .updateTable('assistance_plan')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1) }))
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  await markPlaceOf(tx, 'plan', { county, id });
}

/** The version in force gives way: its measures count no more, those of the new one do, as far as they are. */
export async function putInForce(tx: Tx, plan: PlanRecord): Promise<void> {
  const ofSubject =
    plan.household_id === null
      ? sql`m.household_id is null and m.area_code = ${plan.area_code}`
      : sql`m.household_id = ${plan.household_id}::uuid`;
  await sql`
    update assistance_measure n set state = m.state, state_on = m.state_on
    from assistance_measure m
    where n.county = ${plan.county} and n.plan_id = ${plan.id}::uuid
      and m.county = n.county and m.line = n.line and m.is_current and ${ofSubject}`.execute(tx);
  await sql`
    update assistance_measure m set is_current = (m.plan_id = ${plan.id}::uuid)
    where m.county = ${plan.county} and ${ofSubject}
      and (m.is_current or m.plan_id = ${plan.id}::uuid)`.execute(tx);
  await markVillages(tx, [plan.area_code]);
}

export async function replaceInForce(tx: Tx, plan: PlanRecord): Promise<void> {
  const query = tx
    .updateTable('assistance_plan')
    .set({ state: 'replaced' })
    .where('county', '=', plan.county)
    .where('state', '=', 'approved');
  await (plan.household_id === null
    ? query.where('household_id', 'is', null).where('area_code', '=', plan.area_code)
    : query.where('household_id', '=', plan.household_id)
  ).execute();
  await markVillages(tx, [plan.area_code]);
}
