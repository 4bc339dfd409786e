import { describe, expect, test } from 'vitest';
import { checkSource, sizeLimit } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { printExpression } from '#domain/policy/expression-print.ts';
import {
  type ExpressionProblemCode,
  expressionProblemCodes,
} from '#domain/policy/expression-problem.ts';
import type { CheckedRule } from '#domain/policy/expression-rule.ts';
import { emptyScope, type Scope } from '#domain/policy/expression-scope.ts';
import { parseUnit, type Unit } from '#domain/policy/expression-unit.ts';
import type { ValueType } from '#domain/policy/expression-value.ts';

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  if (parsed === undefined) throw new Error(`no unit ${text}`);
  return parsed;
}

const scope: Scope = {
  ...emptyScope,
  facts: new Map(
    [
      { name: 'cups', type: 'number', unit: unit('cup') },
      { name: 'members', type: 'number', unit: unit('person') },
      { name: 'income', type: 'number', unit: unit('yuan') },
      { name: 'likesTea', type: 'boolean' },
      { name: 'leaf', type: 'text', list: 'leaf' },
      { name: 'pot', type: 'text', list: 'pot' },
      { name: 'shelves', type: 'codes', list: 'leaf' },
    ].map((fact) => [fact.name, fact as { name: string; type: ValueType; unit?: Unit }]),
  ),
  parameters: new Map([
    ['cupsLeast', { name: 'cupsLeast', type: 'number', unit: unit('cup/person'), value: 2 }],
    ['greens', { name: 'greens', type: 'text', list: 'leaf', value: ['GREEN', 'WHITE'] }],
  ]),
  lists: new Map([
    ['leaf', new Set(['GREEN', 'BLACK', 'WHITE'])],
    ['pot', new Set(['CLAY', 'GLASS'])],
  ]),
  unusable: new Map([['joinedOn', { zh: '日期', en: 'date' }]]),
};

function codesOf(source: string, type: ValueType = 'boolean'): readonly string[] {
  const checked = checkSource(source, scope, { type });
  return checked.ok ? [] : checked.problems.map(({ code }) => code);
}

const faults: readonly (readonly [string, ExpressionProblemCode, number])[] = [
  [`cups > ${'1 + '.repeat(600)}1`, 'too-long', 0],
  [`cups > ${'('.repeat(40)}1${')'.repeat(40)}`, 'too-complex', 31],
  ['茶 > 3', 'unexpected-character', 0],
  ['cups ＞ 3', 'full-width', 5],
  ['cups = 3', 'single-equals', 5],
  ['likesTea and cups > 3', 'word-operator', 9],
  ['cups >', 'unfinished', 6],
  ['leaf == "GREEN', 'open-quote', 8],
  ['cups 3', 'syntax', 5],
  ['leaf == null', 'not-supported', 8],
  ['cups % 2 == 0', 'not-supported', 0],
  ['leaf.size > 3', 'not-supported', 0],
  ['cups > 1e200', 'number-range', 7],
  ['cupz > 3', 'unknown-name', 0],
  ['minimum(cups, 3) > 1', 'unknown-function', 0],
  ['isKnown(joinedOn)', 'not-usable', 8],
  ['clamp(cups, 1) > 1', 'argument-count', 0],
  ['cups && likesTea', 'wrong-type', 0],
  ['cups', 'wrong-type', 0],
  ['leaf == 3', 'types-differ', 8],
  ['leaf > "GREEN"', 'text-order', 0],
  ['cups > members', 'unit-mismatch', 7],
  ['cups / members < cupsLeast || cups < cupsLeast', 'unit-mismatch', 37],
  ['leaf == "GREAN"', 'unknown-code', 8],
  ['"GREAN" in shelves', 'unknown-code', 0],
  ['leaf == pot', 'lists-differ', 8],
  ['leaf in []', 'list-misplaced', 8],
  ['greens == leaf', 'list-misplaced', 0],
  ['leaf in [leaf]', 'list-constants', 9],
  ['bands(cups, [5, 3], [1, 2, 3]) > 1', 'bands-order', 12],
  ['bands(cups, [3, 5], [1, 2]) > 1', 'bands-length', 0],
  ['round(cups, 9) > 1', 'digits-literal', 12],
  ['orElse(3, cups) > 1', 'always-known', 0],
];

