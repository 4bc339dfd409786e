// A county sets how much a level of it may be asked. What held before stays on record.
import type { setBudget } from '#contract/insight-burden.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { packRounds } from '#domain/insight/burden/budget.ts';
import { budgetNotOfCounty, budgetSaysNothing } from '#domain/insight/burden/refusals.ts';
import { countyNumberOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { insertBudget, listBudgets } from './budget.store.ts';
import { budgetView } from './load-budget.ts';

export async function setBudgetOf(
  context: Context,
  { body }: InputOf<typeof setBudget>,
): Promise<OutputOf<typeof setBudget>> {
  const { tx, area, actor, now, today, platform } = context;
  const county = area.length === 6 ? countyNumberOf(area) : undefined;
  if (county === undefined) return refuse(budgetNotOfCounty, { area });
  const { level, fields, rounds, reason } = body;
  const before = (await listBudgets(tx, county)).find((one) => one.level === level);
  if ((before?.fields ?? null) === fields && (before?.rounds ?? null) === rounds) {
    refuse(budgetSaysNothing);
  }

  const budget = { level, fields, rounds, reason, account_name: actor.displayName, set_at: now };

  await insertBudget(tx, {
    ...budget,
    county,
    id: context.newId(county),
    area_code: area,
    account: actor.account,
  });
  context.note({ area, subject: `budget:${level}`, facts: { fields, rounds } });
  return budgetView(budget, packRounds(platform.packs.inForce(area, today), level), today);
}
