import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import {
  checkCharacterOf,
  demonstrationAreaCode,
  maskIdentityNumber,
  normaliseIdentityNumber,
  readIdentityNumber,
} from '#domain/registry/identity-number.ts';

const context = {
  isKnownCounty: (code: string) => code === '451226',
  today: plainDate('2016-09-30'),
  demonstration: true,
};

function numberOf(area: string, birth: string, sequence: string): string {
  const digits = area + birth + sequence;
  return digits + checkCharacterOf(digits);
}

const invented = numberOf(demonstrationAreaCode, '19491231', '002');

describe('an identity number', () => {
  test('has the check character of GB 11643', () => {
    expect(checkCharacterOf('11010519491231002')).toBe('X');
  });

  test('tells birth date, sex and county', () => {
    const { number, problems } = readIdentityNumber(invented, context);

    expect(problems).toEqual([]);
    expect(number).toMatchObject({
      kind: 'citizen',
      county: '990000',
      birthDate: '1949-12-31',
      sex: 'female',
    });
  });

  test('is shown as first six, eight asterisks and last four', () => {
    expect(maskIdentityNumber('452724199001010417')).toBe('452724********0417');
  });

  test('of a disability certificate never shows kind and grade of the disability', () => {
    expect(maskIdentityNumber('45272419900101041743')).toBe('452724********0417**');
    expect(maskIdentityNumber('45272419900101041743B1')).toBe('452724********0417****');
  });

  test.each([
    ['full-width digits', '１１０１０５１９４９１２３１０', '110105194912310'],
    ['a small full-width x', '11010519491231002ｘ', '11010519491231002X'],
    ['spaces and hyphens', ' 110105 19491231-002x ', '11010519491231002X'],
    [
      'the apostrophe that makes Excel keep it as text',
      "'11010519491231002X",
      '11010519491231002X',
    ],
  ])('written with %s becomes what the card shows', (_, raw, expected) => {
    expect(normaliseIdentityNumber(raw)).toBe(expected);
  });

  const sound = numberOf('451226', '19900101', '041');
  const wrongDay = numberOf('451226', '19900230', '041');
  const future = numberOf('451226', '20161001', '041');
  const ancient = numberOf('451226', '18850101', '041');
  test.each([
    ['15 digits', '451226900101041', 'registry/identity-old'],
    ['17 characters', sound.slice(0, 17), 'registry/identity-length'],
    ['19 characters', `${sound}4`, 'registry/identity-length'],
    ['a letter inside', `45122A${sound.slice(6)}`, 'registry/identity-characters'],
    ['two digits swapped', `452126${sound.slice(6)}`, 'registry/identity-checksum'],
    ['30 February', wrongDay, 'registry/identity-birth-date'],
    ['a birth tomorrow', future, 'registry/identity-birth-date'],
    ['an age of 131', ancient, 'registry/identity-birth-date'],
    ['a kind of disability 8', `${sound}81`, 'registry/identity-disability'],
    ['a grade of disability 5', `${sound}45`, 'registry/identity-disability'],
  ])('with %s is an error that says what to do', (_, raw, code) => {
    const { number, problems } = readIdentityNumber(raw, context);

    expect(number).toBeUndefined();
    expect(problems.map((found) => [found.code, found.severity])).toEqual([[code, 'error']]);
    expect(problems[0]?.message.zh).toMatch(/[；;]/);
    expect(problems[0]?.message.en).toMatch(/[；;]/);
  });

  test('of a county that is no longer in force is taken with a warning', () => {
    const old = numberOf('452724', '19900101', '041');

    const { number, problems } = readIdentityNumber(old, context);

    expect(number?.text).toBe(old);
    expect(problems.map((found) => [found.code, found.severity])).toEqual([
      ['registry/identity-county', 'warning'],
    ]);
  });

  test('of 20 characters is a disability certificate with kind and grade', () => {
    const { number } = readIdentityNumber(`${sound}43`, context);

    expect(number).toMatchObject({ kind: 'disability', citizen: sound });
    expect(number?.disability).toEqual({ type: 4, grade: 3, reissue: undefined });
  });

  test('of 22 characters carries the mark of a reissued certificate', () => {
    const { number } = readIdentityNumber(`${sound}43b1`, context);

    expect(number?.disability).toEqual({ type: 4, grade: 3, reissue: 'B1' });
  });

  test('of the demonstration is refused in a real system, in words', () => {
    const { number, problems } = readIdentityNumber(invented, { ...context, demonstration: false });

    expect(number).toBeUndefined();
    expect(problems[0]?.code).toBe('registry/identity-demonstration');
  });

  test('with any one digit changed is found out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digit = (Number(invented[place]) + by) % 10;
        const changed = invented.slice(0, place) + digit + invented.slice(place + 1);
        expect(readIdentityNumber(changed, context).number).toBeUndefined();
      }),
    );
  });
});