describe('a rule that cannot be meant is refused, with its place', () => {
  test.each(faults)('%s: %s at character %i', (source, code, from) => {
    const checked = checkSource(source, scope, { type: 'boolean' });

    expect(checked.ok ? [] : checked.problems).toMatchObject([{ code, at: { from } }]);
  });

  test('a result in the wrong unit is refused where a unit is asked for', () => {
    const checked = checkSource('cups * 2', scope, { type: 'number', unit: unit('point') });

    expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(['result-unit']);
  });

  test('a rule that opens up into too many parts is refused', () => {
    const big: CheckedRule = { ...checked('cups > 3'), size: sizeLimit };
    const wide = { ...scope, criteria: new Map([['big', big]]) };

    const again = checkSource('big || cups > 3', wide, { type: 'boolean' });

    expect(again.ok ? [] : again.problems.map(({ code }) => code)).toEqual(['too-large']);
  });

  test('every kind of fault is shown by a case above, and none is left without words', () => {
    const shown = new Set<string>([...faults.map(([, code]) => code), 'result-unit', 'too-large']);

    expect(expressionProblemCodes.filter((code) => !shown.has(code))).toEqual([]);
    for (const [source] of faults) {
      const found = checkSource(source, scope, { type: 'boolean' });
      for (const { message } of found.ok ? [] : found.problems) {
        expect(message.zh + message.en).not.toMatch(/\{\w+\}/);
      }
    }
  });

  test('all faults of a rule are reported at once', () => {
    expect(codesOf('cupz > 3 && leef == "GREEN" && cups > members')).toEqual([
      'unknown-name',
      'unknown-name',
      'unit-mismatch',
    ]);
  });

  test('a near miss is named', () => {
    const found = checkSource('cupz > 3', scope, { type: 'boolean' });

    expect(found.ok ? '' : found.problems[0]?.message.en).toContain('Did you mean "cups"?');
    expect(found.ok ? '' : found.problems[0]?.message.zh).toContain('是否想写“cups”');
  });
});

function checked(source: string, type: ValueType = 'boolean'): CheckedRule {
  const found = checkSource(source, scope, { type });
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message.en).join('\n'));
  return found;
}

describe('a rule reads as officials write it', () => {
  test.each([
    ['cups >= 3', { cups: 3 }, true],
    ['cups >= 3.0', { cups: 3 }, true],
    ['cups / members >= cupsLeast', { cups: 6, members: 3 }, true],
    ['leaf in greens', { leaf: 'WHITE' }, true],
    ['leaf in greens', { leaf: undefined }, null],
    ['"BLACK" in shelves && !likesTea', { shelves: ['BLACK'], likesTea: false }, true],
    ['clamp(cups, 1, 5) == 5', { cups: 9 }, true],
    ['between(cups, 1, 5)', { cups: 5 }, true],
    ['cups > 3 // strong drinkers', { cups: 4 }, true],
  ])('%s on %j is %s', (source, facts, expected) => {
    expect(compileToFunction(checked(source).rule)(facts)).toBe(expected);
  });

  test('a value of another type than declared is unknown, never guessed', () => {
    expect(compileToFunction(checked('cups > 3').rule)({ cups: '4' })).toBeNull();
    expect(compileToFunction(checked('likesTea').rule)({ likesTea: 1 })).toBeNull();
  });

  test.each([
    'cups / (members * 2) < 3',
    '!(likesTea && cups > 3) || leaf == "GREEN"',
    'likesTea ? cups > 3 : cups > 5',
    'leaf in ["GREEN", "BLACK"]',
    'bands(cups, [3, 5], [10, 20, 30]) > 10',
  ])('%s is printed as it was written', (source) => {
    expect(printExpression(checked(source).rule.source)).toBe(source);
  });

  test('a rule is printed in words with the labels of its fields and codes', () => {
    const labels: Readonly<Record<string, string>> = { cups: '杯数', leaf: '茶叶' };
    const printed = printExpression(checked('cups >= 1500 && leaf == "GREEN"').rule.source, {
      language: 'zh',
      nameOf: (name) => labels[name] ?? name,
      codeOf: (code, beside) => (beside === 'leaf' && code === 'GREEN' ? '绿茶' : code),
    });

    expect(printed).toBe('杯数 ≥ 1,500 且 茶叶 = 绿茶');
  });
});

test.each([
  ['likesTea ? 30 : 15', '若喜欢茶则30，否则15', 'if likes tea then 30, else 15'],
  ['round(cups, 1)', '四舍五入(杯数, 1)', 'rounded (cups, 1)'],
  ['clamp(cups, 1, 5)', '杯数（限于 1 至 5）', 'cups (kept between 1 and 5)'],
  ['orElse(cups, 0)', '杯数（未知时取 0）', 'cups (or 0 where unknown)'],
  ['isKnown(leaf) ? 1 : 0', '若茶叶 已知则1，否则0', 'if leaf is known then 1, else 0'],
])('%s reads %s and %s', (source, zh, en) => {
  const names: Readonly<Record<string, readonly [string, string]>> = {
    cups: ['杯数', 'cups'],
    leaf: ['茶叶', 'leaf'],
    likesTea: ['喜欢茶', 'likes tea'],
  };
  const { source: tree } = checked(source, 'number').rule;
  const printed = (['zh', 'en'] as const).map((language, index) =>
    printExpression(tree, {
      language,
      nameOf: (name) => names[name]?.[index] ?? name,
      codeOf: (code) => code,
    }),
  );

  expect(printed).toEqual([zh, en]);
});

describe('bounds', () => {
  test('the longest and deepest rules are read in a moment', () => {
    const sources = ['!'.repeat(1999), '-'.repeat(1999), '('.repeat(1999), 'cups>'.repeat(399)];
    const long = `${'cups > 3 || '.repeat(130)}likesTea`;

    for (const source of [...sources, long]) expect(() => codesOf(source)).not.toThrow();
    expect(codesOf(long)).toEqual(['too-complex']);
  });

  test('names of the object prototype are no facts', () => {
    expect(codesOf('constructor > 3')).toEqual(['unknown-name']);
    expect(codesOf('toString(cups) > 3')).toEqual(['unknown-function']);
  });
});
