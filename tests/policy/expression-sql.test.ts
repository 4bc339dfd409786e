import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { Rule } from '#domain/policy/expression-rule.ts';
import {
  compileToSql,
  openSqlStatement,
  type SqlStatement,
} from '#domain/policy/expression-sql.ts';
import { type Column, readStored } from '#domain/policy/expression-sql-column.ts';
import { explain } from '#domain/policy/expression-trace.ts';
import type { Facts, Value, ValueType } from '#domain/policy/expression-value.ts';
import {
  type StoredRow,
  source,
  storedRow,
  testFacts,
  testScope,
} from './generated-expressions.ts';

const columns = new Map(testFacts.map(({ fact, column }) => [fact.name, column]));

function columnOf({ name }: { readonly name: string }): Column {
  const column = columns.get(name);
  if (column === undefined) throw new Error(`no column for ${name}`);
  return column;
}

function compiled(text: string): Rule {
  for (const type of ['boolean', 'number', 'text'] satisfies ValueType[]) {
    const checked = checkSource(text, testScope, { type });
    if (checked.ok) return checked.rule;
    if (checked.problems.some(({ code }) => code !== 'wrong-type')) {
      throw new Error(`${text}\n${checked.problems.map(({ message }) => message.en).join('\n')}`);
    }
  }
  throw new Error(`of no type: ${text}`);
}

function factsOf(row: StoredRow): Facts {
  return Object.fromEntries(
    testFacts.map(({ fact, column }) => [fact.name, readStored(column, row[fact.name])]),
  );
}

/** 0 and -0 are one number; everything else must be the same to the last bit. */
function isSame(left: unknown, right: Value): boolean {
  return left === right;
}

let client: Client;

beforeAll(async () => {
  const server = inject('testServer');
  client = new Client(server.owner);
  await client.connect();
  const types = { smallint: 'smallint', integer: 'integer', bigint: 'bigint', double: 'float8' };
  const others = { boolean: 'boolean', text: 'text collate "C"', textArray: 'text[]' };
  const all: Readonly<Record<string, string>> = { ...types, ...others };
  const list = testFacts.map(({ column }) => `${column.sql} ${all[column.storage]}`);
  await client.query(`create temporary table trial (position integer, ${list.join(', ')})`);
});

afterAll(async () => {
  await client.end();
});

async function fill(rows: readonly StoredRow[]): Promise<void> {
  await client.query('truncate trial');
  for (const [position, row] of rows.entries()) {
    const values = testFacts.map(({ fact }) => row[fact.name] ?? null);
    const places = values.map((_, index) => `$${index + 2}`);
    await client.query(`insert into trial values ($1, ${places.join(', ')})`, [
      position,
      ...values.map((value) => (typeof value === 'bigint' ? String(value) : value)),
    ]);
  }
}

async function evaluateInSql(rules: readonly Rule[]): Promise<readonly (readonly unknown[])[]> {
  const statement: SqlStatement = openSqlStatement(columnOf);
  const list = rules.map((rule) => statement.compile(rule));
  const { rows } = await client.query<unknown[]>({
    text: `select ${list.join(',\n')} from trial order by position`,
    values: [...statement.parameters],
    rowMode: 'array',
  });
  return rows;
}

test('a rule means the same in JavaScript and in SQL, for 12,000 generated rules on 12 rows each', async () => {
  let tried = 0;
  let known = 0;
  const used = new Map<string, number>();
  const met = { unknown: 0, zeroDivision: 0, tenths: 0, ends: 0 };
  const batch = fc.record({
    sources: fc.array(source, { minLength: 120, maxLength: 120 }),
    rows: fc.array(storedRow, { minLength: 12, maxLength: 12 }),
  });

  await fc.assert(
    fc.asyncProperty(batch, async ({ sources, rows }) => {
      const rules = sources.map(compiled);
      await fill(rows);
      const answers = await evaluateInSql(rules);
      for (const [column, rule] of rules.entries()) {
        const evaluate = compileToFunction(rule);
        const text = sources[column] ?? '';
        tried += 1;
        for (const name of words)
          if (text.includes(name)) used.set(name, (used.get(name) ?? 0) + 1);
        for (const [index, row] of rows.entries()) {
          const value = evaluate(factsOf(row));
          if (value !== null) known += 1;
          else met.unknown += 1;
          if (zeroDivisor(row).test(text)) met.zeroDivision += 1;
          if (row.narrow === 0.1 && /narrow \+ 0\.2|0\.2 \+ narrow|share/.test(text))
            met.tenths += 1;
          if (row.whole === 2147483647 && text.includes('whole')) met.ends += 1;
          if (isSame(answers[index]?.[column], value)) continue;
          const { sql } = compileToSql(rule, columnOf);
          const shown = JSON.stringify(row, (_, one) => (typeof one === 'bigint' ? `${one}` : one));
          throw new Error(
            `${sources[column]}\nJavaScript ${value}, SQL ${answers[index]?.[column]}\n${shown}\n${sql}`,
          );
        }
      }
    }),
    { numRuns: 100, seed: 20160930 },
  );

  expect(tried).toBeGreaterThanOrEqual(10_000);
  // A test in which everything is unknown would prove nothing.
  expect(known / (tried * 12)).toBeGreaterThan(0.3);
  for (const name of words)
    expect({ name, often: (used.get(name) ?? 0) > 100 }).toEqual({ name, often: true });
  for (const [what, times] of Object.entries(met)) {
    expect({ what, often: times > 100 }).toEqual({ what, often: true });
  }
}, 120_000);

