// The distribution of scores as bars: of each whole point who stays on the list, who would come onto it
// and who would leave it, who stays out, and who is vetoed or undetermined; and where the lines stand.
import type { Simulation } from '#contract/insight-simulation.ts';

export const bands = ['stays', 'enters', 'leaves', 'beyond', 'barred'] as const;
export type Band = (typeof bands)[number];

export interface TrialBar {
  readonly points: number;
  readonly households: number;
  /** Households of each band; by the score as tried. */
  readonly parts: Readonly<Record<Band, number>>;
  /** Share of the highest bar. */
  readonly height: number;
}

export interface TrialBars {
  readonly bars: readonly TrialBar[];
  readonly from: number;
  readonly to: number;
  /** Places of the lines as shares of the width. */
  readonly lines: { readonly base: number | undefined; readonly variant: number | undefined };
}

type Of = Pick<Simulation, 'distribution' | 'base' | 'variant' | 'sheet'>;

export function trialBars({ distribution, base, variant, sheet }: Of): TrialBars | undefined {
  if (distribution.length === 0) return undefined;
  const cuts = [base.cutOff, variant.cutOff].filter((cut) => cut !== null).map(Math.floor);
  const points = distribution.map((bar) => bar.points);
  const from = Math.min(...points, ...cuts);
  const to = Math.max(...points, ...cuts);
  const counted = new Map(distribution.map((bar) => [bar.points, partsOf(bar)]));
  const whole = Array.from({ length: to - from + 1 }, (_, index) => {
    const parts = counted.get(from + index) ?? noParts;
    const households = bands.reduce((sum, band) => sum + parts[band], 0);
    return { points: from + index, households, parts };
  });
  const most = Math.max(1, ...whole.map(({ households }) => households));
  const place = (cut: number | null) =>
    cut === null ? undefined : (edgeOf(cut, sheet.direction) - from) / whole.length;
  return {
    bars: whole.map((bar) => ({ ...bar, height: bar.households / most })),
    from,
    to,
    lines: { base: place(base.cutOff), variant: place(variant.cutOff) },
  };
}

const noParts: TrialBar['parts'] = { stays: 0, enters: 0, leaves: 0, beyond: 0, barred: 0 };

/** Of one bar the difference of both lists is what moves; within a bar the two may partly cancel. */
function partsOf({ base, variant }: Simulation['distribution'][number]): TrialBar['parts'] {
  const stays = Math.min(base.listed, variant.listed);
  const enters = variant.listed - stays;
  const leaves = Math.min(base.listed - stays, variant.beyond);
  return {
    stays,
    enters,
    leaves,
    beyond: variant.beyond - leaves,
    barred: variant.vetoed + variant.undetermined,
  };
}

/** A household at the line is on the list: the line stands beyond its bar. */
function edgeOf(cut: number, direction: Simulation['sheet']['direction']): number {
  return direction === 'lowerIsPoorer' ? Math.floor(cut) + 1 : Math.ceil(cut);
}
