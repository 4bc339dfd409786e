// Months of a county: what was posted in them; closed by one who approves, opened again only with a reason.
import type { listFundMonths, turnFundMonth } from '#contract/funds.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as orderRefusals from '#domain/funds/order-refusals.ts';
import * as refusals from '#domain/funds/refusals.ts';
import { type AreaCode, areaCode, countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { countWaiting, insertPeriod, listMonths } from './order.store.ts';

type Months = OutputOf<typeof listFundMonths>;

export async function monthsOf(
  context: Context,
  _: InputOf<typeof listFundMonths>,
): Promise<Months> {
  return monthsIn(context, context.area);
}

export async function turnMonth(
  context: Context,
  { body }: InputOf<typeof turnFundMonth>,
): Promise<Months> {
  const { tx, actor, now, today } = context;
  const area = areaCode(body.area);
  const county = area.length === 6 ? countyNumberOf(area) : undefined;
  if (county === undefined) return refuse(orderRefusals.countyNeeded);
  const { month, state, reason } = body;
  if (state === 'opened' && reason === '') refuse(orderRefusals.reasonNeeded);
  if (month >= today.slice(0, 7)) refuse(refusals.monthRunning, { month });
  const { items } = await monthsIn(context, area);
  const before = items.find((one) => one.month === month)?.state ?? 'open';
  if ((before === 'closed') === (state === 'closed')) refuse(refusals.monthAsItIs, { month });
  const waiting = await countWaiting(tx, spanOf(area), month);
  if (state === 'closed' && waiting > 0) refuse(refusals.ordersWait, { month, count: waiting });

  await insertPeriod(tx, {
    county,
    area,
    month,
    state,
    account: actor.account,
    accountName: actor.displayName,
    reason,
    now,
  });
  context.note({ area, facts: { month, state } });
  return monthsIn(context, area);
}

async function monthsIn({ tx }: Context, area: AreaCode): Promise<Months> {
  const rows = await listMonths(tx, area.slice(0, 6));
  return {
    items: rows.map((row) => ({
      month: row.month,
      state: row.state === 'closed' ? 'closed' : 'open',
      days: row.days,
      amount: row.amount,
      by: row.by,
      at: row.at,
      reason: row.reason,
    })),
  };
}
