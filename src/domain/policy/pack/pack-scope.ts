// What the rules of a pack may name on a day: household fields and items as facts, parameters bound to
// the value in force, code lists, and criteria, which may name one another but not in a circle.

import { type PlainDate, parsePlainDate } from '#domain/kernel/plain-date.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import type {
  BoundParameter,
  CheckedRule,
  FactDeclaration,
} from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import { namesIn } from '#domain/policy/expression-tree.ts';
import { parseUnit } from '#domain/policy/expression-unit.ts';
import type { FormField, FormItem } from '#domain/policy/pack/form-schemas.ts';
import type { Placed, Rows } from '#domain/policy/pack/pack.ts';
import { type PackProblem, packProblem, ruleProblem } from '#domain/policy/pack/pack-problem.ts';
import type { Criterion, Parameter } from '#domain/policy/pack/rule-schemas.ts';

/** Everything a rule may name on the day; criteria last, since they may name one another. */
export function scopeOf(rows: Rows, on: PlainDate, problems: PackProblem[]): Scope {
  const facts = new Map<string, FactDeclaration>();
  const unusable = new Map<string, Bilingual>();
  for (const { row } of rows.fields) {
    if (row.of !== 'household') continue;
    const fact = factOfField(row);
    if ('name' in fact) facts.set(row.id, fact);
    else unusable.set(row.id, fact);
  }
  for (const { row } of rows.items) facts.set(row.id, factOfItem(row));
  const parameters = new Map(rows.parameters.map(({ row }) => [row.id, bindParameter(row, on)]));
  const lists = new Map(
    rows.lists.map(({ row }) => [row.id, new Set(row.codes.map(({ code }) => code))]),
  );
  const criteria = new Map<string, CheckedRule>();
  const scope: Scope = { facts, parameters, criteria, lists, unusable };
  const waiting = new Map(rows.criteria.map((placed) => [placed.row.id, placed]));
  for (const id of [...waiting.keys()])
    checkCriterion(id, { scope, waiting, criteria, problems }, []);
  return scope;
}

interface CriterionWork {
  readonly scope: Scope;
  readonly waiting: Map<string, Placed<Criterion>>;
  readonly criteria: Map<string, CheckedRule>;
  readonly problems: PackProblem[];
}

/** Checks those it names first; a circle is reported once, where it closes. */
function checkCriterion(id: string, work: CriterionWork, open: readonly string[]): void {
  const placed = work.waiting.get(id);
  if (placed === undefined) return;
  const { rule } = placed.row;
  if (open.includes(id)) {
    const cycle = [...open.slice(open.indexOf(id)), id].join(' → ');
    work.problems.push(packProblem('criterion-cycle', placed.at(['rule']), { cycle }));
    work.waiting.delete(id);
    return;
  }
  for (const name of criteriaIn(rule)) {
    if (work.waiting.has(name)) checkCriterion(name, work, [...open, id]);
  }
  if (!work.waiting.delete(id)) return;
  const checked = checkSource(rule, work.scope, { type: 'boolean' });
  if (checked.ok) {
    work.criteria.set(id, checked);
    return;
  }
  const place = placed.at(['rule']);
  work.problems.push(...checked.problems.map((one) => ruleProblem(one, rule, place)));
}

/** Names a rule mentions; none where it does not parse, which is reported when it is checked. */
function criteriaIn(rule: string): readonly string[] {
  const parsed = parseExpression(rule);
  return parsed.ok ? namesIn(parsed.tree) : [];
}

const unusableTypes: Readonly<Record<string, Bilingual>> = {
  text: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'date' },
  area: { zh: '地区', en: 'area' },
  sealed: { zh: '加密字段', en: 'sealed field' },
};

function factOfField(field: FormField): FactDeclaration | Bilingual {
  const { id: name, list, title: label } = field;
  const unit = parseUnit(field.unit ?? '1');
  switch (field.type) {
    case 'integer':
    case 'number':
    case 'money':
      return { name, type: 'number', unit, label };
    case 'boolean':
      return { name, type: 'boolean', label };
    case 'code':
      return { name, type: 'text', list, label };
    case 'codes':
      return { name, type: 'codes', list, label };
    default:
      return unusableTypes[field.type] ?? { zh: field.type, en: field.type };
  }
}

function factOfItem({ id: name, type, unit, title: label }: FormItem): FactDeclaration {
  if (type === 'boolean') return { name, type, label };
  return { name, type: 'number', unit: parseUnit(unit ?? '1'), label };
}

export function bindParameter(parameter: Parameter, on: PlainDate): BoundParameter {
  const { id: name, type, list, title: label } = parameter;
  const inForce = parameter.values.findLast(({ from }) => from <= on);
  return {
    name,
    type,
    unit: type === 'number' ? parseUnit(parameter.unit ?? '1') : undefined,
    list,
    label,
    value: inForce?.value ?? null,
    from: inForce && parsePlainDate(inForce.from),
    verified: inForce?.verified,
  };
}
