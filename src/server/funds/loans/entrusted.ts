// Entrusted operation: contracts begun while the rules allow it, returns paid by the operator to the
// household, and the way out of each from the day the rules end it.
import { z } from 'zod';
import type {
  Entrusted,
  EntrustedSummary,
  entrustLoan,
  getEntrustedSummary,
  listEntrusted,
  payReturn,
  windDown,
} from '#contract/funds-entrusted.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { yuanText } from '#domain/funds/entry.ts';
import { arrearsOn, layOn, returnsOf } from '#domain/funds/loans/entrusted.ts';
import * as refusals from '#domain/funds/loans/entrusted-refusals.ts';
import { ppmOf } from '#domain/funds/loans/interest.ts';
import { returnLines } from '#domain/funds/loans/loan-lines.ts';
import { dayBefore, noSuchLoan } from '#domain/funds/loans/loan-refusals.ts';
import { dayAhead } from '#domain/funds/order-refusals.ts';
import { type AreaCode, areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { daysBetween, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { handOf } from './act.ts';
import {
  findContract,
  insertContract,
  listContracts,
  listReturns,
  type ShownContract,
  setPaid,
  sumContracts,
  sumListed,
  updateContract,
} from './entrusted.store.ts';
import { appendAct, findLoan } from './loan.store.ts';
import { getLoanRules, getProduct } from './loan-rules.ts';
import { postForLoan } from './move-money.ts';
import { bankOf } from './my-bank.ts';

const Keys = z.tuple([z.string(), z.string()]);

/** The product that is entrusted, and the day from which the rules know it no more. */
function banHere({ platform }: Context, area: AreaCode, on: PlainDate) {
  const pack = platform.packs.inForce(area, on);
  const products = platform.packs
    .all()
    .filter(({ pack: one }) => one.manifest.id === pack?.id)
    .flatMap(({ pack: one }) => one.rows.products);
  const row = products.find(({ row: one }) => one.yield !== undefined)?.row;
  return {
    from: row?.until === undefined ? null : plainDate(row.until),
    verified: row?.verified === true,
    note: row?.note ?? null,
  };
}

export async function entrustedSummary(
  context: Context,
  { query }: InputOf<typeof getEntrustedSummary>,
): Promise<EntrustedSummary> {
  const { tx, area, today, may } = context;
  await bankOf(context);
  const on = query.on === undefined ? today : plainDate(query.on);
  const sums = await sumContracts(tx, spanOf(area), on);
  const ban = banHere(context, area, today);
  const nameOf = await namesOf(context, [area]);
  const isForbidden = ban.from !== null && on >= ban.from;
  const open = sums?.open ?? 0;
  return {
    area: { code: area, name: nameOf(area) },
    on,
    forbiddenFrom: ban.from,
    verified: ban.verified,
    note: ban.note,
    contracts: sums?.contracts ?? 0,
    principal: sums?.principal ?? 0,
    due: sums?.due ?? 0,
    paid: sums?.paid ?? 0,
    arrears: sums?.arrears ?? 0,
    late: sums?.late ?? 0,
    states: [
      { state: 'running', contracts: isForbidden ? 0 : open },
      { state: 'found', contracts: isForbidden ? open : 0 },
      { state: 'agreed', contracts: sums?.agreed ?? 0 },
      { state: 'settled', contracts: sums?.settled ?? 0 },
    ],
    mayAct: may('funds.ask'),
  };
}

export async function entrustedOf(
  context: Context,
  { query }: InputOf<typeof listEntrusted>,
): Promise<OutputOf<typeof listEntrusted>> {
  const { tx, area, today } = context;
  await bankOf(context);
  const on = query.on === undefined ? today : plainDate(query.on);
  const asked = { span: spanOf(area), on, show: query.show, loan: query.loan };
  const after = readCursor(query.cursor, Keys);
  const rows = await listContracts(tx, { ...asked, after, limit: query.limit + 1 });
  const page = pageFrom(rows, query.limit, (row) => [row.from_on, row.loan_id]);
  const isSummed = after === undefined && countyNumberOf(area) !== undefined;
  const total = isSummed ? await sumListed(tx, asked) : null;
  return { items: await contractViews(context, page.items, on), next: page.next, total };
}

async function contractViews(
  context: Context,
  rows: readonly ShownContract[],
  on: PlainDate,
): Promise<Entrusted[]> {
  const returns = await listReturns(context.tx, rows);
  const nameOf = await namesOf(
    context,
    rows.map((row) => row.area_code),
  );
  const returnsOfLoan = groupBy(returns, ({ loan }) => loan);
  return rows.map((row) => {
    const own = returnsOfLoan.get(row.loan_id) ?? [];
    const ban = banHere(context, areaCode(row.area_code), context.today);
    const isForbidden = ban.from !== null && on >= ban.from;
    return {
      loan: row.loan_id,
      householdNo: row.household_no,
      headName: row.head_name,
      area: { code: row.area_code, name: nameOf(row.area_code) },
      lender: row.lender,
      operator: row.operator,
      parties: row.parties.map(({ zh, en, name, duty }) => ({ party: { zh, en }, name, duty })),
      document: row.document,
      principal: row.principal_fen,
      owed: row.owed_fen,
      yieldPercent: row.yield_ppm / 10_000,
      from: row.from_on,
      until: row.until_on,
      returns: own
        .filter(
          ({ dueOn, paid }) => row.settled_on === null || dueOn <= row.settled_on || paid > 0n,
        )
        .map(({ year, dueOn, due, paid }) => ({
          year,
          dueOn,
          due: fenToNumber(due),
          paid: fenToNumber(paid),
          daysLate: paid < due ? Math.max(0, daysBetween(dueOn, on)) : 0,
        })),
      arrears: fenToNumber(arrearsOn(own, on, row.settled_on)),
      state:
        row.settled_on !== null
          ? 'settled'
          : row.agreed_on !== null
            ? 'agreed'
            : isForbidden
              ? 'found'
              : 'running',
      how: row.how,
      agreedOn: row.agreed_on,
      settledOn: row.settled_on,
    };
  });
}

async function contractView(context: Context, loan: string): Promise<Entrusted> {
  const row = (await findContract(context.tx, loan)) ?? refuse(refusals.noSuchContract);
  const [view] = await contractViews(context, [row], context.today);
  return view ?? refuse(refusals.noSuchContract);
}

export async function entrust(
  context: Context,
  { params, body }: InputOf<typeof entrustLoan>,
): Promise<Entrusted> {
  const { tx, today } = context;
  const loan = (await findLoan(tx, params.id, 'locked')) ?? refuse(noSuchLoan);
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  const rules = getLoanRules(context, areaCode(loan.area_code), on);
  const product = getProduct(context, rules, { product: loan.product, on });
  const { lent_on: lentOn, due_on: until } = loan;
  const yieldPercent = product.yieldPercent;
  if (loan.mode !== 'entrusted' || loan.state !== 'lent' || lentOn === null || until === null) {
    return refuse(deny(refusals.notEntrusted, { product: product.title }));
  }
  if (yieldPercent === null) return refuse(deny(refusals.notEntrusted, { product: product.title }));
  if (on < lentOn) refuse(deny(dayBefore, { on, earlier: lentOn, what: lentWords }));
  const known = await findContract(tx, loan.id);
  if (known !== undefined) refuse(refusals.entrustedAlready, { document: known.document });
  if (body.parties.length !== product.parties.length) {
    const names = {
      zh: product.parties.map(({ zh }) => zh).join('、'),
      en: product.parties.map(({ en }) => en).join(', '),
    };
    refuse(deny(refusals.partiesMissing, { count: product.parties.length, names }));
  }
  const yieldPpm = ppmOf(yieldPercent);
  const returns = returnsOf({ principal: BigInt(loan.lent_fen), yieldPpm, from: on, until });
  await insertContract(
    tx,
    {
      county: loan.county,
      loan_id: loan.id,
      household_id: loan.household_id,
      area_code: loan.area_code,
      bank_id: loan.bank_id,
      operator: loan.operator ?? '',
      parties: body.parties.map((one, index) => ({
        zh: product.parties[index]?.zh ?? '',
        en: product.parties[index]?.en ?? '',
        ...one,
      })),
      document: body.document,
      principal_fen: loan.lent_fen,
      yield_ppm: yieldPpm,
      from_on: on,
      until_on: until,
    },
    returns,
  );
  const done = { kind: 'entrust', on, document: body.document } as const;
  await appendAct(tx, loan, done, handOf(context));
  context.note({ area: areaCode(loan.area_code), subject: `loan:${loan.id}` });
  return contractView(context, loan.id);
}

const lentWords = { zh: '放款日', en: 'lent' };

export async function payOut(
  context: Context,
  { params, body }: InputOf<typeof payReturn>,
): Promise<Entrusted> {
  const { tx, today } = context;
  const loan = (await findLoan(tx, params.id, 'locked')) ?? refuse(noSuchLoan);
  const contract = (await findContract(tx, loan.id)) ?? refuse(refusals.noSuchContract);
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  if (on < contract.from_on) {
    const what = { zh: '合同起始日', en: 'the contract began' };
    refuse(deny(dayBefore, { on, earlier: contract.from_on, what }));
  }
  const returns = (await listReturns(tx, [contract])).filter(
    ({ dueOn }) => contract.settled_on === null || dueOn <= contract.settled_on,
  );
  const amount = BigInt(body.amount);
  const laid = layOn(returns, amount);
  if (laid === undefined) {
    const open = returns.reduce((sum, { due, paid }) => sum + due - paid, 0n);
    return refuse(refusals.returnTooMuch, { open: yuanText(open), asked: yuanText(amount) });
  }
  const to = { operator: contract.operator, area: areaCode(loan.area_code) };
  const lines = returnLines({ ...to, household: loan.household_id }, amount);
  const { document } = body;
  const entry = await postForLoan(context, loan, { kind: 'pay', on, document, lines });
  await setPaid(tx, contract, laid);
  const done = { kind: 'return', on, amount: body.amount, document, entry } as const;
  await appendAct(tx, loan, done, handOf(context));
  context.note({ area: areaCode(loan.area_code), subject: `loan:${loan.id}` });
  return contractView(context, loan.id);
}

export async function wind(
  context: Context,
  { params, body }: InputOf<typeof windDown>,
): Promise<Entrusted> {
  const { tx, today } = context;
  const loan = (await findLoan(tx, params.id, 'locked')) ?? refuse(noSuchLoan);
  const contract = (await findContract(tx, loan.id)) ?? refuse(refusals.noSuchContract);
  const on = plainDate(body.on);
  if (on > today) refuse(dayAhead, { on, today });
  if (contract.settled_on !== null) refuse(refusals.windingClosed, { on: contract.settled_on });
  const how = body.how ?? contract.how ?? refuse(refusals.wayOutNeeded);
  if (body.step === 'settled') {
    if (contract.agreed_on === null) refuse(refusals.wayOutNeeded);
    if (how === 'recovery' && loan.owed_fen > 0) {
      refuse(refusals.notRecoveredYet, { owed: yuanText(BigInt(loan.owed_fen)) });
    }
  }
  const change = body.step === 'agreed' ? { how, agreed_on: on } : { how, settled_on: on };
  await updateContract(tx, contract, change);
  const kind = body.step === 'agreed' ? 'agree' : 'settle';
  await appendAct(tx, loan, { kind, on, words: body.words, facts: { how } }, handOf(context));
  context.note({
    area: areaCode(loan.area_code),
    subject: `loan:${loan.id}`,
    facts: { step: body.step },
  });
  return contractView(context, loan.id);
}
