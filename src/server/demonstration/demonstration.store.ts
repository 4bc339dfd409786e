// SQL that only the demonstration needs: whether a database is still empty, and its hamlets.
import { sql } from 'kysely';
import type { Hamlet } from '#domain/demonstration/place.ts';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { textKeys } from '#domain/registry/pinyin.ts';
import type { Tx } from '#server/database/connect.ts';

/** True when somebody's households are here already. */
export async function hasForeignHouseholds(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('registry_household').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Invented hamlets of real villages, since always. */
export async function insertHamlets(tx: Tx, hamlets: readonly Hamlet[]): Promise<void> {
  const keys = hamlets.map((hamlet) => textKeys(hamlet.name));
  await sql`
    insert into registry_area (code, parent, level, name, full_name, pinyin, initials, source)
    select h.code, left(h.code, 12), 'hamlet', h.name, v.full_name || h.name, h.pinyin, h.initials,
      'demonstration'
    from unnest(
      ${hamlets.map((hamlet) => hamlet.code)}::text[],
      ${hamlets.map((hamlet) => hamlet.name)}::text[],
      ${keys.map((key) => key.full)}::text[],
      ${keys.map((key) => key.initials)}::text[]
    ) as h (code, name, pinyin, initials)
    join lateral (
      select full_name from registry_area where code = left(h.code, 12) collate "C"
      order by valid_from limit 1
    ) as v on true
    on conflict do nothing`.execute(tx);
}

/** Where a household is, and what a question about its house needs. */
export async function getHouseholdPlace(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('registry_household')
    .where('county', '=', countyOfId(id))
    .where('id', '=', id)
    .select(['county', 'area_code', 'surveyed_on', 'house_area'])
    .executeTakeFirstOrThrow();
  return {
    place: { county: row.county, id, area: row.area_code },
    surveyedOn: row.surveyed_on,
    houseArea: row.house_area,
  };
}

/** Households of an area in an order of chance that repeats, with their whole rows. */
export async function listRecheckSample(
  tx: Tx,
  { span, count }: { span: AreaSpan; count: number },
) {
  return tx
    .selectFrom('registry_household')
    .selectAll()
    .where('area_code', '>=', span.low)
    .where('area_code', '<', span.high)
    .orderBy(sql`hashtextextended(household_no, 2016)`)
    .limit(count)
    .execute();
}

export interface CaseCandidate {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly head_name: string | null;
  readonly stage: string;
  /** The days on which the register says it was listed and took each step of its exit. */
  readonly listed_on: string | null;
  readonly applied_on: string | null;
  readonly verified_on: string | null;
  readonly met_on: string | null;
  readonly announced_on: string | null;
}

/** Households of a stage in an order of chance that repeats; with `ids`, those and no others. */
export async function listCaseCandidates(
  tx: Tx,
  {
    span,
    stage,
    ids,
    count,
  }: {
    span: AreaSpan;
    stage?: string;
    ids?: readonly string[];
    count: number;
  },
): Promise<readonly CaseCandidate[]> {
  const wanted = [
    ...(stage === undefined ? [] : [sql`stage = ${stage}`]),
    ...(ids === undefined ? [] : [sql`id = any(${[...ids]}::uuid[])`]),
  ];
  const day = (to: string) => sql`
    min(e.true_from) filter (where e.changes @> ${JSON.stringify([{ field: 'stage', to }])}::jsonb)`;
  const { rows } = await sql<CaseCandidate>`
    select h.*, d.* from (
      select county, id, area_code, head_name, stage from registry_household
      where area_code >= ${span.low} and area_code < ${span.high} and ${sql.join(wanted, sql` and `)}
      order by hashtextextended(household_no, 2017)
      limit ${count}) h
    cross join lateral (
      select ${day('LISTED')} as listed_on, ${day('EXIT_APPLIED')} as applied_on,
        ${day('EXIT_VERIFIED')} as verified_on, ${day('EXIT_STANDARD')} as met_on,
        ${day('EXIT_ANNOUNCED')} as announced_on
      from registry_event e
      where e.county = h.county and e.household_id = h.id and e.kind = 'household.stage') d`.execute(
    tx,
  );
  return rows;
}

export interface PassedCheck {
  readonly county: number;
  readonly case_id: string;
  readonly household_id: string;
  readonly area_code: string;
  readonly position: number;
  readonly true_on: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

/** The last time each case of a process went on from a step by an outcome. */
export async function listPassedChecks(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly process: string;
    readonly step: string;
    readonly outcome: string;
  },
): Promise<readonly PassedCheck[]> {
  const { span, process, step, outcome } = asked;
  const { rows } = await sql<PassedCheck>`
    select distinct on (a.county, a.case_id) a.county, a.case_id, a.household_id, a.area_code,
      a.position, a.true_on, a.account, a.account_name, a.recorded_at
    from casework_act a
    join casework_case c on c.county = a.county and c.id = a.case_id and c.process = ${process}
    where a.area_code >= ${span.low} and a.area_code < ${span.high} and a.household_id is not null
      and a.kind = 'decide' and a.step = ${step} and a.outcome = ${outcome}
    order by a.county, a.case_id, a.position desc`.execute(tx);
  return rows;
}

export interface ComparedPerson {
  readonly id: string;
  readonly identity_hash: Buffer;
}

/** One grown-up each of listed households, in an order of chance that repeats. */
export async function listComparedPersons(
  tx: Tx,
  { span, count }: { span: AreaSpan; count: number },
): Promise<readonly ComparedPerson[]> {
  const { rows } = await sql<ComparedPerson>`
    select p.id, p.identity_hash from (
      select county, id, hashtextextended(household_no, 2019) as place from registry_household
      where area_code >= ${span.low} and area_code < ${span.high} and stage = 'LISTED'
      order by place limit ${count}) h
    cross join lateral (
      select id, identity_hash from registry_person
      where county = h.county and household_id = h.id and identity_hash is not null
        and left_on is null and birth_date < '1994-01-01'
      order by position limit 1) p
    order by h.place`.execute(tx);
  return rows;
}
