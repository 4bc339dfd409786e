import { expect, test } from 'vitest';
import { appointmentDenial, type Term, tenureOn } from './supervisor.ts';

const village = '451226202202';
const term: Term = { name: '蒙某', from: '2016-03-01', to: '2017-02-28', endedOn: null };

test.each([
  ['2016-02-29', null, 'coming'],
  ['2016-03-01', null, 'serving'],
  ['2017-02-28', null, 'serving'],
  ['2017-03-01', null, 'over'],
  ['2016-09-29', '2016-09-30', 'serving'],
  ['2016-09-30', '2016-09-30', 'over'],
] as const)('[TL-35] on %s a term ended %s is %s', (today, endedOn, expected) => {
  expect(tenureOn({ ...term, endedOn }, today)).toBe(expected);
});

test.each([
  [village, { from: '2016-03-01', to: '2017-02-28' }, [], undefined],
  ['451226202', { from: '2016-03-01', to: '2017-02-28' }, [], 'workforce/supervises-no-village'],
  [village, { from: '2016-03-01', to: '2016-03-01' }, [], 'workforce/supervisor-term-turned-round'],
  [village, { from: '2017-02-28', to: '2018-02-28' }, [term], 'workforce/supervises-already'],
  [village, { from: '2017-03-01', to: '2018-02-28' }, [term], undefined],
] as const)(
  '[TL-35] an appointment for %s from %o beside %o is answered %s',
  (at, days, others, code) => {
    expect(appointmentDenial(at, { name: '蒙某', ...days }, others)?.code).toBe(code);
  },
);
