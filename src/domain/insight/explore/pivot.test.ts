import { describe, expect, test } from 'vitest';
import { formOf, formsOf } from './forms.ts';
import { indicatorIds, indicatorOf, indicators } from './indicators.ts';
import { pivotOf } from './pivot.ts';
import { checkQuestion, type Question } from './question.ts';

const cell = (row: string, column: string, households: number, exited = 0) => ({
  row,
  column,
  numbers: { households, persons: households * 3, exited, poor: households - exited },
});
const shape = (id: Parameters<typeof indicatorOf>[0], masked = false) => ({
  indicator: indicatorOf(id),
  rows: { dimension: 'part', keys: ['a', 'b', 'c'] } as const,
  columns: { dimension: 'cause', keys: ['x', 'y'] } as const,
  masked,
});
const cells = [
  cell('a', 'x', 40, 10),
  cell('a', 'y', 3, 1),
  cell('b', 'x', 20, 20),
  cell('b', 'y', 70, 0),
  cell('c', 'x', 50, 30),
  cell('c', 'y', 12, 6),
];

describe('a table of cells', () => {
  test('rows, columns and the whole are the sums of their numbers', () => {
    const pivot = pivotOf(cells, shape('registered'));
    expect(pivot.values.map((line) => line.map(({ value }) => value))).toEqual([
      [40, 3],
      [20, 70],
      [50, 12],
    ]);
    expect(pivot.rowTotals?.map(({ value }) => value)).toEqual([43, 90, 62]);
    expect(pivot.columnTotals?.map(({ value }) => value)).toEqual([110, 85]);
    expect(pivot.total?.value).toBe(195);
  });

  test('a total of shares is the share of the totals, not a mean of shares', () => {
    const pivot = pivotOf(cells, shape('exitedShare'));
    expect(pivot.values[0]?.[0]?.value).toBe(25);
    expect(pivot.total?.value).toBeCloseTo((67 / 195) * 100, 10);
  });

  test('for whoever may not see individuals a small number and its companions are gone, of persons too', () => {
    const pivot = pivotOf(cells, shape('registeredPersons', true));
    expect(pivot.values[0]?.[1]).toMatchObject({ value: null, n: 0, hidden: true });
    expect(pivot.hidden).toBeGreaterThanOrEqual(4);
    expect(pivot.total?.value).toBe(585);
  });

  test('a share is hidden where few are on either side of it', () => {
    const pivot = pivotOf(cells, shape('exitedShare', true));
    expect(pivot.values[0]?.[1]?.hidden).toBe(true);
    const almostAll = pivotOf([cell('a', '', 40, 39)], {
      ...shape('exitedShare', true),
      rows: { dimension: 'part', keys: ['a'] },
      columns: null,
    });
    expect(almostAll.values[0]?.[0]?.hidden).toBe(true);
  });

  test('what stands when months end is never added over months', () => {
    const standing = { n: 'poor' };
    expect(indicatorOf('standingPoor')).toMatchObject(standing);
    const pivot = pivotOf(
      [
        { row: '2016-08', column: 'a', numbers: { poor: 10 } },
        { row: '2016-09', column: 'a', numbers: { poor: 9 } },
        { row: '2016-09', column: 'b', numbers: { poor: 5 } },
      ],
      {
        indicator: indicatorOf('standingPoor'),
        rows: { dimension: 'month', keys: ['2016-08', '2016-09'] },
        columns: { dimension: 'part', keys: ['a', 'b'] },
        masked: false,
      },
    );
    expect(pivot.columnTotals).toBeNull();
    expect(pivot.total).toBeNull();
    expect(pivot.rowTotals?.map(({ value }) => value)).toEqual([10, 14]);
  });
});

describe('the indicators', () => {
  test('each says in both languages what it counts and where it comes from, and may be cut by something', () => {
    expect(new Set(indicatorIds).size).toBe(indicators.length);
    for (const { title, definition, source, dimensions } of indicators) {
      for (const words of [title, definition, source]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[A-Za-z]{3}/);
      }
      expect(dimensions.length).toBeGreaterThan(1);
    }
  });

  const asked = (question: Partial<Question>, area = '451226') => {
    const whole: Question = { indicator: 'registered', rows: 'cause', conditions: {}, ...question };
    return () => checkQuestion(whole, { area, language: 'zh' });
  };

  test('a question that no kept count answers is refused with what to change', () => {
    expect(asked({ columns: 'stage', conditions: { size: '3', grade: 'D' } })).not.toThrow();
    expect(asked({ columns: 'stage', conditions: { grade: 'D' } }, '45')).toThrow(
      'insight/cross-too-fine',
    );
    expect(asked({ columns: 'part', conditions: { grade: 'D' } }, '45')).not.toThrow();
    expect(asked({ indicator: 'left', rows: 'cause' })).toThrow('insight/cut-not-offered');
    expect(asked({ columns: 'village' }, '4512')).toThrow('insight/villages-too-many');
    expect(asked({ columns: 'cause' })).toThrow('insight/cut-twice');
    expect(asked({ indicator: 'left', rows: 'month', from: '2016-05', to: '2016-04' })).toThrow(
      'insight/months-backward',
    );
  });
});

test('the shape of a table chooses the drawing, and none is drawn that would mislead', () => {
  const table = {
    rows: 'part',
    columns: undefined,
    rowCount: 12,
    columnCount: 1,
    unit: 'household',
    hasTiles: true,
  } as const;
  expect(formsOf(table)).toEqual(['bars', 'table']);
  expect(formsOf({ ...table, unit: 'percent' })).toEqual(['tiles', 'bars', 'table']);
  expect(formsOf({ ...table, rows: 'month' })[0]).toBe('lines');
  expect(formsOf({ ...table, columns: 'cause', columnCount: 9 })).toEqual(['matrix', 'table']);
  expect(formsOf({ ...table, rows: 'month', columns: 'part', columnCount: 12 })).not.toContain(
    'lines',
  );
  expect(formsOf({ ...table, rows: 'village', rowCount: 200 })).toEqual(['table']);
  expect(formOf({ ...table, unit: 'percent' }, 'bars')).toBe('bars');
  expect(formOf(table, 'lines')).toBe('bars');
});
