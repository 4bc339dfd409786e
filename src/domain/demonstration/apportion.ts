// Dividing whole households and persons so that the parts add up to the published whole, always:
// shares by largest remainder, members by size with an exact sum, and choices without replacement
// where some are likelier than others. Refuses sums that cannot be reached instead of missing them.

import type { Random } from './random.ts';

/** Whole parts of `total` in proportion to the weights; the largest remainders get what is left. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  if (sum <= 0) throw new Error(`cannot divide ${total} by weights that sum to ${sum}`);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((one, other) => one + other, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

/**
 * Changes sizes by one, at random, until they add up to `total`. Shrinking prefers nobody and growing
 * prefers nobody, so the shape of the distribution stays.
 */
export function adjustToSum(
  sizes: number[],
  total: number,
  { random, min, max }: SizeRange & { readonly random: Random },
): void {
  if (total < sizes.length * min || total > sizes.length * max) {
    throw new Error(`${sizes.length} sizes of ${min} to ${max} cannot add up to ${total}`);
  }
  let sum = sizes.reduce((left, right) => left + right, 0);
  while (sum !== total) {
    const index = random.below(sizes.length);
    const size = sizes[index] ?? min;
    const step = sum < total ? 1 : -1;
    if (size + step < min || size + step > max) continue;
    sizes[index] = size + step;
    sum += step;
  }
}

/**
 * Chooses exactly `count` of the items without replacement, each as likely as its weight
 * (Efraimidis and Spirakis). The chosen keep the order they had.
 */
export function chooseWeighted<Item>(
  items: readonly Item[],
  count: number,
  { random, weight }: { readonly random: Random; readonly weight: (item: Item) => number },
): Item[] {
  if (count > items.length) throw new Error(`cannot choose ${count} of ${items.length}`);
  const keyed = items.map((item, index) => ({
    item,
    index,
    key: Math.log(1 - random.next()) / Math.max(weight(item), 1e-9),
  }));
  return keyed
    .sort((left, right) => right.key - left.key || left.index - right.index)
    .slice(0, count)
    .sort((left, right) => left.index - right.index)
    .map(({ item }) => item);
}
