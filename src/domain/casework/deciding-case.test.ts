import { expect, test } from 'vitest';
import { decidingCase } from './deciding-case.ts';

const stage = 'EXIT_ANNOUNCED';
const cases = [
  { id: 'recheck', endedOn: '2016-06-26', stage: null },
  { id: 'listing', endedOn: '2016-06-26', stage: 'LISTED' },
  { id: 'exit', endedOn: '2016-06-26', stage },
  { id: 'again', endedOn: '2016-08-01', stage },
];

test.each<[string, string | null, string | null, string | undefined]>([
  ['the one its change names', 'case:again', '2016-06-26', 'again'],
  ['the one that ended there on the day', 'countyReview', '2016-06-26', 'exit'],
  ['none of another day', 'countyReview', '2016-07-01', undefined],
  ['none where the day was never recorded', null, null, undefined],
])('a stage was decided by %s', (_words, source, on, id) => {
  expect(decidingCase({ stage, on, source }, cases)?.id).toBe(id);
});
