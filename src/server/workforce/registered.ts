// How many households stand on the register one level below an area, by kept counts where they are kept.
import { type AreaCode, spanOf, villageDigits } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import { countKeptCoverage } from './cover-count.store.ts';
import { countCoverage } from './coverage.store.ts';
import { digitsBelow, isKept } from './coverage.ts';

export async function registeredBelow(
  context: Context,
  area: AreaCode,
): Promise<ReadonlyMap<string, number>> {
  const { tx, today } = context;
  const digits = digitsBelow(area);
  const count =
    isKept(context, area) && digits <= villageDigits ? countKeptCoverage : countCoverage;
  const rows = await count(tx, { span: spanOf(area), digits, today });
  return new Map(rows.map(({ code, households }) => [code, households]));
}
