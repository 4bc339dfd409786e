import { expect, test } from 'vitest';
import { attendanceOf, resolutionState } from './meeting.ts';

test.each([
  [{ doneOn: null, takenId: null }, 'open'],
  [{ doneOn: null, takenId: 'task' }, 'taken'],
  [{ doneOn: '2016-09-30', takenId: 'task' }, 'done'],
  [{ doneOn: '2016-09-30', takenId: null }, 'done'],
] as const)('a decision %o is %s', (standing, expected) => {
  expect(resolutionState(standing)).toBe(expected);
});

test('whoever sent somebody else has come, and of nobody invited there is no share', () => {
  expect(attendanceOf(['present', 'represented', 'absent'])).toEqual({
    invited: 3,
    came: 2,
    percent: 67,
  });
  expect(attendanceOf([]).percent).toBeNull();
});
