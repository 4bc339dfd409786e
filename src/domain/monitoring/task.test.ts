import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { gapSentence, lateDays, missingLevels, shareDone } from './task.ts';

const level = (id: string) => ({ id, title: { zh: id, en: id } });
const levels = [level('县级领导'), level('帮扶单位'), level('乡镇'), level('村级组织')];

test.each([
  [[], '还没有县级领导、帮扶单位、乡镇、村级组织的责任人。'],
  [[{ level: '乡镇', name: '谭' }], '还没有县级领导、帮扶单位、村级组织的责任人。'],
  [levels.map(({ id }) => ({ level: id, name: '谭' })), undefined],
] as const)(
  '[HJ-07] no task is without an owner at each of four levels: %o is told as %s',
  (owners, said) => {
    expect(gapSentence(missingLevels(levels, owners))?.zh).toBe(said);
  },
);

test('[HJ-07] where a pack names no levels one owner is enough', () => {
  expect(gapSentence(missingLevels([], []))?.en).toBe(
    'Nobody answers yet at: somebody who answers.',
  );
  expect(missingLevels([], [{ level: 'any', name: '谭' }])).toEqual([]);
});

test.each([
  [{ dueOn: '2016-09-20', doneOn: null }, '2016-09-30', 10],
  [{ dueOn: '2016-09-20', doneOn: '2016-09-21' }, '2016-09-30', 1],
  [{ dueOn: '2016-09-20', doneOn: '2016-09-19' }, '2016-09-30', 0],
] as const)('[JJ-48] %o on %s is %i days late', (days, on, late) => {
  expect(lateDays(days, plainDate(on))).toBe(late);
});

test('[HJ-08] what is done is a share of what was asked for, never more than all of it', () => {
  expect([shareDone(40, 10), shareDone(40, 60), shareDone(null, 3)]).toEqual([0.25, 1, null]);
});
