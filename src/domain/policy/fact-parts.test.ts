import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import type { Facts, FactValue } from '#domain/policy/expression-value.ts';
import { type Parts, withinParts } from '#domain/policy/fact-parts.ts';
import { type Choices, nearestChanges, undecided } from '#domain/policy/nearest-change.ts';
import { decidedOf } from '#domain/policy/pack/decide.ts';
import { testScope } from '#tests/policy/generated-expressions.ts';

const names = ['members', 'labourers', 'children', 'elderly', 'land', 'irrigated', 'cows'] as const;
const scope: Scope = {
  ...testScope,
  facts: new Map(names.map((name) => [name, { name, type: 'number' as const }])),
};
const relations: readonly Parts[] = [
  { whole: 'members', parts: ['labourers'] },
  { whole: 'members', parts: ['children', 'elderly'] },
  { whole: 'land', parts: ['irrigated'] },
];
const people: Choices = { kind: 'numbers', least: 0, most: 9, perUnit: 1 };
const mu: Choices = { kind: 'numbers', least: 0, most: 90, perUnit: 10 };
const ranges: Readonly<Record<string, Choices>> = {
  members: people,
  labourers: people,
  children: people,
  elderly: { kind: 'options', options: [0, 1, 2, 3, 4] },
  land: mu,
  irrigated: mu,
  cows: people,
};

function decided(rule: string) {
  const checked = checkSource(rule, scope, { type: 'boolean' });
  if (!checked.ok) throw new Error(rule);
  const title = { zh: 'x', en: 'x' };
  const part = { id: 'one', role: 'rule' as const, title, rule: checked.rule, marks: {} };
  return decidedOf({
    key: 'criterion.test',
    kind: 'criterion',
    title,
    marks: {},
    shape: 'all',
    parts: [part],
  });
}

function changes(rule: string, facts: Facts) {
  const possible = withinParts(({ name }) => ranges[name], facts, relations);
  return nearestChanges(decided(rule), facts, possible);
}

/** Nobody counts more parts than the whole has, as far as either is known. */
function agrees(facts: Facts): boolean {
  const value = (name: string) => facts[name] as number | null | undefined;
  return relations.every(({ whole, parts }) => {
    const size = value(whole);
    return size == null || parts.reduce((sum, part) => sum + (value(part) ?? 0), 0) <= size;
  });
}

function valuesOf(name: string): readonly FactValue[] {
  const choices = ranges[name];
  if (choices?.kind === 'options') return choices.options;
  if (choices?.kind !== 'numbers') return [];
  const { least, most, perUnit } = choices;
  return Array.from({ length: most - least + 1 }, (_, index) => (least + index) / perUnit);
}

const shown = (rule: string, facts: Facts) =>
  changes(rule, facts).flips.map(({ fact, to }) => [fact, ...to]);

describe('a change of one value', () => {
  test('names no number of members below its labourers', () => {
    const facts = { members: 5, labourers: 4 };

    expect(shown('members <= 3', facts)).toEqual([]);
    expect(shown('members <= 4', facts)).toEqual([['members', 4]]);
    expect(shown('labourers > 5', facts)).toEqual([]);
    expect(shown('labourers > 4', facts)).toEqual([['labourers', 5]]);
  });

  test('leaves room for parts that exclude each other', () => {
    expect(shown('elderly >= 2', { members: 4, children: 3, elderly: 1 })).toEqual([]);
    expect(shown('elderly >= 2', { members: 5, children: 3, elderly: 1 })).toEqual([
      ['elderly', 2],
    ]);
  });

  test('meets the whole in decimals to the step', () => {
    expect(shown('irrigated >= 3.3', { land: 3.3, irrigated: 1 })).toEqual([['irrigated', 3.3]]);
    expect(shown('land <= 3.3', { land: 5, irrigated: 3.3 })).toEqual([['land', 3.3]]);
  });

  test('is bounded by what is known alone', () => {
    expect(shown('labourers > 5', { members: null, labourers: 4 })).toEqual([['labourers', 6]]);
    expect(shown('members <= 3', { members: 5, labourers: null })).toEqual([['members', 3]]);
  });

  test('of households that contradict themselves leads to one that does not, or is none', () => {
    expect(shown('members <= 2', { members: 3, labourers: 4 })).toEqual([]);
    expect(shown('members >= 6', { members: 3, labourers: 4 })).toEqual([['members', 6]]);
  });

  test('of an unknown value tells only of values it can have', () => {
    const { ifKnown } = changes('labourers > 2', { members: 4, labourers: null });

    expect(ifKnown.flatMap(({ cases }) => cases.map(({ values }) => values))).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });

  test('never contradicts the rest of the household, and none that fits and is nearer is passed over', () => {
    const one = fc.constantFrom(...names);
    const test_ = fc
      .tuple(one, fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 9 }))
      .map(([name, sign, value]) => `${name} ${sign} ${value}`);
    const rule = fc
      .tuple(test_, fc.constantFrom('&&', '||'), test_)
      .map(([left, sign, right]) => `${left} ${sign} ${right}`);
    const held = fc.record(
      Object.fromEntries(
        names.map((name) => [name, fc.constantFrom(null, ...(valuesOf(name) as number[]))]),
      ),
    );
    let flips = 0;

    fc.assert(
      fc.property(rule, held, (source, facts) => {
        fc.pre(agrees(facts));
        const { outcomeOf, facts: read } = decided(source);
        const now = outcomeOf(facts);

        const found = changes(source, facts).flips;

        flips += found.length;
        for (const { fact, to } of found) {
          for (const value of to) expect(agrees({ ...facts, [fact]: value })).toBe(true);
        }
        for (const { name } of read) {
          const from = facts[name];
          if (typeof from !== 'number' || ranges[name]?.kind !== 'numbers') continue;
          const fits = valuesOf(name).filter((value) => {
            const then = { ...facts, [name]: value };
            return agrees(then) && ![now, undecided].includes(outcomeOf(then));
          }) as number[];
          const nearest = [fits.filter((to) => to < from).at(-1), fits.find((to) => to > from)];
          const own = found.filter(({ fact }) => fact === name).flatMap(({ to }) => to);
          expect(new Set(own)).toEqual(new Set(nearest.filter((to) => to !== undefined)));
        }
      }),
      { numRuns: 2000, seed: 20160930 },
    );

    // A test in which nothing flips would prove nothing.
    expect(flips).toBeGreaterThan(500);
  });
});
