// All SQL of one case: its row with the projection for the queue, and the insert-only acts.
import { type Selectable, sql } from 'kysely';
import type { ActKind, CaseAct, Meeting, Proof, Verdict } from '#domain/casework/case-act.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import type { CaseworkActTable } from '#server/database/tables.ts';
import { countColumns, countedCases } from './case-counts.store.ts';

export interface CaseKey {
  readonly county: number;
  readonly id: string;
}

/** What the queue asks for, as the acts make it. */
export interface Projection {
  readonly position: number;
  readonly step: string | null;
  readonly step_since: string;
  readonly due_on: string | null;
  readonly waits_for: readonly string[];
  readonly end_id: string | null;
  readonly ended_on: string | null;
  /** Class the case put its household into. */
  readonly help_class: string | null;
}

export interface CaseRecord extends CaseKey, Projection {
  /** Null of the case of a village or county itself. */
  readonly household_id: string | null;
  readonly area_code: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly begun_on: string;
  readonly begun_by: string;
}

/** With its place in the counts, as every change of a case. */
export async function insertCase(tx: Tx, row: CaseRecord): Promise<void> {
  await tx
    .insertInto('casework_case')
    .values({ ...row, waits_for: [...row.waits_for] })
    .execute();
  const key = sql`county = ${row.county} and id = ${row.id}::uuid`;
  await sql`
    insert into casework_count_delta (${countColumns})
    ${countedCases(sql`(select * from casework_case where ${key})`, 1)}`.execute(tx);
}

export async function updateCase(tx: Tx, key: CaseKey, projection: Projection): Promise<void> {
  const sets = Object.entries(projection).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  const own = sql`county = ${key.county} and id = ${key.id}::uuid`;
  await sql`
    with before as (select * from casework_case where ${own}),
    after as (update casework_case set ${sql.join(sets)} where ${own} returning *)
    insert into casework_count_delta (${countColumns})
    ${countedCases(sql`before`, -1)} union all ${countedCases(sql`after`, 1)}`.execute(tx);
}

/** Locked, whoever acts at the same time waits and then sees what was done. */
export async function findCase(
  tx: Tx,
  { county, id }: CaseKey,
  lock: 'shown' | 'locked',
): Promise<CaseRecord | undefined> {
  const query = tx
    .selectFrom('casework_case')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function hasOpenCase(
  tx: Tx,
  { county, household, process }: { county: number; household: string; process: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('casework_case')
    .select('id')
    .where('county', '=', county)
    .where('household_id', '=', household)
    .where('process', '=', process)
    .where('step', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export type CasePlace = CaseKey & {
  readonly household_id: string | null;
  readonly area_code: string;
};

export async function insertAct(tx: Tx, place: CasePlace, act: CaseAct): Promise<void> {
  const row = actRow(place, act);
  const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value));
  await tx
    .insertInto('casework_act')
    .values({ ...row, meeting: jsonOf(row.meeting), proof: jsonOf(row.proof) })
    .execute();
}

export function actRow({ county, id, household_id, area_code }: CasePlace, act: CaseAct) {
  return {
    county,
    case_id: id,
    household_id,
    area_code,
    position: act.position,
    kind: act.kind,
    step: act.step,
    account: act.account,
    account_name: act.accountName,
    capacity: act.capacity,
    is_typed: act.isTyped,
    true_on: act.on,
    recorded_at: act.at,
    reason: act.reason,
    outcome: act.outcome ?? null,
    meeting: act.meeting ?? null,
    place: act.place ?? null,
    hangs_until: act.until ?? null,
    objection: act.objection ?? null,
    verdict: act.verdict ?? null,
    objector: act.objector ?? null,
    also: [...(act.also ?? [])],
    proof: act.proof ?? null,
    roster: act.roster ?? null,
  };
}

export async function listActs(tx: Tx, { county, id }: CaseKey): Promise<readonly CaseAct[]> {
  const rows = await tx
    .selectFrom('casework_act')
    .selectAll()
    .where('county', '=', county)
    .where('case_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(actOfRow);
}

export function actOfRow(row: Selectable<CaseworkActTable>): CaseAct {
  return {
    position: row.position,
    kind: row.kind as ActKind,
    step: row.step,
    account: row.account,
    accountName: row.account_name,
    capacity: row.capacity,
    isTyped: row.is_typed,
    on: plainDate(row.true_on),
    at: row.recorded_at,
    reason: row.reason,
    outcome: row.outcome ?? undefined,
    meeting: (row.meeting ?? undefined) as Meeting | undefined,
    place: row.place ?? undefined,
    until: row.hangs_until === null ? undefined : plainDate(row.hangs_until),
    objection: row.objection ?? undefined,
    verdict: (row.verdict ?? undefined) as Verdict | undefined,
    objector: row.objector ?? undefined,
    ...(row.also.length === 0 ? {} : { also: row.also }),
    ...(row.proof === null ? {} : { proof: row.proof as Proof }),
    ...(row.roster === null ? {} : { roster: row.roster }),
  };
}

/** With its household, where it is of one. */
export interface QueueRecord extends CaseRecord {
  readonly household_no: string | null;
  readonly head_name: string | null;
}

export type HouseholdQueueRecord = QueueRecord & {
  readonly household_id: string;
  readonly household_no: string;
};

export async function listCasesOfHousehold(
  tx: Tx,
  { county, id }: CaseKey,
): Promise<readonly QueueRecord[]> {
  const { rows } = await sql<QueueRecord>`
    select c.*, h.household_no, h.head_name
    from casework_case c
    join registry_household h on h.county = c.county and h.id = c.household_id
    where c.county = ${county} and c.household_id = ${id}::uuid
    order by c.begun_on desc, c.id desc`.execute(tx);
  return rows;
}
