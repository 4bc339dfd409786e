// Generated rules and the facts they are tried on: every operator and function, nested, with the
// values that break evaluators (nothing known, zeros, 0.1 + 0.2, both ends of every column).

import fc from 'fast-check';
import type { FactDeclaration } from '#domain/policy/expression-rule.ts';
import { emptyScope, type Scope } from '#domain/policy/expression-scope.ts';
import type { Column } from '#domain/policy/expression-sql-column.ts';
import type { FactValue } from '#domain/policy/expression-value.ts';

interface TestFact {
  readonly fact: FactDeclaration;
  readonly column: Column;
}

function fact(
  name: string,
  type: FactDeclaration['type'],
  storage: Column['storage'],
  rest: Partial<Column> & { list?: string } = {},
): TestFact {
  const { list, ...column } = rest;
  return { fact: { name, type, list }, column: { sql: name, storage, ...column } };
}

export const testFacts: readonly TestFact[] = [
  fact('small', 'number', 'smallint'),
  fact('other', 'number', 'smallint'),
  fact('whole', 'number', 'integer'),
  fact('certain', 'number', 'integer', { known: true }),
  fact('big', 'number', 'bigint', { divisor: 100 }),
  fact('plain', 'number', 'bigint'),
  fact('real', 'number', 'double'),
  fact('narrow', 'number', 'double', { promised: { most: 1e6, least: 1e-6 } }),
  fact('yes', 'boolean', 'boolean'),
  fact('no', 'boolean', 'boolean'),
  fact('fuel', 'text', 'text', { list: 'fuel' }),
  fact('stove', 'text', 'text', { list: 'fuel' }),
  fact('causes', 'codes', 'textArray', { list: 'fuel' }),
];

const codes = ['WOOD', 'COAL', 'GAS', "it's", '柴草'] as const;

export const testScope: Scope = {
  ...emptyScope,
  facts: new Map(testFacts.map(({ fact: declared }) => [declared.name, declared])),
  lists: new Map([['fuel', new Set(codes)]]),
  parameters: new Map([
    ['line', { name: 'line', type: 'number', value: 2952 }],
    ['share', { name: 'share', type: 'number', value: 0.1 }],
    ['future', { name: 'future', type: 'number', value: null }],
    ['clean', { name: 'clean', type: 'text', list: 'fuel', value: ['GAS'] }],
    ['usual', { name: 'usual', type: 'text', list: 'fuel', value: 'WOOD' }],
  ]),
};

export type StoredRow = Readonly<Record<string, FactValue>>;

const whole = [null, 0, 1, -1, 2, 3, 10, 32767, -32768] as const;
const wider = [...whole, 2147483647, -2147483648, 2952] as const;
const widest = [null, 0n, 1n, -1n, 10n, 20n, 30n, 295200n, 9007199254740993n, 9223372036854775807n];
const reals = [
  null,
  0,
  -0,
  0.1,
  0.2,
  0.3,
  -0.5,
  0.5,
  1.5,
  2.5,
  0.49999999999999994,
  1e99,
  -1e99,
  9.9e99,
  1e100,
  1e-99,
  1e-101,
  5e-324,
  1.7e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
] as const;
const narrow = [null, 0, 0.1, 0.2, 0.3, 1e-6, 1e6, -1e6, 13, 25] as const;
const flags = [null, true, false] as const;
const sets = [null, [], ['WOOD'], ['GAS', 'COAL'], ['柴草']] as const;

export const storedRow: fc.Arbitrary<StoredRow> = fc.record({
  small: fc.constantFrom(...whole),
  other: fc.constantFrom(...whole),
  whole: fc.constantFrom(...wider),
  certain: fc.constantFrom(...wider.filter((one) => one !== null)),
  big: fc.constantFrom(...widest),
  plain: fc.constantFrom(...widest),
  real: fc.constantFrom(...reals),
  narrow: fc.constantFrom(...narrow),
  yes: fc.constantFrom(...flags),
  no: fc.constantFrom(...flags),
  fuel: fc.constantFrom(null, ...codes),
  stove: fc.constantFrom(null, ...codes),
  causes: fc.constantFrom(...sets),
});

