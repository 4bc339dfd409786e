import { describe, expect, test } from 'vitest';
import { code } from './source-file.ts';
import { type Rule, rules } from './tidy.ts';

// The checker's own tests are full of what it forbids.
const files = code().filter(({ path }) => !path.startsWith('tests/architecture/tidy'));

describe('in every file', () => {
  test.each(Object.entries(rules))('the rule of %s is kept', (_name, rule) => {
    expect(files.flatMap(rule)).toEqual([]);
  });
});

const long = (lines: number) => 'x\n'.repeat(lines);

test.each<[keyof typeof rules, string, string]>([
  ['names', 'src/domain/funds/utils.ts', ''],
  ['names', 'src/domain/common/fund.ts', ''],
  ['names', 'src/domain/funds/FundRule.ts', ''],
  ['calls', 'src/domain/funds/fund.ts', 'const day = new Date(text);'],
  ['calls', 'src/server/funds/post.ts', 'const now = Date.now();'],
  ['calls', 'src/server/funds/post.ts', 'const now = new Date();'],
  ['calls', 'src/web/funds/fund.tsx', 'console.log(fund);'],
  ['calls', 'src/domain/funds/fund.ts', 'const die = Math.random();'],
  ['leftovers', 'src/domain/funds/fund.ts', '// TODO later'],
  ['exportsNamed', 'src/web/funds/fund.tsx', 'export default function Fund() {}'],
  ['exportsNamed', 'src/domain/funds/fund.ts', "export * from './x.ts';"],
  ['erasable', 'src/domain/funds/fund.ts', 'export enum Kind {'],
  ['erasable', 'src/domain/funds/fund.ts', 'class Fund {'],
  ['machinePaths', 'src/domain/funds/fund.ts', `const file = '/${'root'}/main/x';`],
  ['fileLength', 'src/domain/funds/fund.ts', long(301)],
  ['fileLength', 'src/domain/funds/fund.test.ts', long(401)],
  ['functionLength', 'src/domain/funds/fund.ts', `function post() {\n${long(80)}}\n`],
  ['openingComment', 'src/domain/funds/fund.ts', 'export const x = 1;'],
  ['openingComment', 'src/server/http/fund.ts', `${'// a\n'.repeat(7)}const x = 1;`],
  ['sqlInStores', 'src/server/funds/post.ts', "await tx.insertInto('funds_posting')"],
  ['sqlInStores', 'src/server/funds/post.ts', 'await sql<Row>`select 1`'],
  ['ownTables', 'src/server/funds/posting.store.ts', "tx.updateTable('registry_household')"],
  ['ownTables', 'src/server/funds/posting.store.ts', 'sql`delete from access_session where x`'],
  ['testTitles', 'src/domain/funds/fund.test.ts', "test('it should post', () => {"],
  ['testTitles', 'src/domain/funds/fund.test.ts', "test('postFund', () => {"],
])('the rule of %s finds what is wrong in %s', (name, path, text) => {
  const rule: Rule = rules[name];

  expect(rule({ path, text })).toHaveLength(1);
});

test('a rule has nothing against a file that keeps it', () => {
  const file = {
    path: 'src/server/funds/posting.store.ts',
    text: "// Postings.\nexport class PostingError extends Error {}\ntx.insertInto('funds_posting');\n",
  };

  expect(Object.values(rules).flatMap((rule: Rule) => rule(file))).toEqual([]);
});
