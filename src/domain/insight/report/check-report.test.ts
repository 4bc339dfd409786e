import { describe, expect, test } from 'vitest';
import { checkReport } from './check-report.ts';
import { readReport } from './read-report.ts';

const heads = ['名称', '数值', '单位', '分子', '分母', '原文', '合计于', '方法', '日期'];

function check(...rows: (readonly string[])[]) {
  const sheet = [heads, ...rows].map((cells, index) => ({ number: index + 1, cells }));
  return checkReport(readReport(sheet));
}

describe('a county’s own report', () => {
  test('a rate without a base is held against the rows that may be it', () => {
    const { results, unfit } = check(
      ['在册', '1.84', '万户'],
      ['申请', '8565', '户'],
      ['申请占比', '46.5', '%', '申请'],
    );

    expect(results).toMatchObject([{ name: '申请占比', verdict: 'AGREE_CONDITIONAL', rows: [4] }]);
    expect(results[0]?.implied).toMatchObject({ least: 18_400, most: 18_439 });
    expect(unfit).toEqual([
      { row: 4, name: '申请占比', missing: ['denominator', 'method', 'date'] },
    ]);
  });

  test('a rate with everything may be published, a wrong one is told apart', () => {
    const whole = ['占比', '50', '%', '甲', '全部', '', '', '全数清点', '2016-09-30'];
    const { results, unfit } = check(['全部', '200', '户'], ['甲', '100', '户'], whole, [
      '错的占比',
      '60',
      '%',
      '甲',
      '全部',
      '',
      '',
      '全数清点',
      '2016-09-30',
    ]);

    expect(results.map(({ verdict }) => verdict)).toEqual(['AGREE', 'DISAGREE']);
    expect(unfit).toEqual([]);
  });

  test('parts are added up to the row they belong to', () => {
    const { results } = check(
      ['合计', '6.66', '万人'],
      ['甲', '60000', '人', '', '', '', '合计'],
      ['乙', '6000', '人', '', '', '', '合计'],
    );

    expect(results).toMatchObject([{ name: '合计', verdict: 'DISAGREE', rows: [3, 4, 2] }]);
    expect(results[0]?.findings[0]?.numbers).toMatchObject({ difference: -600 });
  });

  test('a mean that is whole over many households is suspect, the same number for two things too', () => {
    const { results } = check(
      ['户', '2838', '户'],
      ['人', '11352', '人'],
      ['户均', '4', '人/户', '人', '户'],
      ['事', '11352', '件'],
    );

    expect(results.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['户均', 'SUSPECT'],
      ['人 = 事', 'SUSPECT'],
    ]);
  });

  test('bad rows are answered one by one, and good ones are checked all the same', () => {
    const { results, problems, rows } = check(
      ['在册', '18434', '户'],
      ['', '12', '户'],
      ['在册', '13', '户'],
      ['申请', '很多', '户'],
      ['搬迁', '12', '斗'],
      ['占比', '50', '%', '在测', '在册'],
      ['发放', '9217', '户', '', '', '', '全县'],
      ['发放率', '50', '%', '发放', '在册'],
    );

    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'name'],
      [4, 'name'],
      [5, 'value'],
      [6, 'unit'],
      [7, 'numerator'],
      [8, 'total'],
    ]);
    expect(problems[4]?.says.zh).toContain('是否想写“在册”');
    expect(rows).toBe(3);
    expect(results).toMatchObject([{ name: '发放率', verdict: 'AGREE' }]);
  });

  test('a table without headings says which columns it needs', () => {
    const { problems, results } = checkReport(readReport([{ number: 1, cells: ['8565', '户'] }]));

    expect(results).toEqual([]);
    expect(problems[0]?.says.zh).toContain('“名称”和“数值”');
    expect(checkReport(readReport([])).problems).toHaveLength(1);
  });
});
