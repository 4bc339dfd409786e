// Figures that add up, or should: sums, parts of a whole, funnels, plan and result.

import type { RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Book } from './book.ts';
import { haveOneUnit } from './book.ts';
import { type Found, found } from './finding.ts';
import { add, divide, intersect, subtract } from './interval.ts';
import { isKnown, type Known, sumOf, sumText, terms } from './known.ts';
import { numberText, percentText, rangeText } from './number-text.ts';

export function judgeSum(relation: RelationOf<'sum'>, book: Book): Found {
  const all = relation.parts.map((id) => book.quantity(id));
  const known = all.filter(isKnown);
  const maybe = relation.maybe.map((id) => book.quantity(id)).filter(isKnown);
  const arithmetic = sumText(known, all.length - known.length);
  const sum = sumOf(known);
  if (!haveOneUnit([...all, ...maybe])) {
    const numbers = { ...unitSums(known), sum };
    return found('UNDETERMINED', 'units-differ', arithmetic, { numbers, missing: ['total'] });
  }
  const total = relation.total === undefined ? undefined : book.quantity(relation.total);
  if (total === undefined) {
    return found('DERIVED', 'sum-derived', arithmetic, { numbers: { sum }, missing: ['total'] });
  }
  if (!isKnown(total) || !haveOneUnit([total, ...all])) {
    return found('UNDETERMINED', 'unpublished', arithmetic, {
      numbers: { sum },
      missing: ['total'],
    });
  }
  return known.length < all.length
    ? judgeOpenSum({ relation, known, maybe, total, unknown: all.length - known.length })
    : judgeFullSum({ relation, known, maybe, total });
}

interface SumParts {
  readonly relation: RelationOf<'sum'>;
  readonly known: readonly Known[];
  readonly maybe: readonly Known[];
  readonly total: Known;
}

function judgeFullSum({ relation, known, maybe, total }: SumParts): Found {
  const interval = add(known.map((one) => one.interval));
  const sum = sumOf(known);
  const text = `${sumText(known, 0)}`;
  const numbers = { sum, total: total.nominal, difference: tidy(sum - total.nominal) };
  if (intersect([interval, total.interval]) !== undefined) {
    return found('AGREE', 'sum-agrees', text, { numbers });
  }
  const more = add([interval, ...maybe.map((one) => one.interval)]);
  if (maybe.length > 0 && intersect([more, total.interval]) !== undefined) {
    const added = sumText([...known, ...maybe], 0);
    const sumWithMaybe = sumOf([...known, ...maybe]);
    const both = { ...numbers, sumWithMaybe };
    return found('AGREE_CONDITIONAL', 'sum-needs-part', `${text}; ${added}`, { numbers: both });
  }
  if (interval.least > total.interval.most) return excess(relation, { known, total, text });
  const gap = subtract(total.interval, interval);
  const short = { ...numbers, shortLeast: gap.least, shortMost: gap.most };
  const line = `${text} < ${rangeText(total.interval)}`;
  return found('DISAGREE', 'sum-short', line, { numbers: short });
}

function judgeOpenSum({ relation, known, maybe, total, unknown }: SumParts & { unknown: number }) {
  const interval = add(known.map((one) => one.interval));
  const text = sumText(known, unknown);
  if (interval.least > total.interval.most) {
    return excess(relation, { known, total, text, isOpen: true });
  }
  const rest = subtract(total.interval, interval);
  const remainder = tidy(total.nominal - sumOf(known));
  const numbers = { sum: sumOf(known), total: total.nominal, remainder };
  if (unknown > 1) {
    return found('UNDETERMINED', 'parts-unpublished', text, { numbers, missing: ['part'] });
  }
  const line = `${numberText(total.nominal)} − ${numberText(sumOf(known))} = ${numberText(remainder)}`;
  const inside: Record<string, number> =
    maybe.length > 0 ? { remainderWithMaybe: tidy(remainder - sumOf(maybe)) } : {};
  return found('DERIVED', 'remainder', line, {
    numbers: { ...numbers, ...inside },
    missing: ['part'],
    implied: { ...rest, unit: total.figure.unit },
  });
}

function excess(
  { mayOverlap }: RelationOf<'sum'>,
  {
    known,
    total,
    text,
    isOpen = false,
  }: {
    known: readonly Known[];
    total: Known;
    text: string;
    isOpen?: boolean;
  },
): Found {
  const sum = sumOf(known);
  const numbers = {
    sum,
    total: total.nominal,
    excess: tidy(sum - total.nominal),
    percent: tidy((sum / total.nominal) * 100),
  };
  const line = `${text} > ${rangeText(total.interval)}`;
  const missing = isOpen ? (['part'] as const) : [];
  return mayOverlap === true
    ? found('OVERLAP', 'parts-overlap', line, { numbers, missing })
    : found('DISAGREE', 'sum-exceeds', line, { numbers, missing });
}

