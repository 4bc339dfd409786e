// All SQL of notices: the notice with its bytes, the copy the public reads, the numbers on the list and the
// evidence that it hung.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import type {
  PublicityEvidenceTable,
  PublicityItemTable,
  PublicityNoticeTable,
  PublicityPublicCopyTable,
} from '#server/database/tables.ts';

export interface NoticeKey {
  readonly county: number;
  readonly id: string;
}

export type NoticeRecord = Readonly<PublicityNoticeTable>;
export type ItemRecord = Readonly<PublicityItemTable>;
export type EvidenceRecord = Readonly<PublicityEvidenceTable>;

export async function insertNotice(
  tx: Tx,
  notice: NoticeRecord,
  items: readonly ItemRecord[],
): Promise<void> {
  const { county, id, area_code, code, content, last_day } = notice;
  await tx.insertInto('publicity_notice').values(notice).execute();
  await tx
    .insertInto('publicity_public_copy')
    .values({ county, notice_id: id, area_code, code, content, last_day })
    .execute();
  if (items.length === 0) return;
  await tx
    .insertInto('publicity_item')
    .values([...items])
    .execute();
}

export async function findNotice(
  tx: Tx,
  { county, id }: NoticeKey,
  lock: 'shown' | 'locked' = 'shown',
): Promise<NoticeRecord | undefined> {
  const query = tx
    .selectFrom('publicity_notice')
    .selectAll()
    .where('county', '=', county)
    .where('id', '=', id);
  return (lock === 'locked' ? query.forUpdate() : query).executeTakeFirst();
}

export async function findReplacement(tx: Tx, { county, id }: NoticeKey) {
  const row = await tx
    .selectFrom('publicity_notice')
    .select('id')
    .where('county', '=', county)
    .where('replaces', '=', id)
    .executeTakeFirst();
  return row?.id;
}

