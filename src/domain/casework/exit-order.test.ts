import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { compareExits, type ExitStanding } from './exit-order.ts';

const day = plainDate;
const late = (on: string) => ({ isOpen: true, isLate: true, hasLeft: false, on: day(on) });
const open = (on: string) => ({ isOpen: true, isLate: false, hasLeft: false, on: day(on) });
const over = (on: string, hasLeft = true) => ({
  isOpen: false,
  isLate: false,
  hasLeft,
  on: day(on),
});

const places: readonly (ExitStanding & { readonly name: string })[] = [
  { name: 'left in May', incidence: 1.2, case: over('2016-05-03') },
  { name: 'without a population', incidence: null, case: null },
  { name: 'below the limit', incidence: 2.1, case: null },
  { name: 'far above it', incidence: 31, case: null },
  { name: 'stays, after its exit was refused', incidence: 9, case: over('2016-08-20', false) },
  { name: 'under way since June', incidence: 2, case: open('2016-06-01') },
  { name: 'left in August', incidence: 1, case: over('2016-08-09') },
  { name: 'late since July', incidence: 2.4, case: late('2016-07-01') },
  { name: 'under way since March', incidence: 2.9, case: open('2016-03-01') },
  { name: 'late since April', incidence: 2.2, case: late('2016-04-01') },
];

test('a late exit leads, the one that waits longest first; who has left comes last', () => {
  expect([...places].sort(compareExits).map(({ name }) => name)).toEqual([
    'late since April',
    'late since July',
    'under way since March',
    'under way since June',
    'far above it',
    'stays, after its exit was refused',
    'below the limit',
    'without a population',
    'left in August',
    'left in May',
  ]);
});

test('places that stand alike keep the order they came in', () => {
  const alike = [{ incidence: 3 }, { incidence: 3 }].map((one, at) => ({ ...one, case: null, at }));
  expect([...alike].sort(compareExits).map(({ at }) => at)).toEqual([0, 1]);
});
