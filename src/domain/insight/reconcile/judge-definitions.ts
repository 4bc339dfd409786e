// What figures say by their definitions: the same thing or two, people or turns of people, one unit or an
// odd one among siblings, a list as long as it is called, a value over a line that changes by the year.

import type { RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Book, Quantity } from './book.ts';
import { type Found, found } from './finding.ts';
import { type Interval, intersect, isPoint, multiply } from './interval.ts';
import { ratioOf } from './judge-rates.ts';
import { isKnown } from './known.ts';
import { numberText, rangeText } from './number-text.ts';

export function judgeSame({ figures, base }: RelationOf<'same'>, book: Book): Found {
  const whole = base === undefined ? undefined : book.quantity(base);
  const [left, right] = figures.map((id) => taken(book.quantity(id), whole));
  if (left?.interval === undefined || right?.interval === undefined) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  }
  const numbers = {
    [left.quantity.figure.id]: middle(left.interval),
    [right.quantity.figure.id]: middle(right.interval),
    ...sharesOf([left, right], whole),
  };
  const meets = intersect([left.interval, right.interval]) !== undefined;
  const text = `${left.text} ${meets ? '=' : '≠'} ${right.text}`;
  const [one, other] = [left.quantity.figure, right.quantity.figure];
  if (one.concept === undefined || other.concept === undefined) {
    return found('UNDETERMINED', 'definition-unclear', text, { numbers, missing: ['definition'] });
  }
  if (one.concept === other.concept && one.nature === other.nature) {
    return meets
      ? found('AGREE', 'same-number', text, { numbers })
      : found('DISAGREE', 'same-differs', text, { numbers });
  }
  const isIdentical = left.quantity.nominal === right.quantity.nominal;
  return isIdentical
    ? found('SUSPECT', 'identical-figures', text, { numbers, missing: ['definition'] })
    : found('DIFFERENT_MEASURES', 'measures-differ', text, { numbers });
}

interface Taken {
  readonly quantity: Quantity;
  readonly interval: Interval | undefined;
  readonly text: string;
}

/** A percentage as a number of its base, so that it can be put beside a count. */
function taken(quantity: Quantity, whole: Quantity | undefined): Taken {
  const { interval, figure, nominal } = quantity;
  if (figure.unit !== 'percent' || whole?.interval === undefined || interval === undefined) {
    return { quantity, interval, text: numberText(nominal ?? 0) };
  }
  const ratio = ratioOf(quantity) ?? interval;
  const count = multiply(ratio, whole.interval);
  const text = `${numberText(nominal ?? 0)}% × ${rangeText(whole.interval)} = ${numberText(middle(count), 0)}`;
  return { quantity, interval: count, text };
}

function sharesOf(both: readonly Taken[], whole: Quantity | undefined): Record<string, number> {
  const { nominal } = whole ?? {};
  if (nominal === undefined) return {};
  return Object.fromEntries(
    both.flatMap(({ quantity, interval }) =>
      interval === undefined
        ? []
        : [[`${quantity.figure.id} %`, tidy((middle(interval) / nominal) * 100)]],
    ),
  );
}

export function judgeRepeat(relation: RelationOf<'repeat'>, book: Book): Found {
  const total = book.quantity(relation.total);
  const each = book.quantity(relation.each);
  const times = book.quantity(relation.times);
  if (!isKnown(total) || !isKnown(each) || !isKnown(times)) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  }
  const turns = tidy(each.nominal * times.nominal);
  const text = `${numberText(times.nominal)} × ${numberText(each.nominal)} = ${numberText(turns)}; ${rangeText(total.interval)}`;
  const numbers = { turns, total: total.nominal, each: each.nominal };
  const all = multiply(each.interval, times.interval);
  const isTurns = total.figure.counting === 'times';
  const isPossible = isTurns
    ? intersect([total.interval, all]) !== undefined
    : total.interval.most >= each.interval.least && total.interval.least <= all.most;
  if (!isPossible) return found('DISAGREE', 'turns-impossible', text, { numbers });
  return total.figure.counting === 'unstated'
    ? found('UNDETERMINED', 'people-or-turns', text, { numbers, missing: ['counting'] })
    : found('AGREE', 'turns-possible', text, { numbers });
}

