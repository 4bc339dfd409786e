// What passes without anybody writing: people turn sixteen or sixty, and a month ends. Once a day the
// derived figures of every county are brought up to date, county by county, and the counts of a month
// that has ended are kept.
import { everything } from '#domain/access/scope.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Db, inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import { listCountedCounties } from './count.store.ts';
import { refreshDerivedFigures } from './derived.store.ts';
import { keepMonth } from './fold-counts.ts';

const settingKey = 'registry.figuresOf';

/** Does a day's work unless it is done; the number of households whose figures changed. */
export async function keepDay(db: Db, today: PlainDate): Promise<number> {
  const asSystem = <Result>(work: Parameters<typeof inScope<Result>>[2]) =>
    inScope(db, everything, work);
  const last = await asSystem((tx) => findSetting(tx, settingKey));
  if (last === today) return 0;
  // A system that was not there last month does not say what was counted then.
  if (typeof last === 'string' && last.slice(0, 7) < today.slice(0, 7)) await keepMonth(db, today);
  let changed = 0;
  for (const county of await asSystem(listCountedCounties)) {
    changed += await asSystem((tx) => refreshDerivedFigures(tx, spanOf(county), today));
  }
  await asSystem((tx) => saveSetting(tx, settingKey, today));
  return changed;
}
