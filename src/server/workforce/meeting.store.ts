// All SQL of meetings, who came, and what was decided.
import { type Selectable, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import type { Tx } from '#server/database/connect.ts';
import type {
  WorkforceAttendanceTable,
  WorkforceMeetingTable,
  WorkforceResolutionTable,
} from '#server/database/tables.ts';

export type MeetingRecord = Readonly<Selectable<WorkforceMeetingTable>>;
export type AttendanceRecord = Readonly<Selectable<WorkforceAttendanceTable>>;
export type ResolutionRecord = Readonly<Selectable<WorkforceResolutionTable>>;
type MeetingKey = Pick<MeetingRecord, 'county' | 'id'>;

export async function insertMeetings(
  tx: Tx,
  meetings: readonly MeetingRecord[],
  people: readonly AttendanceRecord[],
): Promise<void> {
  if (meetings.length === 0) return;
  await tx
    .insertInto('workforce_meeting')
    .values(meetings.map((row) => ({ ...row, agenda: [...row.agenda] })))
    .execute();
  await savePeople(tx, people);
}

/** Who was invited has come or has not; who was not invited and came is added. */
export async function savePeople(tx: Tx, people: readonly AttendanceRecord[]): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto('workforce_attendance')
    .values(people.map((row) => ({ ...row })))
    .onConflict((on) =>
      on.columns(['county', 'meeting_id', 'position']).doUpdateSet((kept) => ({
        name: kept.ref('excluded.name'),
        unit: kept.ref('excluded.unit'),
        presence: kept.ref('excluded.presence'),
      })),
    )
    .execute();
}

export async function findMeeting(
  tx: Tx,
  id: string,
  lock: 'shown' | 'locked' = 'shown',
): Promise<MeetingRecord | undefined> {
  const found = tx
    .selectFrom('workforce_meeting')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id);
  return (lock === 'locked' ? found.forUpdate() : found).executeTakeFirst();
}

export async function saveMinutes(
  tx: Tx,
  { county, id }: MeetingKey,
  minutes: Pick<MeetingRecord, 'minutes' | 'minutes_by_name' | 'minutes_on'>,
): Promise<void> {
  await tx
    .updateTable('workforce_meeting')
    .set(minutes)
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export interface CountedMeeting extends MeetingRecord {
  readonly invited: number;
  readonly came: number;
  readonly decisions: number;
  readonly done: number;
  readonly late: number;
}

/** Done by itself, or with the task or order it became: these are read only, whoever owns them. */
const became = sql`
  left join monitoring_task t on d.taken_as = 'task' and t.county = d.county and t.id = d.taken_id
  left join monitoring_order o on d.taken_as = 'order' and o.county = d.county and o.id = d.taken_id`;
const doneOn = sql`coalesce(d.done_on, t.done_on, o.closed_on)`;

function counted(today: string) {
  return sql`m.*,
    (select count(*)::integer from workforce_attendance a
      where a.county = m.county and a.meeting_id = m.id) as invited,
    (select count(*)::integer from workforce_attendance a
      where a.county = m.county and a.meeting_id = m.id
        and a.presence in ('present', 'represented')) as came,
    r.decisions, r.done, r.late
  from workforce_meeting m
  cross join lateral (
    select count(*)::integer as decisions, count(s.done_on)::integer as done,
      count(*) filter (where s.done_on is null and s.due_on < ${today}::date)::integer as late
    from (select d.county, d.meeting_id, d.due_on, ${doneOn} as done_on
      from workforce_resolution d ${became}) s
    where s.county = m.county and s.meeting_id = m.id) r`;
}

export async function listMeetingRows(
  tx: Tx,
  {
    span,
    kind,
    today,
    after,
    limit,
  }: {
    readonly span: AreaSpan;
    readonly kind: string | undefined;
    readonly today: string;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly CountedMeeting[]> {
  const { rows } = await sql<CountedMeeting>`
    select ${counted(today)}
    where m.area_code >= ${span.low} and m.area_code < ${span.high}
      ${kind === undefined ? sql`` : sql`and m.kind = ${kind}`}
      ${after === undefined ? sql`` : sql`and (m.held_on, m.id) < (${after[0]}::date, ${after[1]}::uuid)`}
    order by m.held_on desc, m.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export async function findCounted(
  tx: Tx,
  id: string,
  today: string,
): Promise<CountedMeeting | undefined> {
  const { rows } = await sql<CountedMeeting>`
    select ${counted(today)} where m.county = ${countyOfId(id)} and m.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Those held in a year, by kind. */
export async function countKinds(
  tx: Tx,
  span: AreaSpan,
  year: number,
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::integer as count from workforce_meeting
    where area_code >= ${span.low} and area_code < ${span.high} and minutes is not null
      and held_on >= make_date(${year}, 1, 1) and held_on < make_date(${year + 1}, 1, 1)
    group by 1`.execute(tx);
  return rows;
}

export async function listPeople(
  tx: Tx,
  { county, id }: MeetingKey,
): Promise<readonly AttendanceRecord[]> {
  return tx
    .selectFrom('workforce_attendance')
    .selectAll()
    .where('county', '=', county)
    .where('meeting_id', '=', id)
    .orderBy('position')
    .execute();
}

export interface TitledResolution extends ResolutionRecord {
  readonly meeting_title: string;
}

const titled = sql`d.county, d.id, d.meeting_id, d.position, d.area_code, d.words, d.owner, d.due_on,
    d.taken_as, d.taken_id, ${doneOn}::text as done_on, d.done_words, m.title as meeting_title
  from workforce_resolution d
  join workforce_meeting m on m.county = d.county and m.id = d.meeting_id ${became}`;

export async function listResolutions(
  tx: Tx,
  { county, id }: MeetingKey,
): Promise<readonly TitledResolution[]> {
  const { rows } = await sql<TitledResolution>`
    select ${titled} where d.county = ${county} and d.meeting_id = ${id}::uuid
    order by d.position`.execute(tx);
  return rows;
}

export async function listOpenResolutions(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly TitledResolution[]> {
  const { rows } = await sql<TitledResolution>`
    select ${titled}
    where d.area_code >= ${span.low} and d.area_code < ${span.high} and ${doneOn} is null
    order by d.due_on, d.id limit 50`.execute(tx);
  return rows;
}

export async function insertResolutions(tx: Tx, rows: readonly ResolutionRecord[]): Promise<void> {
  if (rows.length > 0) {
    await tx
      .insertInto('workforce_resolution')
      .values(rows.map((row) => ({ ...row })))
      .execute();
  }
}

/** Held until the transaction ends, so that one decision is taken over once. */
export async function lockResolution(tx: Tx, id: string): Promise<ResolutionRecord | undefined> {
  return tx
    .selectFrom('workforce_resolution')
    .selectAll()
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function takeResolutionRow(
  tx: Tx,
  { county, id }: Pick<ResolutionRecord, 'county' | 'id'>,
  taken: { readonly as: 'task' | 'order'; readonly id: string },
): Promise<void> {
  await tx
    .updateTable('workforce_resolution')
    .set({ taken_as: taken.as, taken_id: taken.id })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function finishResolutionRow(
  tx: Tx,
  { county, id }: Pick<ResolutionRecord, 'county' | 'id'>,
  { on, words }: { readonly on: string; readonly words: string },
): Promise<void> {
  await tx
    .updateTable('workforce_resolution')
    .set({ done_on: on, done_words: words })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
