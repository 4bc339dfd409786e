// Facts of money from the kept sums of the books, and which households stand behind them where small numbers are
// hidden.

import { stagesOf } from '#domain/funds/stages.ts';
import { type DimensionId, isPlace } from '#domain/insight/explore/dimensions.ts';
import type { Behind } from '#domain/insight/explore/pivot.ts';
import { conditioned } from '#domain/insight/explore/question.ts';
import { booksNotOpen, moneyNotMasked } from '#domain/insight/explore/refusals.ts';
import { countyDigits } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { countPaid, type PaidCut, sumExplored } from '#server/funds/explored.store.ts';
import type { Fact, Reading } from './read-cells.ts';

/** Refuses who may not read the books, and what cannot be hidden where it speaks of few. */
export function checkMoney({ context, indicator, masked }: Reading): void {
  const { language, may, area } = context;
  const title = indicator.title[language];
  if (!may('funds.read')) refuse(booksNotOpen, { indicator: title });
  if (masked && area.length < countyDigits) refuse(moneyNotMasked, { indicator: title });
}

export async function moneyFacts(reading: Reading, digits: number): Promise<readonly Fact[]> {
  const { context, question, spans } = reading;
  const { tx, today } = context;
  const { from, to, rows, columns, conditions } = question;
  const asks = (id: DimensionId) => rows === id || columns === id || conditions[id] !== undefined;
  const by = {
    purpose: asks('purpose'),
    source: asks('source'),
    month: asks('month') || asks('year'),
  };
  const facts: Fact[] = [];
  for (const span of spans) {
    const sums = await sumExplored(tx, { span, digits, on: today, from, to, by });
    const keyed = groupBy(sums, ({ place, purpose, source, month }) =>
      JSON.stringify([place, purpose, source, month]),
    );
    for (const own of keyed.values()) {
      const [first] = own;
      if (first === undefined) continue;
      const { place, purpose, source, month } = first;
      const { planned, arrived, paid } = stagesOf(own);
      facts.push({
        at: { part: place, village: place, purpose, source, month, year: month.slice(0, 4) },
        numbers: {
          planned: fenToNumber(planned),
          arrived: fenToNumber(arrived),
          paid: fenToNumber(paid),
        },
      });
    }
  }
  return facts;
}

/** Who was paid, in every cell and total of the table: a household that is paid for two uses is one. */
export async function moneyBehind(
  { context, question, spans }: Reading,
  digits: number,
): Promise<readonly Behind[]> {
  const { rows, columns, conditions, from, to } = question;
  const where: Partial<Record<PaidCut, string>> = {};
  for (const id of conditioned(question)) where[cutOf(id)] = conditions[id] ?? '';
  return countPaid(context.tx, {
    spans,
    digits,
    on: context.today,
    from,
    to,
    rows: cutOf(rows),
    columns: columns === undefined ? undefined : cutOf(columns),
    where,
  });
}

function cutOf(id: DimensionId): PaidCut {
  if (isPlace(id)) return 'place';
  if (id === 'purpose' || id === 'source' || id === 'month' || id === 'year') return id;
  throw new Error(`money is not cut by ${id}`);
}
