import { describe, expect, test } from 'vitest';
import {
  factorInHeading,
  headingOf,
  headingsOf,
  matchHeading,
  yearInHeading,
} from '#domain/exchange/headings.ts';
import { findImportField, importFields } from '#domain/exchange/import-field.ts';

test('every field that can be imported has a heading, and every heading names a field', () => {
  for (const field of importFields) expect(headingsOf[field.id], field.id).toBeDefined();
  for (const id of Object.keys(headingsOf)) expect(findImportField(id), id).toBeDefined();
});

test('the heading our own spreadsheets carry is recognised without doubt', () => {
  for (const field of importFields) {
    expect([field.id, matchHeading(headingOf(field.id))]).toEqual([
      field.id,
      { field: field.id, confidence: 1 },
    ]);
  }
});

describe('a heading is recognised', () => {
  test.each([
    ['证件号码(身份证或残疾证)', 'person.identity'],
    ['A6、证件号码', 'person.identity'],
    ['*姓 名', 'person.name'],
    ['与户主关系', 'person.relation'],
    ['住房面积(平方米)', 'household.houseArea'],
    ['2015年工资性收入(元)', 'income.otherWage'],
    ['人均纯收入(元)', 'stated.incomePerHead'],
    ['houseArea', 'household.houseArea'],
    ['birth_date', 'person.birthDate'],
    ['户主姓名', 'head.name'],
  ])('%s', (text, field) => {
    expect(matchHeading(text)).toEqual({ field, confidence: 1 });
  });

  test('by what it contains, with less confidence', () => {
    const match = matchHeading('贫困户住房面积情况');

    expect(match?.field).toBe('household.houseArea');
    expect(match?.confidence).toBeLessThan(1);
  });

  test.each(['宅基地编号', '', '2016', '是否党员'])('and %s is not', (text) => {
    expect(matchHeading(text)).toBeUndefined();
  });
});

test('a heading tells the year and the unit of its figures', () => {
  expect(yearInHeading('2015年工资性收入')).toBe(2015);
  expect(yearInHeading('工资性收入')).toBeUndefined();
  expect(factorInHeading('工资性收入(万元)')).toBe(10_000);
});
