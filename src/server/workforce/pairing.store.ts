// All SQL of pairings: dated rows, at most one open for a household.
import { sql } from 'kysely';
import type { Tx } from '#server/database/connect.ts';

export interface PairingRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly helper_id: string;
  readonly helper_name: string;
  readonly helper_rank: string;
  readonly unit_id: string | null;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly ended_reason: string | null;
  readonly away_from: string | null;
  readonly away_to: string | null;
  readonly stand_in: string | null;
  readonly stand_in_name: string | null;
  readonly why: unknown;
  readonly made_by: string;
  readonly made_by_name: string;
  readonly last_visit_on: string | null;
  readonly last_on_site_on: string | null;
  readonly due_on: string | null;
}

export interface HouseholdKey {
  readonly county: number;
  readonly id: string;
}

export interface NewPairing {
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly helper_id: string;
  readonly why: unknown;
}

export interface MadeBy {
  readonly county: number;
  readonly today: string;
  readonly due: string | null;
  readonly account: string;
  readonly name: string;
}

/** Inserts pairings in one statement; a household that has one by now is left out. Gives what went in. */
export async function insertPairings(
  tx: Tx,
  pairings: readonly NewPairing[],
  { county, today, due, account, name }: MadeBy,
): Promise<readonly { readonly household_id: string; readonly helper_id: string }[]> {
  if (pairings.length === 0) return [];
  const of = <Key extends keyof NewPairing>(key: Key) => pairings.map((one) => one[key]);
  const { rows } = await sql<{ household_id: string; helper_id: string }>`
    insert into workforce_pairing (county, id, household_id, area_code, helper_id, helper_name,
      helper_rank, unit_id, from_on, away_from, away_to, stand_in, stand_in_name, why, made_by,
      made_by_name, due_on)
    select ${county}, n.id, n.household, n.area, h.id, h.name, h.rank, h.unit_id, ${today}::date,
      h.away_from, h.away_to, h.stand_in, h.stand_in_name, n.why, ${account}::uuid, ${name}, ${due}::date
    from unnest(${of('id')}::uuid[], ${of('household_id')}::uuid[], ${of('area_code')}::text[],
        ${of('helper_id')}::uuid[], ${pairings.map((one) => JSON.stringify(one.why))}::jsonb[])
      as n (id, household, area, helper, why)
    join workforce_helper h on h.county = ${county} and h.id = n.helper
    on conflict (county, household_id) where to_on is null do nothing
    returning household_id, helper_id`.execute(tx);
  return rows;
}

export async function findOpenPairing(
  tx: Tx,
  { county, id }: HouseholdKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<PairingRecord | undefined> {
  const query = tx
    .selectFrom('workforce_pairing')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .where('to_on', 'is', null);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function listPairingsOf(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly PairingRecord[]> {
  return tx
    .selectFrom('workforce_pairing')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function closePairing(
  tx: Tx,
  { county, id }: HouseholdKey,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('workforce_pairing')
    .set({ to_on: on, ended_reason: reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Everything a leaver has ends on a day. */
export async function closePairingsOf(
  tx: Tx,
  { county, id }: HouseholdKey,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<number> {
  const { rows } = await sql<{ one: number }>`
    update workforce_pairing set to_on = ${on}::date, ended_reason = ${reason}
    where county = ${county} and helper_id = ${id}::uuid and to_on is null
    returning 1 as one`.execute(tx);
  return rows.length;
}

export interface Leave {
  readonly from: string | null;
  readonly to: string | null;
  readonly standIn: string | null;
  readonly standInName: string | null;
}

/** What readers of a household see of its helper's leave follows the helper's row. */
export async function markLeave(tx: Tx, { county, id }: HouseholdKey, leave: Leave): Promise<void> {
  await tx
    .updateTable('workforce_pairing')
    .set({
      away_from: leave.from,
      away_to: leave.to,
      stand_in: leave.standIn,
      stand_in_name: leave.standInName,
    })
    .where('county', '=', county)
    .where('helper_id', '=', id)
    .where('to_on', 'is', null)
    .execute();
}

/** Those they stand in for have nobody in these days; with no last day, for good. */
export async function releaseStandIn(
  tx: Tx,
  { county, id }: HouseholdKey,
  { from, to }: { readonly from: string; readonly to: string | null },
): Promise<void> {
  await sql`select workforce_release_stand_in(${county}::integer, ${id}::uuid, ${from}::date,
    ${to}::date)`.execute(tx);
}

/** The name that pairings show, where a helper's name, rank or unit was changed. */
export async function renameInPairings(
  tx: Tx,
  { county, id }: HouseholdKey,
  shown: { readonly name: string; readonly rank: string; readonly unit: string | null },
): Promise<void> {
  await tx
    .updateTable('workforce_pairing')
    .set({ helper_name: shown.name, helper_rank: shown.rank, unit_id: shown.unit })
    .where('county', '=', county)
    .where('helper_id', '=', id)
    .where('to_on', 'is', null)
    .execute();
}

export interface HelpedRecord {
  readonly id: string;
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly members: number;
  readonly area_code: string;
  readonly from_on: string;
  readonly last_visit_on: string | null;
  readonly due_on: string | null;
  readonly helper_name: string;
  readonly for_another: boolean;
  readonly offered_to: string | null;
}

/** What a helper answers for today, their own and those they stand in for; the earliest due first. */
export async function listHelped(
  tx: Tx,
  { county, id }: HouseholdKey,
  today: string,
): Promise<readonly HelpedRecord[]> {
  const { rows } = await sql<HelpedRecord>`
    select p.id, p.household_id, h.household_no, h.head_name, h.members, h.area_code, p.from_on,
      p.last_visit_on, p.due_on, p.helper_name, p.helper_id <> ${id}::uuid as for_another,
      o.to_name as offered_to
    from workforce_pairing p
    join registry_household h on h.county = p.county and h.id = p.household_id
    left join workforce_handover o on o.county = p.county and o.household_id = p.household_id
      and o.state = 'offered'
    where p.county = ${county} and p.to_on is null
      and (p.helper_id = ${id}::uuid or (p.stand_in = ${id}::uuid
        and p.away_from <= ${today}::date and (p.away_to is null or p.away_to >= ${today}::date)))
    order by p.due_on nulls last, h.area_code, h.household_no
    limit 300`.execute(tx);
  return rows;
}
