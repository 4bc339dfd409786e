// All SQL of visits, what they found, and interviews with units.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface VisitRecord {
  readonly county: number;
  readonly id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly helper_id: string | null;
  readonly helper_name: string;
  readonly unit_id: string | null;
  readonly account: string;
  readonly visited_on: string;
  readonly minute: number | null;
  readonly recorded_at: string;
  readonly way: string;
  readonly note: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly findings: number;
  readonly doubts: unknown;
}

/** False where the same visit was logged before. */
export async function insertVisit(tx: Tx, visit: VisitRecord): Promise<boolean> {
  const rows = await tx
    .insertInto('workforce_visit')
    .values({ ...visit, doubts: visit.doubts === null ? null : JSON.stringify(visit.doubts) })
    .onConflict((on) => on.columns(['county', 'id']).doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
}

export async function findVisit(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
) {
  return tx
    .selectFrom('workforce_visit')
    .select(['id', 'household_id', 'doubts'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface MomentRecord {
  readonly id: string;
  readonly area_code: string;
  readonly head_name: string | null;
  readonly minute: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** The same helper's other visits of a day. */
export async function listMoments(
  tx: Tx,
  where: { readonly county: number; readonly helper: string; readonly on: string },
): Promise<readonly MomentRecord[]> {
  const { rows } = await sql<MomentRecord>`
    select v.id, v.area_code, h.head_name, v.minute, v.longitude, v.latitude
    from workforce_visit v
    join registry_household h on h.county = v.county and h.id = v.household_id
    where v.county = ${where.county} and v.helper_id = ${where.helper}::uuid
      and v.visited_on = ${where.on}::date
    limit 100`.execute(tx);
  return rows;
}

export async function listVisitDays(
  tx: Tx,
  where: {
    readonly county: number;
    readonly household: string;
    readonly since: string;
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('workforce_visit')
    .select('visited_on')
    .where('county', '=', where.county)
    .where('household_id', '=', where.household)
    .where('visited_on', '>=', where.since)
    .where('way', '=', 'onSite')
    .orderBy('visited_on', 'desc')
    .limit(where.limit)
    .execute();
  return rows.map((row) => row.visited_on);
}

export async function moveDue(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  {
    on,
    isOnSite,
    due,
  }: { readonly on: string; readonly isOnSite: boolean; readonly due: string | null },
): Promise<void> {
  await sql`
    update workforce_pairing set last_visit_on = greatest(last_visit_on, ${on}::date),
      last_on_site_on = case when ${isOnSite} then greatest(last_on_site_on, ${on}::date)
        else last_on_site_on end,
      due_on = ${due}::date
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

export interface FindingRecord {
  readonly county: number;
  readonly id: string;
  readonly visit_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly kind: string;
  readonly words: string;
  readonly found_on: string;
  readonly found_by_name: string;
  readonly event_id: string | null;
  readonly closed_on: string | null;
}

export async function insertFindings(tx: Tx, findings: readonly FindingRecord[]): Promise<void> {
  if (findings.length === 0) return;
  await tx
    .insertInto('workforce_finding')
    .values(findings.map((one) => ({ ...one })))
    .onConflict((on) => on.columns(['county', 'id']).doNothing())
    .execute();
}

export async function closeFindingRow(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  on: string,
): Promise<{ readonly household_id: string; readonly area_code: string } | undefined> {
  return tx
    .updateTable('workforce_finding')
    .set({ closed_on: on })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .returning(['household_id', 'area_code'])
    .executeTakeFirst();
}

/** A finding is taken over once, by what it becomes; it stays open until that is settled. */
export async function takeFindingRow(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  taken: { readonly by: string; readonly id: string },
): Promise<{ readonly household_id: string; readonly area_code: string } | undefined> {
  return tx
    .updateTable('workforce_finding')
    .set({ taken_by: taken.by, taken_id: taken.id })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .where('taken_by', 'is', null)
    .returning(['household_id', 'area_code'])
    .executeTakeFirst();
}

export async function listVisitsOf(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
) {
  const visits = await tx
    .selectFrom('workforce_visit')
    .select(['id', 'visited_on', 'helper_name', 'way', 'note'])
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('visited_on', 'desc')
    .orderBy('id', 'desc')
    .limit(12)
    .execute();
  const findings = await tx
    .selectFrom('workforce_finding')
    .select(['id', 'visit_id', 'kind', 'words', 'closed_on'])
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('found_on', 'desc')
    .limit(60)
    .execute();
  return visits.map((visit) => ({
    ...visit,
    findings: findings.filter((one) => one.visit_id === visit.id),
  }));
}

export interface OpenFindingRecord extends FindingRecord {
  readonly head_name: string | null;
  readonly taken_by: string | null;
}

export async function listOpenFindings(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly kind: string | undefined;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly OpenFindingRecord[]> {
  const { span, kind, after, limit } = asked;
  const { rows } = await sql<OpenFindingRecord>`
    select f.*, h.head_name
    from workforce_finding f
    join registry_household h on h.county = f.county and h.id = f.household_id
    where f.closed_on is null and f.area_code >= ${span.low} and f.area_code < ${span.high}
      ${kind === undefined ? sql`` : sql`and f.kind = ${kind}`}
      ${after === undefined ? sql`` : sql`and (f.found_on, f.id) < (${after[0]}::date, ${after[1]}::uuid)`}
    order by f.found_on desc, f.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export interface DoubtedRecord {
  readonly id: string;
  readonly household_id: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly helper_name: string;
  readonly visited_on: string;
  readonly doubts: unknown;
}

export async function listDoubtedRows(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly after: readonly [string, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly DoubtedRecord[]> {
  const { span, after, limit } = asked;
  const place: RawBuilder<unknown> =
    after === undefined
      ? sql`true`
      : sql`(v.visited_on, v.id) < (${after[0]}::date, ${after[1]}::uuid)`;
  const { rows } = await sql<DoubtedRecord>`
    select v.id, v.household_id, h.head_name, v.area_code, v.helper_name, v.visited_on, v.doubts
    from workforce_visit v
    join registry_household h on h.county = v.county and h.id = v.household_id
    where v.doubts is not null and v.area_code >= ${span.low} and v.area_code < ${span.high}
      and ${place}
    order by v.visited_on desc, v.id desc
    limit ${limit}`.execute(tx);
  return rows;
}
