// A number of a chart beside the figure that was published of the same thing: it agrees when it lies in
// the interval the printing implies, it differs, or the two cannot be compared and the chart says why.
import type { Figure } from '#domain/policy/pack/figure-schemas.ts';
import type { Rows } from '#domain/policy/pack/pack.ts';
import { bookOf } from '../reconcile/book.ts';
import { isInside, point } from '../reconcile/interval.ts';
import { numberText, rangeText } from '../reconcile/number-text.ts';
import { type ChartCheck, ChartUnit } from './chart-shape.ts';
import { both } from './chart-words.ts';

export interface Comparison {
  readonly figures: readonly Figure[];
  readonly rows: Rows;
  /** Numbers of the chart, by the name a pack's row gives. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly published: readonly { readonly figure: string; readonly number: string }[];
  readonly today: string;
}

export function checkPublished(comparison: Comparison): readonly ChartCheck[] {
  const { figures, rows, published } = comparison;
  const book = bookOf(figures, rows, () => undefined);
  return published.flatMap(({ figure: id, number }): readonly ChartCheck[] => {
    const figure = figures.find((one) => one.id === id);
    if (figure === undefined) return [];
    const { interval, nominal } = book.quantity(id);
    const live = comparison.numbers[number] ?? null;
    const printed = figure.printed ?? (nominal === undefined ? '' : numberText(nominal));
    const unit = ChartUnit.safeParse(figure.unit);
    const shape = {
      figure: id,
      title: figure.title,
      unit: unit.success ? unit.data : ('item' as const),
      live,
      printed,
    };
    if (interval === undefined) {
      return [
        { ...shape, verdict: 'cannot', why: both('数字没有公布', 'The number was not published') },
      ];
    }
    if (live === null) {
      return [
        {
          ...shape,
          verdict: 'cannot',
          why: both(
            '本系统没有登记这件事，无从比较',
            'This installation keeps no such thing, so there is nothing to compare',
          ),
        },
      ];
    }
    const agrees = isInside(point(live), interval);
    const since = when(figure, comparison.today);
    return [
      agrees
        ? {
            ...shape,
            verdict: 'agrees',
            why: both(
              `印出的数代表 ${rangeText(interval)}`,
              `What was printed stands for ${rangeText(interval)}`,
            ),
          }
        : {
            ...shape,
            verdict: 'differs',
            why: both(
              `印出的数代表 ${rangeText(interval)}，现在是 ${numberText(live)}${since.zh}`,
              `What was printed stands for ${rangeText(interval)}; now it is ${numberText(live)}${since.en}`,
            ),
          },
    ];
  });
}

function when({ on }: Figure, today: string) {
  if (on === '' || today.startsWith(on)) return both('', '');
  return both(
    `；公布数截至 ${on}，今天是 ${today}`,
    `; it was printed as of ${on}, today is ${today}`,
  );
}
