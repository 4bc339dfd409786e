// All SQL of banks that lend and of whose account works for which.
import { sql } from 'kysely';
import type { AreaSpan } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

export interface BankRow {
  readonly county: number;
  readonly id: string;
  readonly area_code: string;
  readonly name: string;
  readonly agreement: string;
  readonly agreed_on: string;
  readonly agreed_fen: number;
  readonly loss_percent: number;
  readonly townships: readonly string[];
}

const columns = sql`b.county, b.id, b.area_code, b.name, b.agreement, b.agreed_on::text as agreed_on,
  b.agreed_fen::float8 as agreed_fen, b.loss_percent, b.townships`;

/** The bank an account works for. */
export async function findBankOf(tx: Tx, account: string): Promise<BankRow | undefined> {
  const { rows } = await sql<BankRow>`
    select ${columns} from funds_loan_officer o
    join funds_loan_bank b on b.county = o.county and b.id = o.bank_id
    where o.account = ${account}::uuid`.execute(tx);
  return rows[0];
}

export async function findBank(tx: Tx, id: string): Promise<BankRow | undefined> {
  const { rows } = await sql<BankRow>`
    select ${columns} from funds_loan_bank b
    where b.county = ${countyOfIdIn(sql`${id}`)} and b.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Banks of a county for those who apply: they see no more than whom to ask. */
export async function listBankNames(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly Pick<BankRow, 'id' | 'name' | 'townships'>[]> {
  const { rows } = await sql<Pick<BankRow, 'id' | 'name' | 'townships'>>`
    select b.id, b.name, b.townships from funds_loan_bank b
    where b.area_code >= ${low} and b.area_code < ${high} order by b.name`.execute(tx);
  return rows;
}

export interface LendingBank extends BankRow {
  readonly lent: number;
  readonly loans: number;
}

export async function listBanks(tx: Tx, { low, high }: AreaSpan): Promise<readonly LendingBank[]> {
  const { rows } = await sql<LendingBank>`
    select ${columns}, coalesce(s.lent, 0)::float8 as lent, coalesce(s.loans, 0)::int as loans
    from funds_loan_bank b
    left join (
      select county, bank_id, sum(lent_fen) as lent, count(*) filter (where lent_fen > 0) as loans
      from funds_loan where area_code >= ${low} and area_code < ${high} group by 1, 2
    ) s on s.county = b.county and s.bank_id = b.id
    where b.area_code >= ${low} and b.area_code < ${high}
    order by b.name`.execute(tx);
  return rows;
}

export async function listOfficers(
  tx: Tx,
  { low, high }: AreaSpan,
): Promise<readonly { bank: string; username: string; name: string }[]> {
  const { rows } = await sql<{ bank: string; username: string; name: string }>`
    select o.bank_id as bank, a.username, o.account_name as name
    from funds_loan_officer o join access_account a on a.id = o.account
    where o.area_code >= ${low} and o.area_code < ${high}
    order by a.username`.execute(tx);
  return rows;
}

type BankChange = Omit<BankRow, 'county' | 'id' | 'area_code'>;

export async function insertBank(
  tx: Tx,
  bank: BankRow & { readonly entered_by_name: string; readonly entered_at: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into funds_loan_bank (county, id, area_code, name, agreement, agreed_on, agreed_fen, loss_percent,
      townships, entered_by_name, entered_at)
    values (${bank.county}, ${bank.id}::uuid, ${bank.area_code}, ${bank.name}, ${bank.agreement},
      ${bank.agreed_on}::date, ${bank.agreed_fen}, ${bank.loss_percent}, ${[...bank.townships]}::text[],
      ${bank.entered_by_name}, ${bank.entered_at}::timestamptz)
    on conflict on constraint bank_stands_once_in_its_county do nothing returning id`.execute(tx);
  return rows.length === 1;
}

export async function updateBank(
  tx: Tx,
  { county, id }: Pick<BankRow, 'county' | 'id'>,
  change: Omit<BankChange, 'name'>,
): Promise<void> {
  await sql`
    update funds_loan_bank set agreement = ${change.agreement}, agreed_on = ${change.agreed_on}::date,
      agreed_fen = ${change.agreed_fen}, loss_percent = ${change.loss_percent},
      townships = ${[...change.townships]}::text[]
    where county = ${county} and id = ${id}::uuid`.execute(tx);
}

/** The accounts named work for this bank; whoever did and is not named works for none. */
export async function setOfficers(
  tx: Tx,
  bank: Pick<BankRow, 'county' | 'id' | 'area_code'>,
  officers: readonly { readonly account: string; readonly name: string }[],
): Promise<void> {
  await sql`
    update funds_loan_officer set bank_id = ${nobody}::uuid
    where county = ${bank.county} and bank_id = ${bank.id}::uuid`.execute(tx);
  await sql`
    insert into funds_loan_officer (county, account, bank_id, area_code, account_name)
    select ${bank.county}, o.account, ${bank.id}::uuid, ${bank.area_code}, o.name
    from unnest(${officers.map(({ account }) => account)}::uuid[],
      ${officers.map(({ name }) => name)}::text[]) as o (account, name)
    on conflict (county, account) do update set bank_id = excluded.bank_id`.execute(tx);
}

/** No bank has this id: an officer who was taken off sees nothing, not everything. */
const nobody = '00000000-0000-8000-8000-000000000000';

/** What the banks of an area agreed to lend in all. */
export async function sumAgreed(tx: Tx, { low, high }: AreaSpan): Promise<number> {
  const { rows } = await sql<{ agreed: number }>`
    select coalesce(sum(agreed_fen), 0)::float8 as agreed from funds_loan_bank
    where area_code >= ${low} and area_code < ${high}`.execute(tx);
  return rows[0]?.agreed ?? 0;
}
