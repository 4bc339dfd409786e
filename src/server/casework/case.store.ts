// All SQL of cases: the case row with its projection for the queue, and the insert-only acts.
import { type RawBuilder, sql } from 'kysely';
import type { ActKind, CaseAct, Meeting, Verdict } from '#domain/casework/case-act.ts';
import { type ClockColour, soonDays } from '#domain/casework/case-clock.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';

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
}

export interface CaseRecord extends CaseKey, Projection {
  readonly household_id: string;
  readonly area_code: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly begun_on: string;
  readonly begun_by: string;
}

export async function insertCase(tx: Tx, row: CaseRecord): Promise<void> {
  await tx
    .insertInto('casework_case')
    .values({ ...row, waits_for: [...row.waits_for] })
    .execute();
}

export async function updateCase(tx: Tx, key: CaseKey, projection: Projection): Promise<void> {
  await tx
    .updateTable('casework_case')
    .set({ ...projection, waits_for: [...projection.waits_for] })
    .where('county', '=', key.county)
    .where('id', '=', key.id)
    .execute();
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

type Place = CaseKey & { readonly household_id: string; readonly area_code: string };

export async function insertAct(tx: Tx, place: Place, act: CaseAct): Promise<void> {
  const { county, id, household_id, area_code } = place;
  await tx
    .insertInto('casework_act')
    .values({
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
      meeting: act.meeting === undefined ? null : JSON.stringify(act.meeting),
      place: act.place ?? null,
      objection: act.objection ?? null,
      verdict: act.verdict ?? null,
      objector: act.objector ?? null,
    })
    .execute();
}

export async function listActs(tx: Tx, { county, id }: CaseKey): Promise<readonly CaseAct[]> {
  const rows = await tx
    .selectFrom('casework_act')
    .selectAll()
    .where('county', '=', county)
    .where('case_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
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
    objection: row.objection ?? undefined,
    verdict: (row.verdict ?? undefined) as Verdict | undefined,
    objector: row.objector ?? undefined,
  }));
}

export interface QueueRecord extends CaseRecord {
  readonly household_no: string;
  readonly head_name: string | null;
}

export interface QueueRequest {
  readonly span: AreaSpan;
  /** Roles and offices it waits for; undefined for everything open. */
  readonly words: readonly string[] | undefined;
  readonly process: string | undefined;
  readonly step: string | undefined;
  readonly colour: ClockColour | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** A step without a clock comes after all that have one. */
const never = '9999-12-31';
const dueOrNever = sql<string>`coalesce(c.due_on, ${sql.lit(never)}::date)`;

/** Open cases, the longest overdue first. */
export async function listOpenCases(tx: Tx, asked: QueueRequest): Promise<readonly QueueRecord[]> {
  const { after, limit } = asked;
  const place =
    after === undefined
      ? sql`true`
      : sql`(${dueOrNever}, c.id) > (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<QueueRecord>`
    select c.*, h.household_no, h.head_name
    from casework_case c
    join registry_household h on h.county = c.county and h.id = c.household_id
    where ${isAskedFor(asked)} and ${place}
    order by ${dueOrNever}, c.id
    limit ${limit}`.execute(tx);
  return rows;
}

export function dueKeyOf({ due_on }: Pick<CaseRecord, 'due_on'>): string {
  return due_on ?? never;
}

export interface CountRecord {
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly begun_on: string;
  readonly step: string;
  readonly overdue: number;
  readonly soon: number;
  readonly on_time: number;
  readonly no_clock: number;
}

export async function countOpenCases(
  tx: Tx,
  asked: Pick<QueueRequest, 'span' | 'words' | 'today'>,
): Promise<readonly CountRecord[]> {
  const { today } = asked;
  const count = (colour: ClockColour) =>
    sql`count(*) filter (where ${hasColour(colour, today)})::integer`;
  const { rows } = await sql<CountRecord>`
    select c.pack, c.pack_edition, c.process, max(c.begun_on) as begun_on, c.step,
      ${count('overdue')} as overdue, ${count('soon')} as soon,
      ${count('onTime')} as on_time, ${count('noClock')} as no_clock
    from casework_case c
    where ${isAskedFor({ ...asked, process: undefined, step: undefined, colour: undefined })}
    group by c.pack, c.pack_edition, c.process, c.step`.execute(tx);
  return rows;
}

function isAskedFor({
  span,
  words,
  process,
  step,
  colour,
  today,
}: Omit<QueueRequest, 'after' | 'limit'>): RawBuilder<unknown> {
  return sql.join(
    [
      sql`c.step is not null and c.area_code >= ${span.low} and c.area_code < ${span.high}`,
      ...(words === undefined ? [] : [sql`c.waits_for && ${words as string[]}::text[]`]),
      ...(process === undefined ? [] : [sql`c.process = ${process}`]),
      ...(step === undefined ? [] : [sql`c.step = ${step}`]),
      ...(colour === undefined ? [] : [hasColour(colour, today)]),
    ],
    sql` and `,
  );
}

/** As `colourOn` in the domain says it. */
function hasColour(colour: ClockColour, today: string): RawBuilder<unknown> {
  switch (colour) {
    case 'noClock':
      return sql`c.due_on is null`;
    case 'overdue':
      return sql`c.due_on < ${today}::date`;
    case 'soon':
      return sql`(c.due_on >= ${today}::date and c.due_on <= ${today}::date + ${sql.lit(soonDays)})`;
    case 'onTime':
      return sql`c.due_on > ${today}::date + ${sql.lit(soonDays)}`;
  }
}

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
