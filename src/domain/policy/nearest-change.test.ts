import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import type { FactDeclaration, Rule } from '#domain/policy/expression-rule.ts';
import type { Scope } from '#domain/policy/expression-scope.ts';
import { type Facts, type FactValue, readValue } from '#domain/policy/expression-value.ts';
import {
  type Choices,
  type ChoicesOf,
  nearestChanges,
  sizeOfChange,
  undecided,
} from '#domain/policy/nearest-change.ts';
import { decidedOf } from '#domain/policy/pack/decide.ts';
import type { Decision, DecisionPart } from '#domain/policy/pack/decision.ts';
import {
  type StoredRow,
  source,
  storedRow,
  testScope,
} from '#tests/policy/generated-expressions.ts';

const same = (text: string) => ({ zh: text, en: text });

function ruleOf(text: string, scope: Scope = testScope): Rule | undefined {
  for (const type of ['boolean', 'number'] as const) {
    const checked = checkSource(text, scope, { type });
    if (checked.ok) return checked.rule;
  }
  return undefined;
}

function part(rule: Rule, index: number, role: DecisionPart['role']): DecisionPart {
  return { id: `part${index}`, role, title: same(`part${index}`), rule, marks: {} };
}

function decision(shape: Decision['shape'], parts: readonly DecisionPart[]): Decision {
  return {
    key: 'criterion.test',
    kind: 'criterion',
    title: same('test'),
    marks: {},
    shape,
    parts,
    ...(shape === 'sheet'
      ? { sheet: { cutOff: 3, direction: 'lowerIsPoorer' as const, max: 10 } }
      : {}),
  };
}

/** Small enough to try every value of it. */
const smallChoices: ChoicesOf = ({ type, list }) => {
  if (type === 'boolean') return { kind: 'options', options: [true, false] };
  if (type === 'text') return { kind: 'options', options: ['WOOD', 'COAL', 'GAS', '柴草'] };
  if (type === 'codes' && list !== undefined) {
    return { kind: 'set', codes: ['WOOD', 'COAL', 'GAS'], most: 2 };
  }
  return { kind: 'numbers', least: -24, most: 60, perUnit: 4 };
};

/** The same by trying everything, one value after another. */
function tryAll(decided: ReturnType<typeof decidedOf>, facts: Facts, choicesOf: ChoicesOf) {
  const now = decided.outcomeOf(facts);
  return decided.facts.flatMap((fact) => {
    const from = readValue(facts[fact.name], 'number');
    const choices = choicesOf(fact);
    if (fact.type !== 'number' || typeof from !== 'number' || choices?.kind !== 'numbers')
      return [];
    const flips = valuesOf(choices).filter((value) => {
      const outcome = decided.outcomeOf({ ...facts, [fact.name]: value });
      return isOther(outcome, now);
    });
    const below = flips.filter((value) => value < from).at(-1);
    const above = flips.find((value) => value > from);
    return [below, above].flatMap((to) => (to === undefined ? [] : [{ fact: fact.name, to }]));
  });
}

/** A veto on top changes nothing for whoever is beyond the line. */
function isOther(outcome: string, now: string): boolean {
  const isSame = outcome === now || (now === 'beyond' && outcome === 'vetoed');
  return !isSame && outcome !== undecided;
}

function valuesOf({ least, most, perUnit }: Extract<Choices, { kind: 'numbers' }>): number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => (least + index) / perUnit);
}

/** A yes-or-no rule fits anywhere, points only a sheet. */
function partOf(text: string, index: number, shape: Decision['shape']): readonly DecisionPart[] {
  const isAnswer = checkSource(text, testScope, { type: 'boolean' }).ok;
  const rule = isAnswer || shape === 'sheet' ? ruleOf(text) : undefined;
  if (rule === undefined) return [];
  return [part(rule, index, shape !== 'sheet' ? 'rule' : isAnswer ? 'veto' : 'item')];
}

/** Money as a number, the way a rule reads it. */
function plain(row: StoredRow): Facts {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}

const shapes = fc.constantFrom<Decision['shape']>('all', 'first', 'sheet');

describe('the nearest change', () => {
  test('flips the decision, and no nearer change of one value does, on generated rules of every shape', () => {
    let flips = 0;
    let tried = 0;
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1, maxLength: 3 }),
        storedRow,
        shapes,
        (sources, stored, shape) => {
          const row = plain(stored);
          const parts = sources.flatMap((text, index) => partOf(text, index, shape));
          const made = decision(shape, parts);
          const decided = decidedOf(made);
          const now = decided.outcomeOf(row);

          const { flips: found, exact } = nearestChanges(decided, row, smallChoices);

          expect(exact).toBe(true);
          tried += 1;
          for (const { fact, to, outcome } of found) {
            flips += 1;
            for (const value of to) {
              const then = decided.outcomeOf({ ...row, [fact]: value });
              expect(then).toBe(outcome);
              expect(isOther(then, now)).toBe(true);
            }
          }
          const numbers = found
            .filter(({ to }) => typeof to[0] === 'number')
            .map(({ fact, to }) => ({ fact, to: to[0] }));
          const byName = (one: { fact: string; to: FactValue | undefined }) =>
            `${one.fact} ${String(one.to)}`;
          expect(numbers.map(byName).sort()).toEqual(
            tryAll(decided, row, smallChoices).map(byName).sort(),
          );
        },
      ),
      { numRuns: 3000, seed: 20160930 },
    );
    // A test in which nothing flips would prove nothing.
    expect(flips / tried).toBeGreaterThan(0.3);
  });
});

