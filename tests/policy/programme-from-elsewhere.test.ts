import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { checkPack } from '#domain/policy/pack/check-pack.ts';
import { readPack } from '#domain/policy/pack/read-pack.ts';
import { resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { readPackFolder } from '#server/policy/read-pack-folders.ts';

const { files, pack, problems } = await readPackFolder('docs/how-to/bangladesh-ppi-2013');
if (pack === undefined) throw new Error(JSON.stringify(problems));
const { id } = pack.manifest;
const packs = new Map([[id, pack]]);
const day = plainDate('2013-06-30');

function scorecard() {
  const found = resolvePack(packs, id, day);
  const sheet = found.ok ? found.pack.sheets.get('scorecard') : undefined;
  if (sheet === undefined) throw new Error('no scorecard');
  return sheet;
}

const household = {
  young: 1,
  school: 3,
  dailyPaid: true,
  rooms: 1,
  walls: 1,
  televisionOwned: false,
  fans: 0,
  phones: 0,
  vehicle: false,
  land: false,
};

describe('a programme from elsewhere, its files as they are', () => {
  test('is sound, and its examples come out', () => {
    expect(problems).toEqual([]);
    expect(checkPack(packs, id)).toEqual([]);
    expect(pack.examples.length).toBeGreaterThan(3);
  });

  test.each([
    ['young', [0, 1, 2, 3, 4], [32, 16, 10, 0, 0]],
    ['school', [1, 2, 3], [0, 0, 6]],
    ['dailyPaid', [true, false], [0, 8]],
    ['rooms', [1, 2, 3, 9], [0, 3, 5, 5]],
    ['walls', [1, 2, 3], [0, 2, 9]],
    ['televisionOwned', [false, true], [0, 7]],
    ['fans', [0, 1, 2, 7], [0, 4, 7, 7]],
    ['phones', [0, 1, 2, 7], [0, 8, 15, 15]],
    ['vehicle', [false, true], [0, 4]],
    ['land', [false, true], [0, 7]],
  ] as const)('%s gives the published points at every answer', (question, answers, points) => {
    const sheet = scorecard();
    const at = Object.keys(household).indexOf(question);

    const given = answers.map(
      (answer) => scoreHousehold(sheet, { ...household, [question]: answer }).items[at]?.points,
    );

    expect(given).toEqual(points);
  });

  test('likelihoods fall with the points, one for each class of five, and are called unverified', () => {
    for (const { row } of pack.rows.parameters) {
      const [value] = row.values;
      const table = Array.isArray(value?.value) ? value.value.map(Number) : [];

      expect(table).toHaveLength(20);
      expect(table).toEqual([...table].sort((left, right) => right - left));
      expect(value?.verified).toBe(false);
    }
  });

  test('the points of the other program do not add up to a hundred, and the check says so', () => {
    const sheet = files.get('scores/scorecard.yaml') ?? '';
    const wrong = sheet
      .replace('max: 32', 'max: 29')
      .replace('points: 32', 'points: 29')
      .replace('max: 9', 'max: 5')
      .replace('points: 9', 'points: 5');
    const spoilt = readPack(new Map(files).set('scores/scorecard.yaml', wrong)).pack;
    if (spoilt === undefined) throw new Error('unreadable');

    const found = checkPack(new Map([[id, spoilt]]), id).find(({ code }) => code === 'points-sum');

    expect(found).toMatchObject({ file: 'scores/scorecard.yaml', line: 5 });
    expect(found?.message.en).toContain('93');
  });
});
