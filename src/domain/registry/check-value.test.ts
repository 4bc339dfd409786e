import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { problemOf } from './check-value.ts';
import { householdField, personField } from './form.ts';
import type { FieldValue } from './household.ts';

const codes = new Map([
  ['cause', new Set(['ILLNESS', 'LAND', 'WATER'])],
  ['fuel', new Set(['WOOD'])],
]);
const today = plainDate('2016-09-30');

test.each<[string, FieldValue, boolean]>([
  ['houseArea', 80.5, true],
  ['houseArea', -1, false],
  ['houseArea', '80', false],
  ['houseArea', Number.POSITIVE_INFINITY, false],
  ['houseArea', null, true],
  ['houseBuiltYear', 1998, true],
  ['houseBuiltYear', 2017, false],
  ['houseBuiltYear', 98, false],
  ['workMonths', 12, true],
  ['workMonths', 13, false],
  ['fuel', 'WOOD', true],
  ['fuel', 'GAS', false],
  ['electricity', 'ANY_CODE_OF_A_LIST_NOBODY_INSTALLED', true],
  ['otherCauses', ['ILLNESS', 'LAND'], true],
  ['otherCauses', ['ILLNESS', 'ILLNESS'], false],
  ['otherCauses', ['ILLNESS', 'LAND', 'WATER'], false],
  ['otherCauses', ['NOPE'], false],
  ['otherCauses', 'ILLNESS', false],
  ['television', true, true],
  ['television', 'yes', false],
  ['listedOn', '2016-02-29', true],
  ['listedOn', '2016-02-30', false],
  ['listedOn', '2016-10-01', false],
  ['address', '岩口村上寨屯 12 号', true],
  ['address', ' ', false],
  ['address', 'x'.repeat(201), false],
  ['phone', '138 7781 2345', true],
  ['phone', '+86 13877812345', true],
  ['phone', 'none', false],
  ['bankAccount', '6228480000000000000', true],
  ['bankAccount', '12', false],
  ['name', null, false],
])('%s accepts %o: %s', (name, value, fits) => {
  const field = householdField(name) ?? personField(name);
  if (field === undefined) throw new Error(`no field ${name}`);

  const problem = problemOf(field, value, codes, today);

  expect(problem === undefined).toBe(fits);
  if (problem !== undefined) expect([problem.zh, problem.en].every(Boolean)).toBe(true);
});