const numberNames = ['small', 'other', 'whole', 'certain', 'big', 'plain', 'real', 'narrow'];
const literals = [
  '0',
  '1',
  '3',
  '0.1',
  '0.2',
  '0.3',
  '2.5',
  '-1',
  '100',
  '2952',
  '1e50',
  '1e-50',
  '1e99',
];
const rising = fc
  .uniqueArray(fc.constantFrom(-1, 0, 0.1, 0.3, 1, 2, 2.5, 10, 2952, 1e20), {
    minLength: 1,
    maxLength: 4,
  })
  .map((limits) => [...limits].sort((left, right) => left - right));

const quoted = fc.constantFrom(...codes).map((code) => JSON.stringify(code));

/** Source texts, well typed by construction; most have a handful of clauses, some are deep. */
export const { source } = fc.letrec<{
  source: string;
  number: string;
  yesNo: string;
  text: string;
}>((tie) => ({
  source: fc.oneof(tie('yesNo'), tie('number'), { arbitrary: tie('text'), weight: 1 }),
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 6 },
    fc.constantFrom(...numberNames, ...literals, 'line', 'share', 'future'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(tie('number'), fc.constantFrom('*', '/', '-'), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie('number').map((inner) => `-(${inner})`),
    fc
      .tuple(fc.constantFrom('min', 'max'), fc.array(tie('number'), { minLength: 2, maxLength: 3 }))
      .map(([name, operands]) => `${name}(${operands.join(', ')})`),
    fc
      .tuple(tie('number'), fc.constantFrom('abs(#)', 'floor(#)', 'round(#)', 'round(#, 2)'))
      .map(([inner, call]) => call.replace('#', () => inner)),
    fc
      .tuple(tie('number'), tie('number'), tie('number'))
      .map((operands) => `clamp(${operands.join(', ')})`),
    fc
      .tuple(tie('yesNo'), tie('number'), tie('number'))
      .map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc
      .tuple(fc.constantFrom(...numberNames), tie('number'))
      .map((two) => `orElse(${two.join(', ')})`),
    fc
      .tuple(tie('number'), rising, fc.array(tie('number'), { minLength: 5, maxLength: 5 }))
      .map(
        ([value, limits, results]) =>
          `bands(${value}, [${limits.join(', ')}], [${results.slice(0, limits.length + 1).join(', ')}])`,
      ),
  ),
  text: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('fuel', 'stove', 'usual'),
    fc.tuple(tie('yesNo'), quoted).map(([test, code]) => `(${test} ? ${code} : fuel)`),
    fc.constantFrom('fuel', 'stove').map((name) => `orElse(${name}, "GAS")`),
  ),
  yesNo: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 6 },
    fc.constantFrom('yes', 'no', 'true', 'false'),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(
        fc.constantFrom(...numberNames),
        fc.constantFrom('<', '>=', '=='),
        fc.constantFrom(...literals),
      )
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(fc.constantFrom('&&', '||'), fc.array(tie('yesNo'), { minLength: 2, maxLength: 3 }))
      .map(([joint, parts]) => `(${parts.join(` ${joint} `)})`),
    tie('yesNo').map((inner) => `!(${inner})`),
    fc.tuple(tie('yesNo'), tie('yesNo')).map(([left, right]) => `(${left} == ${right})`),
    fc
      .tuple(tie('text'), fc.constantFrom('==', '!='), fc.oneof(quoted, tie('text')))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(tie('text'), fc.array(quoted, { minLength: 1, maxLength: 3 }))
      .map(([value, options]) => `(${value} in [${options.join(', ')}])`),
    tie('text').map((value) => `(${value} in clean)`),
    fc
      .tuple(tie('number'), fc.array(fc.constantFrom(...literals), { minLength: 1, maxLength: 3 }))
      .map(([value, options]) => `(${value} in [${options.join(', ')}])`),
    quoted.map((code) => `(${code} in causes)`),
    fc
      .tuple(tie('number'), tie('number'), tie('number'))
      .map((operands) => `between(${operands.join(', ')})`),
    fc.constantFrom(...numberNames, 'yes', 'fuel', 'causes').map((name) => `isKnown(${name})`),
    tie('yesNo').map((inner) => `orElse(yes, ${inner})`),
  ),
}));
