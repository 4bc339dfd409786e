// Facts of money from the kept sums of the books, and how many households were paid where small numbers are hidden.

import { stagesOf } from '#domain/funds/stages.ts';
import { type DimensionId, dimensionTexts, isTime } from '#domain/insight/explore/dimensions.ts';
import { booksNotOpen, moneyNotMasked } from '#domain/insight/explore/refusals.ts';
import { countyDigits } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { countPayees, sumExplored } from '#server/funds/explored.store.ts';
import type { Fact, Reading } from './read-cells.ts';

/** Refuses who may not read the books, and what cannot be hidden where it speaks of few. */
export function checkMoney({ context, question, indicator, masked }: Reading): void {
  const { language, may, area } = context;
  const title = indicator.title[language];
  if (!may('funds.read')) refuse(booksNotOpen, { indicator: title });
  const { rows, columns } = question;
  const time = [rows, columns].find((id) => id !== undefined && isTime(id));
  if (!masked || (area.length >= countyDigits && time === undefined)) return;
  const dimension = dimensionTexts[time ?? 'month'].title[language];
  refuse(moneyNotMasked, { indicator: title, dimension });
}

export async function moneyFacts(reading: Reading, digits: number): Promise<readonly Fact[]> {
  const { context, question, spans, masked } = reading;
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
    const payees = masked ? await countPayees(tx, { span, digits, by }) : [];
    const keyed = groupBy(sums, ({ place, purpose, source, month }) =>
      JSON.stringify([place, purpose, source, month]),
    );
    for (const own of keyed.values()) {
      const [first] = own;
      if (first === undefined) continue;
      const { place, purpose, source, month } = first;
      const { planned, arrived, paid } = stagesOf(own);
      const behind = payees.find(
        (one) => one.place === place && one.purpose === purpose && one.source === source,
      );
      facts.push({
        at: { part: place, village: place, purpose, source, month, year: month.slice(0, 4) },
        numbers: {
          planned: fenToNumber(planned),
          arrived: fenToNumber(arrived),
          paid: fenToNumber(paid),
          payees: behind?.households ?? 0,
        },
      });
    }
  }
  return facts;
}
