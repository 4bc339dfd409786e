// The rows of a trial put together as the answer: sums of one grouping each, since every grouping counts
// every household once.
import type { Simulation } from '#contract/insight-simulation.ts';
import { outcomes } from '#domain/insight/simulation/outcome.ts';
import type { Version } from './compile-trial.ts';
import { errorsOf, type Trialled } from './simulate.ts';
import type { Grouping, TrialRow } from './simulation.store.ts';

interface Count {
  readonly households: number;
  readonly persons: number;
}

const listed = outcomes.indexOf('listed');

type Parts = Pick<
  Simulation,
  | 'households'
  | 'base'
  | 'variant'
  | 'enters'
  | 'leaves'
  | 'distribution'
  | 'byCause'
  | 'byEthnicity'
  | 'bySize'
  | 'cost'
  | 'errors'
>;

export function viewOf(trial: Trialled): Parts {
  const all = rowsOf(trial, 'area');
  return {
    households: sum(all).households,
    base: sideOf(all, 'base', trial.base),
    variant: sideOf(all, 'variant', trial.variant),
    enters: sum(all.filter(isEntering)),
    leaves: sum(all.filter(isLeaving)),
    distribution: distributionOf(trial),
    byCause: movedBy(rowsOf(trial, 'cause')),
    byEthnicity: movedBy(rowsOf(trial, 'makeup').flatMap(byGroup)),
    bySize: movedBy(rowsOf(trial, 'size')),
    cost: costOf(all, trial),
    errors: errorsView(trial),
  };
}

/** Of each area below: the list as it is, and who moves; where most changes for its size first. */
export function areasOf(trial: Trialled) {
  const rows = rowsOf(trial, 'area');
  const areas = [...new Set(rows.map(({ key }) => key ?? ''))].map((code) => {
    const own = rows.filter(({ key }) => key === code);
    return {
      code,
      listed: sum(own.filter(({ base }) => base === listed)),
      enters: sum(own.filter(isEntering)),
      leaves: sum(own.filter(isLeaving)),
    };
  });
  const growth = ({ listed, enters, leaves }: (typeof areas)[number]) => {
    const net = enters.households - leaves.households;
    return net === 0 ? 0 : net / listed.households;
  };
  return areas.sort(
    (left, right) => growth(right) - growth(left) || (left.code < right.code ? -1 : 1),
  );
}

function rowsOf({ rows }: Trialled, grouping: Grouping): readonly TrialRow[] {
  return rows.filter((row) => row.grouping === grouping);
}

function isEntering({ base, variant }: Pick<TrialRow, 'base' | 'variant'>): boolean {
  return base !== listed && variant === listed;
}

function isLeaving({ base, variant }: Pick<TrialRow, 'base' | 'variant'>): boolean {
  return base === listed && variant !== listed;
}

function sum(rows: readonly Count[]): Count {
  return {
    households: rows.reduce((total, row) => total + row.households, 0),
    persons: rows.reduce((total, row) => total + row.persons, 0),
  };
}

function sideOf(
  rows: readonly TrialRow[],
  side: 'base' | 'variant',
  { sheet }: Version,
): Simulation['base'] {
  const of = (name: (typeof outcomes)[number]) =>
    sum(rows.filter((row) => row[side] === outcomes.indexOf(name)));
  return {
    cutOff: sheet.cutOff,
    listed: of('listed'),
    beyond: of('beyond').households,
    vetoed: of('vetoed').households,
    undetermined: of('undetermined').households,
    near: rows.reduce(
      (total, row) => total + (side === 'base' ? row.baseNear : row.variantNear),
      0,
    ),
  };
}

function distributionOf(trial: Trialled): Simulation['distribution'] {
  const base = byPoints(rowsOf(trial, 'basePoints'), 'base');
  const variant = byPoints(rowsOf(trial, 'points'), 'variant');
  const points = [...new Set([...base.keys(), ...variant.keys()])];
  return points
    .sort((left, right) => left - right)
    .map((one) => ({
      points: one,
      base: base.get(one) ?? noOutcomes(),
      variant: variant.get(one) ?? noOutcomes(),
    }));
}

