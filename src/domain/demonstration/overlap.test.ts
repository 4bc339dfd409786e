import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { areaCode } from '#domain/kernel/area-code.ts';
import { parseCalibration } from './calibration.ts';
import { chooseOverlap } from './overlap.ts';
import { planCounty } from './plan.ts';
import { randomOf } from './random.ts';

const calibration = parseCalibration(
  parse(readFileSync('policy/packs/jiangjin-2015/demonstration/calibration.yaml', 'utf8')),
);
/** Three villages a town stand for those it has. */
const villages = calibration.invented.townships.flatMap(({ code }) =>
  ['201', '202', '203'].map((last) => ({ code: areaCode(`${code}${last}`), name: `${code}村` })),
);
const households = [...planCounty(calibration, villages).values()]
  .flat()
  .filter(({ stage }) => stage === 'EXIT_ANNOUNCED')
  .map((slot, index) => ({ id: String(index), members: slot.members, primary: slot.measure }));
const sum = (rows: readonly { members: number }[]) =>
  rows.reduce((all, { members }) => all + members, 0);

describe('the second demonstration', () => {
  test('by primary measure each household counts once, and the sum is what exited [AT-JJ-01] [AT-JJ-02]', () => {
    expect([households.length, sum(households)]).toEqual([7354, 24_268]);
    for (const { measure, households: count, persons } of calibration.published.batches) {
      const own = households.filter(({ primary }) => primary === measure);
      expect([own.length, sum(own)], measure).toEqual([count, persons]);
    }
  });

  test('by benefit each batch has its published sums, and together they are more than exited', () => {
    const beside = chooseOverlap(households, calibration.overlap, randomOf('overlap'));
    let persons = 0;
    for (const batch of calibration.overlap) {
      const all = [
        ...households.filter(({ primary }) => primary === batch.measure),
        ...(beside.get(batch.measure) ?? []),
      ];
      expect(new Set(all.map(({ id }) => id)).size, batch.measure).toBe(batch.households);
      expect(sum(all), batch.measure).toBe(batch.persons);
      persons += sum(all);
    }
    expect(persons).toBe(27_582);
  });

  test('sums that no choice can reach are refused, with the batch', () => {
    const few = [{ id: '1', members: 2, primary: 'A' }];
    expect(() =>
      chooseOverlap(few, [{ measure: 'B', households: 1, persons: 9 }], randomOf('x')),
    ).toThrow('no 1 households of 9 persons can be added to B');
  });
});
