import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { CaseAct } from './case-act.ts';
import type { CaseRules, OutcomeRule, StepRule } from './case-rules.ts';
import { foldCase } from './case-state.ts';
import { leastPresent } from './meeting.ts';
import { answerDenial, type CaseView, decideDenial, outcomeDenial } from './permit.ts';

const both = (zh: string) => ({ zh, en: zh });
const day = plainDate('2016-09-01');
const outcome = (id: string, to: string, more: Partial<OutcomeRule> = {}): OutcomeRule => ({
  id,
  title: both(id),
  to,
  isProposal: true,
  needsReason: false,
  goesBack: false,
  isConditional: false,
  ...more,
});
const step = (id: string, more: Partial<StepRule>): StepRule => ({
  id,
  title: both(id),
  kind: 'form',
  level: 'village',
  actors: ['VILLAGE_COMMITTEE'],
  text: null,
  shows: [],
  verified: true,
  outcomes: [],
  days: null,
  approves: false,
  ...more,
});
const rules: CaseRules = {
  subject: 'household',
  process: 'tea',
  title: both('入会'),
  start: 'sign',
  steps: [
    step('sign', {
      kind: 'signOff',
      actors: ['VILLAGE_SECRETARY', 'TEAM_LEADER'],
      outcomes: [outcome('allSign', 'board')],
    }),
    step('board', { kind: 'notice', days: 7, outcomes: [outcome('quiet', 'in')] }),
  ],
  ends: [{ id: 'in', title: both('入会'), stage: null }],
  intendedEnd: 'in',
  workdays: null,
  quorum: null,
  majority: null,
  calendar: { holidays: new Set(), workingWeekends: new Set() },
};

const act = (position: number, more: Partial<CaseAct>): CaseAct => ({
  position,
  kind: 'begin',
  step: 'sign',
  account: 'lin',
  accountName: '林',
  capacity: '',
  isTyped: false,
  on: day,
  at: '',
  reason: '',
  ...more,
});
const viewOf = (acts: readonly CaseAct[], account: string): CaseView => ({
  rules,
  state: foldCase(rules, acts),
  asker: { account, role: 'village' },
  today: day,
  conditions: new Map(),
  titleOf: both,
});

test('[GS-67] every party of a sign-off signs once, nobody twice, and the last signature moves on', () => {
  const one = [act(1, {}), act(2, { kind: 'sign', capacity: 'VILLAGE_SECRETARY' })];
  const asked = (account: string, capacity: string) =>
    decideDenial(viewOf(one, account), { outcome: 'allSign', capacity, reason: '' })?.code;

  expect(asked('lin', 'TEAM_LEADER')).toBe('casework/signed-already');
  expect(asked('wei', 'VILLAGE_SECRETARY')).toBe('casework/signed-already');
  expect(asked('wei', 'TEAM_LEADER')).toBeUndefined();
  const two = [...one, act(3, { kind: 'sign', capacity: 'TEAM_LEADER', account: 'wei' })];
  expect(foldCase(rules, two).step?.id).toBe('board');
});

test('an objection is not upheld where the process has no way back, and says so in both languages', () => {
  const acts = [
    act(1, {}),
    act(2, { kind: 'sign', capacity: 'VILLAGE_SECRETARY' }),
    act(3, { kind: 'sign', capacity: 'TEAM_LEADER', account: 'wei' }),
    act(4, { kind: 'post', place: '村口', step: 'board' }),
    act(5, { kind: 'object', account: 'ma', reason: '不对', step: 'board' }),
  ];
  const view = viewOf(acts, 'wei');
  const answer = { objection: 5, verdict: 'upheld' as const, reason: '属实' };

  expect(answerDenial(view, answer)?.code).toBe('casework/no-way-back');
  expect(answerDenial(view, { ...answer, verdict: 'rejected' })).toBeUndefined();
  expect(outcomeDenial(view, outcome('quiet', 'in'))?.message).toEqual({
    zh: '还有 1 条异议没有答复，公示不能结束。请先答复。',
    en: 'Objections without an answer: 1. The notice cannot end before they are answered.',
  });
});

test.each([
  [30, 20],
  [31, 21],
  [300, 200],
  [1, 1],
])('two thirds of %d entitled are %d', (due, least) => {
  expect(leastPresent(due, 0.6667)).toBe(least);
});
