// Score sheets and decision tables compiled: points written as bands or cases become the same rules
// that an officer could have written by hand, and every fault is reported on its own line.

import { checkExpression, checkSource } from '#domain/policy/expression-check.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import type { ExpressionProblem } from '#domain/policy/expression-problem.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import type { Expression } from '#domain/policy/expression-tree.ts';
import type { Placed } from '#domain/policy/pack/pack.ts';
import { type PackProblem, ruleProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Path } from '#domain/policy/pack/read-yaml.ts';
import type {
  DecisionTable,
  Points,
  ScoreItem,
  ScoreSheet,
  Veto,
} from '#domain/policy/pack/rule-schemas.ts';

export interface CompiledSheet {
  readonly sheet: ScoreSheet;
  readonly cutOff: number | null;
  readonly items: readonly { readonly row: ScoreItem; readonly rule: Rule }[];
  readonly vetoes: readonly { readonly row: Veto; readonly rule: Rule }[];
}

export interface CompiledTable {
  readonly table: DecisionTable;
  readonly rows: readonly { readonly row: DecisionTable['rows'][number]; readonly rule: Rule }[];
}

export function compileSheet(
  { row: sheet, at }: Placed<ScoreSheet>,
  scope: Scope,
  problems: PackProblem[],
): CompiledSheet | undefined {
  const before = problems.length;
  const items = sheet.items.flatMap((row, index) => {
    const path = ['items', index, 'points'];
    const faults = faultyParts(row.points, scope);
    for (const { rule, inner, problem } of faults) {
      problems.push(ruleProblem(problem, rule, at([...path, ...inner])));
    }
    const tree = faults.length > 0 ? undefined : pointsExpression(row.points);
    if (tree === undefined) return [];
    const checked = checkExpression(tree, scope, { type: 'number', unit: { point: 1 } });
    if (checked.ok) return [{ row, rule: checked.rule }];
    const rule = partsOf(row.points)[0]?.rule ?? row.id;
    problems.push(...checked.problems.map((one) => ruleProblem(one, rule, at(path))));
    return [];
  });
  const vetoes = sheet.vetoes.flatMap((row, index) => {
    const checked = checkSource(row.rule, scope, { type: 'boolean' });
    if (checked.ok) return [{ row, rule: checked.rule }];
    const place = at(['vetoes', index, 'rule']);
    problems.push(...checked.problems.map((one) => ruleProblem(one, row.rule, place)));
    return [];
  });
  if (problems.length > before) return undefined;
  const cutOff = sheet.cutOff === undefined ? null : scope.parameters.get(sheet.cutOff)?.value;
  return { sheet, cutOff: typeof cutOff === 'number' ? cutOff : null, items, vetoes };
}

export function compileTable(
  { row: table, at }: Placed<DecisionTable>,
  scope: Scope,
  problems: PackProblem[],
): CompiledTable | undefined {
  const before = problems.length;
  const rows = table.rows.flatMap((row, index) => {
    const checked = checkSource(row.when, scope, { type: 'boolean' });
    if (checked.ok) return [{ row, rule: checked.rule }];
    const place = at(['rows', index, 'when']);
    problems.push(...checked.problems.map((one) => ruleProblem(one, row.when, place)));
    return [];
  });
  return problems.length > before ? undefined : { table, rows };
}

interface Part {
  readonly rule: string;
  readonly inner: Path;
  readonly type: 'number' | 'boolean';
}

/** The texts an officer wrote, each with its place inside `points`. */
function partsOf(points: Points): readonly Part[] {
  if ('rule' in points) return [{ rule: points.rule, inner: ['rule'], type: 'number' }];
  if ('by' in points) return [{ rule: points.by, inner: ['by'], type: 'number' }];
  return points.cases.map(({ when }, index) => ({
    rule: when,
    inner: ['cases', index, 'when'],
    type: 'boolean',
  }));
}

/** Each text by itself first, so that a fault is reported on its own line. */
function faultyParts(
  points: Points,
  scope: Scope,
): readonly (Part & { readonly problem: ExpressionProblem })[] {
  return partsOf(points).flatMap((part) => {
    const checked = checkSource(part.rule, scope, { type: part.type });
    return checked.ok ? [] : checked.problems.map((problem) => ({ ...part, problem }));
  });
}

/** Points as one expression; its texts have been checked to parse. */
function pointsExpression(points: Points): Expression | undefined {
  if ('rule' in points) return treeOf(points.rule);
  const number = (value: number): Expression => ({ kind: 'literal', value, at: nowhere });
  if ('by' in points) {
    const value = treeOf(points.by);
    const limits = points.bands.map(({ below }) => number(below));
    const results = [...points.bands.map((band) => number(band.points)), number(points.above)];
    if (value === undefined) return undefined;
    const operands: Expression[] = [
      value,
      { kind: 'list', items: limits, at: nowhere },
      { kind: 'list', items: results, at: nowhere },
    ];
    return { kind: 'call', name: 'bands', operands, at: value.at };
  }
  let tree = number(points.otherwise);
  for (const { when, points: given } of [...points.cases].reverse()) {
    const condition = treeOf(when);
    if (condition === undefined) return undefined;
    tree = { kind: 'choose', condition, yes: number(given), no: tree, at: condition.at };
  }
  return tree;
}

const nowhere = { from: 0, to: 0 };

function treeOf(rule: string): Expression | undefined {
  const parsed = parseExpression(rule);
  return parsed.ok ? parsed.tree : undefined;
}
