import { expect, test } from 'vitest';
import { failuresPerAccount } from './sign-in-limits.ts';
import { secondsRefused } from './throttle.ts';

const noon = Date.parse('2016-09-30T04:00:00.000Z');
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();

test.each([
  { failures: [], now: 0, seconds: 0, why: 'nobody failed' },
  { failures: [0, 1, 2, 3], now: 4, seconds: 0, why: 'four failures are a clumsy hand' },
  {
    failures: [0, 1, 2, 3, 4],
    now: 4,
    seconds: 900,
    why: 'the fifth closes the door for 15 minutes',
  },
  {
    failures: [0, 1, 2, 3, 4],
    now: 18.5,
    seconds: 30,
    why: 'the wait is counted from the last one',
  },
  { failures: [0, 1, 2, 3, 4], now: 19, seconds: 0, why: 'after it the door is open again' },
  {
    failures: [0, 4, 8, 12, 16],
    now: 16,
    seconds: 0,
    why: 'five spread over more than 15 minutes',
  },
  {
    failures: [0, 1, 2, 3, 4, 60, 61, 62, 63, 64, 120, 121, 122, 123, 124],
    now: 124,
    seconds: 7200,
    why: 'fifteen in a day close it for two hours',
  },
])('sign-in is refused for $seconds s when $why', ({ failures, now, seconds }) => {
  expect(secondsRefused(failures.map(at), at(now), failuresPerAccount)).toBe(seconds);
});
