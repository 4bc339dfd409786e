import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeenPersons } from '#domain/exchange/seen-persons.ts';

test('a number is met again in the row it was met first, among a hundred thousand others', () => {
  const seen = createSeenPersons();
  const numberOf = (index: number) =>
    `${String(110_000 + (index % 3000))}${1900 + (index % 110)}${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}${String(index % 1000).padStart(3, '0')}0`;

  const numbers = new Map<string, number>();
  const wrong: string[] = [];
  for (let index = 0; index < 100_000; index += 1) {
    const number = numberOf(index);
    if (seen.meet(number, index + 1) !== numbers.get(number)) wrong.push(number);
    if (!numbers.has(number)) numbers.set(number, index + 1);
  }

  expect(numbers.size).toBeGreaterThan(50_000);
  expect(wrong).toEqual([]);
});

test('two different numbers are never taken for one', () => {
  const digits = fc.tuple(
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.date({ min: new Date('1890-01-01'), max: new Date('2016-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  );
  fc.assert(
    fc.property(digits, digits, (left, right) => {
      const text = ([county, day, sequence]: typeof left) =>
        `${county}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}X`;
      const seen = createSeenPersons();
      seen.meet(text(left), 1);
      expect(seen.meet(text(right), 2) === 1).toBe(text(left) === text(right));
    }),
  );
});
