// Cases of every process of the shipped packs, run by people who do whatever they are allowed to.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '#domain/access/permission.ts';
import type { CaseAct, Meeting } from '#domain/casework/case-act.ts';
import { clockOf } from '#domain/casework/case-clock.ts';
import { type CaseRules, canBeRun, caseRulesOf, mayEnter } from '#domain/casework/case-rules.ts';
import { awaitedActors, type CaseState, foldCase } from '#domain/casework/case-state.ts';
import {
  answerDenial,
  type CaseView,
  decideDenial,
  isTyped,
  objectDenial,
  postDenial,
} from '#domain/casework/permit.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { demands } from '#domain/policy/pack/practice-schemas.ts';
import { stages } from '#domain/registry/stage.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const day = plainDate('2016-08-15');
const packs = ['china-2014', 'gansu-2015', 'huaihua-2015', 'huanjiang-2016', 'jiangjin-2015'];
const processes = packs.flatMap((id) => {
  const pack = shippedOn(id, day);
  return pack.rows.processes.flatMap(({ row }) => {
    const rules = caseRulesOf(pack, row.id);
    return rules !== undefined && canBeRun(rules) ? [{ name: `${id} ${row.id}`, rules }] : [];
  });
});
const rulesNamed = (name: string): CaseRules => {
  const found = processes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no process ${name}`);
  return found.rules;
};

const roles: readonly Role[] = ['household', 'helper', 'village', 'township', 'county', 'city'];
/** One more of each office than a case has steps, so that a fresh pair of eyes can be found. */
const people = roles.flatMap((role) =>
  Array.from({ length: 12 }, (_, index) => ({ account: `${role}${index}`, role })),
);
const good: Meeting = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
const bad: Meeting = { ...good, for: 4, against: 19 };

const viewOf = (
  rules: CaseRules,
  state: CaseState,
  asker: CaseView['asker'],
  today = day,
): CaseView => ({
  rules,
  state,
  asker,
  today,
  conditions: new Map(
    rules.steps.flatMap((step) =>
      step.outcomes.map(
        ({ id }) => [`${step.id}.${id}`, { value: true, sentence: { zh: '', en: '' } }] as const,
      ),
    ),
  ),
  present: new Set(demands),
  titleOf: (zh) => ({ zh, en: zh }),
});

const begun = (rules: CaseRules): CaseAct => ({
  position: 1,
  kind: 'begin',
  step: rules.start,
  account: 'village0',
  accountName: '',
  capacity: '',
  isTyped: false,
  on: day,
  at: '',
  reason: '',
});

type Tried = Partial<CaseAct> & Pick<CaseAct, 'kind'>;

/** Everything a person can try at a state, with a reason always given. */
function triesOf(view: CaseView): readonly Tried[] {
  const { state } = view;
  const { step } = state;
  if (step === null) return [];
  const decides = step.outcomes.flatMap((outcome) =>
    awaitedActors(state).flatMap((capacity) =>
      (step.kind === 'meeting' ? [good, bad] : [undefined]).map((meeting): Tried => {
        const signs = step.kind === 'signOff' && outcome.isProposal;
        return {
          kind: signs ? 'sign' : 'decide',
          outcome: outcome.id,
          capacity,
          meeting,
          isTyped: isTyped(step, capacity, view.asker),
        };
      }),
    ),
  );
  const answers = state.objections.flatMap(({ act }) =>
    (['upheld', 'rejected'] as const).map(
      (verdict): Tried => ({ kind: 'answer', objection: act.position, verdict }),
    ),
  );
  return [...decides, { kind: 'post', place: '村口' }, { kind: 'object' }, ...answers];
}

function isAllowed(view: CaseView, tried: Tried): boolean {
  const reason = '理由';
  switch (tried.kind) {
    case 'decide':
    case 'sign':
      return decideDenial(view, { ...tried, reason }) === undefined;
    case 'post':
      return postDenial(view) === undefined;
    case 'object':
      return objectDenial(view) === undefined;
    case 'answer': {
      const { objection = 0, verdict = 'rejected' } = tried;
      return answerDenial(view, { objection, verdict, reason }) === undefined;
    }
    default:
      return false;
  }
}

interface Walked {
  readonly acts: readonly CaseAct[];
  readonly today: ReturnType<typeof plainDate>;
}

/** Picks among all that is allowed to all people; days pass between acts. */
function walk(rules: CaseRules, choices: readonly number[]): Walked {
  let acts: readonly CaseAct[] = [begun(rules)];
  let today = day;
  for (const choice of choices) {
    today = addDays(today, choice % 5);
    const state = foldCase(rules, acts);
    const open = people.flatMap((asker) => {
      const view = viewOf(rules, state, asker, today);
      return triesOf(view).flatMap((tried) => (isAllowed(view, tried) ? [{ asker, tried }] : []));
    });
    const chosen = open[choice % Math.max(1, open.length)];
    if (chosen === undefined) break;
    const { asker, tried } = chosen;
    acts = [
      ...acts,
      {
        ...begun(rules),
        ...tried,
        step: state.step?.id ?? '',
        position: acts.length + 1,
        account: asker.account,
        on: today,
        reason: '理由',
      },
    ];
  }
  return { acts, today };
}

const someWalk = fc.record({
  index: fc.nat({ max: processes.length - 1 }),
  choices: fc.array(fc.nat({ max: 100_000 }), { maxLength: 25 }),
});
const patience = 60_000;

describe('whatever people do that is allowed', () => {
  test('[HH-04] [GS-04] [HJ-53] some act is possible to somebody, or the case has ended', {
    timeout: patience,
  }, () => {
    fc.assert(
      fc.property(someWalk, ({ index, choices }) => {
        const rules = processes[index]?.rules ?? rulesNamed('china-2014 identification');
        const { acts, today } = walk(rules, choices);
        const state = foldCase(rules, acts);
        const later = addDays(today, 60);
        const isOpen = people.some((asker) => {
          const view = viewOf(rules, state, asker, later);
          return triesOf(view).some((tried) => tried.kind !== 'object' && isAllowed(view, tried));
        });
        expect(isOpen || state.step === null).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('[HH-05] nobody approves what stands as their own, and nobody signs twice', {
    timeout: patience,
  }, () => {
    fc.assert(
      fc.property(someWalk, ({ index, choices }) => {
        const rules = processes[index]?.rules ?? rulesNamed('china-2014 identification');
        const { acts } = walk(rules, choices);
        for (const act of acts.slice(1)) {
          const before = foldCase(rules, acts.slice(0, act.position - 1));
          if (act.kind === 'decide' && before.step?.approves === true) {
            const standing = new Map(before.passed.map((one) => [one.step, one.act]));
            standing.delete(before.step.id);
            const own = [...standing.values()].filter(
              (one) => one.kind === 'decide' && !one.isTyped && one.account === act.account,
            );
            expect(own).toEqual([]);
          }
          if (act.kind === 'sign') {
            const twice = before.signatures.filter(
              ({ account, capacity }) => account === act.account || capacity === act.capacity,
            );
            expect(twice).toEqual([]);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  test('the state does not depend on the order in which rows are read', {
    timeout: patience,
  }, () => {
    fc.assert(
      fc.property(someWalk, fc.integer(), ({ index, choices }, seed) => {
        const rules = processes[index]?.rules ?? rulesNamed('china-2014 identification');
        const { acts } = walk(rules, choices);
        const shuffled = [...acts].sort(
          (left, right) => ((left.position * seed) % 7) - ((right.position * seed) % 7),
        );
        expect(foldCase(rules, shuffled)).toEqual(foldCase(rules, acts));
      }),
      { numRuns: 80 },
    );
  });
});

test('a process is offered to a household between the stages it ends with, and where somebody can act', () => {
  const identification = rulesNamed('huaihua-2015 identification');
  const exit = rulesNamed('jiangjin-2015 householdExit');

  expect(stages.filter((stage) => mayEnter(identification, stage, stages))).toEqual(['SURVEYED']);
  expect(stages.filter((stage) => mayEnter(exit, stage, stages))).toEqual([
    'LISTED',
    'EXIT_APPLIED',
    'EXIT_VERIFIED',
    'EXIT_STANDARD',
  ]);
  expect(processes.map(({ name }) => name)).not.toContain('china-2014 microcreditGrant');
});

test('a step counts working days round the holidays, turns orange, then red, and rises a level', () => {
  const rules = rulesNamed('huaihua-2015 identification');
  const acts = [{ ...begun(rules), on: plainDate('2016-09-26') }];
  const at = (today: string) => clockOf(rules, foldCase(rules, acts), plainDate(today));

  // Ten working days: 27 to 30 September, then 8 and 9 October, which make up for the week before.
  expect(at('2016-09-26').dueOn).toBe('2016-10-13');
  expect(at('2016-10-10')).toMatchObject({ colour: 'onTime', told: null });
  expect(at('2016-10-11').colour).toBe('soon');
  expect(at('2016-10-14')).toMatchObject({ colour: 'overdue', lateDays: 1, told: 'township' });
  expect(at('2016-11-10')).toMatchObject({ colour: 'overdue', told: 'county' });
});
