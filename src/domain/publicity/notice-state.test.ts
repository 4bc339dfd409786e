import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { daysLeft, lastDayOf, missingEvidence, stateOn } from './notice-state.ts';
import { codeFrom, codeLength, readCode } from './public-code.ts';

const firstDay = plainDate('2016-09-01');
const lastDay = lastDayOf(firstDay, 7);
const days = { firstDay, lastDay, isWithdrawn: false };

test('a notice of seven days hangs from the first to the seventh, and is over on the eighth', () => {
  expect(lastDay).toBe('2016-09-07');
  expect(stateOn(days, plainDate('2016-09-07'))).toBe('hanging');
  expect(stateOn(days, plainDate('2016-09-08'))).toBe('expired');
  expect(stateOn({ ...days, isWithdrawn: true }, plainDate('2016-09-02'))).toBe('withdrawn');
  expect(daysLeft(days, firstDay)).toBe(7);
  expect(daysLeft(days, plainDate('2016-09-07'))).toBe(1);
  expect(daysLeft(days, plainDate('2016-09-20'))).toBe(0);
});

test('evidence is missing from the day after it was due', () => {
  expect(missingEvidence(days, [], firstDay)).toEqual([]);
  expect(missingEvidence(days, [], plainDate('2016-09-02'))).toEqual(['first']);
  expect(missingEvidence(days, ['first'], plainDate('2016-09-08'))).toEqual(['last']);
  expect(missingEvidence({ ...days, isWithdrawn: true }, [], plainDate('2016-09-20'))).toEqual([]);
});

test('a code has no letter that looks like another, and is read as somebody types it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
      const code = codeFrom(bytes, codeLength);
      fc.pre(code !== undefined);
      expect(code).toMatch(/^[23456789bcdfghjkmnpqrstvwxz]{10}$/);
      expect(readCode(` ${code?.slice(0, 5).toUpperCase()}-${code?.slice(5)} `)).toBe(code);
    }),
  );
  expect(codeFrom([255, 254], codeLength)).toBeUndefined();
});
