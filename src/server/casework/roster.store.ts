// All SQL of rosters and of the question who vouched for whom.
import { type RawBuilder, sql } from 'kysely';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { type AreaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { actOfRow, type HouseholdQueueRecord } from './case.store.ts';

export interface OpenRosterCount {
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly step: string;
  readonly begun_on: string;
  readonly place: string;
  readonly households: number;
}

/** What waits for one of these offices, by township. */
export async function countWaiting(
  tx: Tx,
  { area, words }: { readonly area: AreaCode; readonly words: readonly string[] },
): Promise<readonly OpenRosterCount[]> {
  const { low, high } = spanOf(area);
  const { rows } = await sql<OpenRosterCount>`
    select c.pack, c.pack_edition, c.process, c.step, max(c.begun_on) as begun_on,
      left(c.area_code, 9) as place, count(*)::integer as households
    from casework_case c
    where c.step is not null and c.waits_for && ${[...words]}::text[]
      and c.area_code >= ${low} and c.area_code < ${high}
    group by c.pack, c.pack_edition, c.process, c.step, left(c.area_code, 9)`.execute(tx);
  return rows;
}

/** Those with objections or returns first, then by village and number. */
export async function listWaiting(
  tx: Tx,
  asked: {
    readonly area: AreaCode;
    readonly process: string;
    readonly step: string;
    readonly limit: number;
  },
): Promise<{ readonly total: number; readonly rows: readonly HouseholdQueueRecord[] }> {
  const { low, high } = spanOf(asked.area);
  const there = sql`c.step = ${asked.step} and c.process = ${asked.process}
    and c.household_id is not null
    and c.area_code >= ${low} and c.area_code < ${high}`;
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from casework_case c where ${there}`.execute(tx);
  const { rows } = await sql<HouseholdQueueRecord>`
    select c.*, h.household_no, h.head_name
    from casework_case c
    join registry_household h on h.county = c.county and h.id = c.household_id
    where ${there}
    order by exists (
      select from casework_act a where a.county = c.county and a.case_id = c.id
        and (a.kind = 'object' or (a.kind = 'decide' and a.reason <> ''))) desc,
      c.area_code, h.household_no, c.id
    limit ${asked.limit}`.execute(tx);
  return { total: counted.rows[0]?.total ?? 0, rows };
}

/** Acts of many cases, by case. */
export async function listActsOf(
  tx: Tx,
  cases: readonly { readonly county: number; readonly id: string }[],
): Promise<ReadonlyMap<string, readonly CaseAct[]>> {
  const acts = new Map<string, CaseAct[]>();
  if (cases.length === 0) return acts;
  const rows = await tx
    .selectFrom('casework_act')
    .selectAll()
    .where('county', 'in', [...new Set(cases.map(({ county }) => county))])
    .where(
      'case_id',
      'in',
      cases.map(({ id }) => id),
    )
    .orderBy('case_id')
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const own = acts.get(row.case_id) ?? [];
    own.push(actOfRow(row));
    acts.set(row.case_id, own);
  }
  return acts;
}

export interface RosterRecord {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly step: string;
  readonly account: string;
  readonly account_name: string;
  readonly capacity: string;
  readonly also: string[];
  readonly signed_on: string;
  readonly recorded_at: string;
  readonly signed: number;
  readonly left_out: number;
}

export async function insertRoster(tx: Tx, row: RosterRecord): Promise<void> {
  await tx.insertInto('casework_roster').values(row).execute();
}

export async function findRoster(tx: Tx, id: string): Promise<RosterRecord | undefined> {
  return tx.selectFrom('casework_roster').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listRostersIn(
  tx: Tx,
  area: AreaCode,
  limit: number,
): Promise<readonly RosterRecord[]> {
  const { low, high } = spanOf(area);
  return tx
    .selectFrom('casework_roster')
    .selectAll()
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface SignatureRecord {
  readonly case_id: string;
  readonly position: number;
  readonly kind: string;
  readonly household_id: string;
  readonly household_no: string;
  readonly head_name: string | null;
  readonly area_code: string;
  readonly step: string;
  readonly account_name: string;
  readonly capacity: string;
  readonly also: string[];
  readonly is_typed: boolean;
  readonly true_on: string;
  readonly reason: string;
  readonly proof: { readonly by: 'code' | 'voice' | 'thumbprint' } | null;
  readonly roster: string | null;
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly begun_on: string;
}

export interface SignatureQuestion {
  readonly area: AreaCode;
  readonly person?: string | undefined;
  readonly office?: string | undefined;
  readonly household?: string | undefined;
  readonly year?: number | undefined;
}

interface SignaturePage {
  readonly after?: readonly [string, string, number] | undefined;
  readonly limit: number;
}

const signatureColumns = sql`
  a.case_id, a.position, a.kind, a.household_id, h.household_no, h.head_name, a.area_code, a.step,
  a.account_name, a.capacity, a.also, a.is_typed, a.true_on, a.reason, a.proof, a.roster,
  c.pack, c.pack_edition, c.process, c.begun_on`;
const signatureTables = sql`
  casework_act a
  join casework_case c on c.county = a.county and c.id = a.case_id
  join registry_household h on h.county = a.county and h.id = a.household_id`;

function signaturesAsked(asked: SignatureQuestion): RawBuilder<unknown> {
  const { area, person, office, household, year } = asked;
  const { low, high } = spanOf(area);
  const county = countyNumberOf(area);
  const wanted = [
    sql`a.kind = 'sign' and a.area_code >= ${low} and a.area_code < ${high}`,
    ...(county === undefined ? [] : [sql`a.county = ${county}`]),
    ...(person === undefined ? [] : [sql`a.account_name = ${person} and not a.is_typed`]),
    ...(office === undefined ? [] : [sql`${office} = any(array[a.capacity] || a.also)`]),
    ...(household === undefined ? [] : [sql`h.household_no = ${household}`]),
    ...(year === undefined
      ? []
      : [sql`a.true_on >= ${`${year}-01-01`}::date and a.true_on <= ${`${year}-12-31`}::date`]),
  ];
  return sql.join(wanted, sql` and `);
}

/** The latest first. */
export async function listSignatureRows(
  tx: Tx,
  asked: SignatureQuestion & SignaturePage,
): Promise<readonly SignatureRecord[]> {
  const { after, limit } = asked;
  const { rows } = await sql<SignatureRecord>`
    select ${signatureColumns} from ${signatureTables}
    where ${signaturesAsked(asked)} ${
      after === undefined
        ? sql``
        : sql`and (a.true_on, a.case_id, a.position) < (${after[0]}::date, ${after[1]}::uuid, ${after[2]}::integer)`
    }
    order by a.true_on desc, a.case_id desc, a.position desc
    limit ${limit}`.execute(tx);
  return rows;
}

/** How many they are, and of how many households. */
export async function countSignatures(
  tx: Tx,
  asked: SignatureQuestion,
): Promise<{ readonly signatures: number; readonly households: number }> {
  const { rows } = await sql<{ signatures: number; households: number }>`
    select count(*)::int as signatures, count(distinct a.household_id)::int as households
    from ${signatureTables} where ${signaturesAsked(asked)}`.execute(tx);
  return rows[0] ?? { signatures: 0, households: 0 };
}

/** Every household on a roster, left out ones first. */
export async function listRosterLines(tx: Tx, roster: string): Promise<readonly SignatureRecord[]> {
  const { rows } = await sql<SignatureRecord>`
    select ${signatureColumns} from ${signatureTables}
    where a.roster = ${roster}::uuid
    order by a.kind, a.area_code, h.household_no`.execute(tx);
  return rows;
}