/** Every function and operator of the language. */
const words = [
  ...['min(', 'max(', 'abs(', 'round(', 'floor(', 'clamp(', 'between(', 'bands(', 'isKnown('],
  ...['orElse(', ' in ', ' && ', ' || ', '!(', ' ? ', ' == ', ' != ', ' < ', ' <= ', ' > ', ' >= '],
  ...[' + ', ' - ', ' * ', ' / ', '-('],
];

/** A division by a fact that is zero in this row, or by the number zero. */
function zeroDivisor(row: StoredRow): RegExp {
  const zeros = Object.keys(row).filter((name) => Number(row[name] ?? 1) === 0);
  return new RegExp(`/ (0|${zeros.join('|') || '0'})\\)`);
}

test('the trace of a rule has the value of the rule, and its decisive clauses have it too', () => {
  fc.assert(
    fc.property(source, storedRow, (text, row) => {
      const rule = compiled(text);
      const facts = factsOf(row);

      const clause = explain(rule, facts);

      expect(clause.value).toBe(compileToFunction(rule)(facts));
      if (clause.kind === 'all' || clause.kind === 'any') {
        const decisive = clause.children.filter((child) => child.decisive);
        expect(decisive.length).toBeGreaterThan(0);
        for (const child of decisive) expect(child.value).toBe(clause.value);
      }
    }),
    { numRuns: 2000, seed: 20160930 },
  );
});

test.each([
  ['0.1 + 0.2 == 0.3', {}, false],
  ['narrow + 0.2 == 0.30000000000000004', { narrow: 0.1 }, true],
  ['narrow / 0 > 1', { narrow: 1 }, null],
  ['small / other', { small: 1, other: 0 }, null],
  ['small == other', { small: null, other: null }, null],
  ['small != 3', { small: null }, null],
  ['small > 3 && false', { small: null }, false],
  ['small > 3 || true', { small: null }, true],
  ['small > 3 ? 1 : 1', { small: null }, null],
  ['real * 10', { real: 9.9e99 }, null],
  ['real * real', { real: 1e-99 }, 0],
  ['real * 0', { real: Number.POSITIVE_INFINITY }, null],
  ['real == real', { real: Number.NaN }, null],
  ['min(small, 3)', { small: null }, null],
  ['orElse(min(small, 3), 7)', { small: null }, 7],
  ['round(narrow)', { narrow: 0.49999999999999994 }, 0],
  ['round(narrow)', { narrow: -2.5 }, -3],
  ['plain == 9007199254740992', { plain: 2n ** 53n + 1n }, true],
  ['bands(small, [3, 5], [10, 20, 30])', { small: 3 }, 20],
  ['bands(small, [3, 5], [10, 20, 30])', { small: null }, null],
  ['"COAL" in causes', { causes: null }, null],
  ['"COAL" in causes', { causes: [] }, false],
  ['fuel in ["GAS", "it\'s"]', { fuel: "it's" }, true],
  ['future > 1 || isKnown(future)', {}, null],
] satisfies [string, StoredRow, Value][])(
  '%s, case %#, is the same on both sides',
  async (text, row, expected) => {
    const full = { certain: 1, ...row };
    const rule = compiled(text);
    await fill([full]);

    const [answers] = await evaluateInSql([rule]);

    expect(compileToFunction(rule)(factsOf(full))).toBe(expected);
    expect(answers?.[0]).toEqual(expected);
  },
);
