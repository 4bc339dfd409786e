import { expect, test } from 'vitest';
import { type BulletinFigure, lacks, sameCount } from './bulletin.ts';

const words = { zh: '有', en: 'There' };
const rate: BulletinFigure = {
  id: 'exitedShare',
  title: words,
  value: 25,
  unit: 'percent',
  numerator: 5,
  denominator: 20,
  definition: words,
  method: words,
  source: words,
  on: '2016-09-30',
};

test('a rate leaves only with numerator, denominator, definition, method, source and day', () => {
  expect(lacks(rate)).toEqual([]);
  expect(lacks({ ...rate, numerator: null })).toEqual(['numerator']);
  expect(lacks({ ...rate, denominator: null, on: '2016-09' })).toEqual(['denominator', 'date']);
  const none = { zh: '', en: '' };
  expect(lacks({ ...rate, definition: none, method: none, source: none })).toEqual([
    'definition',
    'method',
    'source',
  ]);
  expect(lacks({ ...rate, unit: 'household', numerator: null, denominator: null })).toEqual([]);
});

test('a number is told to agree only where the other place says the same', () => {
  const there = { where: words, otherwise: { zh: '口径不同', en: 'Defined otherwise' } };
  expect(sameCount(words, 7, { ...there, value: 7 }).verdict).toBe('agrees');
  expect(sameCount(words, 7, { ...there, value: 8 })).toMatchObject({
    verdict: 'differs',
    there: '8',
    why: { zh: '口径不同' },
  });
  expect(sameCount(words, 7, { ...there, value: null }).verdict).toBe('cannot');
});