const number = (name: string): FactDeclaration => ({ name, type: 'number' });
const scope: Scope = {
  ...testScope,
  facts: new Map([
    ['area', number('area')],
    ['people', number('people')],
    ['income', number('income')],
    ['television', { name: 'television', type: 'boolean' }],
    ['house', { name: 'house', type: 'text', list: 'grade' }],
    ['causes', { name: 'causes', type: 'codes', list: 'grade' }],
  ]),
  lists: new Map([['grade', new Set(['A', 'B', 'C', 'D'])]]),
};
const ranges: Readonly<Record<string, Choices>> = {
  area: { kind: 'numbers', least: 0, most: 10_000_000, perUnit: 100 },
  people: { kind: 'numbers', least: 1, most: 30, perUnit: 1 },
  income: { kind: 'numbers', least: -10_000_000, most: 1_000_000_000, perUnit: 100 },
  television: { kind: 'options', options: [true, false] },
  house: { kind: 'options', options: ['A', 'B', 'C', 'D'] },
  causes: { kind: 'set', codes: ['A', 'B', 'C'], most: 2 },
};

function changes(rule: string, facts: Facts) {
  const checked = ruleOf(rule, scope);
  if (checked === undefined) throw new Error(rule);
  const decided = decidedOf(decision('all', [part(checked, 0, 'rule')]));
  return nearestChanges(decided, facts, ({ name }) => ranges[name]);
}

const shown = ({ flips }: ReturnType<typeof changes>) =>
  flips.map(({ fact, to, outcome }) => [fact, to, outcome]);

describe('changes an officer would name', () => {
  test('of an income in fen is the first fen over the line', () => {
    expect(shown(changes('income > line', { income: 2800 }))).toEqual([
      ['income', [2952.01], 'holds'],
    ]);
    expect(shown(changes('income > line', { income: 3000 }))).toEqual([
      ['income', [2952], 'fails'],
    ]);
  });

  test('of people are whole people, and the nearest by share stands first', () => {
    expect(shown(changes('area / people < 10', { area: 52, people: 5 }))).toEqual([
      ['area', [49.99], 'holds'],
      ['people', [6], 'holds'],
    ]);
  });

  test('of codes are all that lead to the same end, as one answer', () => {
    expect(shown(changes('house in ["A", "B"]', { house: 'D' }))).toEqual([
      ['house', ['A', 'B'], 'holds'],
    ]);
  });

  test('of several codes are one code more or less', () => {
    expect(shown(changes('"A" in causes', { causes: ['B'] }))).toEqual([
      ['causes', [['B', 'A']], 'holds'],
    ]);
    expect(shown(changes('"A" in causes', { causes: ['B', 'C'] }))).toEqual([]);
  });

  test('are none where two values would have to change', () => {
    expect(shown(changes('television && income > line', { television: false, income: 1 }))).toEqual(
      [],
    );
  });

  test('of the same size are told as a tie', () => {
    const { flips } = changes('television || house == "A"', { television: false, house: 'B' });

    expect(flips.map(({ fact, tie }) => [fact, tie])).toEqual([
      ['television', true],
      ['house', true],
    ]);
  });

  test('never leave the decision open', () => {
    expect(shown(changes('income / (area - 50) > 0', { income: 10, area: 50.01 }))).toEqual([
      ['area', [49.99], 'fails'],
      ['income', [0], 'fails'],
    ]);
  });

  test('of an unknown value say what would be decided in which range', () => {
    const { flips, ifKnown } = changes('between(income, 1000, line)', { income: null });

    expect(flips).toEqual([]);
    expect(ifKnown).toEqual([
      {
        fact: 'income',
        cases: [
          { kind: 'range', values: [-100_000, 999.99], outcome: 'fails' },
          { kind: 'range', values: [1000, 2952], outcome: 'holds' },
          { kind: 'range', values: [2952.01, 10_000_000], outcome: 'fails' },
        ],
      },
    ]);
  });

  test('of an unknown answer say it for each answer', () => {
    expect(changes('house in ["A", "B"]', { house: null }).ifKnown).toEqual([
      {
        fact: 'house',
        cases: [
          { kind: 'each', values: ['A', 'B'], outcome: 'holds' },
          { kind: 'each', values: ['C', 'D'], outcome: 'fails' },
        ],
      },
    ]);
  });

  test('hold to the end of a range only', () => {
    expect(shown(changes('people > 30', { people: 4 }))).toEqual([]);
  });
});

test('nearness is the share of a number that changes, and 1 for an answer', () => {
  expect(sizeOfChange(80, 60)).toBe(0.25);
  expect(sizeOfChange(60, 80)).toBe(0.25);
  expect(sizeOfChange(0, 5)).toBe(1);
  expect(sizeOfChange(-5, 5)).toBe(1);
  expect(sizeOfChange('A', 'B')).toBe(1);
  expect(sizeOfChange(true, false)).toBe(1);
});
