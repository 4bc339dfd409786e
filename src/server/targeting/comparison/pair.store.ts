// All SQL of pairs found by name.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Agreements } from '#domain/registry/duplicates/name-likeness.ts';
import type { Tx } from '#server/database/connect.ts';
import type { FoundPair } from './find-pairs.ts';

export interface PairRow {
  readonly county: number;
  readonly id: string;
  readonly list_id: string;
  readonly list_title: string;
  readonly list_kind: string;
  readonly household_id: string;
  readonly person_id: string;
  readonly area_code: string;
  readonly row_no: number;
  readonly name: string;
  readonly birth_date: string | null;
  readonly place: string;
  readonly object: string;
  readonly object_since: string | null;
  readonly weight: number;
  readonly agreements: Agreements;
  readonly verdict: string | null;
  readonly decided_by_name: string | null;
  readonly person_name: string;
  readonly person_birth: string | null;
  readonly household_no: string;
  readonly head_name: string | null;
}

export async function insertPairs(
  tx: Tx,
  list: string,
  pairs: readonly (FoundPair & { readonly id: string })[],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx
    .insertInto('targeting_pair')
    .values(
      pairs.map(({ id, entry, person, agreements, weight }) => ({
        county: person.county,
        id,
        list_id: list,
        household_id: person.household_id,
        person_id: person.id,
        area_code: person.area_code,
        row_no: entry.row,
        name: entry.name,
        birth_date: entry.birthDate ?? null,
        place: entry.place,
        object: entry.object,
        object_since: entry.since ?? null,
        weight,
        agreements: JSON.stringify(agreements),
      })),
    )
    .execute();
}

const joined = sql`
  select x.*, l.title as list_title, l.kind as list_kind, p.name as person_name,
    p.birth_date as person_birth, h.household_no, h.head_name
  from targeting_pair x
  join targeting_list l on l.id = x.list_id
  join registry_person p on p.county = x.county and p.id = x.person_id
  join registry_household h on h.county = x.county and h.id = x.household_id`;

export async function listOpenPairs(
  tx: Tx,
  asked: {
    readonly span: AreaSpan;
    readonly list: string | undefined;
    readonly after: readonly [number, string] | undefined;
    readonly limit: number;
  },
): Promise<readonly PairRow[]> {
  const { span, list, after, limit } = asked;
  const ofList = list === undefined ? sql`true` : sql`x.list_id = ${list}::uuid`;
  const place =
    after === undefined
      ? sql`true`
      : sql`(x.weight < ${after[0]} or (x.weight = ${after[0]} and x.id > ${after[1]}::uuid))`;
  const { rows } = await sql<PairRow>`
    ${joined}
    where x.verdict is null and x.area_code >= ${span.low} and x.area_code < ${span.high}
      and ${ofList} and ${place}
    order by x.weight desc, x.id limit ${limit}`.execute(tx);
  return rows;
}

export async function findPair(
  tx: Tx,
  { county, id }: { county: number; id: string },
): Promise<PairRow | undefined> {
  const { rows } = await sql<PairRow>`
    ${joined} where x.county = ${county} and x.id = ${id}::uuid for update of x`.execute(tx);
  return rows[0];
}

export async function savePairVerdict(
  tx: Tx,
  { county, id }: { county: number; id: string },
  said: { verdict: string; account: string; name: string; on: string },
): Promise<void> {
  await tx
    .updateTable('targeting_pair')
    .set({
      verdict: said.verdict,
      decided_by: said.account,
      decided_by_name: said.name,
      decided_on: said.on,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

export async function countOpenPairs(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::integer as pairs from targeting_pair
    where verdict is null and area_code >= ${low} and area_code < ${high}`.execute(tx);
  return rows[0]?.pairs ?? 0;
}