export async function withdrawNotice(
  tx: Tx,
  { county, id }: NoticeKey,
  { on, by, reason }: { readonly on: string; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('publicity_notice')
    .set({ withdrawn_on: on, withdrawn_by_name: by, withdrawn_reason: reason })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
  await tx
    .deleteFrom('publicity_public_copy')
    .where('county', '=', county)
    .where('notice_id', '=', id)
    .execute();
}

export async function listItems(tx: Tx, { county, id }: NoticeKey): Promise<readonly ItemRecord[]> {
  return tx
    .selectFrom('publicity_item')
    .selectAll()
    .where('county', '=', county)
    .where('notice_id', '=', id)
    .orderBy('number')
    .execute();
}

export interface ItemStanding extends ItemRecord {
  readonly head_name: string | null;
  readonly case_step: string | null;
  readonly end_id: string | null;
}

/** With where each case stands today. */
export async function listItemStandings(
  tx: Tx,
  { county, id }: NoticeKey,
): Promise<readonly ItemStanding[]> {
  const { rows } = await sql<ItemStanding>`
    select i.*, h.head_name, c.step as case_step, c.end_id
    from publicity_item i
    join casework_case c on c.county = i.county and c.id = i.case_id
    left join registry_household h on h.county = i.county and h.id = i.household_id
    where i.county = ${county} and i.notice_id = ${id}::uuid
    order by i.number`.execute(tx);
  return rows;
}

export async function insertEvidence(tx: Tx, row: EvidenceRecord): Promise<void> {
  await tx.insertInto('publicity_evidence').values(row).execute();
}

export async function listEvidence(tx: Tx, { county, id }: NoticeKey) {
  return tx
    .selectFrom('publicity_evidence')
    .selectAll()
    .where('county', '=', county)
    .where('notice_id', '=', id)
    .orderBy('taken_on')
    .orderBy('id')
    .execute();
}

export interface ListedNotice
  extends Pick<
    NoticeRecord,
    | 'county'
    | 'id'
    | 'area_code'
    | 'kind'
    | 'title_zh'
    | 'title_en'
    | 'cases'
    | 'first_day'
    | 'last_day'
    | 'withdrawn_on'
    | 'posted_by_name'
    | 'topic'
  > {
  readonly evidence: readonly string[];
  readonly is_of_areas: boolean;
  readonly open_objections: number;
  readonly all_objections: number;
}

export interface NoticeSearch {
  readonly span: AreaSpan;
  readonly state: 'hanging' | 'expired' | 'withdrawn' | 'objected' | undefined;
  readonly today: string;
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

export async function listNoticeRows(
  tx: Tx,
  { span, state, today, after, limit }: NoticeSearch,
): Promise<readonly ListedNotice[]> {
  const place =
    after === undefined
      ? sql`true`
      : sql`(n.last_day, n.id) < (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<ListedNotice>`
    select n.county, n.id, n.area_code, n.kind, n.title_zh, n.title_en, n.cases, n.first_day,
      n.last_day, n.withdrawn_on, n.posted_by_name, n.topic,
      strpos(n.content, '"subject":"area"') > 0 as is_of_areas,
      array(select distinct e.kind from publicity_evidence e
        where e.county = n.county and e.notice_id = n.id) as evidence,
      (select count(*) from publicity_objection o
        where o.county = n.county and o.notice_id = n.id and o.verdict is null)::integer
        as open_objections,
      (select count(*) from publicity_objection o
        where o.county = n.county and o.notice_id = n.id)::integer as all_objections
    from publicity_notice n
    where n.area_code >= ${span.low} and n.area_code < ${span.high}
      and ${inState(state, today)} and ${place}
    order by n.last_day desc, n.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

function inState(state: NoticeSearch['state'], today: string): RawBuilder<unknown> {
  switch (state) {
    case undefined:
      return sql`true`;
    case 'hanging':
      return sql`n.withdrawn_on is null and n.last_day >= ${today}::date`;
    case 'expired':
      return sql`n.withdrawn_on is null and n.last_day < ${today}::date`;
    case 'withdrawn':
      return sql`n.withdrawn_on is not null`;
    case 'objected':
      return sql`exists (select 1 from publicity_objection o
        where o.county = n.county and o.notice_id = n.id and o.verdict is null)`;
  }
}

/** What stood on the last notice of an area, offered for the next one: typed once. */
export async function lastContentOf(tx: Tx, area: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('publicity_notice')
    .select('content')
    .where('area_code', '=', area)
    .orderBy('last_day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content;
}

/** Notices of money or of one project, the latest first. */
export async function listMoneyNotices(
  tx: Tx,
  asked: {
    readonly county: number;
    readonly area: string;
    readonly topic?: string;
    readonly project: string | null;
  },
): Promise<readonly NoticeRecord[]> {
  const query = tx
    .selectFrom('publicity_notice')
    .selectAll()
    .where('county', '=', asked.county)
    .where('topic', 'is not', null)
    .where('project_id', asked.project === null ? 'is' : '=', asked.project);
  const own = asked.project === null ? query.where('area_code', '=', asked.area) : query;
  const of = asked.topic === undefined ? own : own.where('topic', '=', asked.topic);
  const latest = of.orderBy('last_day', 'desc').orderBy('id', 'desc');
  // Those of a project are few and shown whole; of an area the latest are recalled, the others are among the notices.
  return (asked.project === null ? latest.limit(20) : latest).execute();
}

export type PublicCopy = Readonly<PublicityPublicCopyTable>;

export async function findPublicCopy(tx: Tx, code: string): Promise<PublicCopy | undefined> {
  return tx
    .selectFrom('publicity_public_copy')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
}

export async function findNoticeByCode(tx: Tx, code: string): Promise<NoticeRecord | undefined> {
  return tx.selectFrom('publicity_notice').selectAll().where('code', '=', code).executeTakeFirst();
}

/** The record and its hash stay; what the public could read is gone. */
export async function deleteCopiesBefore(tx: Tx, today: string): Promise<number> {
  const gone = await tx
    .deleteFrom('publicity_public_copy')
    .where('last_day', '<', today)
    .returning('notice_id')
    .execute();
  return gone.length;
}
