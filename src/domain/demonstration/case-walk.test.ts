import { expect, test } from 'vitest';
import { canBeRun, caseRulesOf } from '#domain/casework/case-rules.ts';
import { foldCase, unanswered } from '#domain/casework/case-state.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { shipped, shippedOn } from '#tests/world/shipped-packs.ts';
import { daysOpen, staysOf } from './case-days.ts';
import { pathTo, withUpheldObjection } from './case-path.ts';
import { planEndedCases, planOpenCases } from './case-plan.ts';
import { type CaseWish, walkCase } from './case-walk.ts';
import { randomOf } from './random.ts';

const today = plainDate('2016-09-30');
const somebody = (name: string) => ({ account: name, name });
const people = {
  household: somebody('农户'),
  secretary: somebody('文书'),
  surveyors: [somebody('甲'), somebody('乙')],
  reviewers: [somebody('审核'), somebody('复审')],
  officers: [somebody('县办'), somebody('县领导')],
} as const;

const processes = [...shipped.keys()].flatMap((id) =>
  shippedOn(id, today).rows.processes.flatMap(({ row }) => {
    const rules = caseRulesOf(shippedOn(id, today), row.id);
    return rules !== undefined && canBeRun(rules) ? [{ name: `${id} ${row.id}`, rules }] : [];
  }),
);

const wish = (more: Pick<CaseWish, 'rules' | 'stops' | 'stays'> & Partial<CaseWish>): CaseWish => ({
  people,
  today,
  dispute: 'none',
  underWay: true,
  withdrawnOn: null,
  ...more,
});

test('invented acts bring a case of every shipped process to each of its steps and each of its ends', () => {
  expect(processes.length).toBeGreaterThan(8);
  for (const { name, rules } of processes) {
    for (const target of [...rules.steps, ...rules.ends].map(({ id }) => id)) {
      const stops = pathTo(rules, target);
      if (stops === undefined) continue;
      const random = randomOf(`${name} ${target}`);
      const stays = staysOf(rules, stops, { last: addDays(today, -3), random });
      const acts = walkCase(wish({ rules, stops, stays, dispute: 'rejected' }), random);
      const state = foldCase(rules, acts);

      expect([name, state.step?.id ?? state.end]).toEqual([name, target]);
      expect(unanswered(state)).toEqual([]);
      const days = acts.map(({ on }) => on);
      expect(days.toSorted()).toEqual(days);
    }
  }
});

test('a case whose objection was upheld goes back and comes again to the same step', () => {
  for (const { name, rules } of processes) {
    const notice = rules.steps.find(
      ({ kind, outcomes }) => kind === 'notice' && outcomes.some(({ goesBack }) => goesBack),
    );
    const target = notice?.outcomes.find(({ isProposal }) => isProposal)?.to;
    const path = target === undefined ? undefined : pathTo(rules, target);
    if (path === undefined) continue;
    const stops = withUpheldObjection(rules, path);
    const random = randomOf(name);
    const stays = staysOf(rules, stops, { last: today, random });
    const state = foldCase(rules, walkCase(wish({ rules, stops, stays }), random));

    expect([name, state.step?.id ?? state.end]).toEqual([name, target]);
    expect(state.objections.map(({ answer }) => answer?.verdict)).toEqual(['upheld']);
  }
});

test('every step has cases on time, soon due, late and told two levels up, the same ones each time', () => {
  for (const { name, rules } of processes) {
    const plans = planOpenCases(rules, randomOf(name));
    for (const step of rules.steps.filter(({ id }) => pathTo(rules, id) !== undefined)) {
      const own = plans.filter(({ stops }) => stops.at(-1)?.step.id === step.id);
      const colours = new Set(own.map(({ lateness }) => lateness));
      expect([name, step.id, colours.size]).toEqual([name, step.id, 4]);
    }
    expect(planOpenCases(rules, randomOf(name))).toEqual(plans);
    expect(planEndedCases(rules, randomOf(name)).every(({ ended }) => ended)).toBe(true);
  }
});

test('a day from which a step is open is a working day that leaves it as late as was wished', () => {
  const [{ rules } = { rules: undefined }] = processes;
  const step = rules?.steps.find(({ kind }) => kind !== 'notice');
  if (rules === undefined || step === undefined) throw new Error('no process to look at');
  const of = (lateness: 'onTime' | 'soon' | 'overdue' | 'escalated') =>
    daysOpen(rules, step, { today, lateness, posted: false });
  const order = [of('onTime'), of('soon'), of('overdue'), of('escalated')].map(([day = '']) => day);

  expect(order.toSorted().toReversed()).toEqual(order);
  expect(of('overdue')).not.toContain('2016-09-04');
});
