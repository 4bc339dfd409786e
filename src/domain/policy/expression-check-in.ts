// The checker's part for sets: `x in [..]`, `x in parameter`, and `"CODE" in fieldThatHoldsSeveral`.
// A set holds constants only, so that it can be listed on paper and compiled to SQL as it stands.

import {
  areAlike,
  type Checking,
  type Found,
  isConstant,
  isListed,
  report,
  typed,
  unitOf,
  yesNo,
} from '#domain/policy/expression-agreement.ts';
import type { BoundParameter, Rule } from '#domain/policy/expression-rule.ts';
import { type Expression, isConstantSet } from '#domain/policy/expression-tree.ts';

interface SetFound {
  readonly members: readonly Found[];
  /** Null when a parameter in it has no value in force. */
  readonly options: readonly (string | number)[] | null;
  readonly parameters: readonly BoundParameter[];
}

export function checkIn(
  checking: Checking,
  tree: Extract<Expression, { kind: 'in' }>,
): Found | undefined {
  const { facts } = checking.scope;
  const several = tree.set.kind === 'name' ? facts.get(tree.set.name) : undefined;
  if (several?.type === 'codes') {
    const code = typed(checking, tree.value, 'text');
    if (code === undefined || !isListed(checking, code, several.list)) return undefined;
    return yesNo({ kind: 'holds', fact: several, code: code.rule, source: tree });
  }
  const value = checking.check(tree.value);
  const set = checkSet(checking, tree.set);
  if (value === undefined || set === undefined) return undefined;
  for (const member of set.members) if (!areAlike(checking, value, member)) return undefined;
  const { options, parameters } = set;
  return yesNo({ kind: 'among', value: value.rule, options, parameters, source: tree });
}

function checkSet(checking: Checking, tree: Expression): SetFound | undefined {
  if (tree.kind === 'name') return checkNamedSet(checking, tree);
  if (tree.kind !== 'list' || tree.items.length === 0) {
    return report(checking, 'list-misplaced', tree);
  }
  const members = tree.items.map((item) => checkConstant(checking, item));
  const found = members.filter((member) => member !== undefined);
  if (found.length < members.length) return undefined;
  const values = found.map(({ rule }) => (rule.kind === 'constant' ? rule.value : null));
  const known = values.filter((one) => typeof one === 'string' || typeof one === 'number');
  const parameters = found.flatMap(({ rule }) =>
    rule.kind === 'constant' && rule.parameter ? [rule.parameter] : [],
  );
  return { members: found, options: known.length === values.length ? known : null, parameters };
}

function checkNamedSet(
  checking: Checking,
  tree: Extract<Expression, { kind: 'name' }>,
): SetFound | undefined {
  const parameter = checking.scope.parameters.get(tree.name);
  if (parameter === undefined) {
    return checking.check(tree) && report(checking, 'list-misplaced', tree);
  }
  const { value, type, list } = parameter;
  const options = isConstantSet(value) ? value : null;
  if (options === null && value !== null) return report(checking, 'list-misplaced', tree);
  const members = (options ?? []).map((item): Found => {
    const source: Expression = { kind: 'literal', value: item, at: tree.at };
    const rule: Rule = { kind: 'constant', value: item, type, source };
    return { rule, type, unit: unitOf(parameter), list };
  });
  return { members, options, parameters: [parameter] };
}

export function checkConstant(checking: Checking, tree: Expression): Found | undefined {
  const found = checking.check(tree);
  if (found === undefined || isConstant(found)) return found;
  return report(checking, 'list-constants', tree);
}
