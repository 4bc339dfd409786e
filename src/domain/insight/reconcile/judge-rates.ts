// Rates and the bases they imply. A percentage printed without its base still says between which whole
// numbers the base must lie; several such rates of one base leave a few numbers, or none.

import type { RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Book, Quantity } from './book.ts';
import { type Bar, type Found, found, type Missing } from './finding.ts';
import { basesOf, type Interval, intersect, isInside, subtract } from './interval.ts';
import { isKnown } from './known.ts';
import { numberText, rangeText } from './number-text.ts';

export function judgeShare({ rate, bases }: RelationOf<'share'>, book: Book): Found {
  const asked = book.quantity(rate);
  if (!isKnown(asked)) return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  const { numerator, denominator } = asked.figure;
  const above = numerator === undefined ? undefined : book.quantity(numerator);
  const below = denominator === undefined ? undefined : book.quantity(denominator);
  if (above === undefined || !isKnown(above)) return withoutNumerator(asked, below);
  const ratio = ratioOf(asked);
  const implied = impliedBase(above, asked);
  const text = shareText(above, asked);
  const numbers = { numerator: above.nominal, rate: asked.nominal ?? 0 };
  if (implied === undefined || ratio === undefined) {
    return found('DISAGREE', 'no-whole-base', text, { numbers, missing: ['denominator'] });
  }
  const rest = { numbers, implied: { ...implied, unit: above.figure.unit } };
  const line = `${text} → ${rangeText(implied)}`;
  const tried = bases.map((id) => book.quantity(id)).filter(isKnown);
  const shares = tried.map(({ figure, nominal }) => [
    figure.id,
    tidy((above.nominal / nominal) * (asked.figure.unit === 'percent' ? 100 : 1)),
  ]);
  const others = Object.fromEntries(shares);
  if (below !== undefined && isKnown(below)) {
    const against = { ...rest, numbers: { ...numbers, denominator: below.nominal, ...others } };
    if (intersect([below.interval, implied]) === undefined) {
      return found('DISAGREE', 'rate-differs', `${line} ≠ ${rangeText(below.interval)}`, against);
    }
    return isInside(below.interval, implied)
      ? found('AGREE', 'rate-agrees', line, against)
      : found('AGREE_CONDITIONAL', 'rate-narrows', line, against);
  }
  const missing: readonly Missing[] = ['denominator'];
  if (bases.length === 0) return found('DERIVED', 'base-derived', line, { ...rest, missing });
  const fits = tried.filter(({ interval }) => intersect([interval, implied]) !== undefined);
  const all = { ...rest, missing, numbers: { ...numbers, ...others } };
  return fits.length > 0
    ? found('AGREE_CONDITIONAL', 'rate-needs-base', line, all)
    : found('DISAGREE', 'no-base-fits', line, all);
}

/** The whole bases a rate allows; undefined where nothing is known or nothing fits. */
export function impliedBase(above: Quantity, rate: Quantity): Interval | undefined {
  const ratio = ratioOf(rate);
  if (above.interval === undefined || ratio === undefined) return undefined;
  if (above.isWhole) return basesOf(above.interval, ratio);
  return ratio.least <= 0
    ? undefined
    : {
        least: tidy(above.interval.least / ratio.most),
        most: tidy(above.interval.most / ratio.least),
      };
}

export function judgeOneBase(relation: RelationOf<'oneBase'>, book: Book): Found {
  const bars = [
    ...relation.rates.flatMap((id) => rateBar(id, book)),
    ...relation.figures.flatMap((id) => plainBar([id], book, true)),
    ...relation.beside.flatMap((ids) => plainBar(ids, book, false)),
  ];
  const counted = bars.filter(({ counts }) => counts);
  const text = counted.map((bar) => rangeText(bar)).join(' ∩ ');
  if (counted.length < relation.rates.length + relation.figures.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['numerator'], bars });
  }
  const unit = unitOf(relation, book);
  const base = intersect(counted);
  if (base === undefined) return found('DISAGREE', 'bases-apart', `${text} = ∅`, { bars });
  const numbers: Record<string, number> = { least: base.least, most: base.most };
  for (const bar of bars.filter(({ counts }) => !counts)) {
    const gap = subtract(base, bar);
    numbers[`${bar.figures.length} parts short least`] = gap.least;
    numbers[`${bar.figures.length} parts short most`] = gap.most;
  }
  const isSaid = relation.rates.every((id) => book.quantity(id).figure.denominator !== undefined);
  const rest = { numbers, bars, implied: { ...base, unit } };
  const line = `${text} = ${rangeText(base)}`;
  return isSaid
    ? found('AGREE', 'one-base', line, rest)
    : found('AGREE_CONDITIONAL', 'one-base-assumed', line, { ...rest, missing: ['denominator'] });
}

