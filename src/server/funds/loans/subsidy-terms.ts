// What of a loan's interest is subsidised, by the rules of the day it is lent.
import { subsidisedPpm } from '#domain/funds/loans/interest.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { monthsAfter } from '#domain/funds/loans/principal.ts';
import { benchmarkPpm } from '#domain/funds/loans/terms.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import type { ShownLoan } from './loan.store.ts';
import { getLoanRules, getProduct } from './loan-rules.ts';

/** What is subsidised of a loan lent on a day, and until when; refused where the rules give no number. */
export function subsidyTerms(
  context: Context,
  loan: ShownLoan,
  { on, due }: { readonly on: PlainDate; readonly due: PlainDate },
) {
  const rules = getLoanRules(context, areaCode(loan.area_code), on);
  const product = getProduct(context, rules, { product: loan.product, on });
  const months = loan.months;
  const { dayBasis, subsidyShare, subsidyMonths } = product;
  if (dayBasis === null) {
    const name = { zh: '计息年天数', en: 'days of a year' };
    return refuse(deny(refusals.termNotGiven, { on, name }));
  }
  const ratePpm = loan.rate_ppm ?? 0;
  const benchmark = benchmarkPpm(rules.pack, months);
  const subsidyPpm =
    subsidyShare === null || benchmark === null
      ? 0
      : subsidisedPpm(ratePpm, benchmark, subsidyShare);
  const most = subsidyMonths === null ? due : monthsAfter(on, subsidyMonths);
  return { product, dayBasis, subsidyPpm, subsidyUntil: most < due ? most : due };
}
