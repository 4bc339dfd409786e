// The part of the pack check that runs the worked examples: the result must be as expected, and for
// the reasons expected. Every criterion, score item, veto and row of a table needs one.

import { plainDate } from '#domain/kernel/plain-date.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { type Clause, explain } from '#domain/policy/expression-trace.ts';
import type { Facts, FactValue, Value } from '#domain/policy/expression-value.ts';
import { nearest } from '#domain/policy/nearest-name.ts';
import type { CompiledTable } from '#domain/policy/pack/compile-sheet.ts';
import type { Example } from '#domain/policy/pack/example-schema.ts';
import type { Pack, Placed } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { rowWords } from '#domain/policy/pack/row-words.ts';
import { scoreHousehold } from '#domain/policy/pack/score-sheet.ts';

export interface ExampleRun {
  readonly id: string;
  readonly problems: readonly PackProblem[];
}

export function runExamples(packs: ReadonlyMap<string, Pack>, pack: Pack): readonly ExampleRun[] {
  const resolved = new Map<string, ResolvedPack | undefined>();
  return pack.examples.map((placed) => {
    const { on } = placed.row;
    if (!resolved.has(on)) {
      const found = resolvePack(packs, pack.manifest.id, plainDate(on));
      resolved.set(on, found.ok ? found.pack : undefined);
    }
    const at = resolved.get(on);
    const problems = at === undefined ? [] : runExample(placed, at);
    return { id: placed.row.id, problems };
  });
}

/** Rules of the pack's own that no example touches. */
export function untouched({ rows, examples }: Pack): readonly PackProblem[] {
  const all = examples.map(({ row }) => row);
  const criteria = new Set(all.flatMap((one) => one.criteria.map(({ id }) => id)));
  const sheets = all.flatMap((one) => one.sheets);
  const tables = new Set(
    all.flatMap((one) => one.tables.map((table) => `${table.id} ${table.row}`)),
  );
  const without = (one: Placed<unknown>, path: Path, id: string, zh: string, en: string) =>
    packProblem('no-example', one.at(path), { id, kind: zh, kindEn: en });
  return [
    ...rows.criteria
      .filter(({ row }) => !criteria.has(row.id))
      .map((one) => without(one, ['id'], one.row.id, rowWords.criteria.zh, rowWords.criteria.en)),
    ...rows.sheets.flatMap((one) => {
      const own = sheets.filter(({ id }) => id === one.row.id);
      const items = new Set(own.flatMap((sheet) => Object.keys(sheet.items)));
      const vetoes = new Set(own.flatMap((sheet) => sheet.vetoes));
      return [
        ...one.row.items.flatMap(({ id }, index) =>
          items.has(id) ? [] : [without(one, ['items', index, 'id'], id, '计分项', 'score item')],
        ),
        ...one.row.vetoes.flatMap(({ id }, index) =>
          vetoes.has(id) ? [] : [without(one, ['vetoes', index, 'id'], id, '否决项', 'veto')],
        ),
      ];
    }),
    ...rows.tables.flatMap((one) =>
      one.row.rows.flatMap(({ id }, index) =>
        tables.has(`${one.row.id} ${id}`)
          ? []
          : [without(one, ['rows', index, 'id'], id, '决策表的行', 'row of a decision table')],
      ),
    ),
  ];
}

interface Expectation {
  readonly what: string;
  readonly whatEn: string;
  readonly expected: string;
  readonly actual: string;
  readonly path: Path;
}

function runExample(placed: Placed<Example>, pack: ResolvedPack): readonly PackProblem[] {
  const { row, at } = placed;
  const faults = factProblems(placed, pack);
  if (faults.length > 0) return faults;
  const facts: Facts = row.given;
  const differing = [
    ...criteriaExpected(row, facts, pack),
    ...sheetsExpected(row, facts, pack),
    ...tablesExpected(row, facts, pack),
  ].filter(({ expected, actual }) => expected !== actual);
  return differing.map(({ path, ...words }) =>
    packProblem('example-differs', at(path), {
      example: row.title.zh,
      exampleEn: row.title.en,
      ...words,
    }),
  );
}

function criteriaExpected(row: Example, facts: Facts, pack: ResolvedPack): readonly Expectation[] {
  return row.criteria.flatMap(({ id, is, because }, index) => {
    const criterion = pack.criteria.get(id);
    const path = ['criteria', index];
    if (criterion === undefined) return [absent('标准', 'criterion', id, [...path, 'id'])];
    const trace = explain(criterion.rule, facts);
    return [
      {
        what: `标准 ${id}`,
        whatEn: `criterion ${id}`,
        expected: String(is),
        actual: shown(trace.value),
        path: [...path, 'is'],
      },
      {
        what: `标准 ${id} 的理由`,
        whatEn: `the reasons of ${id}`,
        expected: listed(because),
        actual: listed(decisiveNames(trace)),
        path: [...path, 'because'],
      },
    ];
  });
}

