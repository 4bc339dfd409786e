// All SQL of leads: one row for a household, its hits, and the insert-only acts.
import { type RawBuilder, sql } from 'kysely';
import { type ClockColour, soonDays } from '#domain/casework/case-clock.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { HitVerdict, LeadOutcome, LeadState } from '#domain/targeting/comparison/lead.ts';
import type { Tx } from '#server/database/connect.ts';

export interface LeadRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly state: LeadState;
  readonly opened_on: string;
  readonly since: string;
  readonly due_on: string | null;
  readonly position: number;
  readonly answered_by: readonly string[];
  readonly outcome: LeadOutcome | null;
  readonly decided_on: string | null;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly stage: string;
  readonly listed_on: string | null;
  readonly kinds: readonly string[];
  readonly hits: number;
}

export interface HitRecord {
  readonly id: string;
  readonly kind: string;
  readonly list_title: string;
  readonly row_no: number;
  readonly person_id: string;
  readonly person_name: string;
  readonly identity_mask: string | null;
  readonly object: string;
  readonly object_since: string | null;
  readonly way: 'number' | 'hash' | 'name';
  readonly answer: string | null;
  readonly verdict: HitVerdict | null;
}

export interface LeadActRecord {
  readonly position: number;
  readonly kind: 'open' | 'answer' | 'return' | 'decide';
  readonly account_name: string;
  readonly true_on: string;
  readonly reason: string;
  readonly evidence: string;
}

const joined = sql`
  select t.*, h.household_no, h.head_name, h.stage, h.listed_on, k.kinds, k.hits
  from targeting_lead t
  join registry_household h on h.county = t.county and h.id = t.household_id
  left join lateral (
    select array_agg(distinct x.kind order by x.kind) as kinds, count(*)::integer as hits
    from targeting_hit x where x.county = t.county and x.lead_id = t.id) k on true`;

export interface LeadKey {
  readonly county: number;
  readonly id: string;
}