export function judgePartOf(relation: RelationOf<'partOf'>, book: Book): Found {
  const parts = relation.parts.map((id) => book.quantity(id));
  const whole = book.quantity(relation.whole);
  const known = parts.filter(isKnown);
  if (known.length < parts.length || !isKnown(whole)) {
    return found('UNDETERMINED', 'unpublished', sumText(known, 1), { missing: ['value'] });
  }
  const sum = sumOf(known);
  const interval = add(known.map((one) => one.interval));
  const share = sum / whole.nominal;
  const text = `${known.length > 1 ? `(${terms(known)})` : numberText(sum)} ÷ ${numberText(whole.nominal)} = ${percentText(share)}`;
  const numbers = { part: sum, whole: whole.nominal, percent: tidy(share * 100) };
  if (!haveOneUnit([whole, ...parts])) {
    return found('UNDETERMINED', 'units-differ', text, { numbers, missing: ['definition'] });
  }
  const isOther = parts.some(({ figure }) => differ(figure.population, whole.figure.population));
  if (isOther) {
    return found('UNDETERMINED', 'other-people', text, { numbers, missing: ['definition'] });
  }
  if (interval.least > whole.interval.most) {
    const line = `${numberText(sum)} > ${rangeText(whole.interval)}`;
    return parts.some(({ figure }) => figure.counting === 'times')
      ? found('DIFFERENT_MEASURES', 'times-not-heads', line, { numbers })
      : found('SUSPECT', 'exceeds-whole', line, { numbers, missing: ['counting'] });
  }
  const { plausible } = relation;
  if (plausible === undefined) return found('DERIVED', 'share-derived', text, { numbers });
  const shares = divide(interval, whole.interval);
  const isLikely =
    shares.most * 100 >= (plausible.least ?? 0) &&
    shares.least * 100 <= (plausible.most ?? Number.POSITIVE_INFINITY);
  return isLikely
    ? found('PLAUSIBLE', 'in-range', text, { numbers })
    : found('SUSPECT', 'out-of-range', text, { numbers });
}

export function judgeFunnel({ steps }: RelationOf<'funnel'>, book: Book): Found {
  const all = steps.map((id) => book.quantity(id));
  const known = all.filter(isKnown);
  const text = known.map(({ nominal }) => numberText(nominal)).join(' ≥ ');
  if (known.length < all.length) {
    return found('UNDETERMINED', 'unpublished', text, { missing: ['value'] });
  }
  if (!haveOneUnit(all)) {
    return found('UNDETERMINED', 'units-differ', text, { missing: ['definition'] });
  }
  const numbers: Record<string, number> = {};
  let rises = false;
  for (const [index, step] of known.entries()) {
    const before = known[index - 1];
    if (before === undefined) continue;
    numbers[`${before.figure.id}→${step.figure.id}`] = tidy((step.nominal / before.nominal) * 100);
    if (step.interval.least > before.interval.most) rises = true;
  }
  return rises
    ? found('DISAGREE', 'funnel-rises', text.replaceAll(' ≥ ', ' → '), { numbers })
    : found('AGREE', 'funnel-falls', text, { numbers });
}

export function judgePlan({ planned, actual }: RelationOf<'plan'>, book: Book): Found {
  const parts = planned.map((id) => book.quantity(id));
  const result = book.quantity(actual);
  const known = parts.filter(isKnown);
  if (known.length < parts.length || !isKnown(result)) {
    return found('UNDETERMINED', 'unpublished', sumText(known, 1), { missing: ['value'] });
  }
  const target = sumOf(known);
  const percent = tidy((result.nominal / target) * 100);
  const numbers = { planned: target, actual: result.nominal, percent };
  const text = `${numberText(result.nominal)} ÷ ${known.length > 1 ? `(${terms(known)})` : numberText(target)} = ${numberText(percent, 1)}%`;
  if (!haveOneUnit([result, ...parts])) {
    return found('UNDETERMINED', 'units-differ', text, { numbers, missing: ['definition'] });
  }
  return result.interval.most >= add(known.map((one) => one.interval)).least
    ? found('AGREE', 'plan-kept', text, { numbers })
    : found('DISAGREE', 'plan-missed', text, { numbers });
}

/** What stands in each unit by itself, where a text adds unlike things. */
function unitSums(known: readonly Known[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { figure, nominal } of known) {
    sums[figure.unit] = tidy((sums[figure.unit] ?? 0) + nominal);
  }
  return sums;
}

function differ(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}
