import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFromSerial, readSheetDate } from '#domain/exchange/sheet-date.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';

describe('a day in a sheet', () => {
  test.each([
    '2016-09-30',
    '2016/9/30',
    '2016.9.30',
    '2016年9月30日',
    '2016年09月30',
    '20160930',
    '42643',
    '42643.75',
    '2016-09-30 00:00:00',
    '2016/9/30 8:15',
    '2016-09-30',
    ' 2016 年 9 月 30 日 ',
  ])('is read from %s', (text) => {
    expect(readSheetDate(text)).toBe('2016-09-30');
  });

  test.each([
    '16-9-30',
    '2016-9',
    '30/9/2016',
    '2016-02-30',
    '2016年',
    '三十日',
    '',
    '20161350',
    '999999',
  ])('is not guessed from %s', (text) => {
    expect(readSheetDate(text)).toBeUndefined();
  });

  test('as a serial counts from 1900, with the 29 February that year did not have', () => {
    expect(dateFromSerial(1)).toBe('1900-01-01');
    expect(dateFromSerial(59)).toBe('1900-02-28');
    expect(dateFromSerial(60)).toBeUndefined();
    expect(dateFromSerial(61)).toBe('1900-03-01');
  });

  test('as a serial of an old Macintosh counts from 1904', () => {
    expect(dateFromSerial(0, true)).toBe('1904-01-01');
    expect(dateFromSerial(41181, true)).toBe('2016-09-30');
  });

  test('as a serial is one day later when the serial is one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_000 }), (serial) => {
        const day = dateFromSerial(serial);
        expect(dateFromSerial(serial + 1)).toBe(addDays(plainDate(day ?? ''), 1));
      }),
    );
  });
});
