import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type DueLine, type Reminded, remindersOf } from './reminders.ts';

const day = plainDate;
const line = (more: Partial<DueLine>): DueLine => ({
  process: 'exit',
  step: 'review',
  waitsFor: ['township'],
  actors: ['TOWNSHIP'],
  since: day('2016-09-01'),
  dueOn: day('2016-09-15'),
  cases: 2,
  ...more,
});
const who = (more: Partial<Reminded>): Reminded => ({
  words: ['township'],
  level: 'township',
  today: day('2016-09-16'),
  ...more,
});
const told = (lines: readonly DueLine[], reader: Reminded) =>
  remindersOf(lines, reader).map(({ kind, on, cases }) => [kind, on, cases]);

test('what waits for somebody is told when it turns orange and again when it turns red, summed by day', () => {
  const orange = who({ today: day('2016-09-13') });
  expect(told([line({})], who({ today: day('2016-09-12') }))).toEqual([]);
  expect(told([line({}), line({ since: day('2016-09-02') })], orange)).toEqual([
    ['soon', '2016-09-13', 4],
  ]);
  expect(told([line({})], who({}))).toEqual([['late', '2016-09-16', 2]]);
});

test('what is late below is told one level above, and two once it takes twice as long, and nobody else', () => {
  const county = who({ words: ['county'], level: 'county' });
  const city = who({ words: ['city'], level: 'city', today: day('2016-09-30') });
  expect(told([line({})], county)).toEqual([['told', '2016-09-16', 2]]);
  expect(told([line({})], { ...county, today: day('2016-09-15') })).toEqual([]);
  expect(told([line({})], { ...city, today: day('2016-09-29') })).toEqual([]);
  expect(told([line({})], city)).toEqual([['told', '2016-09-30', 2]]);
  expect(told([line({})], who({ words: ['auditor'], level: null }))).toEqual([]);
});

test('a reminder goes after two weeks; the case stays in the queue', () => {
  expect(told([line({})], who({ today: day('2016-09-30') }))).toHaveLength(1);
  expect(told([line({})], who({ today: day('2016-10-01') }))).toEqual([]);
});