type Outcomes = Simulation['distribution'][number]['base'];

function noOutcomes(): Outcomes {
  return { listed: 0, beyond: 0, vetoed: 0, undetermined: 0 };
}

/** Who has no total stands on no bar. */
function byPoints(
  rows: readonly TrialRow[],
  side: 'base' | 'variant',
): ReadonlyMap<number, Outcomes> {
  const found = new Map<number, Outcomes>();
  for (const row of rows) {
    const outcome = outcomes[row[side]];
    if (row.key === null || outcome === undefined) continue;
    const points = Number(row.key);
    const bar = found.get(points) ?? noOutcomes();
    found.set(points, { ...bar, [outcome]: bar[outcome] + row.households });
  }
  return found;
}

/** Persons of each group; a household counts in every group it has a member of. */
function byGroup(row: TrialRow): readonly TrialRow[] {
  return (row.key ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [key = '', members = '0'] = part.split(':');
      return { ...row, key, persons: row.households * Number(members) };
    });
}

function movedBy(rows: readonly TrialRow[]): Simulation['byCause'] {
  const moved = rows.filter((row) => isEntering(row) || isLeaving(row));
  const groups = new Map<string, TrialRow[]>();
  for (const row of moved) groups.set(row.key ?? '', [...(groups.get(row.key ?? '') ?? []), row]);
  return [...groups]
    .map(([key, own]) => ({
      key,
      enters: sum(own.filter(isEntering)),
      leaves: sum(own.filter(isLeaving)),
    }))
    .sort((left, right) => sizeOf(right) - sizeOf(left) || (left.key < right.key ? -1 : 1));
}

function sizeOf({ enters, leaves }: Simulation['byCause'][number]): number {
  return enters.households + leaves.households;
}

function costOf(rows: readonly TrialRow[], { base, variant }: Trialled): Simulation['cost'] {
  const paid = (version: Version, first: number) =>
    new Map(
      version.costing.lines.map((line, index) => {
        const units = rows.reduce((total, row) => total + (row.units[first + index] ?? 0), 0);
        const fen = units * Math.round(line.yuan * 100);
        return [line.id, { line, cost: { yuan: line.yuan, units, fen } }] as const;
      }),
    );
  const before = paid(base, 0);
  const after = paid(variant, base.costing.lines.length);
  const total = (all: ReturnType<typeof paid>) =>
    all.size === 0 ? null : [...all.values()].reduce((fen, { cost }) => fen + cost.fen, 0);
  const lines = [...new Map([...before, ...after]).values()].map(({ line }) => ({
    id: line.id,
    title: { ...line.title },
    per: line.per,
    verified: line.verified,
    assumptions: [...line.assumptions],
    base: before.get(line.id)?.cost ?? null,
    variant: after.get(line.id)?.cost ?? null,
  }));
  return {
    baseFen: total(before),
    variantFen: total(after),
    assumed: variant.costing.assumed,
    lines,
    uncounted: variant.costing.uncounted.map(({ id, title, why }) => ({
      id,
      title: { ...title },
      why,
    })),
  };
}

function errorsView({ rechecked }: Trialled): Simulation['errors'] {
  const [first] = rechecked;
  if (first === undefined) return null;
  const days = rechecked.flatMap((row) => [row.first_on, row.last_on]).sort();
  return {
    rechecked: rechecked.reduce((total, row) => total + row.households, 0),
    invented: rechecked.reduce((total, row) => total + row.invented, 0),
    from: days[0] ?? first.first_on,
    to: days.at(-1) ?? first.last_on,
    sources: [...new Set(rechecked.flatMap(({ sources }) => sources))].sort(),
    base: errorsOf(rechecked, 'base'),
    variant: errorsOf(rechecked, 'variant'),
  };
}
