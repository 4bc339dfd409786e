import { expect, test } from 'vitest';
import { everything, type Scope } from '#domain/access/scope.ts';
import { beginInScope } from '#server/database/begin-in-scope.ts';

const id = '0b1c2d3e-0000-8000-8000-000000000001';
const township: Scope = {
  low: '451226101',
  high: '451226102',
  spans: [],
  households: null,
  account: id,
};

test('one message opens the transaction and names every value of the scope', () => {
  const spans = [
    { low: '451226101', high: '451226102' },
    { low: '4512269', high: '451226:' },
  ];

  expect(beginInScope({ ...township, spans, households: [id] }, 'write')).toBe(
    "begin; set local app.low = '451226101'; set local app.high = '451226102'; " +
      "set local app.spans = '451226101-451226102,4512269-451226:'; " +
      `set local app.households = '${id}'; set local app.account = '${id}'`,
  );
});

test('a scope of no households names nobody, for an empty text would mean all of them', () => {
  const text = beginInScope({ ...township, households: [] }, 'write');

  expect(text).toContain("app.households = '00000000-0000-0000-0000-000000000000'");
});

test('reading and taking a snapshot refuse writes', () => {
  expect(beginInScope(everything, 'read')).toMatch(/^begin read only; /);
  expect(beginInScope(everything, 'snapshot')).toMatch(/^begin isolation level repeatable read, /);
});

test.each<[string, Partial<Scope>]>([
  ['a quote in a bound', { low: "45'; drop table audit_entry; --" }],
  ['a letter in a bound', { high: '45122a' }],
  ['a bound longer than any code', { low: '4'.repeat(25) }],
  ['a line break after a bound', { low: '451226\n' }],
  ['a dash inside a span', { spans: [{ low: '45-46', high: '47' }] }],
  ['a household that is no id', { households: ['*'] }],
  ['an account that is no id', { account: "' or true" }],
])('%s is refused before anything is sent', (_name, part) => {
  expect(() => beginInScope({ ...township, ...part }, 'write')).toThrow('a scope may not hold');
});
