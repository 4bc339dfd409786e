// Loans in the words of the reader, and one loan with all that was done with it and what may be done now.
import { z } from 'zod';
import type { Loan, LoanDetail, listLoans } from '#contract/funds-loans.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { interestBefore } from '#domain/funds/loans/interest.ts';
import { actsOpenIn } from '#domain/funds/loans/loan.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { overdueClassOf } from '#domain/funds/loans/overdue.ts';
import { numberIn } from '#domain/funds/loans/terms.ts';
import { areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { addDays, daysBetween } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { packNameThen } from '#server/policy/pack-name.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { type ActRow, findLoan, listActs, listChanges, type ShownLoan } from './loan.store.ts';
import { isByDueDay, type LoanQuestion, listLoanRows, sumLoans } from './loan-list.store.ts';
import { loanRulesAt } from './loan-rules.ts';
import { bankOf, lenderDenial } from './my-bank.ts';

const defaultWarningDays = 30;

/** Days before a due day from which it is warned of; never less than the platform's own thirty. */
export function warningDaysHere({ platform, today, area }: Context) {
  const pack = loanRulesAt(platform, area, today)?.pack;
  const days = pack === undefined ? null : numberIn(pack, 'loanWarningDays');
  return {
    days: Math.max(days ?? defaultWarningDays, defaultWarningDays),
    verified: pack?.scope.parameters.get('loanWarningDays')?.verified === true,
  };
}

const Keys = z.tuple([z.string(), z.string()]);
type Query = InputOf<typeof listLoans>['query'];

/** What is asked for, as the list and its spreadsheet both mean it. */
export async function loansAsked(
  context: Context,
  query: Omit<Query, 'cursor' | 'limit'>,
): Promise<LoanQuestion> {
  const { area, today } = context;
  await bankOf(context);
  return {
    show: query.show,
    month: query.month,
    span: spanOf(area),
    today,
    warningDays: warningDaysHere(context).days,
    product: query.product,
    purpose: query.purpose,
    refusal: query.refusal,
  };
}

export async function loansOfArea(
  context: Context,
  { query }: InputOf<typeof listLoans>,
): Promise<OutputOf<typeof listLoans>> {
  const asked = await loansAsked(context, query);
  const after = readCursor(query.cursor, Keys);
  const rows = await listLoanRows(context.tx, { ...asked, after, limit: query.limit + 1 });
  const dueFirst = isByDueDay(asked);
  const page = pageFrom(rows, query.limit, (row) => [
    (dueFirst ? row.due_on : row.asked_on) ?? '',
    row.id,
  ]);
  const isSummed = after === undefined && countyNumberOf(context.area) !== undefined;
  const total = isSummed ? await sumLoans(context.tx, asked) : null;
  return { items: await loanViews(context, page.items), next: page.next, total };
}

export async function loanViews(context: Context, rows: readonly ShownLoan[]): Promise<Loan[]> {
  const { platform, today } = context;
  const nameOf = await namesOf(
    context,
    rows.map((row) => row.area_code),
  );
  return rows.map((row) => {
    const rules = loanRulesAt(platform, areaCode(row.area_code), row.lent_on ?? row.asked_on);
    const title = rules?.products.find(({ id }) => id === row.product)?.title;
    const isOwed = row.owed_fen > 0 && row.due_on !== null;
    const daysLate = isOwed && row.due_on !== null ? daysBetween(row.due_on, today) : null;
    const refusalTitle =
      row.refusal === null
        ? null
        : rules === undefined
          ? { zh: row.refusal, en: row.refusal }
          : codeTitle(rules.pack, 'loanRefusal', row.refusal);
    return {
      id: row.id,
      household: row.household_id,
      householdNo: row.household_no,
      headName: row.head_name,
      area: { code: row.area_code, name: nameOf(row.area_code) },
      lender: row.lender,
      mode: row.mode,
      product: row.product,
      productTitle: title ?? { zh: row.product, en: row.product },
      purpose: row.purpose,
      state: row.state,
      askedOn: row.asked_on,
      asked: row.asked_fen,
      months: row.months,
      approved: row.approved_fen,
      ratePercent: row.rate_ppm === null ? null : row.rate_ppm / 10_000,
      lentOn: row.lent_on,
      dueOn: row.due_on,
      lent: row.lent_fen,
      owed: row.owed_fen,
      daysLate,
      class: daysLate === null ? null : overdueClassOf(daysLate),
      refusalTitle,
      useFound: row.use_found,
    };
  });
}

export async function loanDetail(context: Context, id: string): Promise<LoanDetail> {
  const { tx, today, may } = context;
  await bankOf(context);
  const loan = (await findLoan(tx, id)) ?? refuse(refusals.noSuchLoan);
  const [view] = await loanViews(context, [loan]);
  if (view === undefined) return refuse(refusals.noSuchLoan);
  const acts = await listActs(tx, loan);
  const denial = await lenderDenial(context, loan);
  const mayLend = may('funds.lend') && denial === undefined;
  const open = actsOpenIn(loan.state).filter((act) =>
    act === 'withdraw' ? may('funds.ask') : mayLend,
  );
  const eligibility = eligibilitySaid(acts);
  return {
    ...view,
    contract: loan.contract,
    insurance: loan.insurance,
    operator: loan.operator,
    pack: packNameThen(context.platform.packs, loan.pack, loan.pack_version),
    dayBasis: loan.day_basis,
    subsidyPercent: loan.subsidy_ppm === null ? null : loan.subsidy_ppm / 10_000,
    subsidyUntil: loan.subsidy_until,
    subsidyDue: await subsidyDueOf(context, loan, addDays(today, 1)),
    subsidyClaimed: loan.claimed_fen,
    eligibility,
    acts: acts.map((one) => actView(context, loan, one)),
    open: [...open],
    closed: may('funds.lend') && denial !== undefined ? denial.message : null,
  };
}

/** Subsidised interest of all days before this one. */
async function subsidyDueOf(
  { tx }: Context,
  loan: ShownLoan,
  day: ReturnType<typeof addDays>,
): Promise<number> {
  const { subsidy_ppm: ratePpm, day_basis: dayBasis, subsidy_until: until } = loan;
  if (ratePpm === null || dayBasis === null || until === null) return 0;
  const changes = await listChanges(tx, loan.county, { loan: loan.id });
  return fenToNumber(interestBefore(changes, { ratePpm, dayBasis, until }, day));
}

function eligibilitySaid(acts: readonly ActRow[]): LoanDetail['eligibility'] {
  const facts = acts.find(({ kind }) => kind === 'apply')?.facts;
  const { zh, en, outcome } = facts ?? {};
  if (zh === undefined || en === undefined) return null;
  return {
    outcome: outcome === 'fails' || outcome === 'undecided' ? outcome : 'holds',
    sentence: { zh, en },
  };
}

function actView({ platform }: Context, loan: ShownLoan, act: ActRow): LoanDetail['acts'][number] {
  const code = act.facts.code;
  const pack = loanRulesAt(platform, areaCode(loan.area_code), act.true_on)?.pack;
  const title =
    act.kind === 'refuse' && code !== undefined && pack !== undefined
      ? codeTitle(pack, 'loanRefusal', code)
      : saidBy(act);
  return {
    kind: act.kind,
    on: act.true_on,
    amount: act.amount_fen,
    document: act.document,
    words: act.words,
    title,
    entry: act.entry_id,
    by: act.account_name,
    at: act.recorded_at,
  };
}

function saidBy({ kind, facts }: ActRow): Bilingual | null {
  switch (kind) {
    case 'approve': {
      const rate = Number(facts.rate);
      return {
        zh: `年利率 ${rate}%，${facts.months} 个月`,
        en: `${rate}% a year, ${facts.months} months`,
      };
    }
    case 'check':
      return facts.found === 'misused'
        ? { zh: '用途不符', en: 'not used as stated' }
        : { zh: '用途相符', en: 'used as stated' };
    case 'cover':
    case 'recover': {
      const [fund, bank] = [facts.fund, facts.bank].map((part) => yuanText(BigInt(part ?? 0)));
      return { zh: `基金 ${fund}，银行 ${bank}`, en: `fund ${fund}, bank ${bank}` };
    }
    case 'extend':
      return { zh: `${facts.from} → ${facts.until}`, en: `${facts.from} → ${facts.until}` };
    default:
      return null;
  }
}
