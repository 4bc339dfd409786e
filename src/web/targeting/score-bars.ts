// The distribution as bars: every whole point from the first to the last, none left out, and where the
// cut-off stands among them. A household at the cut-off is within it.

export interface ScoreBar {
  readonly points: number;
  readonly households: number;
  readonly side: 'within' | 'near' | 'beyond';
  /** Share of the highest bar. */
  readonly height: number;
}

export interface ScoreBars {
  readonly bars: readonly ScoreBar[];
  readonly from: number;
  readonly to: number;
  /** Place of the line between two bars, as a share of the width; undefined without a cut-off. */
  readonly line: number | undefined;
  /** The band of near misses, as shares of the width. */
  readonly band: { readonly left: number; readonly width: number } | undefined;
}

interface Counted {
  readonly points: number;
  readonly households: number;
}

export function scoreBars(
  distribution: readonly Counted[],
  cutOff: number | null,
  near: number,
): ScoreBars | undefined {
  if (distribution.length === 0) return undefined;
  const counts = new Map(distribution.map(({ points, households }) => [points, households]));
  const reached = cutOff === null ? [] : [Math.floor(cutOff), Math.floor(cutOff) + near];
  const from = Math.min(...counts.keys(), ...reached);
  const to = Math.max(...counts.keys(), ...reached);
  const most = Math.max(...counts.values(), 1);
  const bars = Array.from({ length: to - from + 1 }, (_, index) => {
    const points = from + index;
    const households = counts.get(points) ?? 0;
    return { points, households, side: sideOf(points, cutOff, near), height: households / most };
  });
  if (cutOff === null) return { bars, from, to, line: undefined, band: undefined };
  const line = (Math.floor(cutOff) + 1 - from) / bars.length;
  return { bars, from, to, line, band: { left: line, width: near / bars.length } };
}

function sideOf(points: number, cutOff: number | null, near: number): ScoreBar['side'] {
  if (cutOff === null || points <= cutOff) return 'within';
  return points <= cutOff + near ? 'near' : 'beyond';
}
