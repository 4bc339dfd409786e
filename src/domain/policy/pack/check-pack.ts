// The pack check: proves before a pack is installed that names resolve, units agree, dates are in order,
// every process can end, every criterion has an example that comes out as expected and for the reasons
// expected, lists have the length their names promise, and both languages are there. Design section 2.

import { parsePlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { leavesOf, type Rule } from '#domain/policy/expression-rule.ts';
import { checkLooseRules, checkSignOffs } from '#domain/policy/pack/check-duties.ts';
import { runExamples, untouched } from '#domain/policy/pack/check-examples.ts';
import { checkFigures } from '#domain/policy/pack/check-figures.ts';
import { checkProcesses } from '#domain/policy/pack/check-processes.ts';
import { checkReferences, referencesOf } from '#domain/policy/pack/check-references.ts';
import { checkRows } from '#domain/policy/pack/check-rows.ts';
import { repeatedIn } from '#domain/policy/pack/inner-rows.ts';
import type { PackQuestion } from '#domain/policy/pack/manifest-schema.ts';
import type { Pack, Placed } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem } from '#domain/policy/pack/pack-problem.ts';
import { chainOf, type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';

/** Checks the pack `id`; the packs it extends must be among `packs`. */
export function checkPack(packs: ReadonlyMap<string, Pack>, id: string): readonly PackProblem[] {
  const found = chainOf(packs, id);
  if (!found.ok) return found.problems;
  const { chain } = found;
  const pack = chain.at(-1);
  if (pack === undefined) return [];
  const below = chain.slice(0, -1);
  const resolved = resolveOnEveryDay(packs, chain);
  const first = resolved.days[0];
  const problems = [
    ...checkRows(pack, below),
    ...checkManifest(pack, below),
    ...rivals(packs, chain),
    ...resolved.problems,
    ...checkReferences(pack, chain),
    ...(first === undefined ? [] : checkProcesses(pack, first.rows)),
    ...checkSignOffs(pack),
    ...checkFigures(pack, chain),
    ...resolved.days.flatMap((day) => checkPoints(day, pack)),
    ...untouched(pack),
  ];
  // A rule that does not stand makes every example of it fail and its parameters look unused.
  if (resolved.problems.length === 0) {
    problems.push(...runExamples(packs, pack).flatMap((run) => run.problems));
    problems.push(...unused(pack, resolved));
  }
  return inOrder(problems);
}

interface Resolution {
  readonly days: readonly ResolvedPack[];
  /** Conditions that rows state by themselves, of every day. */
  readonly loose: readonly Rule[];
  readonly problems: readonly PackProblem[];
}

/** A pack is proved on each day on which something in its chain changes. */
function resolveOnEveryDay(packs: ReadonlyMap<string, Pack>, chain: readonly Pack[]): Resolution {
  const pack = chain.at(-1);
  if (pack === undefined) return { days: [], loose: [], problems: [] };
  const { id, from, until } = pack.manifest;
  const changes = chain.flatMap(changesOf).filter((day) => day > from && (!until || day < until));
  const days: ResolvedPack[] = [];
  const loose: Rule[] = [];
  const problems: PackProblem[] = [];
  for (const text of [from, ...new Set(changes)].sort()) {
    const on = parsePlainDate(text);
    const resolved = on && resolvePack(packs, id, on);
    if (resolved === undefined) continue;
    problems.push(...resolved.problems);
    if (!resolved.ok) continue;
    days.push(resolved.pack);
    // A criterion that does not stand would be reported again by every row that names it.
    if (resolved.problems.length > 0) continue;
    const checked = checkLooseRules(resolved.pack.rows, resolved.pack.scope);
    loose.push(...checked.rules);
    problems.push(...checked.problems);
  }
  return { days, loose, problems };
}

function changesOf({ rows }: Pack): readonly string[] {
  const dated: readonly { readonly from?: string; readonly until?: string }[] = [
    ...rows.parameters.flatMap(({ row }) => row.values),
    ...Object.values(rows).flatMap((all: readonly Placed<object>[]) => all.map(({ row }) => row)),
  ];
  return dated.flatMap(({ from, until }) => [from, until].filter((day) => day !== undefined));
}

function checkManifest(
  { manifest, manifestAt }: Pack,
  below: readonly Pack[],
): readonly PackProblem[] {
  const problems: PackProblem[] = repeatedIn(manifest).map(({ id, path, first }) => {
    const { file, line } = manifestAt(first);
    const words = { id, kind: 'documents', kindEn: 'documents', first: `${file}:${line}` };
    return packProblem('duplicate-id', manifestAt(path), words);
  });
  const base = below.at(-1)?.manifest;
  if (base !== undefined && !manifest.area.startsWith(base.area)) {
    const words = { area: manifest.area, below: base.area };
    problems.push(packProblem('area-outside', manifestAt(['area']), words));
  }
  if (manifest.until !== undefined && manifest.until <= manifest.from) {
    const words = { id: manifest.id, earlier: manifest.from, later: manifest.until };
    problems.push(packProblem('dates-order', manifestAt(['until']), words));
  }
  return problems;
}

const questionWords: Readonly<Record<PackQuestion, Bilingual>> = {
  register: { zh: '登记、识别和退出', en: 'the register' },
  monitoring: { zh: '退出后的监测', en: 'monitoring' },
};

/** Packs at hand that would decide the same question with the same right. */
function rivals(packs: ReadonlyMap<string, Pack>, chain: readonly Pack[]): readonly PackProblem[] {
  const own = chain.at(-1);
  if (own === undefined) return [];
  const { area, from, decides } = own.manifest;
  return [...packs.keys()].flatMap((id) => {
    const other = packs.get(id)?.manifest;
    if (other === undefined || other.area !== area || other.from !== from) return [];
    const line = chainOf(packs, id);
    if (chain.some(({ manifest }) => manifest.id === id)) return [];
    if (line.ok && line.chain.includes(own)) return [];
    const shared = decides.find((question) => other.decides.includes(question));
    if (shared === undefined) return [];
    const { zh, en } = questionWords[shared];
    const words = { other: id, what: zh, whatEn: en };
    return [packProblem('pack-rival', own.manifestAt(['from']), words)];
  });
}

/** Items give between nothing and their maximum, and the maxima add up. */
function checkPoints(day: ResolvedPack, pack: Pack): readonly PackProblem[] {
  return pack.rows.sheets.flatMap(({ row, at }) => {
    if (!day.sheets.has(row.id)) return [];
    const problems: PackProblem[] = [];
    const sum = row.items.reduce((total, { max }) => total + max, 0);
    if (Math.abs(sum - row.max) > 1e-9) {
      problems.push(packProblem('points-sum', at(['max']), { id: row.id, sum, max: row.max }));
    }
    for (const [index, { id, max, points }] of row.items.entries()) {
      const place = at(['items', index, 'points']);
      for (const given of pointsIn(points)) {
        if (given >= 0 && given <= max) continue;
        problems.push(packProblem('points-range', place, { id, points: given, max }));
      }
    }
    if (row.vetoLength !== undefined && row.vetoLength !== row.vetoes.length) {
      const words = { id: `${row.id}.vetoes`, declared: row.vetoLength, listed: row.vetoes.length };
      problems.push(packProblem('length-differs', at(['vetoLength']), words));
    }
    return problems;
  });
}

function pointsIn(
  points: Pack['rows']['sheets'][number]['row']['items'][number]['points'],
): readonly number[] {
  if ('bands' in points) return [...points.bands.map((band) => band.points), points.above];
  if ('cases' in points) return [...points.cases.map((one) => one.points), points.otherwise];
  return [];
}

/** Parameters that no rule reads, no row names, and no part of the program is said to read. */
function unused(pack: Pack, { days, loose }: Resolution): readonly PackProblem[] {
  const read = new Set<string>();
  const note = (rule: Rule) => {
    for (const { name } of leavesOf(rule).parameters) read.add(name);
  };
  for (const rule of loose) note(rule);
  for (const { criteria, sheets, tables } of days) {
    const rules: readonly Rule[] = [
      ...[...criteria.values()].map(({ rule }) => rule),
      ...[...sheets.values()].flatMap((sheet) =>
        [...sheet.items, ...sheet.vetoes].map(({ rule }) => rule),
      ),
      ...[...tables.values()].flatMap((table) => table.rows.map(({ rule }) => rule)),
    ];
    for (const rule of rules) note(rule);
  }
  for (const { kind, id } of referencesOf(pack)) if (kind === 'parameters') read.add(id);
  return pack.rows.parameters.flatMap(({ row, at }) =>
    read.has(row.id) || row.usedBy !== undefined || row.override !== undefined
      ? []
      : [packProblem('parameter-unused', at(['id']), { id: row.id })],
  );
}

/** By file and line; what is found on several days is said once. */
function inOrder(problems: readonly PackProblem[]): readonly PackProblem[] {
  const once = new Map(
    problems.map((one) => [`${one.file}:${one.line}:${one.column} ${one.message.en}`, one]),
  );
  return [...once.values()].sort(
    (left, right) =>
      (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
      left.line - right.line ||
      left.column - right.column,
  );
}
