// Chance that repeats: the same seed gives the same county on every machine, so that a killed fill can
// go on, a test can count, and a screenshot can be taken again. Not for anything secret.
// The generator is xoshiro128** (Blackman and Vigna), seeded from text by a 128-bit mixing hash.

export interface Random {
  /** Uniform in [0, 1) with 32 bits. */
  next(): number;
  /** Whole number in [0, below). */
  below(below: number): number;
  /** Whole number in [from, to], both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Standard normal. */
  normal(): number;
  /** `count` random bytes. */
  bytes(count: number): Uint8Array;
  /** A copy in random order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

export function randomOf(seed: string): Random {
  const state = seedOf(seed);

  const word = (): number => {
    const [s0, s1, s2, s3] = state;
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    const t2 = s2 ^ s0;
    const t3 = s3 ^ s1;
    state[1] = s1 ^ t2;
    state[0] = s0 ^ t3;
    state[2] = t2 ^ shifted;
    state[3] = rotate(t3, 11);
    return result;
  };
  const next = () => word() / 0x1_0000_0000;
  const below = (count: number) => Math.floor(next() * count);

  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    // Box and Muller; the second of the pair is thrown away to keep draws independent of history.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes(count) {
      const bytes = new Uint8Array(count);
      for (let index = 0; index < count; index += 1) bytes[index] = word() >>> 24;
      return bytes;
    },
    shuffled(items) {
      const copy = [...items];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = below(index + 1);
        const [here, there] = [copy[index], copy[other]];
        if (here === undefined || there === undefined) continue;
        copy[index] = there;
        copy[other] = here;
      }
      return copy;
    },
  };
}

/** Picks by weight; made once for a distribution that is drawn from often. */
export function weighted<Item>(
  pairs: readonly (readonly [Item, number])[],
): (random: Random) => Item {
  const sums: number[] = [];
  let total = 0;
  for (const [, weight] of pairs) {
    total += weight;
    sums.push(total);
  }
  return (random) => {
    const at = random.next() * total;
    const index = sums.findIndex((sum) => at < sum);
    const pair = pairs[index === -1 ? pairs.length - 1 : index];
    if (pair === undefined) throw new Error('nothing to pick from');
    return pair[0];
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Murmur-like mixing of UTF-16 units into four words; no state may be all zero. */
function seedOf(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, (h4 ^ h1) | 1];
}
