// SQL of the demonstration's loans: who has one, and all their rows at once.
import { sql } from 'kysely';
import type { Borrower } from '#domain/demonstration/loans.ts';
import type { Tx } from '#server/database/connect.ts';

/** Who asks for a loan, and whether its head is over sixty. */
export type Applicant = Borrower & { readonly old: boolean };

/** Registered households with and without somebody able to work, in an order that repeats. */
export async function listBorrowers(
  tx: Tx,
  asked: { readonly able: number; readonly unable: number; readonly waiting: number },
): Promise<{ readonly given: readonly Borrower[]; readonly waiting: readonly Applicant[] }> {
  const { rows } = await sql<Applicant & { turn: number }>`
    select id, area_code as area, left(area_code, 9) as township, labourers,
      exists (select from registry_person p where p.county = h.county and p.household_id = h.id
        and p.relation = 'HEAD' and p.left_on is null and p.birth_date < date '1956-08-20') as old,
      row_number() over (partition by labourers > 0 order by md5(id::text || 'loan'))::int as turn
    from registry_household h
    where county = 451226 and stage <> 'SURVEYED' and members > 0 and labourers is not null
    order by md5(id::text || 'loan')`.execute(tx);
  const isGiven = ({ labourers, turn }: (typeof rows)[number]) =>
    turn <= (labourers > 0 ? asked.able : asked.unable);
  const given = rows.filter(isGiven);
  const waiting = rows.filter((one) => !isGiven(one) && one.labourers > 0).slice(0, asked.waiting);
  return { given, waiting };
}

export interface LoanFilling {
  readonly id: string;
  readonly household: string;
  readonly area: string;
  readonly bank: string;
  readonly lender: string;
  readonly product: string;
  readonly mode: string;
  readonly purpose: string;
  readonly operator: string | null;
  readonly fen: number;
  readonly months: number;
  readonly askedOn: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly lentOn: string | null;
  readonly dueOn: string | null;
  readonly owedFen: number;
  readonly ratePpm: number | null;
  readonly subsidyUntil: string | null;
  readonly useFound: string | null;
  readonly document: string;
  readonly entry: string | null;
  readonly repaidOn: string | null;
  readonly repayment: string | null;
}

export interface FillingHand {
  readonly pack: string;
  readonly version: string;
  readonly dayBasis: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly officer: { readonly id: string; readonly name: string };
  readonly at: string;
}

