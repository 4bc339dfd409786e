// Alkire and Foster (2011), Journal of Public Economics 95, 476–487. A person is deprived in a dimension
// below its cut-off, and poor where the weighted deprivations reach k (compared with a tolerance of
// 1e-9, since 1/6 + 1/6 is not quite 1/3). H is the share of the poor, A their mean breadth, M0 = H · A;
// M1 and M2 take the depth of each deprivation and its square, where achievements are numbers. Persons
// count, not households. Streams: nothing of a row is kept.
import {
  type ClosedDesign,
  createDesign,
  type Estimate,
  estimateOf,
  type Place,
} from '#domain/kernel/statistics/design.ts';

export interface Dimension {
  readonly id: string;
  readonly weight: number;
  /** Deprived is who has less. */
  readonly cutoff: number;
}

/** What becomes of a person of whom something is not known; it must be said, never guessed. */
export type MissingRule = 'drop' | 'not-deprived';

export interface DeprivationOptions {
  readonly dimensions: readonly Dimension[];
  /** Share of all weight that makes a person poor. */
  readonly k: number;
  readonly missing: MissingRule;
  /** Whether the numbers have a distance, so that depth means something. */
  readonly hasDepth?: boolean;
  readonly confidence?: number;
}

export interface AchievementRow extends Place {
  /** By dimension, in order; null where not known. */
  readonly achievements: readonly (number | null)[];
  readonly weight: number;
  readonly members: number;
}

export interface DimensionResult {
  readonly id: string;
  /** Share of all weight. */
  readonly weight: number;
  /** Deprived here, poor or not. */
  readonly raw: Estimate;
  /** Deprived here and poor. */
  readonly censored: Estimate;
  /** Share of M0 that comes from here. */
  readonly contribution: number;
}

export interface DeprivationResult {
  readonly rows: number;
  readonly dropped: number;
  readonly persons: number;
  readonly poorPersons: number;
  readonly k: number;
  readonly headcount: Estimate;
  readonly intensity: Estimate;
  readonly m0: Estimate;
  readonly m1: Estimate | null;
  readonly m2: Estimate | null;
  readonly dimensions: readonly DimensionResult[];
}

export interface DeprivationTally {
  add(row: AchievementRow): void;
  close(): {
    readonly design: ClosedDesign;
    result(whole?: ClosedDesign): DeprivationResult;
  };
}

const tolerance = 1e-9;
/** Places of the totals that are followed, before those of each dimension. */
const at = { persons: 0, poor: 1, breadth: 2, depth: 3, square: 4, raw: 5 } as const;

export function createDeprivationTally(options: DeprivationOptions): DeprivationTally {
  const { k, missing, hasDepth = false, confidence = 0.95 } = options;
  const all = options.dimensions.reduce((sum, { weight }) => sum + weight, 0);
  const dimensions = options.dimensions.map((one) => ({ ...one, weight: one.weight / all }));
  const count = dimensions.length;
  const design = createDesign(at.raw + 2 * count);
  let rows = 0;
  let dropped = 0;
  return {
    add(row) {
      if (missing === 'drop' && row.achievements.some((value) => value === null)) {
        dropped += 1;
        return;
      }
      rows += 1;
      design.add(row, followed(dimensions, k, row));
    },
    close() {
      const closed = design.close();
      return {
        design: closed,
        result(whole) {
          const { totals } = closed;
          const total = (place: number) => totals[place] ?? 0;
          const estimate = (place: number, over: number, kind: 'share' | 'number'): Estimate => {
            const value = total(over) > 0 ? total(place) / total(over) : 0;
            const own = Array.from({ length: totals.length }, () => 0);
            if (total(over) > 0) {
              own[place] = 1 / total(over);
              own[over] = (own[over] ?? 0) - value / total(over);
            }
            const spread = whole ?? closed;
            const bounds = { confidence, kind, low: 0, high: 1, rows };
            return estimateOf(value, closed.varianceOf(own, whole), spread, bounds);
          };
          return {
            rows,
            dropped,
            persons: total(at.persons),
            poorPersons: total(at.poor),
            k,
            headcount: estimate(at.poor, at.persons, 'share'),
            intensity: estimate(at.breadth, at.poor, 'number'),
            m0: estimate(at.breadth, at.persons, 'number'),
            m1: hasDepth ? estimate(at.depth, at.persons, 'number') : null,
            m2: hasDepth ? estimate(at.square, at.persons, 'number') : null,
            dimensions: dimensions.map(({ id, weight }, index) => ({
              id,
              weight,
              raw: estimate(at.raw + index, at.persons, 'share'),
              censored: estimate(at.raw + count + index, at.persons, 'share'),
              contribution:
                total(at.breadth) > 0
                  ? (weight * total(at.raw + count + index)) / total(at.breadth)
                  : 0,
            })),
          };
        },
      };
    },
  };
}

/** What one person, or all persons of a household, adds to each total. */
function followed(
  dimensions: readonly Dimension[],
  k: number,
  { achievements, weight, members }: AchievementRow,
): readonly number[] {
  const persons = weight * members;
  const gaps = dimensions.map(({ cutoff }, index) => {
    const value = achievements[index] ?? null;
    return value !== null && value < cutoff ? depthOf(value, cutoff) : null;
  });
  const sum = (of: (gap: number) => number) =>
    gaps.reduce<number>(
      (total, gap, index) =>
        total + (gap === null ? 0 : (dimensions[index]?.weight ?? 0) * of(gap)),
      0,
    );
  const breadth = sum(() => 1);
  const poor = breadth >= k - tolerance && breadth > 0 ? persons : 0;
  return [
    persons,
    poor,
    poor * breadth,
    poor * sum((gap) => gap),
    poor * sum((gap) => gap * gap),
    ...gaps.map((gap) => (gap === null ? 0 : persons)),
    ...gaps.map((gap) => (gap === null ? 0 : poor)),
  ];
}

/** The normalised gap; of a cut-off that is not positive only whether, not how far. */
function depthOf(value: number, cutoff: number): number {
  return cutoff > 0 ? Math.min(1, (cutoff - value) / cutoff) : 1;
}
