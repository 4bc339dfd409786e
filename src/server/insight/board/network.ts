// The live network: who changes the register today and in seven days, and who has been silent; from kept sums, and
// sent again to whoever watches when they change.
import type { Network, watchNetwork } from '#contract/insight-board.ts';
import type { InputOf } from '#contract/route.ts';
import { isInScope } from '#domain/access/scope.ts';
import { countyDigits, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import { addDays, daysBetween, plainDate } from '#domain/kernel/plain-date.ts';
import type { Context, Events } from '#server/http/context.ts';
import { areaTiles } from '#server/registry/read-areas.ts';
import { listLastDays, sumMovements } from '../charts/movement.store.ts';
import { watchedView } from '../screen/watch-screen.ts';

type Reader = Pick<Context, 'tx' | 'area' | 'today' | 'scope'>;

export async function watchedNetwork(
  context: Context,
  { query }: InputOf<typeof watchNetwork>,
): Promise<Events> {
  const read = async (reader: Context) => JSON.stringify(await networkOf(reader));
  return watchedView(context, { name: 'network', once: query.once === true, read });
}

export async function networkOf({ tx, area, today, scope }: Reader): Promise<Network> {
  const { tiles } = await areaTiles(tx, area, today);
  const parts = tiles.filter(({ code }) => isInScope(code, scope));
  const [first] = parts;
  if (first === undefined || first.code.length > villageDigits) return [];
  const span = spanOf(area);
  const digits = first.code.length;
  const kept = Math.max(digits, countyDigits);
  const from = addDays(today, -6);
  const week = await sumMovements(tx, { span, kept, digits, from, to: today });
  const now = await sumMovements(tx, { span, kept, digits, from: today, to: today });
  const last = await listLastDays(tx, { span, kept, digits });
  const sum = (rows: typeof week, code: string) =>
    rows.filter((one) => one.area === code).reduce((all, one) => all + one.households, 0);
  return parts.map(({ code, name }) => {
    const lastOn = last.get(code) ?? null;
    return {
      code,
      name,
      today: sum(now, code),
      week: sum(week, code),
      lastOn,
      silentDays: lastOn === null ? null : Math.max(0, daysBetween(plainDate(lastOn), today)),
    };
  });
}