export async function findLead(
  tx: Tx,
  { county, id }: LeadKey,
  lock: 'shown' | 'locked',
): Promise<LeadRecord | undefined> {
  if (lock === 'locked') {
    await sql`select 1 from targeting_lead where county = ${county} and id = ${id}::uuid for update`.execute(
      tx,
    );
  }
  const { rows } = await sql<LeadRecord>`
    ${joined} where t.county = ${county} and t.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

const never = '9999-12-31';
const dueOrNever = sql<string>`coalesce(t.due_on, ${sql.lit(never)}::date)`;

export function dueKeyOf({ due_on }: Pick<LeadRecord, 'due_on'>): string {
  return due_on ?? never;
}

export interface LeadsAsked {
  readonly span: AreaSpan;
  readonly state: LeadState | undefined;
  readonly kind: string | undefined;
  readonly colour: ClockColour | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** What waits stands first, the longest overdue at the top; what is decided has no clock and ends the list. */
export async function listLeads(tx: Tx, asked: LeadsAsked): Promise<readonly LeadRecord[]> {
  const { span, state, kind, colour, today, after, limit } = asked;
  const conditions = [
    sql`t.area_code >= ${span.low} and t.area_code < ${span.high}`,
    ...(state === undefined ? [] : [sql`t.state = ${state}`]),
    ...(kind === undefined
      ? []
      : [
          sql`exists (select from targeting_hit x
            where x.county = t.county and x.lead_id = t.id and x.kind = ${kind})`,
        ]),
    ...(colour === undefined ? [] : [hasColour(colour, today)]),
    ...(after === undefined
      ? []
      : [sql`(${dueOrNever}, t.id) > (${after[0]}::date, ${after[1]}::uuid)`]),
  ];
  const { rows } = await sql<LeadRecord>`
    ${joined} where ${sql.join(conditions, sql` and `)}
    order by ${dueOrNever}, t.id limit ${limit}`.execute(tx);
  return rows;
}

/** As `colourOn` in the domain says it. */
function hasColour(colour: ClockColour, today: string): RawBuilder<unknown> {
  switch (colour) {
    case 'noClock':
      return sql`t.due_on is null`;
    case 'overdue':
      return sql`t.due_on < ${today}::date`;
    case 'soon':
      return sql`(t.due_on >= ${today}::date and t.due_on <= ${today}::date + ${sql.lit(soonDays)})`;
    case 'onTime':
      return sql`t.due_on > ${today}::date + ${sql.lit(soonDays)}`;
  }
}

export async function listLeadsOfHousehold(
  tx: Tx,
  { county, id }: LeadKey,
): Promise<readonly LeadRecord[]> {
  const { rows } = await sql<LeadRecord>`
    ${joined} where t.county = ${county} and t.household_id = ${id}::uuid
    order by t.opened_on desc, t.id desc`.execute(tx);
  return rows;
}

export async function countLeads(
  tx: Tx,
  { low, high }: AreaSpan,
  today: string,
): Promise<Readonly<Record<'open' | 'overdue' | 'answered' | 'cleared' | 'confirmed', number>>> {
  const count = (where: RawBuilder<unknown>) => sql`count(*) filter (where ${where})::integer`;
  const { rows } = await sql<
    Record<'open' | 'overdue' | 'answered' | 'cleared' | 'confirmed', number>
  >`
    select ${count(sql`state = 'open'`)} as open,
      ${count(sql`state <> 'decided' and due_on < ${today}::date`)} as overdue,
      ${count(sql`state = 'answered'`)} as answered,
      ${count(sql`outcome = 'cleared'`)} as cleared,
      ${count(sql`outcome = 'confirmed'`)} as confirmed
    from targeting_lead where area_code >= ${low} and area_code < ${high}`.execute(tx);
  return rows[0] ?? { open: 0, overdue: 0, answered: 0, cleared: 0, confirmed: 0 };
}

export async function listHits(tx: Tx, { county, id }: LeadKey): Promise<readonly HitRecord[]> {
  const { rows } = await sql<HitRecord>`
    select x.id, x.kind, x.list_title, x.row_no, x.person_id, p.name as person_name, p.identity_mask,
      x.object, x.object_since, x.way, x.answer, x.verdict
    from targeting_hit x
    join registry_person p on p.county = x.county and p.id = x.person_id
    where x.county = ${county} and x.lead_id = ${id}::uuid
    order by x.kind, p.position, x.row_no, x.id`.execute(tx);
  return rows;
}

export async function listLeadActs(
  tx: Tx,
  { county, id }: LeadKey,
): Promise<readonly LeadActRecord[]> {
  return tx
    .selectFrom('targeting_lead_act')
    .select(['position', 'kind', 'account_name', 'true_on', 'reason', 'evidence'])
    .where('county', '=', county)
    .where('lead_id', '=', id)
    .orderBy('position')
    .execute() as Promise<readonly LeadActRecord[]>;
}

export interface NewLeadAct {
  readonly kind: 'answer' | 'return' | 'decide';
  readonly account: string;
  readonly accountName: string;
  readonly on: string;
  readonly at: string;
  readonly reason: string;
  readonly evidence: string;
  readonly said: readonly {
    readonly hit: string;
    readonly answer?: string;
    readonly verdict?: string;
  }[];
}

type LeadChange = Partial<
  Pick<LeadRecord, 'state' | 'since' | 'due_on' | 'answered_by' | 'outcome' | 'decided_on'>
>;

/** The act, what it makes of the lead, and what it says of each hit. */
export async function enterLeadAct(
  tx: Tx,
  lead: LeadRecord,
  act: NewLeadAct,
  change: LeadChange,
): Promise<void> {
  const { county, id, household_id, area_code } = lead;
  const position = lead.position + 1;
  await tx
    .insertInto('targeting_lead_act')
    .values({
      county,
      lead_id: id,
      position,
      household_id,
      area_code,
      kind: act.kind,
      account: act.account,
      account_name: act.accountName,
      true_on: act.on,
      recorded_at: act.at,
      reason: act.reason,
      evidence: act.evidence,
      said: JSON.stringify(act.said),
    })
    .execute();
  const { answered_by, ...rest } = change;
  await tx
    .updateTable('targeting_lead')
    .set({
      ...rest,
      position,
      ...(answered_by === undefined ? {} : { answered_by: [...answered_by] }),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  await sql`
    update targeting_hit x set answer = coalesce(s.answer, x.answer), verdict = s.verdict
    from jsonb_to_recordset(${JSON.stringify(act.said)}::jsonb) as s (hit uuid, answer text, verdict text)
    where x.county = ${county} and x.lead_id = ${id}::uuid and x.id = s.hit`.execute(tx);
}

/** A lead opened meanwhile for the same household: the one sent back would be a second. */
export async function hasOtherOpenLead(tx: Tx, lead: LeadRecord): Promise<boolean> {
  const row = await tx
    .selectFrom('targeting_lead')
    .select('id')
    .where('county', '=', lead.county)
    .where('household_id', '=', lead.household_id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row !== undefined;
}
