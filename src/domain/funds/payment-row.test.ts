import { describe, expect, test } from 'vitest';
import type { SheetRow } from '#domain/exchange/sheet-row.ts';
import { readAnswerRows, readPaymentRows } from './payment-row.ts';

const sheet = (rows: readonly (readonly string[])[]): readonly SheetRow[] =>
  rows.map((cells, index) => ({ number: index + 1, cells, hidden: false, marks: [] }));

describe('rows of a payment list', () => {
  test('are found below their headings, whatever stands above and wherever the columns are', () => {
    const read = readPaymentRows(
      sheet([
        ['产业奖补花名册'],
        [],
        ['序号', '金额（元）', '户主', '户编号'],
        ['1', '1,200.5', '覃大山', 'H1'],
      ]),
    );

    expect(read).toMatchObject({
      ok: true,
      rows: [{ row: 4, householdNo: 'H1', name: '覃大山', amount: 120_050n }],
    });
  });

  test.each(['-5', '0', '1.005', '很多', ''])('an amount of “%s” names its row', (typed) => {
    const read = readPaymentRows(
      sheet([
        ['户编号', '金额'],
        ['H1', '10'],
        ['H2', typed],
      ]),
    );

    expect(read).toMatchObject({ ok: false, denial: { code: 'funds/bad-row' } });
    expect(JSON.stringify(read)).toContain('第 3 行');
  });

  test('a line of totals is no payment', () => {
    const read = readPaymentRows(
      sheet([
        ['户编号', '金额'],
        ['H1', '10'],
        ['合计', '10'],
      ]),
    );

    expect(read).toMatchObject({ ok: true, rows: [{ householdNo: 'H1' }] });
  });
});

describe('rows of a bank’s answer', () => {
  test('are paid or failed with their reason, and the total is kept apart', () => {
    const read = readAnswerRows(
      sheet([
        ['序号', '账号', '金额', '结果', '原因'],
        ['1', '6228 4800 0001', '10', '成功', ''],
        ['2', '', '20.00', '失败', '户名不符'],
        ['合计', '', '30', '', ''],
      ]),
    );

    expect(read).toMatchObject({
      ok: true,
      total: 3000n,
      rows: [
        { position: 1, isPaid: true, account: '622848000001', amount: 1000n },
        { position: 2, isPaid: false, note: '户名不符' },
      ],
    });
  });

  test('a result that is neither yes nor no is refused', () => {
    const read = readAnswerRows(
      sheet([
        ['序号', '金额', '结果'],
        ['1', '10', '大概'],
      ]),
    );

    expect(read).toMatchObject({ ok: false, denial: { code: 'funds/bad-row' } });
  });
});
