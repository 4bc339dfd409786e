// The axis all bars share: from the lowest end to the highest, with room for the numbers at the ends.

export interface Axis {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  /** Height of a row, and where its bar lies below the row's top. */
  readonly row: number;
  readonly bar: number;
  readonly narrow: boolean;
  at(value: number): number;
}

interface Ends {
  readonly least: number;
  readonly most: number;
}

export function axisOf(bars: readonly Ends[], registered: number | null, narrow: boolean): Axis {
  const ends = [...bars.flatMap(({ least, most }) => [least, most]), registered ?? []].flat();
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const pad = Math.max(1, (most - least) * 0.16);
  const [low, high] = [least - pad, most + pad];
  const width = narrow ? 358 : 594;
  const [left, right] = narrow ? [4, 354] : [190, 588];
  return {
    width,
    left,
    right,
    low,
    high,
    row: narrow ? 54 : 48,
    bar: narrow ? 30 : 14,
    narrow,
    at: (value) => left + ((value - low) / (high - low)) * (right - left),
  };
}

/** Four to six round numbers inside the axis. */
export function ticksOf({ low, high, narrow }: Axis): readonly number[] {
  const rough = (high - low) / (narrow ? 3 : 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const whole = Math.max(1, step);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / whole) * whole; tick <= high; tick += whole) ticks.push(tick);
  return ticks;
}
