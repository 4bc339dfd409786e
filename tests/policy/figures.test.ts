import { beforeAll, describe, expect, test } from 'vitest';
import { publishedOf } from '#domain/insight/reconcile/published-of-pack.ts';
import { type Published, reconcile } from '#domain/insight/reconcile/reconcile.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { chainOf } from '#domain/policy/pack/resolve-pack.ts';
import { readPackFolders, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { type FigureCase, figureCases } from './figure-cases.ts';

let packs: ReadonlyMap<string, Pack> = new Map();

beforeAll(async () => {
  const folders = await readPackFolders(shippedPacks);
  packs = new Map(folders.flatMap(({ pack }) => (pack ? [[pack.manifest.id, pack] as const] : [])));
});

function published(id: string): Published {
  const found = chainOf(packs, id);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return publishedOf(found.chain);
}

function caseOf(source: Published, id: string) {
  const found = reconcile(source).find(({ claim }) => claim.requirements.includes(id));
  if (found === undefined) throw new Error(`no claim carries ${id}`);
  return found;
}

/** The verdict as the figures stand, and after the one change that was stated for it. */
function prove(pack: string) {
  const source = published(pack);
  const cases: readonly FigureCase[] = figureCases[pack] ?? [];
  const claimed = source.claims.flatMap(({ requirements }) =>
    requirements.filter((one) => one.startsWith('AT-')),
  );
  expect(claimed.sort()).toEqual(cases.map(({ id }) => id).sort());
  for (const { id, verdict, figure, change, becomes } of cases) {
    const as = caseOf(source, id);
    expect([id, as.verdict, as.findings]).toEqual([id, verdict, as.findings]);
    expect(as.findings.filter(({ arithmetic }) => arithmetic === '')).toEqual([]);

    expect([id, source.figures.some((one) => one.id === figure)]).toEqual([id, true]);
    const changed = source.figures.map((one) => (one.id === figure ? { ...one, ...change } : one));
    const then = caseOf({ ...source, figures: changed }, id).verdict;
    expect([id, then]).toEqual([id, becomes]);
    expect([id, then]).not.toEqual([id, verdict]);
  }
}

describe('published figures come to their verdict by their numbers, and to another when one is changed', () => {
  test('Huanjiang [AT-HJ-01, AT-HJ-02, AT-HJ-03, AT-HJ-04, AT-HJ-05, AT-HJ-06, AT-HJ-07, AT-HJ-08, AT-HJ-09, AT-HJ-10, AT-HJ-11, AT-HJ-12, AT-HJ-13, AT-HJ-14, AT-HJ-15, AT-HJ-16, AT-HJ-17, AT-HJ-18, AT-HJ-19]', () => {
    prove('huanjiang-2016');
  });

  test('Gansu [AT-GS-01, AT-GS-02, GS-05, AT-GS-03, AT-GS-04, AT-GS-05, AT-GS-06, AT-GS-07, AT-GS-08, AT-GS-09, AT-GS-10, AT-GS-11, AT-GS-12, AT-GS-13, AT-GS-14, AT-GS-15, AT-GS-16, AT-GS-17]', () => {
    prove('gansu-2015');
  });

  test('Jiangjin [AT-JJ-01, AT-JJ-02, AT-JJ-03, AT-JJ-04, AT-JJ-05, AT-JJ-06, AT-JJ-07, AT-JJ-08, AT-JJ-09, AT-JJ-10, AT-JJ-11, AT-JJ-12, AT-JJ-13, AT-JJ-14]', () => {
    prove('jiangjin-2015');
  });

  test('Huaihua [AT-HH-01, AT-HH-02, AT-HH-03, AT-HH-04, AT-HH-05, AT-HH-06, AT-HH-07]', () => {
    prove('huaihua-2015');
  });

  test('Tongliao [AT-TL-01, TL-10, AT-TL-02, AT-TL-03, AT-TL-04, AT-TL-05, AT-TL-06, AT-TL-07, AT-TL-08, AT-TL-09, AT-TL-10, AT-TL-11, AT-TL-12, AT-TL-13]', () => {
    prove('tongliao-2015');
  });

  test('elsewhere [AT-EX-01, AT-EX-02, AT-EX-03, AT-EX-04]', () => {
    prove('china-2014');
  });
});

describe('what a verdict rests on', () => {
  const detail = (pack: string, id: string) => caseOf(published(pack), id);

  test('27.78 % of 5,121 implies a base, 46.5 % of 8,565 another, and both with 18.4 thousand leave seven numbers [AT-HJ-03, AT-HJ-04, AT-HJ-05]', () => {
    const ends = (id: string) => {
      const { implied } = detail('huanjiang-2016', id);
      return [implied?.least, implied?.most];
    };

    expect(ends('AT-HJ-03')).toEqual([18_431, 18_437]);
    expect(ends('AT-HJ-04')).toEqual([18_400, 18_439]);
    expect(ends('AT-HJ-05')).toEqual([18_431, 18_437]);
  });

  test('the seven batches lack 171 households of what was printed, 202 to 208 of the base [AT-HJ-02]', () => {
    const [printed, base] = detail('huanjiang-2016', 'AT-HJ-02').findings;

    expect(printed?.numbers).toMatchObject({ sum: 18_229, difference: -171 });
    expect(base?.numbers).toMatchObject({ shortLeast: 202, shortMost: 208 });
  });

  test('six of seven household counts are persons divided by 3.6 or 3.7 [AT-HJ-06]', () => {
    const [pairs] = detail('huanjiang-2016', 'AT-HJ-06').findings;

    expect(pairs).toMatchObject({ reason: 'constant-ratio' });
    expect(pairs?.numbers).toMatchObject({ '÷ 3.6': 4, '÷ 3.7': 2, explained: 6 });
  });

  test('helpers for all are 1,844 to 3,073, a draw 9 to 16 households [AT-HJ-14, AT-HJ-19]', () => {
    const helpers = detail('huanjiang-2016', 'AT-HJ-19').implied;
    const draw = detail('huanjiang-2016', 'AT-HJ-14').implied;

    expect(helpers).toEqual({ least: 1844, most: 3073, unit: 'helper' });
    expect(draw).toEqual({ least: 9, most: 16, unit: 'household' });
  });

  test('the dibao is 8 yuan over the line of 2014 and 47 under that of 2015 [AT-GS-14]', () => {
    const [line] = detail('gansu-2015', 'AT-GS-14').findings;

    expect(line?.numbers).toEqual({ '2014-12-31': 8, '2015-12-31': -47 });
  });

  test('a rate of a sample implies how many persons were in it, and of an audit how many exited [AT-EX-02, AT-EX-04]', () => {
    const audit = detail('china-2014', 'AT-EX-02').findings.map(({ implied }) => implied);

    expect(detail('china-2014', 'AT-EX-04').implied).toMatchObject({ least: 6747, most: 6913 });
    expect(audit[0]?.least).toBeLessThanOrEqual(6681);
    expect(audit[0]?.most).toBeGreaterThanOrEqual(6681);
    expect(audit[1]?.least).toBeLessThanOrEqual(25_528);
    expect(audit[1]?.most).toBeGreaterThanOrEqual(25_528);
  });

  test('the city’s part is what the district’s leaves, less if the pilot is inside; the assigned target follows from 236 % [AT-JJ-06, AT-TL-04]', () => {
    const [city] = detail('jiangjin-2015', 'AT-JJ-06').findings;
    const [assigned, own] = detail('tongliao-2015', 'AT-TL-04').findings;

    expect(city?.numbers).toMatchObject({ remainder: 19_280_000, remainderWithMaybe: 14_280_000 });
    expect(assigned?.implied?.least).toBeLessThan(560_600_000);
    expect(assigned?.implied?.most).toBeGreaterThan(560_600_000);
    expect(own?.implied?.most).toBeGreaterThan(864_700_000);
  });
});

test('figures that are only recorded stand in the packs with unit, day and place [GS-28, GS-36, GS-42, JJ-33, TL-17, TL-18, TL-19, TL-23]', () => {
  const held: Readonly<Record<string, readonly [id: string, value: number, unit: string][]>> = {
    'gansu-2015': [
      ['twinFunds', 34_400_000_000, 'yuan'],
      ['twinTrained', 3_340_000, 'person'],
      ['twinDeeds', 670_000, 'item'],
      ['agriFirms', 5443, 'organisation'],
      ['loanBalance', 331_000_000_000, 'yuan'],
      ['loanMultiple', 3.29, '1'],
    ],
    'jiangjin-2015': [
      ['pepperNew', 10_000, 'mu'],
      ['riceNew', 20_000, 'mu'],
      ['teaNew', 10_000, 'mu'],
      ['fruitNew', 20_000, 'mu'],
      ['poultrySold', 450_000, 'head'],
    ],
    'tongliao-2015': [
      ['grainZone', 8_500_000, 'mu'],
      ['cattle', 3_024_000, 'head'],
      ['sandTreated', 5_000_000, 'mu'],
      ['sandIndustry', 460_000, 'mu'],
      ['naimanFunds', 1_600_000_000, 'yuan'],
      ['naimanExits', 20_600, 'person'],
    ],
  };
  for (const [pack, rows] of Object.entries(held)) {
    const { figures } = published(pack);
    for (const [id, value, unit] of rows) {
      const figure = figures.find((one) => one.id === id);
      expect([id, figure?.value, figure?.unit]).toEqual([id, value, unit]);
      expect(figure?.source?.place).toBeDefined();
    }
  }
});