function sheetsExpected(row: Example, facts: Facts, pack: ResolvedPack): readonly Expectation[] {
  return row.sheets.flatMap((wanted, index) => {
    const sheet = pack.sheets.get(wanted.id);
    const path = ['sheets', index];
    if (sheet === undefined) return [absent('评分表', 'score sheet', wanted.id, [...path, 'id'])];
    const score = scoreHousehold(sheet, facts);
    const points = new Map(score.items.map((item) => [item.id, item.points]));
    const held = score.vetoes.filter(({ holds }) => holds === true).map(({ id }) => id);
    return [
      ...Object.entries(wanted.items).map(([id, expected]) => ({
        what: `计分项 ${id}`,
        whatEn: `item ${id}`,
        expected: String(expected),
        actual: points.has(id) ? shown(points.get(id) ?? null) : '—',
        path: [...path, 'items', id],
      })),
      {
        what: '总分',
        whatEn: 'the total',
        expected: String(wanted.total),
        actual: shown(score.total),
        path: [...path, 'total'],
      },
      {
        what: '否决项',
        whatEn: 'the vetoes',
        expected: listed(wanted.vetoes),
        actual: listed(held),
        path: [...path, 'vetoes'],
      },
      {
        what: '缺少的字段',
        whatEn: 'the missing fields',
        expected: listed(wanted.missing),
        actual: listed(score.missing),
        path: [...path, 'missing'],
      },
    ];
  });
}

function tablesExpected(row: Example, facts: Facts, pack: ResolvedPack): readonly Expectation[] {
  return row.tables.flatMap((wanted, index) => {
    const table = pack.tables.get(wanted.id);
    const path = ['tables', index];
    if (table === undefined)
      return [absent('决策表', 'decision table', wanted.id, [...path, 'id'])];
    const found = decide(table, facts);
    return [
      {
        what: `决策表 ${wanted.id} 的行`,
        whatEn: `the row of ${wanted.id}`,
        expected: wanted.row,
        actual: found.row,
        path: [...path, 'row'],
      },
      {
        what: `决策表 ${wanted.id} 的措施`,
        whatEn: `the measures of ${wanted.id}`,
        expected: listed(wanted.gives),
        actual: listed(found.gives),
        path: [...path, 'gives'],
      },
    ];
  });
}

/** The first row that holds; a row that cannot be told stops the search, for it might have held. */
export function decide(
  { rows }: CompiledTable,
  facts: Facts,
): { readonly row: string; readonly gives: readonly string[] } {
  for (const { row, rule } of rows) {
    const holds = compileToFunction(rule)(facts);
    if (holds === null) return { row: 'unknown', gives: [] };
    if (holds === true) return { row: row.id, gives: row.gives };
  }
  return { row: 'none', gives: [] };
}

/** Names read by the clauses that decided. */
export function decisiveNames(clause: Clause): readonly string[] {
  const own = clause.leaves.map(({ name }) => name);
  const inner = clause.children.filter(({ decisive }) => decisive).flatMap(decisiveNames);
  return [...new Set([...own, ...inner])];
}

function factProblems({ row, at }: Placed<Example>, pack: ResolvedPack): readonly PackProblem[] {
  return Object.entries(row.given).flatMap(([name, value]) => {
    const reason = factFault(name, value, pack);
    if (reason === undefined) return [];
    const guess = pack.scope.facts.has(name)
      ? undefined
      : nearest(name, [...pack.scope.facts.keys()]);
    return [
      packProblem('example-fact', at(['given', name]), {
        example: row.title.zh,
        exampleEn: row.title.en,
        fact: name,
        reason: reason[0],
        reasonEn: reason[1],
        hint: guess === undefined ? '' : `是否想写“${guess}”？`,
        hintEn: guess === undefined ? '' : `Did you mean "${guess}"?`,
      }),
    ];
  });
}

function factFault(
  name: string,
  value: FactValue,
  { scope }: ResolvedPack,
): readonly [string, string] | undefined {
  const fact = scope.facts.get(name);
  if (fact === undefined) return ['没有这个字段', 'there is no such field'];
  if (value === null) return undefined;
  const type = Array.isArray(value) ? 'codes' : typeof value === 'string' ? 'text' : typeof value;
  if (type !== fact.type) return ['值的类型不符', 'the value is of another type'];
  const codes = fact.list === undefined ? undefined : scope.lists.get(fact.list);
  const written = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  const strange = codes === undefined ? undefined : written.find((code) => !codes.has(code));
  if (strange === undefined) return undefined;
  return [`代码表 ${fact.list} 里没有 ${strange}`, `the list ${fact.list} has no ${strange}`];
}

function absent(zh: string, en: string, id: string, path: Path): Expectation {
  return { what: `${zh} ${id}`, whatEn: `${en} ${id}`, expected: id, actual: '—', path };
}

function shown(value: Value): string {
  return value === null ? 'unknown' : String(value);
}

function listed(names: readonly string[]): string {
  return [...names].sort().join(', ') || '—';
}
