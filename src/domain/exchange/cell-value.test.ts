import { describe, expect, test } from 'vitest';
import { readFormValue, readIncome, shownCell } from '#domain/exchange/cell-value.ts';
import { createCodeFinder } from '#domain/exchange/code-finder.ts';
import { getImportField } from '#domain/exchange/import-field.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { householdField, personField } from '#domain/registry/form.ts';

const finder = createCodeFinder([
  {
    id: 'cause',
    title: { zh: '致贫原因', en: 'Cause' },
    codes: [
      { code: 'ILLNESS', title: { zh: '因病', en: 'Illness' }, also: ['01', '因病致贫'] },
      { code: 'LAND', title: { zh: '缺土地', en: 'Lack of land' }, also: ['05'] },
    ],
  },
]);
const context = { ...finder, today: plainDate('2016-09-30') };

function read(name: string, text: string) {
  const form = householdField(name) ?? personField(name);
  if (form === undefined) throw new Error(`no field ${name}`);
  return readFormValue(form, text, context);
}

describe('a cell is read as its field means it', () => {
  test.each([
    ['houseArea', '86.5', 86.5],
    ['houseArea', '86.5㎡', 86.5],
    ['houseArea', '1,086平方米', 1086],
    ['arableLand', '3.2亩', 3.2],
    ['arableLand', '无', 0],
    ['roadDistance', '500米', 0.5],
    ['roadDistance', '1.5公里', 1.5],
    ['houseBuiltYear', '2005年', 2005],
    ['houseBuiltYear', '2005-06-01', 2005],
    ['workMonths', '10个月', 10],
    ['waterSafe', '是', true],
    ['waterSafe', '√', true],
    ['waterSafe', '未解决', false],
    ['inCooperative', '未加入', false],
    ['primaryCause', '因病', 'ILLNESS'],
    ['primaryCause', '01 因病', 'ILLNESS'],
    ['primaryCause', '01', 'ILLNESS'],
    ['primaryCause', 'illness', 'ILLNESS'],
    ['primaryCause', '因病(01)', 'ILLNESS'],
    ['otherCauses', '因病、缺土地', ['ILLNESS', 'LAND']],
    ['otherCauses', '无', null],
    ['surveyedOn', '2015年10月8日', '2015-10-08'],
    ['phone', '138-7781-2345', '13877812345'],
    ['phone', '+8613877812345', '13877812345'],
    ['phone', '0778-8821234/13877812345', '07788821234'],
    ['bankAccount', '6217 0033 2000 1234 567', '6217003320001234567'],
    ['householdNo', 'HJ2016', 'HJ2016'],
    ['address', '陈双村  上屯 12 号', '陈双村 上屯 12 号'],
    ['houseArea', '—', null],
  ])('%s: %s', (name, text, value) => {
    expect(read(name, text)).toEqual({ value });
  });

  test.each([
    ['houseArea', '约六十', 'exchange/number-unreadable'],
    ['houseArea', '-5', 'exchange/number-negative'],
    ['houseArea', '999999', 'exchange/number-out-of-range'],
    ['workMonths', '13', 'exchange/number-out-of-range'],
    ['workMonths', '1.5', 'exchange/number-not-whole'],
    ['houseBuiltYear', '2017', 'exchange/number-out-of-range'],
    ['waterSafe', '大概', 'exchange/yes-no-unknown'],
    ['primaryCause', '因懒', 'exchange/code-unknown'],
    ['surveyedOn', '去年', 'exchange/date-unreadable'],
    ['surveyedOn', '2016-10-01', 'exchange/date-in-future'],
    ['phone', '没有电话', 'exchange/phone-unreadable'],
    ['address', '=HYPERLINK("http://x")', 'exchange/formula-text'],
    ['address', "+cmd|' /C calc'!A0", 'exchange/formula-text'],
    ['address', '\ufffd\ufffd村', 'exchange/text-damaged'],
    ['address', '长'.repeat(201), 'exchange/text-too-long'],
    ['householdNo', '1'.repeat(41), 'exchange/text-too-long'],
  ])('%s: %s is told', (name, text, code) => {
    expect(read(name, text).problem?.code).toBe(code);
  });
});

describe('an income is yuan in a cell and fen in the register', () => {
  test.each([
    ['3500', 1, 350_000],
    ['3,500.5', 1, 350_050],
    ['3500', 1, 350_000],
    ['¥3500元', 1, 350_000],
    ['1.2万', 1, 1_200_000],
    ['0.98', 10_000, 980_000],
    ['1234.5600000000002', 1, 123_456],
    ['无', 1, 0],
    ['', 1, null],
  ])('%s times %d', (text, factor, fen) => {
    expect(readIncome(text, factor)).toEqual({ value: fen });
  });

  test('below zero is an error, and so is a word', () => {
    expect(readIncome('-1', 1).problem?.code).toBe('exchange/income-negative');
    expect(readIncome('三千', 1).problem?.code).toBe('exchange/income-unreadable');
  });
});

describe('a value shown beside its problem', () => {
  test.each([
    ['person.identity', '990000194912310028', '990000********0028'],
    ['household.phone', '13877812345', '*******2345'],
    ['person.health', '高血压', '高**'],
    ['household.houseArea', '约六十', '约六十'],
  ])('of %s is %s as %s', (field, raw, shown) => {
    expect(shownCell(getImportField(field), raw)).toBe(shown);
  });
});
