import { expect, test } from 'vitest';
import { ledSentence, readTieWay, tieWays, tieWayTitles } from './tie.ts';
import { linesOfSheet, readTies, tieHeadings } from './tie-rows.ts';

const known = {
  units: [{ id: 'u1', name: '仪凤牛业' }],
  households: new Map([['D1', { id: 'h1', area: '451226202202' }]]),
  open: new Set<string>(),
  today: '2016-09-30',
};
const line = (more: object = {}) => ({
  row: 2,
  unit: '仪凤牛业',
  householdNo: 'D1',
  way: '务工',
  yearly: '',
  terms: '',
  from: '',
  ...more,
});

test('a way is read by its code and by its name in either language', () => {
  for (const way of tieWays) {
    for (const name of [way, tieWayTitles[way].zh, tieWayTitles[way].en]) {
      expect(readTieWay(name)).toBe(way);
    }
  }
  expect(readTieWay('养鱼')).toBeUndefined();
});

test('a sheet is read by its headings in either language, whatever their order', () => {
  const cells = (...texts: string[]) => ({ number: 3, cells: texts, hidden: false, marks: [] });
  const heads = ['way', 'unit', 'householdNo'] as const;
  for (const language of ['zh', 'en'] as const) {
    const head = cells(...heads.map((column) => tieHeadings[column][language]));
    const { missing, lines } = linesOfSheet([head, cells('订单收购', '仪凤牛业', 'D1')]);
    expect(missing).toEqual([]);
    expect(lines).toMatchObject([{ row: 3, way: '订单收购', unit: '仪凤牛业', householdNo: 'D1' }]);
  }
  expect(linesOfSheet([cells('谁', '哪户')]).missing).toEqual(['unit', 'householdNo', 'way']);
});

test('a row begins today where it names no day, and is refused with every reason where it cannot be taken', () => {
  expect(readTies([line()], known).ties).toMatchObject([
    { way: 'job', from: '2016-09-30', yearlyFen: null, household: { id: 'h1' } },
  ]);
  const { refused } = readTies(
    [line({ unit: '?', householdNo: '?', way: '?', yearly: '三千', from: '2017-01-01' })],
    known,
  );
  expect(refused[0]?.why).toHaveLength(5);
  expect(readTies([line(), line({ row: 3 })], known).refused).toMatchObject([{ row: 3 }]);
});

test('the sentence says how often households were counted, and of how many', () => {
  expect(ledSentence({ households: 2, ties: 5, registered: 8 }).zh).toBe(
    '带动 2 户（去重），5 户次，占在册 8 户的 25.0%。',
  );
  expect(ledSentence({ households: 0, ties: 0, registered: 0 }).en).toBe(
    '0 households led, each counted once; 0 ties.',
  );
});