/** Loans with their acts, in two statements. */
export async function insertLoanRows(
  tx: Tx,
  loans: readonly LoanFilling[],
  hand: FillingHand,
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(loans)}::jsonb) as g (
    id uuid, household uuid, area text, bank uuid, lender text, product text, mode text, purpose text,
    operator text, fen bigint, months int, "askedOn" date, state text, refusal text, "lentOn" date, "dueOn" date,
    "owedFen" bigint, "ratePpm" int, "subsidyUntil" date, "useFound" text, document text, entry uuid,
    "repaidOn" date, repayment uuid)`;
  await sql`
    insert into funds_loan (county, id, household_id, area_code, bank_id, lender, mode, product, pack,
      pack_version, purpose, asked_fen, months, asked_on, asked_by, state, refusal, approved_fen, rate_ppm,
      subsidy_ppm, day_basis, subsidy_until, contract, operator, lent_on, due_on, lent_fen, owed_fen, use_found)
    select 451226, g.id, g.household, g.area, g.bank, g.lender, g.mode, g.product, ${hand.pack},
      ${hand.version}, g.purpose, g.fen, g.months, g."askedOn", ${hand.author.id}::uuid, g.state, g.refusal,
      case when g."ratePpm" is not null then g.fen end, g."ratePpm", case when g."lentOn" is not null then g."ratePpm" end,
      case when g."lentOn" is not null then ${hand.dayBasis}::int end, g."subsidyUntil",
      case when g."lentOn" is not null then g.document end, g.operator, g."lentOn", g."dueOn",
      case when g."lentOn" is not null then g.fen else 0 end, g."owedFen", g."useFound"
    from ${given}`.execute(tx);
  await sql`
    insert into funds_loan_act (county, loan_id, position, household_id, area_code, bank_id, kind, true_on,
      amount_fen, document, words, facts, entry_id, account, account_name, recorded_at)
    select 451226, g.id, a.position, g.household, g.area, g.bank, a.kind, a.day, a.amount, a.document, a.words,
      a.facts, a.entry, case when a.own then ${hand.officer.id}::uuid else ${hand.author.id}::uuid end,
      case when a.own then ${hand.officer.name} else ${hand.author.name} end, ${hand.at}::timestamptz
    from ${given} cross join lateral (values
      (1, 'apply', g."askedOn", g.fen, '', g.purpose || '（虚构）', '{}'::jsonb, null::uuid, false, true),
      (2, 'refuse', g."askedOn" + 5, null, '', '', jsonb_build_object('code', g.refusal), null, true, g.refusal is not null),
      (2, 'approve', g."askedOn" + 4, g.fen, '', '', jsonb_build_object('rate', (g."ratePpm" / 10000.0)::text,
        'months', g.months::text), null, true, g."ratePpm" is not null),
      (3, 'sign', coalesce(g."lentOn", g."askedOn" + 6), null, g.document, '', '{}', null, true, g.state in ('signed', 'lent', 'settled')),
      (4, 'lend', g."lentOn", g.fen, g.document, '', '{}', g.entry, true, g."lentOn" is not null),
      (6, 'check', g."lentOn" + 30, null, '', '入户看过（虚构）', jsonb_build_object('found', g."useFound"), null, true, g."useFound" is not null),
      (7, 'repay', g."repaidOn", g.fen, g.document || '还', '', '{}', g.repayment, true, g."repaidOn" is not null)
    ) as a (position, kind, day, amount, document, words, facts, entry, own, happened)
    where a.happened`.execute(tx);
}

/** Every entrusted loan has its contract with six parties, and a return due each year. */
export async function insertContracts(
  tx: Tx,
  parties: readonly { readonly zh: string; readonly en: string }[],
  { author, at }: Pick<FillingHand, 'author' | 'at'>,
): Promise<void> {
  const named = parties.map(({ zh, en }) => ({ zh, en, name: `${zh}（虚构）`, duty: '按合同' }));
  await sql`
    with made as (
      insert into funds_loan_entrusted (county, loan_id, household_id, area_code, bank_id, operator, parties,
        document, principal_fen, yield_ppm, from_on, until_on)
      select county, id, household_id, area_code, bank_id, operator, ${JSON.stringify(named)}::jsonb,
        contract || '托', lent_fen, 80000, lent_on, due_on
      from funds_loan where county = 451226 and mode = 'entrusted' and state = 'lent'
      returning county, loan_id, household_id, area_code, bank_id, document, principal_fen, from_on, until_on
    ), told as (
      insert into funds_loan_act (county, loan_id, position, household_id, area_code, bank_id, kind, true_on,
        document, account, account_name, recorded_at)
      select county, loan_id, 5, household_id, area_code, bank_id, 'entrust', from_on, document,
        ${author.id}::uuid, ${author.name}, ${at}::timestamptz from made
    )
    insert into funds_loan_return (county, loan_id, year, household_id, area_code, bank_id, due_on, due_fen)
    select m.county, m.loan_id, y, m.household_id, m.area_code, m.bank_id, (m.from_on + y * interval '1 year')::date,
      m.principal_fen * 8 / 100
    from made m cross join generate_series(1, 3) as y
    where (m.from_on + y * interval '1 year')::date <= m.until_on`.execute(tx);
}

/** What the village said of the credit of registered households, and why others ask for no loan. */
export async function insertCredit(
  tx: Tx,
  { author, at }: Pick<FillingHand, 'author' | 'at'>,
): Promise<void> {
  const idOf = (mark: string) =>
    sql`regexp_replace(md5(h.id::text || ${mark}), '^.{6}(..)(....).(...).(...)(.{12}).*$', '06e29a\\1-\\2-8\\3-8\\4-\\5')::uuid`;
  const turn = sql`('x' || substr(md5(h.id::text || 'credit'), 1, 4))::bit(16)::int % 100`;
  const registered = sql`registry_household h
    left join (select distinct household_id from funds_loan where county = 451226) l on l.household_id = h.id
    where h.county = 451226 and h.stage <> 'SURVEYED' and h.members > 0`;
  await sql`
    insert into funds_loan_grade (county, id, household_id, area_code, grade, limit_fen, graded_on, words, account,
      account_name, recorded_at)
    select 451226, ${idOf('grade')}, h.id, h.area_code,
      case when l.household_id is not null then case when ${turn} < 55 then 'EXCELLENT' else 'GOOD' end
        when ${turn} < 18 then 'NONE' when ${turn} < 60 then 'FAIR' else 'GOOD' end,
      case when l.household_id is not null then 5000000 when ${turn} < 18 then 0 when ${turn} < 60 then 3000000
        else 5000000 end,
      '2016-01-28', '虚构', ${author.id}::uuid, ${author.name}, ${at}::timestamptz
    from ${registered} and (l.household_id is not null or ${turn} < 86)`.execute(tx);
  await sql`
    insert into funds_loan_silence (county, id, household_id, area_code, reason, said_on, words, account,
      account_name, recorded_at)
    select 451226, ${idOf('silence')}, h.id, h.area_code,
      case when h.labourers = 0 then 'NO_LABOUR' when ${turn} < 34 then 'NO_INDUSTRY' when ${turn} < 58 then 'AFRAID'
        when ${turn} < 68 then 'NO_NEED' when ${turn} < 74 then 'NOT_TOLD' else 'AWAY' end,
      '2016-08-10', '虚构', ${author.id}::uuid, ${author.name}, ${at}::timestamptz
    from ${registered} and l.household_id is null and ${turn} < 81`.execute(tx);
}
