import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { frequenciesOf } from './name-likeness.ts';
import {
  leastStrength,
  type Numbers,
  personReason,
  sharedReason,
  weighPair,
} from './pair-strength.ts';

const names = [...Array(60)].flatMap((_, index) => [
  index < 40 ? '韦秀英' : `蒙阿${String.fromCodePoint(0x4e00 + index * 7)}`,
  `覃大${String.fromCodePoint(0x5000 + index * 9)}`,
]);
const frequencies = frequenciesOf([...names, '蒙阿妹']);
const somebody = (id: string, name: string, birth: string, village = '451226202202') => ({
  id,
  name,
  birthDate: plainDate(birth),
  village,
});
const weigh = (
  one: ReturnType<typeof somebody>,
  other: ReturnType<typeof somebody>,
  numbers: Numbers = 'unknown',
) => personReason({ one, other, numbers }, frequencies);

describe('a person in two households', () => {
  test.each([
    [
      'one number outweighs whatever else is written',
      ['韦秀英', '1970-01-01'],
      ['蒙阿妹', '1988-02-02'],
      'same',
      40,
    ],
  ] as const)('%s', (_, [name, birth], [otherName, otherBirth], isSame, weight) => {
    expect(
      weigh(somebody('a', name, birth), somebody('b', otherName, otherBirth), isSame)?.weight,
    ).toBe(weight);
  });

  test('a rare name says more than a common one, the day more than the year, the village more than the county', () => {
    const of = (name: string, birth: string, village?: string) =>
      weigh(somebody('a', name, '1970-03-05'), somebody('b', name, birth, village))?.weight ?? 0;

    expect(of('蒙阿妹', '1970-03-05')).toBeGreaterThan(of('韦秀英', '1970-03-05'));
    expect(of('韦秀英', '1970-03-05')).toBeGreaterThan(of('韦秀英', '1970-11-20'));
    expect(of('韦秀英', '1970-03-05')).toBeGreaterThan(of('韦秀英', '1970-03-05', '451226100201'));
  });

  test('a homophone with the same day of birth in one village is shown, a namesake of the same year is not', () => {
    const homophone = weigh(
      somebody('a', '蒙阿妹', '1970-03-05'),
      somebody('b', '蒙阿美', '1970-03-05'),
    );
    const namesake = weigh(
      somebody('a', '韦秀英', '1970-03-05'),
      somebody('b', '韦秀英', '1970-11-20', '451226100201'),
    );

    expect(homophone?.name).toBe('homophone');
    expect(homophone?.weight).toBeGreaterThan(15);
    expect(namesake?.weight ?? 0).toBeLessThan(leastStrength);
  });

  test('two different numbers speak against, and are no proof', () => {
    const [one, other] = [
      somebody('a', '蒙阿妹', '1970-03-05'),
      somebody('b', '蒙阿妹', '1970-03-05'),
    ];

    expect(weigh(one, other, 'different')?.weight).toBeLessThan(weigh(one, other)?.weight ?? 0);
    expect(weigh(one, other, 'different')?.weight).toBeGreaterThan(leastStrength);
  });

  test('two names that sound different are no reason', () => {
    expect(
      weigh(somebody('a', '蒙阿妹', '1970-03-05'), somebody('b', '覃大山', '1970-03-05')),
    ).toBeUndefined();
  });
});

test('the strength of a pair counts each person once and adds what the households share', () => {
  const person = { kind: 'person', name: 'same', birth: 'same', numbers: 'unknown' } as const;
  const { strength, reasons } = weighPair([
    { ...person, one: 'a', other: 'x', weight: 20 },
    { ...person, one: 'a', other: 'y', weight: 12 },
    { ...person, one: 'b', other: 'y', weight: 15 },
    sharedReason('phone'),
  ]);

  expect(strength).toBe(43);
  expect(reasons.map(({ weight }) => weight)).toEqual([20, 15, 8]);
});
