// Targets of loans by hand, from their papers, and what was lent of each in the year.
import type { enterLoanTarget, getLoanTargets, LoanTargets } from '#contract/funds-targets.ts';
import type { InputOf } from '#contract/route.ts';
import { completionOf } from '#domain/funds/loans/target.ts';
import { countyNeeded } from '#domain/funds/order-refusals.ts';
import { type AreaCode, areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { yearOf } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { bankOf } from './my-bank.ts';
import { appendTarget, listTargets, sumLentIn } from './target.store.ts';

export function targetsHere(
  context: Context,
  { query }: InputOf<typeof getLoanTargets>,
): Promise<LoanTargets> {
  return targetsOf(context, context.area, query.year ?? yearOf(context.today));
}

export async function enterTarget(
  context: Context,
  { body }: InputOf<typeof enterLoanTarget>,
): Promise<LoanTargets> {
  const { tx, actor, now } = context;
  const area = areaCode(body.area);
  const county = countyNumberOf(area);
  if (county === undefined || area.length !== 6) return refuse(countyNeeded);
  const { year, kind, measure, value, document } = body;
  await appendTarget(tx, {
    county,
    area_code: area,
    year,
    kind,
    measure,
    value,
    document,
    account: actor.account,
    account_name: actor.displayName,
    now,
  });
  context.note({ area, facts: { year, kind, measure, value } });
  return targetsOf(context, area, year);
}

async function targetsOf(context: Context, area: AreaCode, year: number): Promise<LoanTargets> {
  const { tx, may } = context;
  const nameOf = await namesOf(context, [area]);
  // A bank sees its own loans alone, and of those alone no target of the county can be judged.
  const isBank = (await bankOf(context)) !== undefined;
  const targets = isBank ? [] : await listTargets(tx, area, year);
  const lent = await sumLentIn(tx, spanOf(area), year);
  return {
    area: { code: area, name: nameOf(area) },
    year,
    items: targets.map((one) => ({
      kind: one.kind,
      measure: one.measure,
      value: one.value,
      ...completionOf(one, lent),
      document: one.document,
      by: one.account_name,
    })),
    mayEnter: may('funds.approve') && area.length === 6,
  };
}
