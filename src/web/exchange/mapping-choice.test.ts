import { expect, test } from 'vitest';
import type { ImportColumn } from '#contract/exchange.ts';
import { changedColumns, isDoubtful, sureness } from './mapping-choice.ts';

function aColumn(given: Partial<ImportColumn>): ImportColumn {
  const usual = { column: 0, letters: 'A', heading: '户主', confidence: 1, duplicateOf: null };
  return { ...usual, field: 'head.name', ...given };
}

test.each([
  ['a known heading', aColumn({}), 'head.name', 'known'],
  ['a guess', aColumn({ confidence: 0.7 }), 'head.name', 'guessed'],
  ['an unknown heading', aColumn({ field: null, confidence: 0 }), null, 'none'],
  ['a column of the same meaning', aColumn({ duplicateOf: 3 }), 'head.name', 'duplicate'],
  ['a guess a person corrected', aColumn({ confidence: 0.7 }), 'person.name', 'known'],
  ['a guess a person took away', aColumn({ confidence: 0.7 }), null, 'ignored'],
] as const)('%s is said to be so', (_name, column, chosen, sure) => {
  expect(sureness(column, chosen)).toBe(sure);
});

test('what a person decided is no longer doubtful', () => {
  expect(isDoubtful(sureness(aColumn({ confidence: 0.4 }), 'ignore'))).toBe(false);
  expect(isDoubtful(sureness(aColumn({ confidence: 0.4 }), 'head.name'))).toBe(true);
});

test('only what was changed is sent', () => {
  const columns = [aColumn({}), aColumn({ column: 1, field: null }), aColumn({ column: 2 })];
  const choices = new Map([
    [0, 'head.name'],
    [1, 'household.address'],
    [2, null],
  ]);

  expect(changedColumns(columns, choices)).toEqual([
    { column: 1, field: 'household.address' },
    { column: 2, field: null },
  ]);
});