function rateBar(id: string, book: Book): readonly Bar[] {
  const rate = book.quantity(id);
  const { numerator } = rate.figure;
  const above = numerator === undefined ? undefined : book.quantity(numerator);
  const base = above && impliedBase(above, rate);
  if (above === undefined || base === undefined) return [];
  return [
    {
      figures: [above.figure.id, id],
      arithmetic: shareText(above, rate),
      ...ends(base),
      counts: true,
    },
  ];
}

function plainBar(ids: readonly string[], book: Book, counts: boolean): readonly Bar[] {
  const known = ids.map((id) => book.quantity(id)).filter(isKnown);
  if (known.length < ids.length) return [];
  const least = known.reduce((sum, { interval }) => sum + interval.least, 0);
  const most = known.reduce((sum, { interval }) => sum + interval.most, 0);
  const arithmetic = known.map(({ nominal }) => numberText(nominal)).join(' + ');
  return [{ figures: ids, arithmetic, least, most, counts }];
}

function ends({ least, most }: Interval): Interval {
  return { least, most };
}

function unitOf({ rates, figures }: RelationOf<'oneBase'>, book: Book): string {
  const [rate] = rates;
  const numerator = rate === undefined ? undefined : book.quantity(rate).figure.numerator;
  const id = figures[0] ?? numerator;
  return id === undefined ? '1' : book.quantity(id).figure.unit;
}

function withoutNumerator(rate: Quantity, below: Quantity | undefined): Found {
  const ratio = ratioOf(rate);
  const isShare = rate.figure.unit === 'percent';
  const text = isShare
    ? `100% − ${numberText(rate.nominal ?? 0)}% = ${numberText(tidy(100 - (rate.nominal ?? 0)), 2)}%`
    : numberText(rate.nominal ?? 0);
  const numbers = {
    rate: rate.nominal ?? 0,
    ...(isShare ? { rest: tidy(100 - (rate.nominal ?? 0)) } : {}),
  };
  if (below === undefined || !isKnown(below) || ratio === undefined) {
    return found('UNDETERMINED', 'bare-rate', text, {
      numbers,
      missing: ['numerator', 'denominator'],
    });
  }
  const least = tidy(below.interval.least * ratio.least);
  const most = tidy(below.interval.most * ratio.most);
  const line = `${numberText(below.nominal)} × ${rateText(rate)} = ${numberText(least, 0)}–${numberText(most, 0)}`;
  return found('DERIVED', 'numerator-derived', line, {
    numbers: { ...numbers, denominator: below.nominal },
    missing: ['numerator'],
    implied: { least, most, unit: below.figure.unit },
  });
}

/** A rate as a factor: percent or times. */
export function ratioOf({ figure, interval }: Quantity): Interval | undefined {
  if (interval === undefined || figure.unit !== 'percent') return interval;
  const { least, most, mostOpen } = interval;
  return {
    least: tidy(least / 100),
    most: tidy(most / 100),
    ...(mostOpen === true ? { mostOpen } : {}),
  };
}

function shareText(above: Quantity, rate: Quantity): string {
  return `${numberText(above.nominal ?? 0)} ÷ ${rateText(rate)}`;
}

function rateText({ figure, interval, nominal }: Quantity): string {
  const sign = figure.unit === 'percent' ? ' %' : '';
  if (interval === undefined || interval.least === interval.most)
    return `${numberText(nominal ?? 0)}${sign}`;
  return `${numberText(interval.least, 4)}…${numberText(interval.most, 4)}${sign}`;
}
