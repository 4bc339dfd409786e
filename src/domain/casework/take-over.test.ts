import { describe, expect, test } from 'vitest';
import { noOffices } from '#domain/access/office.ts';
import type { Role } from '#domain/access/permission.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { CaseAct } from './case-act.ts';
import type { StepRule } from './case-rules.ts';
import type { CaseState } from './case-state.ts';
import { type Colleague, takenOverBy, waitsFor } from './take-over.ts';

const both = (zh: string) => ({ zh, en: zh });
const day = plainDate('2016-09-01');
const step = (id: string, more: Partial<StepRule> = {}): StepRule => ({
  id,
  title: both(id),
  kind: 'review',
  level: 'village',
  actors: ['VILLAGE_COMMITTEE'],
  text: null,
  shows: [],
  verified: true,
  outcomes: [],
  days: null,
  approves: true,
  ...more,
});
const decided = (at: string, account: string, more: Partial<CaseAct> = {}) => ({
  step: at,
  since: day,
  outcome: 'passed',
  signatures: [],
  notice: null,
  act: {
    position: 2,
    kind: 'decide' as const,
    step: at,
    account,
    accountName: account,
    capacity: 'VILLAGE_COMMITTEE',
    isTyped: false,
    on: day,
    at: '2016-09-01T00:00:00.000Z',
    reason: '',
    ...more,
  },
});
const state = (open: StepRule, ...passed: ReturnType<typeof decided>[]): CaseState => ({
  position: 3,
  step: open,
  since: day,
  passed,
  signatures: [],
  notice: null,
  objections: [],
  end: null,
});
const person = (account: string, role: Role = 'village'): Colleague => ({
  account,
  role,
  held: noOffices,
});
const station = person('station', 'township');

describe('a reviewing step', () => {
  test('goes to the level above where everybody of its office did earlier work', () => {
    const stuck = state(step('review'), decided('vote', 'a'));

    expect(takenOverBy(stuck, [person('a'), station])).toBe('TOWNSHIP');
    expect(waitsFor(stuck, [person('a'), station])).toEqual([
      'village',
      'township',
      'VILLAGE_COMMITTEE',
      'TOWNSHIP',
    ]);
    const above = state(step('check', { actors: ['TOWNSHIP'] }), decided('review', 'station'));
    expect(takenOverBy(above, [person('a'), station])).toBe('COUNTY_OFFICE');
  });

  test('stays where one person of its office had no hand in it, or nobody is known there', () => {
    const stuck = state(step('review'), decided('vote', 'a'));

    expect(takenOverBy(stuck, [person('a'), person('b')])).toBeUndefined();
    expect(takenOverBy(stuck, [station])).toBeUndefined();
    expect(takenOverBy(stuck, [])).toBeUndefined();
  });

  test('is nobody’s own work where the household’s word was only written down, or the step approves nothing', () => {
    const typed = state(step('review'), decided('apply', 'a', { isTyped: true }));
    const vote = state(step('vote', { approves: false }), decided('apply', 'a'));

    expect(takenOverBy(typed, [person('a')])).toBeUndefined();
    expect(takenOverBy(vote, [person('a')])).toBeUndefined();
  });
});
