import { expect, test } from 'vitest';
import { householdSearchOf } from './household-search.ts';
import { nameKeyOf } from './name-key.ts';

test.each<[string, object]>([
  ['', { kind: 'nothing' }],
  ['   ', { kind: 'nothing' }],
  ['覃大山', { kind: 'name', start: '覃大山' }],
  [' 阿依古丽 · 买买提 ', { kind: 'name', start: '阿依古丽买买提' }],
  ['weimei', { kind: 'latin', start: 'weimei' }],
  ['Wéi Měi', { kind: 'latin', start: 'weimei' }],
  ['4512 2610 0', { kind: 'number', start: '451226100' }],
  ['４５１２２６', { kind: 'number', start: '451226' }],
  ['11010519491231002x', { kind: 'identity', number: '11010519491231002X' }],
  ['110105 19491231 002X 43', { kind: 'identity', number: '11010519491231002X43' }],
])('%j is searched as %o', (typed, expected) => {
  expect(householdSearchOf(typed)).toEqual(expected);
});

test('spaces, middle dots and full width make no difference to a name', () => {
  expect(nameKeyOf('阿依古丽•买买提')).toBe(nameKeyOf('阿依古丽 买买提'));
  expect(nameKeyOf('欧阳　建华')).toBe('欧阳建华');
  expect(nameKeyOf('𠮷田')).toBe('𠮷田');
});
