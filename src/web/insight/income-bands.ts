// Income bands as the chart draws them: the last one open, every band with its households, the band the
// poverty line crosses known. Pure.
import type { Overview } from '#contract/insight.ts';

export interface Band {
  /** Lower edge in yuan, inclusive. */
  readonly from: number;
  /** Upper edge, exclusive; undefined for the last band. */
  readonly below: number | undefined;
  readonly households: number;
}

export interface Bands {
  readonly bands: readonly Band[];
  readonly width: number;
  readonly unknown: number;
}

/** At most this many bands; what lies above them is one open band. */
const most = 24;
const width = 500;

export function bandsOf(incomes: Overview['incomes']): Bands {
  const known = incomes
    .filter(({ key }) => key !== '')
    .map(({ key, households }) => ({ from: Number(key), households }))
    .sort((one, other) => one.from - other.from);
  const unknown = incomes.find(({ key }) => key === '')?.households ?? 0;
  const all = known.reduce((sum, band) => sum + band.households, 0);
  if (all === 0) return { bands: [], width, unknown };
  const first = Math.max(0, Math.min(...known.map((band) => band.from)));
  const last = lastBand(known, all);
  const count = Math.min(most, (last - first) / width + 1);
  const open = first + (count - 1) * width;
  const bands = Array.from({ length: count }, (_, index): Band => {
    const from = first + index * width;
    const closed = from < open;
    const within = known.filter((band) =>
      // Below zero counts with the first band: a loss is income under the line all the same.
      closed ? band.from === from || (index === 0 && band.from < from) : band.from >= open,
    );
    return {
      from,
      below: closed ? from + width : undefined,
      households: within.reduce((sum, band) => sum + band.households, 0),
    };
  });
  return { bands, width, unknown };
}

/** The band after which less than one household in a hundred is left. */
function lastBand(known: readonly { from: number; households: number }[], all: number): number {
  let left = all;
  for (const band of known) {
    left -= band.households;
    if (left < all / 100) return Math.max(0, band.from) + width;
  }
  return known.at(-1)?.from ?? 0;
}

/** Households wholly below a line, wholly above it, and in the band it crosses. */
export function dividedBy(bands: readonly Band[], yuan: number) {
  const sum = (some: readonly Band[]) => some.reduce((total, band) => total + band.households, 0);
  return {
    below: sum(bands.filter((band) => band.below !== undefined && band.below <= yuan)),
    above: sum(bands.filter((band) => band.from >= yuan)),
    on: sum(
      bands.filter((band) => band.from < yuan && (band.below === undefined || band.below > yuan)),
    ),
  };
}
