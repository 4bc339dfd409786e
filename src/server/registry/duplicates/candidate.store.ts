// Candidates of a search for duplicates, in a handful of set statements: every name that occurs is given its
// reading once, persons meet those of the same reading and year of birth, or of one number, and households
// those of one telephone or account. Nothing here walks through households.
import { type RawBuilder, sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Numbers } from '#domain/registry/duplicates/pair-strength.ts';
import type { Tx } from '#server/database/connect.ts';

export interface OccurringName {
  readonly key: string;
  /** One spelling of it, with its middle dots. */
  readonly name: string;
  readonly persons: number;
}

const inside = ({ low, high }: AreaSpan) =>
  sql`p.area_code >= ${low} and p.area_code < ${high} and p.left_on is null`;

export async function listOccurringNames(
  tx: Tx,
  span: AreaSpan,
): Promise<readonly OccurringName[]> {
  const { rows } = await sql<OccurringName>`
    select p.name_key as key, min(p.name) as name, count(*)::integer as persons
    from registry_person p where ${inside(span)} group by p.name_key`.execute(tx);
  return rows;
}

/** What a name is looked for by; `part` is the reading of its first part where the name is long. */
export interface NameBlock {
  readonly key: string;
  readonly reading: string;
  readonly part: string;
  readonly isLong: boolean;
}

function blocked(blocks: readonly NameBlock[], span: AreaSpan): RawBuilder<unknown> {
  return sql`
    block as materialized (
      select * from unnest(${blocks.map(({ key }) => key)}::text[],
        ${blocks.map(({ reading }) => reading)}::text[], ${blocks.map(({ part }) => part)}::text[],
        ${blocks.map(({ isLong }) => isLong)}::boolean[]) as b (key, reading, part, is_long)
    ), person as materialized (
      select p.id, p.household_id, p.name, p.birth_date, p.identity_hash, p.area_code,
        extract(year from p.birth_date)::integer as born, b.reading, b.part, b.is_long
      from registry_person p join block b on b.key = p.name_key collate "C"
      where ${inside(span)}
    ), household as materialized (
      select h.id, h.phone_hash, h.bank_account_hash, h.address, left(h.area_code, 12) as village
      from registry_household h
      where h.area_code >= ${span.low} and h.area_code < ${span.high}
    )`;
}

export interface CandidateCounts {
  readonly persons: number;
  readonly number: number;
  readonly name_and_birth: number;
  readonly phone: number;
  readonly account: number;
}

/** A number that many give is that of an office or a shop, and tells nothing. */
const sharedByMost = 4;

/** Pairs within groups of one key: counted from the sizes of the groups, without making them. */
export async function countCandidates(
  tx: Tx,
  blocks: readonly NameBlock[],
  span: AreaSpan,
): Promise<CandidateCounts> {
  const pairs = sql`coalesce(sum(size * (size - 1) / 2), 0)::integer`;
  const shared = (column: string) => sql`
    (select ${pairs} from (select count(*) as size from household
      where ${sql.ref(column)} is not null group by ${sql.ref(column)}) g where size <= ${sharedByMost})`;
  const { rows } = await sql<CandidateCounts>`
    with ${blocked(blocks, span)}
    select (select count(*)::integer from person) as persons,
      (select ${pairs} from (select count(*) as size from person
        where identity_hash is not null group by identity_hash) g) as number,
      (select ${pairs} from (select count(*) as size from person
        where born is not null group by reading, born) g) as name_and_birth,
      ${shared('phone_hash')} as phone, ${shared('bank_account_hash')} as account`.execute(tx);
  const [counted] = rows;
  if (counted === undefined) throw new Error('counts are one row');
  return counted;
}

export interface PersonCandidate {
  readonly one_household: string;
  readonly other_household: string;
  readonly one_id: string;
  readonly other_id: string;
  readonly one_name: string;
  readonly other_name: string;
  readonly one_birth: string | null;
  readonly other_birth: string | null;
  readonly one_village: string;
  readonly other_village: string;
  readonly numbers: Numbers;
}

export async function listPersonCandidates(
  tx: Tx,
  blocks: readonly NameBlock[],
  span: AreaSpan,
): Promise<readonly PersonCandidate[]> {
  const ordered = sql`a.household_id < b.household_id`;
  const { rows } = await sql<PersonCandidate>`
    with ${blocked(blocks, span)}, met as (
      select a.id as one, b.id as other from person a
      join person b on b.identity_hash = a.identity_hash and ${ordered}
      union
      select a.id, b.id from person a
      join person b on b.reading = a.reading and b.born = a.born and ${ordered}
      union
      select a.id, b.id from person a
      join person b on b.part = a.part and b.born = a.born and ${ordered}
      where a.is_long <> b.is_long
      union
      select a.id, b.id from person a
      join person b on b.reading = a.reading and left(b.area_code, 12) = left(a.area_code, 12)
        and ${ordered}
      where a.born is null or b.born is null
    )
    select a.household_id as one_household, b.household_id as other_household,
      a.id as one_id, b.id as other_id, a.name as one_name, b.name as other_name,
      a.birth_date as one_birth, b.birth_date as other_birth,
      left(a.area_code, 12) as one_village, left(b.area_code, 12) as other_village,
      case when a.identity_hash = b.identity_hash then 'same'
        when a.identity_hash <> b.identity_hash then 'different' else 'unknown' end as numbers
    from met join person a on a.id = met.one join person b on b.id = met.other`.execute(tx);
  return rows;
}

export interface SharedCandidate {
  readonly one: string;
  readonly other: string;
  readonly kind: 'phone' | 'account' | 'address';
}

export async function listSharedCandidates(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly SharedCandidate[]> {
  const pairs = (column: string, kind: string) => sql`
    select a.id as one, b.id as other, ${kind}::text as kind
    from (select id, ${sql.ref(column)} as key, count(*) over (partition by ${sql.ref(column)}) as size
      from household where ${sql.ref(column)} is not null) a
    join (select id, ${sql.ref(column)} as key from household) b on b.key = a.key and b.id > a.id
    where a.size <= ${sharedByMost}`;
  const { rows } = await sql<SharedCandidate>`
    with household as materialized (
      select h.id, h.phone_hash, h.bank_account_hash,
        left(h.area_code, 12) || ' ' || nullif(trim(h.address), '') as place
      from registry_household h where h.area_code >= ${low} and h.area_code < ${high})
    ${pairs('phone_hash', 'phone')}
    union all ${pairs('bank_account_hash', 'account')}
    union all ${pairs('place', 'address')}`.execute(tx);
  return rows;
}

export interface LikePerson {
  readonly name: string;
  readonly birth_date: string | null;
  readonly household_id: string;
}

/** Who has one of these names, or was born in one of these years, in a county. */
export async function listLikePersons(
  tx: Tx,
  county: number,
  { keys, years }: { readonly keys: readonly string[]; readonly years: readonly number[] },
): Promise<readonly LikePerson[]> {
  const { rows } = await sql<LikePerson>`
    select p.name, p.birth_date, p.household_id from registry_person p
    where p.county = ${county} and p.left_on is null
      and (p.name_key = any(${[...keys]}::text[])
        or extract(year from p.birth_date)::integer = any(${[...years]}::integer[]))`.execute(tx);
  return rows;
}
