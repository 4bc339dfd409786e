import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import { source, testScope } from './generated-expressions.ts';

const celTypes = { number: 'double', boolean: 'bool', text: 'string', codes: 'list<string>' };

function celEnvironment(): Environment {
  const environment = new Environment();
  const declare = (signature: string) => environment.registerFunction(signature, () => 0);
  for (const fact of testScope.facts.values()) {
    environment.registerVariable(fact.name, celTypes[fact.type]);
  }
  for (const { name, type, value } of testScope.parameters.values()) {
    environment.registerVariable(name, Array.isArray(value) ? 'list<string>' : celTypes[type]);
  }
  for (const name of ['min', 'max']) {
    for (const count of [2, 3])
      declare(`${name}(${Array(count).fill('double').join(', ')}): double`);
  }
  for (const name of ['abs', 'floor', 'round']) declare(`${name}(double): double`);
  declare('round(double, double): double');
  declare('clamp(double, double, double): double');
  declare('between(double, double, double): bool');
  declare('bands(double, list<double>, list<double>): double');
  for (const type of Object.values(celTypes)) declare(`isKnown(${type}): bool`);
  for (const type of ['double', 'bool', 'string']) declare(`orElse(${type}, ${type}): ${type}`);
  return environment;
}

/** CEL tells 3 from 3.0; officials do not, and neither does this language. */
function withDoubles(text: string): string {
  return text.replace(/(?<![\w.]|[eE][-+])(\d+)(?![\w.])/g, '$1.0');
}

test('what this checker accepts, the checker of CEL accepts too, with the same type', () => {
  const environment = celEnvironment();

  fc.assert(
    fc.property(source, (text) => {
      const own = (['number', 'boolean', 'text'] as const).find(
        (type) => checkSource(text, testScope, { type }).ok,
      );

      const cel = environment.check(withDoubles(text));

      expect(cel.error?.message).toBeUndefined();
      expect(cel.type).toBe(own === undefined ? undefined : celTypes[own]);
    }),
    { numRuns: 3000, seed: 20160930 },
  );
});
