// All SQL of hand-overs: a household offered to the next helper, and what came of it.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type { HouseholdKey } from './pairing.store.ts';

export interface HandoverRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly pairing_id: string;
  readonly from_helper: string;
  readonly from_name: string;
  readonly to_helper: string;
  readonly to_name: string;
  readonly reason: string;
  readonly offered_on: string;
  readonly offered_by_name: string;
}

export async function insertHandovers(tx: Tx, handovers: readonly HandoverRecord[]): Promise<void> {
  if (handovers.length === 0) return;
  await tx
    .insertInto('workforce_handover')
    .values(handovers.map((one) => ({ ...one, state: 'offered' })))
    .execute();
}

export type HandoverView = HandoverRecord & { readonly head_name: string | null };

export async function listHandoverRows(
  tx: Tx,
  where: {
    readonly span?: AreaSpan;
    readonly to?: string;
    readonly household?: string;
    readonly id?: string;
  },
): Promise<readonly HandoverView[]> {
  const conditions: RawBuilder<unknown>[] = [sql`o.state = 'offered'`];
  const { span, to, household, id } = where;
  if (span !== undefined) {
    conditions.push(sql`o.area_code >= ${span.low} and o.area_code < ${span.high}`);
  }
  if (to !== undefined) conditions.push(sql`o.to_helper = ${to}::uuid`);
  if (household !== undefined) conditions.push(sql`o.household_id = ${household}::uuid`);
  if (id !== undefined) conditions.push(sql`o.id = ${id}::uuid`);
  const { rows } = await sql<HandoverView>`
    select o.*, h.head_name
    from workforce_handover o
    left join registry_household h on h.county = o.county and h.id = o.household_id
    where ${sql.join(conditions, sql` and `)}
    order by o.offered_on, o.id
    limit 200`.execute(tx);
  return rows;
}

export async function declineHandover(
  tx: Tx,
  { county, id }: HouseholdKey,
  answer: {
    readonly state: 'declined' | 'withdrawn';
    readonly on: string;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  await tx
    .updateTable('workforce_handover')
    .set({
      state: answer.state,
      answered_on: answer.on,
      answered_by_name: answer.by,
      answer_reason: answer.reason,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .execute();
}

/** Offers of a household, or of everything somebody has, come to nothing. */
export async function withdrawOffers(
  tx: Tx,
  where: { readonly county: number; readonly household?: string; readonly helper?: string },
  answer: { readonly on: string; readonly by: string; readonly reason: string },
): Promise<void> {
  const { county, household, helper } = where;
  await sql`
    update workforce_handover set state = 'withdrawn', answered_on = ${answer.on}::date,
      answered_by_name = ${answer.by}, answer_reason = ${answer.reason}
    where county = ${county} and state = 'offered'
      and ${household === undefined ? sql`true` : sql`household_id = ${household}::uuid`}
      and ${helper === undefined ? sql`true` : sql`(from_helper = ${helper}::uuid or to_helper = ${helper}::uuid)`}`.execute(
    tx,
  );
}

/** Both sides of an accepted hand-over, which one of them may not see; false when it was answered. */
export async function takeOver(
  tx: Tx,
  handover: {
    readonly county: number;
    readonly id: string;
    readonly pairing: string;
    readonly today: string;
    readonly account: string;
    readonly name: string;
  },
): Promise<boolean> {
  const { county, id, pairing, today, account, name } = handover;
  const { rows } = await sql<{ taken: boolean }>`
    select workforce_take_over(${county}, ${id}::uuid, ${pairing}::uuid, ${today}::date,
      ${account}::uuid, ${name}) as taken`.execute(tx);
  return rows[0]?.taken === true;
}
