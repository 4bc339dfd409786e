// All SQL of pairs of households that may be one, and of what was said of them.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { inSpans } from '#server/registry/in-spans.store.ts';

export interface StoredReason {
  readonly kind: string;
  readonly one?: string;
  readonly other?: string;
  readonly name?: string;
  readonly birth?: string;
  readonly numbers?: string;
  readonly weight: number;
}

export interface PairRow {
  readonly county: number;
  readonly id: string;
  readonly one_id: string;
  readonly other_id: string;
  readonly state: 'open' | 'different' | 'proposed' | 'merged';
  readonly strength: number;
  readonly reasons: readonly StoredReason[];
  readonly found_on: string;
  readonly position: number;
  readonly kept_id: string | null;
  readonly merge_id: string | null;
  readonly proposed_by: string | null;
}

export interface PairHouseholdRow {
  readonly id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly stage: string;
  readonly members: number;
}

export interface PairQuestion {
  readonly spans: readonly AreaSpan[];
  readonly state: string | undefined;
  readonly household?: string | undefined;
  readonly after?: readonly [number, string] | undefined;
  readonly limit: number;
}

function standsIn(spans: readonly AreaSpan[]): RawBuilder<unknown> {
  const household = (column: 'one_id' | 'other_id') => sql`exists (
    select from registry_household h where h.county = d.county and h.id = ${sql.ref(`d.${column}`)}
      and ${inSpans(spans, sql`h.area_code`)})`;
  return sql`(${household('one_id')} or ${household('other_id')})`;
}

/** A pair stands under each of its places. */
export async function listPairRows(tx: Tx, question: PairQuestion): Promise<readonly PairRow[]> {
  const { spans, state, household, after, limit } = question;
  const of =
    household === undefined ? sql`true` : sql`${household}::uuid in (d.one_id, d.other_id)`;
  const standing = state === undefined ? sql`true` : sql`d.state = ${state}`;
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(d.strength < ${after[0]} or (d.strength = ${after[0]} and d.id > ${after[1]}::uuid))`;
  const { rows } = await sql<PairRow>`
    select d.* from registry_duplicate d
    where ${standing} and ${countiesOf(spans)} and ${of} and ${beyond} and ${standsIn(spans)}
    order by d.strength desc, d.id limit ${limit}`.execute(tx);
  return rows;
}

export async function countPairs(
  tx: Tx,
  spans: readonly AreaSpan[],
): Promise<readonly { readonly state: string; readonly pairs: number }[]> {
  const { rows } = await sql<{ state: string; pairs: number }>`
    select d.state, count(*)::integer as pairs from registry_duplicate d
    where ${countiesOf(spans)} and ${standsIn(spans)} group by d.state`.execute(tx);
  return rows;
}

function countiesOf(spans: readonly AreaSpan[]): RawBuilder<unknown> {
  const counties = spans.map(({ low, high }) => {
    const first = Number(low.slice(0, 6).padEnd(6, '0'));
    const last = Number(high.replace(':', '').slice(0, 6).padEnd(6, '9'));
    return sql`d.county between ${first} and ${last}`;
  });
  return sql`(${sql.join(counties, sql` or `)})`;
}

export async function findPairRow(
  tx: Tx,
  { county, id }: { readonly county: number; readonly id: string },
  lock: 'shown' | 'locked' = 'shown',
): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    select * from registry_duplicate where county = ${county} and id = ${id}::uuid
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(tx);
  return rows[0];
}

export async function findPairOf(
  tx: Tx,
  county: number,
  [one, other]: readonly [string, string],
): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    select * from registry_duplicate
    where county = ${county} and one_id = ${one}::uuid and other_id = ${other}::uuid`.execute(tx);
  return rows[0];
}

/** The pair whose merge hid this household. */
export async function listHouseholdsOfPairs(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PairHouseholdRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PairHouseholdRow>`
    select id, household_no, head_name, area_code, stage, members from registry_household
    where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listPersonNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('registry_person')
    .where('id', 'in', [...ids])
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface NewPair {
  readonly county: number;
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly strength: number;
  readonly reasons: readonly StoredReason[];
  readonly foundOn: string;
}

/** Pairs that are known already stay as somebody left them; the ids of those that are new. */
export async function insertPairs(tx: Tx, pairs: readonly NewPair[]): Promise<readonly string[]> {
  if (pairs.length === 0) return [];
  const rows = await tx
    .insertInto('registry_duplicate')
    .values(
      pairs.map(({ one, other, foundOn, reasons, ...pair }) => ({
        ...pair,
        one_id: one,
        other_id: other,
        found_on: foundOn,
        reasons: JSON.stringify(reasons),
      })),
    )
    .onConflict((conflict) => conflict.columns(['county', 'one_id', 'other_id']).doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface PairActRow {
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly account: string | null;
  readonly account_name: string;
  readonly recorded_at: string;
  readonly true_on: string;
  readonly reason: string;
  readonly said: unknown;
}

export async function listPairActs(
  tx: Tx,
  { county, id }: Pick<PairRow, 'county' | 'id'>,
): Promise<readonly PairActRow[]> {
  return tx
    .selectFrom('registry_duplicate_act')
    .where('county', '=', county)
    .where('pair_id', '=', id)
    .orderBy('position')
    .select([
      'position',
      'id',
      'kind',
      'account',
      'account_name',
      'recorded_at',
      'true_on',
      'reason',
      'said',
    ])
    .execute();
}

export interface NewPairAct {
  readonly county: number;
  readonly pair: string;
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly account: string | null;
  readonly accountName: string;
  readonly recordedAt: string;
  readonly trueOn: string;
  readonly reason: string;
  readonly said: unknown;
}

export async function appendPairActs(tx: Tx, acts: readonly NewPairAct[]): Promise<void> {
  if (acts.length === 0) return;
  await tx
    .insertInto('registry_duplicate_act')
    .values(
      acts.map(({ pair, accountName, recordedAt, trueOn, said, ...act }) => ({
        ...act,
        pair_id: pair,
        account_name: accountName,
        recorded_at: recordedAt,
        true_on: trueOn,
        said: JSON.stringify(said),
      })),
    )
    .execute();
}

/** What the acts of a pair came to. */
export async function savePair(
  tx: Tx,
  { county, id }: Pick<PairRow, 'county' | 'id'>,
  now: {
    readonly state: PairRow['state'];
    readonly position: number;
    readonly kept: string | null;
    readonly merge: string | null;
    readonly proposedBy: string | null;
  },
): Promise<void> {
  await tx
    .updateTable('registry_duplicate')
    .set({
      state: now.state,
      position: now.position,
      kept_id: now.kept,
      merge_id: now.merge,
      proposed_by: now.proposedBy,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}
