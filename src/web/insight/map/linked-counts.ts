// Counts of the linked view under what is chosen. Each chart is counted under every choice but its own, so
// that the other bars stay to choose from; the map under every choice but the place.
import type { LinkedView } from '#contract/insight-map.ts';
import { type Dimension, dimensions, type Indicator, keyOf, type MapSearch } from './map-search.ts';

export interface Sum {
  readonly households: number;
  readonly persons: number;
}

export interface Share {
  readonly n: number;
  readonly of: number;
}

const place = { part: 0, stage: 1, cause: 2, measure: 3, band: 4 } as const;
const none: Sum = { households: 0, persons: 0 };

type Choice = Pick<MapSearch, Dimension | 'part'>;
type Row = LinkedView['counts'] extends infer Counts
  ? Counts extends { kind: 'cube'; rows: (infer One)[] }
    ? One
    : never
  : never;

/** Which of the choices are about the household and not about the place. */
export function chosenDimensions(choice: Choice): readonly Dimension[] {
  return dimensions.filter((one) => choice[one] !== undefined);
}

/** Registered households of each key of a dimension, under all other choices. */
export function countsBy(view: LinkedView, choice: Choice, by: Dimension): readonly Sum[] {
  const { counts, keys } = view;
  const sums = keys[by].map(() => ({ ...none }));
  if (counts.kind === 'kept') {
    const part = partIndex(view, choice);
    for (const line of counts.lines) {
      if (line.metric !== by || (part !== undefined && line.part !== part)) continue;
      add(sums[line.key], line);
    }
    if (by === 'stage') sums[0] = { ...none };
    return sums;
  }
  const fits = fitting(view, choice, by);
  for (const row of counts.rows) {
    if (row[place.stage] === 0 || !fits(row)) continue;
    add(sums[row[place[by]] ?? -1], { households: row[5] ?? 0, persons: row[6] ?? 0 });
  }
  return sums;
}

/** Everything that is chosen, counted. */
export function countChosen(view: LinkedView, choice: Choice): Sum {
  const [first = 'stage'] = chosenDimensions(choice);
  const sums = countsBy(view, choice, first);
  const key = choice[first];
  if (key === undefined) return sums.reduce((sum, one) => plus(sum, one), none);
  return sums[view.keys[first].indexOf(keyOf(key))] ?? none;
}

/** What the map shows of each part: the indicator, or the share of what is chosen. */
export function sharesOf(view: LinkedView, choice: Choice, by: Indicator): readonly Share[] {
  if (by === 'late') {
    return view.parts.map(({ lateCases, openCases }) => ({ n: lateCases, of: openCases }));
  }
  const month = (choice as MapSearch).month;
  const kept = view.months.find((one) => one.month === month);
  if (kept !== undefined) {
    return view.parts.map((_, part) => shareOfStanding(kept.standing[part] ?? [], by));
  }
  const chosen = chosenDimensions(choice);
  if (chosen.length > 0) return shareOfChosen(view, choice, chosen);
  if (by === 'belowLine') return belowLine(view);
  return view.parts.map((_, part) => shareOfStanding(standingOf(view, part), by));
}

function shareOfChosen(
  view: LinkedView,
  choice: Choice,
  chosen: readonly Dimension[],
): readonly Share[] {
  const { counts, parts, keys } = view;
  const shares = parts.map((_, part) => ({ n: 0, of: registeredOf(standingOf(view, part)) }));
  if (counts.kind === 'kept') {
    const [first] = chosen;
    const key = first === undefined ? -1 : keys[first].indexOf(keyOf(choice[first] ?? ''));
    for (const line of counts.lines) {
      const share = shares[line.part];
      if (line.metric === first && line.key === key && share !== undefined)
        share.n += line.households;
    }
    return shares;
  }
  const fits = fitting(view, { ...choice, part: undefined }, undefined);
  for (const row of counts.rows) {
    const share = shares[row[place.part] ?? -1];
    if (row[place.stage] !== 0 && share !== undefined && fits(row)) share.n += row[5] ?? 0;
  }
  return shares;
}

