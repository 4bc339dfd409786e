import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import {
  compileMoneyNotice,
  fieldsOfTopic,
  moneyFields,
  noticeTopics,
  screenRows,
  totalsOf,
} from './money-notice.ts';

const words = {
  area: '下南乡',
  rules: { zh: '环江 1.0', en: 'Huanjiang 1.0' },
  texts: { place: '公示栏', office: '乡政府', remark: '', correction: '' },
  term: { zh: '10 天', en: '10 days' },
  firstDay: plainDate('2016-09-20'),
  lastDay: plainDate('2016-09-29'),
  objectionPhone: '07788822222',
  supervisionPhone: '12317',
};

describe('a notice of money', () => {
  test('shows the fields of its topic and no others, line by line [TL-33]', () => {
    const rows = [{ place: '仪凤村', use: { zh: '产业发展', en: 'Industry' }, paid: '120.00' }];
    const content = compileMoneyNotice({ ...words, topic: 'moneyPaid', rows });

    expect(content.columns.map(({ field }) => field)).toEqual(['use', 'paid', 'households']);
    expect(content.lines).toEqual([
      {
        number: 1,
        place: '仪凤村',
        cells: [{ zh: '产业发展', en: 'Industry' }, '120.00', null],
      },
    ]);
    expect(content.title.zh).toBe('下南乡扶贫资金支付公示');
  });

  test('says what its money comes to, to the fen, and adds up no households', () => {
    const rows = [
      { place: '仪凤村', use: '产业', paid: '1,120.05', households: 3 },
      { place: '仪凤村', use: '住房', paid: '80.00', households: 2 },
    ];
    const content = compileMoneyNotice({ ...words, topic: 'moneyPaid', rows });
    const ofOne = compileMoneyNotice({ ...words, topic: 'moneyPaid', rows: rows.slice(1) });

    expect(totalsOf(content)).toEqual([null, '1,200.05', null]);
    expect(totalsOf(ofOne)).toBeUndefined();
  });

  test.each(noticeTopics)('about %s allows only fields that stand on the list', (topic) => {
    const allowed: readonly string[] = moneyFields;
    expect(fieldsOfTopic[topic].every((field) => allowed.includes(field))).toBe(true);
  });

  test('finds a name, a telephone or an account in what was typed of a project', () => {
    const row = { place: '仪凤村', project: '张三家屯级路', unit: '联系 13877812345' };

    const found = screenRows([row], ['张三']);
    expect(found.map(({ kind, line }) => [kind, line])).toEqual([
      ['name', 1],
      ['phone', 1],
    ]);
    expect(screenRows([{ place: '张三屯', project: '屯级路' }], ['张三'])).toEqual([]);
  });
});
