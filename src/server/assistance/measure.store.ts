// All SQL of what plans hold: measures with how they go on, yearly targets and milestones.
import type { Tx } from '#server/database/connect.ts';
import { markPlaceOf } from './help-mark.store.ts';
import type { PlanKey } from './plan.store.ts';

export interface MeasureRecord {
  readonly county: number;
  readonly id: string;
  readonly plan_id: string;
  readonly line: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly position: number;
  readonly code: string;
  readonly benefit: string | null;
  readonly goal: string;
  readonly focus: string;
  readonly method: string;
  readonly owner: string;
  readonly due_on: string | null;
  readonly judged_by: string;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly promised_fen: number | null;
  readonly field: string | null;
  readonly expected: string | null;
  readonly suggested_by: string | null;
  readonly is_current: boolean;
  readonly state: string;
  readonly state_on: string | null;
}

export interface TargetRecord {
  readonly county: number;
  readonly id: string;
  readonly plan_id: string;
  readonly line: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly kind: string;
  readonly metric: string;
  readonly title: string;
  readonly due_on: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly done_on: string | null;
  readonly done_by_name: string | null;
}

export async function replaceMeasures(
  tx: Tx,
  { county, id }: PlanKey,
  measures: readonly MeasureRecord[],
): Promise<void> {
  await tx
    .deleteFrom('assistance_measure')
    .where('county', '=', county)
    .where('plan_id', '=', id)
    .execute();
  if (measures.length === 0) return;
  await tx
    .insertInto('assistance_measure')
    .values(measures.map((one) => ({ ...one })))
    .execute();
  await markPlaceOf(tx, 'plan', { county, id });
}

export async function replaceTargets(
  tx: Tx,
  { county, id }: PlanKey,
  targets: readonly TargetRecord[],
): Promise<void> {
  await tx
    .deleteFrom('assistance_target')
    .where('county', '=', county)
    .where('plan_id', '=', id)
    .execute();
  if (targets.length === 0) return;
  await tx
    .insertInto('assistance_target')
    .values(targets.map((one) => ({ ...one })))
    .execute();
}

export async function listMeasures(
  tx: Tx,
  county: number,
  plans: readonly string[],
): Promise<readonly MeasureRecord[]> {
  if (plans.length === 0) return [];
  return tx
    .selectFrom('assistance_measure')
    .selectAll()
    .where('county', '=', county)
    .where('plan_id', 'in', [...plans])
    .orderBy('position')
    .execute();
}

export async function listTargets(
  tx: Tx,
  county: number,
  plans: readonly string[],
): Promise<readonly TargetRecord[]> {
  if (plans.length === 0) return [];
  return tx
    .selectFrom('assistance_target')
    .selectAll()
    .where('county', '=', county)
    .where('plan_id', 'in', [...plans])
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

/** The measure of the plan in force that carries this line. */
export async function findMeasureInForce(
  tx: Tx,
  { county, id }: PlanKey,
): Promise<MeasureRecord | undefined> {
  return tx
    .selectFrom('assistance_measure')
    .selectAll()
    .where('county', '=', county)
    .where('line', '=', id)
    .where('is_current', '=', true)
    .forUpdate()
    .executeTakeFirst();
}

export async function setMeasureState(
  tx: Tx,
  { county, id }: PlanKey,
  { state, on }: { readonly state: string; readonly on: string },
): Promise<void> {
  await tx
    .updateTable('assistance_measure')
    .set({ state, state_on: on })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  await markPlaceOf(tx, 'measure', { county, id });
}

export interface ProgressRecord {
  readonly county: number;
  readonly id: string;
  readonly line: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly state: string;
  readonly on_day: string;
  readonly words: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function insertProgress(tx: Tx, progress: ProgressRecord): Promise<void> {
  await tx
    .insertInto('assistance_progress')
    .values({ ...progress })
    .execute();
}

export async function listProgress(
  tx: Tx,
  county: number,
  lines: readonly string[],
): Promise<readonly ProgressRecord[]> {
  if (lines.length === 0) return [];
  return tx
    .selectFrom('assistance_progress')
    .selectAll()
    .where('county', '=', county)
    .where('line', 'in', [...lines])
    .orderBy('recorded_at', 'desc')
    .execute();
}

/** The milestone of a plan in force that carries this line. */
export async function findMilestone(
  tx: Tx,
  { county, id }: PlanKey,
): Promise<TargetRecord | undefined> {
  return tx
    .selectFrom('assistance_target as t')
    .innerJoin('assistance_plan as p', (join) =>
      join.onRef('p.county', '=', 't.county').onRef('p.id', '=', 't.plan_id'),
    )
    .selectAll('t')
    .where('t.county', '=', county)
    .where('t.line', '=', id)
    .where('t.kind', '=', 'milestone')
    .where('p.state', '=', 'approved')
    .executeTakeFirst();
}

export async function setMilestone(
  tx: Tx,
  { county, id }: PlanKey,
  done: { readonly on: string; readonly by: string },
): Promise<void> {
  await tx
    .updateTable('assistance_target')
    .set({ done_on: done.on, done_by_name: done.by })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