/** Households at each stage in a part. */
export function standingOf({ counts, keys }: LinkedView, part: number): readonly number[] {
  const standing = keys.stage.map(() => 0);
  if (counts.kind === 'kept') {
    for (const line of counts.lines) {
      if (line.metric === 'stage' && line.part === part) standing[line.key] = line.households;
    }
    return standing;
  }
  for (const row of counts.rows) {
    if (row[place.part] !== part) continue;
    const stage = row[place.stage] ?? 0;
    standing[stage] = (standing[stage] ?? 0) + (row[5] ?? 0);
  }
  return standing;
}

function registeredOf(standing: readonly number[]): number {
  return standing.slice(1).reduce((sum, one) => sum + one, 0);
}

/** SURVEYED, LISTED, APPLIED, VERIFIED, STANDARD, ANNOUNCED. */
function shareOfStanding(standing: readonly number[], by: Indicator): Share {
  const registered = registeredOf(standing);
  const from = (stage: number) => standing.slice(stage).reduce((sum, one) => sum + one, 0);
  switch (by) {
    case 'poor':
      return { n: registered - from(5), of: registered };
    case 'waiting':
      return { n: from(2) - from(3), of: from(2) };
    case 'announced':
      return { n: from(5), of: registered };
    default:
      return { n: registered, of: from(0) };
  }
}

/** Registered households whose band of income lies wholly below the line, of those whose income is known. */
function belowLine(view: LinkedView): readonly Share[] {
  const { counts, keys, povertyLineYuan } = view;
  const shares = view.parts.map(() => ({ n: 0, of: 0 }));
  const line = povertyLineYuan ?? 0;
  const put = (part: number, band: number, households: number) => {
    const share = shares[part];
    const edge = keys.band[band];
    if (share === undefined || edge === undefined || edge === '') return;
    share.of += households;
    if (Number(edge) + 500 <= line) share.n += households;
  };
  if (counts.kind === 'kept') {
    for (const one of counts.lines)
      if (one.metric === 'band') put(one.part, one.key, one.households);
  } else {
    for (const row of counts.rows) {
      if (row[place.stage] !== 0) put(row[place.part] ?? -1, row[place.band] ?? -1, row[5] ?? 0);
    }
  }
  return shares;
}

function fitting(view: LinkedView, choice: Choice, but: Dimension | undefined) {
  const part = partIndex(view, choice);
  const wanted = dimensions
    .filter((one) => one !== but && choice[one] !== undefined)
    .map((one) => [place[one], view.keys[one].indexOf(keyOf(choice[one] ?? ''))] as const);
  return (row: Row) =>
    (part === undefined || row[place.part] === part) &&
    wanted.every(([at, key]) => row[at] === key);
}

function partIndex({ parts }: LinkedView, { part }: Choice): number | undefined {
  if (part === undefined) return undefined;
  const index = parts.findIndex(({ code }) => code === part);
  return index < 0 ? undefined : index;
}

function plus(left: Sum, right: Sum): Sum {
  return {
    households: left.households + right.households,
    persons: left.persons + right.persons,
  };
}

function add(sum: { households: number; persons: number } | undefined, more: Sum): void {
  if (sum === undefined) return;
  sum.households += more.households;
  sum.persons += more.persons;
}

/** Fixed cuts by indicator, so that two days or two counties can be compared. */
export const cutsOf: Readonly<Record<Indicator | 'chosen', readonly number[]>> = {
  listed: [0.2, 0.3, 0.4, 0.5],
  poor: [0.8, 0.85, 0.9, 0.95],
  waiting: [0.3, 0.4, 0.5, 0.6],
  announced: [0.02, 0.05, 0.1, 0.15],
  belowLine: [0.2, 0.4, 0.6, 0.8],
  late: [0.1, 0.2, 0.3, 0.4],
  chosen: [0.05, 0.1, 0.2, 0.4],
};
