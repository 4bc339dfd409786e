// Money that lies unused: account by account, the oldest first, and all of it by age and by who holds it.
import type { listIdleBalances } from '#contract/funds-idle.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import type { Context } from '#server/http/context.ts';
import { namesOf } from '#server/workforce/helper-view.ts';
import { listHeld, sumHeldByOwner } from './books.store.ts';
import { dayOf, heldMost } from './books.ts';
import { fundWordsHere } from './fund-words.ts';
import { accountViews } from './line-view.ts';

/** Up to so many days; the last class has what lies longer. */
const ages = [90, 180, 365] as const;

export async function idleBalances(
  context: Context,
  { query }: InputOf<typeof listIdleBalances>,
): Promise<OutputOf<typeof listIdleBalances>> {
  const { tx, area, today } = context;
  const on = dayOf(query.on, today);
  const span = spanOf(area);
  const held = await listHeld(tx, { span, on, limit: heldMost });
  const owners = await sumHeldByOwner(tx, { span, on, ages });
  const views = await accountViews(context, fundWordsHere(context, area), held);
  const nameOf = await namesOf(
    context,
    owners.map((one) => one.area),
  );
  return {
    items: views.map((view, index) => {
      const since = plainDate(held[index]?.since ?? on);
      return { ...view, since, days: daysBetween(since, on) };
    }),
    count: owners.reduce((sum, { accounts }) => sum + accounts, 0),
    ages: [...ages, null].map((upToDays, index) => ({
      upToDays,
      amount: owners.reduce((sum, { amounts }) => sum + (amounts[index] ?? 0), 0),
    })),
    owners: owners.map((one) => ({
      area: { code: one.area, name: nameOf(one.area) },
      holder: one.holder,
      accounts: one.accounts,
      amount: one.amounts.reduce((sum, amount) => sum + amount, 0),
      old: one.amounts.at(-1) ?? 0,
      days: daysBetween(plainDate(one.since), on),
    })),
  };
}
