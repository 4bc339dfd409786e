// What an expression can never do: reach anything but the names it is given, or take more steps than it
// has parts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import { parseExpression } from '#domain/policy/expression-parse.ts';
import { childrenOfRule, type Rule } from '#domain/policy/expression-rule.ts';
import { compileToSql } from '#domain/policy/expression-sql.ts';
import type { ValueType } from '#domain/policy/expression-value.ts';
import { source, storedRow, testFacts, testScope } from '#tests/policy/generated-expressions.ts';

const types = ['boolean', 'number', 'text'] satisfies ValueType[];

function ruleOf(text: string): Rule | undefined {
  for (const type of types) {
    const checked = checkSource(text, testScope, { type });
    if (checked.ok) return checked.rule;
  }
  return undefined;
}

const columns = new Map(testFacts.map(({ fact, column }) => [fact.name, column]));
const sqlOf = (rule: Rule) =>
  compileToSql(rule, ({ name }) => columns.get(name) ?? { sql: name, storage: 'text' });

describe('an expression reaches nothing but declared names', () => {
  test.each([
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'globalThis',
    'process',
    'require',
    'this',
    'facts',
    'undefined',
    'small.constructor',
    'fuel.length',
    'fuel["length"]',
    'causes[0]',
    'size(causes)',
    'fuel.matches(".*")',
    'fuel.startsWith("W")',
    'causes.exists(code, code == "WOOD")',
    'causes.all(code, true)',
    'has(small.other)',
    'string(small)',
    'int(fuel)',
    'timestamp("2016-09-30T00:00:00Z")',
    'duration("1h")',
    'dyn(small)',
    'type(small)',
    '{"a": 1}',
    'b"bytes"',
    'null',
    'eval("1")',
    'small = 3',
    'small; other',
    'select 1',
    'registry_person',
    'small -- 1 comment',
    '(() => 1)()',
    '`small`',
    '$small',
  ])('%s is refused', (text) => {
    expect(ruleOf(text)).toBeUndefined();
  });

  test('reads only facts it names, whatever else stands beside them', () => {
    fc.assert(
      fc.property(source, storedRow, (text, row) => {
        const rule = ruleOf(text);
        if (rule === undefined) throw new Error(text);
        const touched = new Set<string>();
        const watched = new Proxy(row, {
          get(target, name) {
            touched.add(String(name));
            return target[String(name)];
          },
        });
        compileToFunction(rule)(watched);

        const parsed = parseExpression(text);
        expect(parsed.ok).toBe(true);
        for (const name of touched) {
          expect(columns.has(name)).toBe(true);
          expect(text).toContain(name);
        }
      }),
      { numRuns: 2000, seed: 20160930 },
    );
  });

  test('puts its own texts into parameters, never into the SQL', () => {
    const rule = ruleOf(`fuel == "it's" && stove != "柴草"`);
    if (rule === undefined) throw new Error('no rule');
    const { sql, parameters } = sqlOf(rule);

    expect(sql).not.toMatch(/it's|柴草/);
    expect(parameters).toEqual(["it's", '柴草']);
  });
});

function sizeOf(rule: Rule): number {
  return childrenOfRule(rule).reduce((total, child) => total + sizeOf(child), 1);
}

describe('an expression takes no more steps than it has parts', () => {
  test('on generated rules', () => {
    fc.assert(
      fc.property(source, storedRow, (text, row) => {
        const rule = ruleOf(text);
        if (rule === undefined) throw new Error(text);
        expect(readsOf(rule, row)).toBeLessThanOrEqual(sizeOf(rule));
      }),
      { numRuns: 2000, seed: 20160930 },
    );
  });

  test('however deep its ranges stand inside one another', () => {
    let text = 'small';
    for (let depth = 0; depth < 7; depth += 1) text = `(between(${text}, 0, 9) ? 1 : 2)`;
    const rule = ruleOf(text);
    if (rule === undefined) throw new Error(text);

    expect(readsOf(rule, { small: 3 })).toBe(1);
    expect(sqlOf(rule).sql.length).toBeLessThan(200 * sizeOf(rule));
  });
});

/** How often it looks at a fact. */
function readsOf(rule: Rule, row: object): number {
  let reads = 0;
  const counted = new Proxy(row as Record<string, never>, {
    get(target, name) {
      reads += 1;
      return target[String(name)];
    },
  });
  compileToFunction(rule)(counted);
  return reads;
}
