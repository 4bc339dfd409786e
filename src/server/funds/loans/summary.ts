// Loans of a county or less as numbers, each the count of a list.
import type { getLoanSummary, LoanSummary } from '#contract/funds-loans.ts';
import type { InputOf } from '#contract/route.ts';
import { atRisk, overdueClasses } from '#domain/funds/loans/overdue.ts';
import { held } from '#domain/funds/loans/risk-fund.ts';
import { countyNeeded } from '#domain/funds/order-refusals.ts';
import { levelBelow, levelOf, spanOf } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { codeTitle } from '#domain/policy/pack/document-shape.ts';
import type { Context } from '#server/http/context.ts';
import { listAreaChildren } from '#server/registry/area.store.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { sumAgreed } from './bank.store.ts';
import { listHoldings } from './fund.store.ts';
import { loanRulesAt } from './loan-rules.ts';
import {
  type Group,
  sumBy,
  sumByClass,
  sumByDueMonth,
  sumByPlace,
  sumInterest,
  sumLoans,
} from './loan-summary.store.ts';
import { warningDaysHere } from './loan-view.ts';
import { bankOf } from './my-bank.ts';
import { publishedOf } from './published-loans.ts';

export async function summaryOf(
  context: Context,
  _: InputOf<typeof getLoanSummary>,
): Promise<LoanSummary> {
  const { tx, area, today, may, platform } = context;
  if (area.length < 6) refuse(countyNeeded);
  const bank = await bankOf(context);
  const span = spanOf(area);
  const warning = warningDaysHere(context);
  const sums = await sumLoans(tx, { span, today, warningDays: warning.days });
  const classes = await sumByClass(tx, { span, today });
  const interest = await sumInterest(tx, span);
  const rules = loanRulesAt(platform, area, today);
  const nameOf = await namesOf(context, [area]);
  const caps = (rules?.products ?? []).flatMap(({ cap }) =>
    cap === null ? [] : [fenToNumber(cap)],
  );
  const counted = (loans = 0, amount = 0) => ({ loans, amount });
  const byClass = new Map(classes.map((one) => [one.key, one]));
  const owedBy = overdueClasses.map((one) => ({
    class: one,
    ...counted(byClass.get(one)?.loans, byClass.get(one)?.amount),
  }));
  const classSums = owedBy.map((one) => ({ class: one.class, owed: BigInt(one.amount) }));
  const households = sums?.households ?? 0;
  const refusalTitle = (code: string): Bilingual =>
    rules === undefined ? { zh: code, en: code } : codeTitle(rules.pack, 'loanRefusal', code);
  return {
    area: { code: area, name: nameOf(area) },
    on: today,
    bank: bank?.name ?? null,
    waiting: counted(sums?.waiting, sums?.waiting_fen),
    toLend: counted(sums?.to_lend, sums?.to_lend_fen),
    lent: { ...counted(sums?.lent, sums?.lent_fen), households },
    owed: counted(sums?.owed, sums?.owed_fen),
    repaid: sums?.repaid_fen ?? 0,
    mean: households === 0 ? null : Math.round((sums?.lent_fen ?? 0) / households),
    cap: caps.length === 0 ? null : Math.max(...caps),
    classes: owedBy,
    par30: atRisk(classSums, 30),
    par90: atRisk(classSums, 90),
    warningDays: warning.days,
    warningVerified: warning.verified,
    dueSoon: counted(sums?.due_soon, sums?.due_soon_fen),
    calendar: (await sumByDueMonth(tx, { span, today })).map(({ key, ...one }) => ({
      month: key,
      ...one,
    })),
    refusals: (await sumBy(tx, span, 'refusal')).map(({ key, loans }) => ({
      code: key,
      title: refusalTitle(key),
      loans,
    })),
    products: titled(await sumBy(tx, span, 'product'), rules?.products ?? []),
    purposes: (await sumBy(tx, span, 'purpose')).map(({ key, ...one }) => ({
      purpose: key,
      ...one,
    })),
    places: await placesOf(context),
    misused: sums?.misused ?? 0,
    unchecked: sums?.unchecked ?? 0,
    subsidy: interest,
    published:
      area.length === 6 && bank === undefined
        ? publishedOf(rules?.pack, {
            households,
            lentFen: sums?.lent_fen ?? 0,
            fundFen: fenToNumber(held(await listHoldings(tx, { county: area, on: today }))),
            agreedFen: await sumAgreed(tx, span),
          })
        : [],
    mayAsk: may('funds.ask'),
    mayLend: may('funds.lend'),
    maySteer: may('funds.approve') && area.length === 6,
  };
}

function titled(
  groups: readonly Group[],
  products: readonly { readonly id: string; readonly title: Bilingual }[],
): LoanSummary['products'] {
  return groups.map(({ key, ...one }) => ({
    product: key,
    title: products.find(({ id }) => id === key)?.title ?? { zh: key, en: key },
    ...one,
  }));
}

async function placesOf({ tx, area, today }: Context): Promise<LoanSummary['places']> {
  const below = levelBelow(levelOf(area));
  if (area.length >= 12 || below === undefined) return [];
  const children = await listAreaChildren(tx, area, today);
  const length = children[0]?.code.length ?? area.length;
  const sums = await sumByPlace(tx, { span: spanOf(area), today, length });
  const own = new Map(sums.map((one) => [one.place, one]));
  return children.map(({ code, name }) => {
    const { loans = 0, households = 0, lent = 0, owed = 0, late = 0 } = own.get(code) ?? {};
    return { area: { code, name }, loans, households, lent, owed, late };
  });
}
