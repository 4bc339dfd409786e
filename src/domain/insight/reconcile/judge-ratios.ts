// Ratios between counts: means in a likely range or under a published cap, and the two marks of numbers
// that were multiplied and not counted: a mean that is whole to four decimals, and counts that are all
// the same fraction of another.

import { divideUnits, isSameUnit } from '#domain/policy/expression-unit.ts';
import type { Bounds, RelationOf } from '#domain/policy/pack/figure-schemas.ts';
import { tidy } from '#domain/policy/pack/printed-number.ts';
import type { Book } from './book.ts';
import { type Found, found } from './finding.ts';
import { divide, type Interval, intersect, isPoint } from './interval.ts';
import { isKnown } from './known.ts';
import { exactly, numberText, rangeText } from './number-text.ts';

export function judgeMean(relation: RelationOf<'mean'>, book: Book): Found {
  const [of, per] = [book.quantity(relation.of), book.quantity(relation.per)];
  if (!isKnown(of) || !isKnown(per)) {
    return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  }
  const mean = tidy(of.nominal / per.nominal);
  const interval = divide(of.interval, per.interval);
  const text = `${numberText(of.nominal)} ÷ ${numberText(per.nominal)} = ${numberText(mean)}`;
  const numbers = { mean };
  const unit = divideUnits(of.unit, per.unit);
  const isHouseholdSize = isSameUnit(unit, { person: 1, household: -1 });
  const isCounted = isPoint(of.interval) && isPoint(per.interval);
  if (isHouseholdSize && isCounted && isWholeRatio(of.nominal, per.nominal)) {
    const line = `${numberText(of.nominal)} ÷ ${numberText(per.nominal)} = ${exactly(mean, 4)}`;
    return found('SUSPECT', 'whole-ratio', line, { numbers });
  }
  if (relation.published !== undefined) {
    const published = book.quantity(relation.published);
    if (!isKnown(published) || !isSameUnit(published.unit, unit)) {
      return found('UNDETERMINED', 'units-differ', text, { numbers, missing: ['definition'] });
    }
    const line = `${text}; ${rangeText(published.interval)}`;
    return intersect([interval, published.interval]) === undefined
      ? found('DISAGREE', 'mean-breaks', line, { numbers })
      : found('AGREE', 'mean-keeps', line, { numbers });
  }
  if (relation.plausible === undefined) return found('DERIVED', 'mean-derived', text, { numbers });
  return isLikely(interval, relation.plausible)
    ? found('PLAUSIBLE', 'in-range', text, { numbers })
    : found('SUSPECT', 'out-of-range', text, { numbers });
}

/** A household's size varies: a mean that is whole to four decimals over many was multiplied. */
function isWholeRatio(of: number, per: number): boolean {
  const mean = of / per;
  return per >= 100 && Math.abs(mean - Math.round(mean)) < 0.00005;
}

function isLikely(interval: Interval, { least, most }: Bounds): boolean {
  return (
    interval.most >= (least ?? Number.NEGATIVE_INFINITY) &&
    interval.least <= (most ?? Number.POSITIVE_INFINITY)
  );
}

interface Pair {
  readonly of: number;
  readonly per: number;
}

export function judgePairs(relation: RelationOf<'pairs'>, book: Book): Found {
  const pairs = relation.of.flatMap((id, index): Pair[] => {
    const of = book.quantity(id);
    const per = book.quantity(relation.per[index] ?? '');
    return isKnown(of) && isKnown(per) ? [{ of: of.nominal, per: per.nominal }] : [];
  });
  if (pairs.length < 2) return found('UNDETERMINED', 'unpublished', '', { missing: ['value'] });
  const means = pairs.map(({ of, per }) => of / per);
  const numbers: Record<string, number> = {
    pairs: pairs.length,
    meanLeast: tidy(Math.min(...means)),
    meanMost: tidy(Math.max(...means)),
  };
  const made = constantRatios(pairs);
  if (made !== undefined) {
    const text = made.groups
      .map(
        ({ constant, members }) =>
          `${members.map((one) => numberText(one.per)).join(', ')} = ⌊n ÷ ${constant}⌋`,
      )
      .join('; ');
    made.groups.forEach(({ constant, members }) => {
      numbers[`÷ ${constant}`] = members.length;
    });
    const all = { ...numbers, explained: made.explained, chance: tidy(made.chance) };
    return found('SUSPECT', 'constant-ratio', text, { numbers: all, missing: ['counting'] });
  }
  const text = `${numberText(Math.min(...means), 2)}–${numberText(Math.max(...means), 2)}`;
  const range = { least: Math.min(...means), most: Math.max(...means) };
  const { plausible } = relation;
  const isAllLikely =
    range.least >= (plausible.least ?? 0) &&
    range.most <= (plausible.most ?? Number.POSITIVE_INFINITY);
  return isAllLikely
    ? found('PLAUSIBLE', 'in-range', text, { numbers })
    : found('SUSPECT', 'out-of-range', text, { numbers });
}

interface Ratios {
  readonly groups: readonly { readonly constant: number; readonly members: readonly Pair[] }[];
  readonly explained: number;
  /** How likely counted numbers would look like this. */
  readonly chance: number;
}

/**
 * Counts that are all floor(other ÷ constant) for at most two constants of one decimal. Small counts fit
 * some constant by chance, so it is the chance of all that fit together that decides.
 */
export function constantRatios(pairs: readonly Pair[]): Ratios | undefined {
  const constants = Array.from({ length: 90 }, (_, index) => (index + 11) / 10);
  const fitting = constants
    .map((constant) => ({
      constant,
      members: pairs.filter(({ of, per }) => Math.floor(of / constant + 1e-9) === per),
    }))
    .filter(({ members }) => members.length > 0)
    .sort((left, right) => right.members.length - left.members.length);
  const [first, ...others] = fitting;
  if (first === undefined) return undefined;
  const rest = others
    .map(({ constant, members }) => ({
      constant,
      members: members.filter((one) => !first.members.includes(one)),
    }))
    .sort((left, right) => right.members.length - left.members.length);
  const groups = [first, ...rest.slice(0, 1)].filter(({ members }) => members.length > 1);
  const members = groups.flatMap((group) => group.members);
  const chance = members.reduce((product, one) => product * chanceOf(one), 1);
  const isMost = members.length >= 3 && members.length >= pairs.length * 0.75;
  return isMost && chance < 0.001 ? { groups, explained: members.length, chance } : undefined;
}

/** The width of the ratios that give this count, on a grid of tenths. */
function chanceOf({ of, per }: Pair): number {
  return Math.min(1, (of / per - of / (per + 1)) * 10);
}