export function judgeUnits({ figures }: RelationOf<'units'>, book: Book): Found {
  const all = figures.map((id) => book.quantity(id).figure);
  const counts = new Map<string, number>();
  for (const { unit } of all) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const usual = [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
  const odd = all.filter(({ unit }) => unit !== usual);
  const numbers = { figures: all.length, odd: odd.length };
  const text = `${numberText(all.length - odd.length)} + ${numberText(odd.length)}`;
  return odd.length === 0
    ? found('AGREE', 'one-unit', numberText(all.length), { numbers })
    : found('SUSPECT', 'odd-unit', text, { numbers, missing: ['definition'] });
}

export function judgeOrder({ earlier, later }: RelationOf<'order'>, book: Book): Found {
  const [before, after] = [book.quantity(earlier).figure.on, book.quantity(later).figure.on];
  if (before === '' || after === '') {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['date'] });
  }
  const text = `${before} ≤ ${after}`;
  return before <= after
    ? found('AGREE', 'in-order', text)
    : found('DISAGREE', 'out-of-order', `${before} > ${after}`);
}

export function judgeThreshold(relation: RelationOf<'threshold'>, book: Book): Found {
  const asked = book.quantity(relation.figure);
  const values = book.rows.parameters.find(({ row }) => row.id === relation.parameter)?.row.values;
  if (!isKnown(asked) || values === undefined) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['series'] });
  }
  const numbers: Record<string, number> = {};
  const lines = relation.on.flatMap((day) => {
    const value = values.findLast(({ from }) => from <= day)?.value;
    return typeof value === 'number' ? [{ day, value }] : [];
  });
  for (const { day, value } of lines) numbers[day] = tidy(asked.nominal - value);
  const kept = lines.filter(({ value }) => asked.nominal >= value);
  const text = lines
    .map(
      ({ value }) =>
        `${numberText(asked.nominal)} ${asked.nominal >= value ? '≥' : '<'} ${numberText(value)}`,
    )
    .join('; ');
  if (lines.length < relation.on.length) {
    return found('UNDETERMINED', 'unpublished', text, { numbers, missing: ['series'] });
  }
  if (kept.length === lines.length) return found('AGREE', 'over-every-line', text, { numbers });
  return kept.length === 0
    ? found('DISAGREE', 'under-every-line', text, { numbers })
    : found('AGREE_CONDITIONAL', 'over-one-line', text, { numbers, missing: ['series'] });
}

export function judgeCount(relation: RelationOf<'count'>, book: Book): Found {
  const stated = book.quantity(relation.stated);
  const listed = relation.items?.length ?? lengthOf(relation.list, book);
  if (!isKnown(stated) || listed === undefined) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['items'] });
  }
  const numbers = { stated: stated.nominal, listed };
  const text = `${numberText(listed)} / ${numberText(stated.nominal)}`;
  if (isPoint(stated.interval) && listed === stated.nominal) {
    return found('AGREE', 'list-complete', text, { numbers });
  }
  if (listed > stated.interval.most || relation.ending === 'closed') {
    return found('DISAGREE', 'list-differs', text, { numbers, missing: ['items'] });
  }
  return relation.ending === 'counted'
    ? found('AGREE_CONDITIONAL', 'list-and-so-on', text, { numbers, missing: ['items'] })
    : found('UNDETERMINED', 'list-incomplete', text, { numbers, missing: ['items'] });
}

type List = RelationOf<'count'>['list'];

function lengthOf(list: List, { rows }: Book): number | undefined {
  if (list === undefined) return undefined;
  const is = ({ row }: { readonly row: { readonly id: string } }) => row.id === list.id;
  switch (list.kind) {
    case 'chartSets':
      return rows.chartSets.find(is)?.row.charts.length;
    case 'listSets':
      return rows.listSets.find(is)?.row.lists.length;
    case 'organisation':
    case 'verification':
    case 'catalogue':
      return rows[list.kind].find(is)?.row.rows.length;
    case 'sampleSets':
      return rows.sampleSets.find(is)?.row.designs.length;
    case 'taxonomies':
      return rows.taxonomies.find(is)?.row.measures.length;
    case 'processes':
      return rows.processes.find(is)?.row.steps.length;
    case 'lists':
      return rows.lists.find(is)?.row.codes.length;
    case 'indicators':
      return rows.indicators.find(is)?.row.indicators.length;
    case 'signOffs': {
      const parties = rows.signOffs.find(is)?.row.levels.flatMap((level) => level.parties);
      return list.part === 'signers'
        ? parties?.flatMap(({ signers }) => signers).length
        : parties?.length;
    }
  }
}

function middle({ least, most }: Interval): number {
  return Number.isFinite(most) ? tidy((least + most) / 2) : least;
}
