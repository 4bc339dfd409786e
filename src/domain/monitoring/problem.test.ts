import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import {
  curveOf,
  decideAct,
  type Intended,
  type ProblemAct,
  type ProblemState,
  problemActs,
  problemClock,
  type Whoever,
} from './problem.ts';
import type { Phase, WorkList } from './work-list.ts';

const both = (text: string) => ({ zh: text, en: text });
const state = (id: string, phase: Phase) => ({ id, title: both(id), phase });
const list: WorkList = {
  id: 'problemList',
  title: both('问题清单'),
  verified: true,
  states: [
    state('registered', 'open'),
    state('assigned', 'assigned'),
    state('mended', 'mended'),
    state('verified', 'verified'),
    state('closed', 'closed'),
  ],
};
const today = plainDate('2016-09-30');
const owner: Whoever = { account: 'owner', maySteer: false, mayWork: true };
const county: Whoever = { account: 'county', maySteer: true, mayWork: true };
const both2: Whoever = { account: 'owner', maySteer: true, mayWork: true };
const at = (phase: Phase, more: Partial<ProblemState> = {}): ProblemState => ({
  state: phase === 'open' ? 'registered' : phase,
  phase,
  position: 1,
  ownerAccount: phase === 'open' ? null : 'owner',
  ownerName: phase === 'open' ? null : '谭主任',
  assignedOn: '2016-09-01',
  dueOn: '2016-09-20',
  mendedBy: ['mended', 'verified', 'closed'].includes(phase) ? 'owner' : null,
  ...more,
});
const full = (act: ProblemAct, more: Partial<Intended> = {}): Intended => ({
  act,
  words: '已整改',
  owner: { account: 'owner', name: '谭主任' },
  dueOn: plainDate('2016-10-10'),
  ...more,
});

test.each([
  [at('open'), county, full('advance'), 'assigned'],
  [at('open'), owner, full('advance'), 'monitoring/problem-not-yours'],
  [at('open'), county, full('advance', { owner: null }), 'monitoring/problem-owner-missing'],
  [
    at('open'),
    county,
    full('advance', { dueOn: plainDate('2016-09-29') }),
    'monitoring/problem-day-past',
  ],
  [at('open'), county, full('urge'), 'monitoring/problem-unassigned'],
  [at('open'), county, full('reassign'), 'monitoring/problem-unassigned'],
  [at('assigned'), owner, full('advance'), 'mended'],
  [at('assigned'), owner, full('advance', { words: '' }), 'monitoring/problem-words-missing'],
  [at('assigned'), county, full('advance'), 'monitoring/problem-not-yours'],
  [at('assigned', { ownerAccount: null }), county, full('advance'), 'mended'],
  [at('assigned'), county, full('reassign'), 'assigned'],
  [at('assigned'), county, full('urge'), 'assigned'],
  [at('assigned'), owner, full('urge'), 'monitoring/problem-not-yours'],
  [at('assigned'), county, full('back'), 'monitoring/problem-not-mended'],
  [at('mended'), county, full('advance'), 'verified'],
  [at('mended'), both2, full('advance'), 'monitoring/problem-own-work'],
  [at('mended'), both2, full('back'), 'monitoring/problem-own-work'],
  [at('mended'), county, full('back'), 'assigned'],
  [at('mended'), county, full('back', { words: '' }), 'monitoring/problem-words-missing'],
  [at('verified'), county, full('advance'), 'closed'],
  [at('verified'), both2, full('advance'), 'monitoring/problem-own-work'],
  [at('verified'), county, full('reopen'), 'monitoring/problem-not-closed'],
  [at('closed'), county, full('reopen'), 'assigned'],
  [at('closed'), owner, full('reopen'), 'monitoring/problem-not-yours'],
  [at('closed'), county, full('advance'), 'monitoring/problem-closed'],
  [at('closed'), owner, full('remark'), 'closed'],
  [at('open', { state: 'gone' }), county, full('advance'), 'monitoring/problem-list-gone'],
] as const)('[HJ-09] %o by %o: %o leads to %s', (problem, who, intended, outcome) => {
  const decided = decideAct(list, problem, who, intended, today);

  expect(decided.ok ? decided.to.id : decided.why.code).toBe(outcome);
});

test('[HJ-09] [HH-26] whatever is tried, nobody closes or verifies what they mended, and a closed problem only reopens', () => {
  const phase = fc.constantFrom<Phase>('open', 'assigned', 'mended', 'verified', 'closed');
  fc.assert(
    fc.property(phase, fc.constantFrom(...problemActs), fc.boolean(), (from, act, maySteer) => {
      const decided = decideAct(list, at(from), { ...both2, maySteer }, full(act), today);
      if (!decided.ok || act === 'remark' || act === 'urge') return true;
      if (from === 'closed') return act === 'reopen' && decided.to.phase === 'assigned';
      return !['verified', 'closed'].includes(decided.to.phase);
    }),
  );
});

describe('the clock', () => {
  const village = areaCode('451226202202');
  test.each([
    ['2016-09-10', null, 0],
    ['2016-09-20', null, 0],
    ['2016-09-21', 'township', 1],
    ['2016-10-09', 'township', 19],
    ['2016-10-10', 'county', 20],
    ['2016-10-29', 'city', 39],
    ['2017-10-29', 'province', 404],
  ] as const)(
    'on %s a problem of a village due on the 20th is told to %s, %i days late',
    (on, told, late) => {
      expect(problemClock(village, at('assigned'), plainDate(on))).toMatchObject({
        told,
        lateDays: late,
      });
    },
  );

  test('stands still once the owner has mended it', () => {
    expect(problemClock(village, at('mended'), today)).toMatchObject({
      colour: 'noClock',
      told: null,
    });
  });
});

test('[HH-26] the curve falls to zero as problems are closed, and rises again when one is reopened', () => {
  const from = plainDate('2016-09-01');
  const change = (days: number, by: number) => ({ on: addDays(from, days), change: by });
  const curve = curveOf([change(-10, 3), change(1, 2), change(2, -5), change(3, 1)], {
    from,
    to: addDays(from, 4),
  });

  expect(curve.map(({ open }) => open)).toEqual([3, 5, 0, 1, 1]);
});
