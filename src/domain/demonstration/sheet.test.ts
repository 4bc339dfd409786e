import { describe, expect, test } from 'vitest';
import { guessMapping } from '#domain/exchange/mapping.ts';
import { makeId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { planSheet } from './sheet.ts';

const id = (last: number) =>
  makeId({ county: 451226, milliseconds: 1, random: Uint8Array.of(last) });

const record: HouseholdRecord = {
  id: id(1),
  values: {
    householdNo: 'H1',
    areaCode: '451226100201003',
    stage: 'LISTED',
    otherCauses: ['LAND', 'WATER'],
    waterSafe: false,
    houseArea: 62.5,
  },
  persons: [
    { id: id(2), values: { name: '韦一', relation: 'HEAD', dibao: true } },
    { id: id(3), values: { name: '韦二', relation: 'SON' } },
    { id: id(4), values: { name: '韦老', relation: 'FATHER', leftOn: '2016-01-01' } },
  ],
  incomes: [
    { id: id(5), year: 2015, kind: 'crop', amountFen: 1_000 },
    { id: id(6), year: 2016, kind: 'crop', amountFen: 123_450 },
    { id: id(7), year: 2016, kind: 'crop', amountFen: 50 },
  ],
  registration: {
    id: id(8),
    kind: 'household.registered',
    trueFrom: plainDate('2015-11-01'),
    recordedAt: '2015-11-01T02:00:00Z',
    author: null,
    authorName: '林',
    source: 'visit',
  },
};

describe('a register as a spreadsheet', () => {
  const plan = planSheet((list, code) => `${list}:${code}`, true);
  const rows = plan.rowsOf(record, { township: '思恩镇', village: '中山村委会' });
  const cell = (row: number, heading: string) => rows[row]?.[plan.headings.indexOf(heading)];

  test('the import knows every heading without a doubt', () => {
    const mapping = guessMapping([
      { number: 1, cells: [...plan.headings], hidden: false, marks: [] },
    ]);

    expect(mapping?.columns.filter((column) => column.confidence < 1)).toEqual([]);
    expect(mapping?.columns).toHaveLength(plan.headings.length);
  });

  test('each present member has a row; what concerns the household stands in the first', () => {
    expect(rows).toHaveLength(2);
    expect([cell(0, '户编号'), cell(1, '户编号')]).toEqual(['H1', 'H1']);
    expect([cell(0, '行政村'), cell(1, '行政村')]).toEqual(['中山村委会', null]);
    expect([cell(0, '姓名'), cell(1, '姓名')]).toEqual(['韦一', '韦二']);
    expect(cell(0, '家庭人口')).toBe(2);
  });

  test('codes are labels, several are listed, yes and no are words, money is yuan of the last year', () => {
    expect(cell(0, '识别阶段')).toBe('stage:LISTED');
    expect(cell(0, '其他致贫原因')).toBe('cause:LAND、cause:WATER');
    expect([cell(0, '饮水安全'), cell(0, '是否享受低保')]).toEqual(['否', '是']);
    expect([cell(0, '收入年度'), cell(0, '种植业收入')]).toEqual([2016, 1235]);
    expect(cell(0, '行政区划代码')).toBe('451226100201');
  });

  test('a county without its own list of measures leaves them out', () => {
    const { headings } = planSheet((_list, code) => code, false);

    expect(headings).not.toContain('主要帮扶措施');
    expect(headings).not.toContain('个人帮扶措施');
  });
});
