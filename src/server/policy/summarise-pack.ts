// One line about a pack: what it is, where and when it holds, how much of it somebody verified, and
// whether its examples still come out as expected. Counted once for each installed text.
import type { PackSummary } from '#contract/policy.ts';
import { type ExampleRun, runExamples } from '#domain/policy/pack/check-examples.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import type { InstalledPack, PackLibrary } from './pack-library.ts';

interface Counted {
  readonly rows: number;
  readonly verified: number;
  readonly unverified: number;
  readonly sample: number;
}

export function summaryOf(
  library: PackLibrary,
  { pack, installedAt }: InstalledPack,
  { inForce, areaName }: Pick<PackSummary, 'inForce' | 'areaName'>,
): PackSummary {
  const { id, version, title, summary, area, from, until } = pack.manifest;
  const runs = examplesOf(library, pack);
  return {
    id,
    version,
    title,
    summary,
    area,
    areaName,
    from,
    until: until ?? null,
    extends: pack.manifest.extends?.pack ?? null,
    installedAt,
    inForce,
    ...countRows(pack),
    examples: {
      total: runs.length,
      failing: runs.filter(({ problems }) => problems.length > 0).length,
    },
  };
}

const runsByPack = new WeakMap<Pack, readonly ExampleRun[]>();

export function examplesOf(library: PackLibrary, pack: Pack): readonly ExampleRun[] {
  const before = runsByPack.get(pack);
  if (before !== undefined) return before;
  const packs = new Map(library.all().map((one) => [one.pack.manifest.id, one.pack]));
  const runs = runExamples(packs, pack);
  runsByPack.set(pack, runs);
  return runs;
}

/** Rows that carry a mark, and those inside them: items of a sheet, steps of a process, values. */
function countRows(pack: Pack): Counted {
  let rows = 0;
  let verified = 0;
  let sample = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    if ('verified' in value && typeof value.verified === 'boolean') {
      rows += 1;
      if (value.verified) verified += 1;
      if ('sample' in value && value.sample === true) sample += 1;
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const placed of Object.values(pack.rows).flat()) visit(placed.row);
  return { rows, verified, unverified: rows - verified, sample };
}
