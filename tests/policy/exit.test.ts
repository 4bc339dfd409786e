// Whether a household can leave the register without its own word, in every process of every shipped pack
// that ends with its exit.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { type CaseRules, caseRulesOf } from '#domain/casework/case-rules.ts';
import {
  awaitedActors,
  type CaseState,
  capacitiesIn,
  foldCase,
} from '#domain/casework/case-state.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const day = plainDate('2016-08-15');
const packs = ['china-2014', 'gansu-2015', 'huanjiang-2016', 'jiangjin-2015'];
const isExit = (rules: CaseRules) => rules.ends.some(({ stage }) => stage === 'EXIT_ANNOUNCED');
const exits = packs.flatMap((id) => {
  const pack = shippedOn(id, day);
  return pack.rows.processes.flatMap(({ row }) => {
    const rules = caseRulesOf(pack, row.id);
    return rules !== undefined && isExit(rules) ? [{ name: `${id} ${row.id}`, rules }] : [];
  });
});

const act = (position: number, more: Partial<CaseAct>): CaseAct => ({
  position,
  kind: 'begin',
  step: '',
  account: `someone ${position}`,
  accountName: '',
  capacity: '',
  isTyped: false,
  on: day,
  at: '',
  reason: '理由',
  ...more,
});

/** One more act of an open step: an outcome, or a signature that is awaited. */
function acted(state: CaseState, choice: number): Partial<CaseAct> {
  const { step } = state;
  if (step === null) return {};
  const outcome = step.outcomes[choice % step.outcomes.length];
  if (step.kind !== 'signOff' || outcome?.isProposal !== true) {
    return { kind: 'decide', step: step.id, outcome: outcome?.id };
  }
  const awaited = awaitedActors(state);
  const capacity = awaited[choice % awaited.length] ?? '';
  return { kind: 'sign', step: step.id, outcome: outcome.id, capacity };
}

function walked(rules: CaseRules, choices: readonly number[]): readonly CaseAct[] {
  const acts = [act(1, { step: rules.start })];
  for (const choice of choices) {
    const state = foldCase(rules, acts);
    if (state.step === null) break;
    acts.push(act(acts.length + 1, acted(state, choice)));
  }
  return acts;
}

const isExited = (rules: CaseRules, { end }: CaseState) =>
  rules.ends.find(({ id }) => id === end)?.stage === 'EXIT_ANNOUNCED';
const choices = fc.array(fc.nat({ max: 997 }), { minLength: 4, maxLength: 40 });

describe('an exit', () => {
  test('[JJ-52] [HJ-50] [GS-67] is demanded to have the household’s word by every pack that has one', () => {
    expect(exits.map(({ name }) => name)).toEqual(packs.map((id) => `${id} householdExit`));
    for (const { rules } of exits) {
      expect(
        rules.steps.some(({ kind, actors }) => kind === 'signOff' && actors.includes('HOUSEHOLD')),
      ).toBe(true);
    }
  });

  test.each(exits)(
    '[JJ-52] of $name never comes without the household’s signature, whatever way is taken',
    { timeout: 60_000 },
    ({ rules }) => {
      let reached = 0;
      fc.assert(
        fc.property(choices, (chosen) => {
          // Mostly forward, so that many walks arrive.
          const acts = walked(
            rules,
            chosen.map((one) => (one % 5 === 0 ? one : 0)),
          );
          const state = foldCase(rules, acts);
          if (!isExited(rules, state)) return;
          reached += 1;
          const word = state.passed
            .filter(({ act: led }) => led.kind === 'sign')
            .some(({ signatures }) =>
              signatures.some((one) => capacitiesIn(one).includes('HOUSEHOLD')),
            );
          expect(word).toBe(true);
        }),
        { numRuns: 300 },
      );
      expect(reached).toBeGreaterThan(0);
    },
  );

  test.each(exits)(
    '[JJ-52] of $name that the household refuses does not go forward',
    ({ rules }) => {
      const step = rules.steps.find(
        ({ kind, actors }) => kind === 'signOff' && actors.includes('HOUSEHOLD'),
      );
      const at = rules.steps.findIndex(({ id }) => id === step?.id);
      for (const outcome of step?.outcomes.filter(({ isProposal }) => !isProposal) ?? []) {
        const to = rules.steps.findIndex(({ id }) => id === outcome.to);
        const end = rules.ends.find(({ id }) => id === outcome.to);
        expect(to === -1 ? end?.stage : to < at).not.toBe(to === -1 ? 'EXIT_ANNOUNCED' : false);
        expect(outcome.needsReason).toBe(true);
      }
    },
  );
});

test('the state of an exit is the fold of any beginning of its acts, in whatever order they arrive', () => {
  fc.assert(
    fc.property(
      fc.nat(exits.length - 1),
      choices,
      fc.infiniteStream(fc.nat()),
      (index, chosen, order) => {
        const rules = exits[index]?.rules;
        if (rules === undefined) return;
        const acts = walked(rules, chosen);
        const whole = foldCase(rules, acts);
        for (let count = 1; count <= acts.length; count += 1) {
          const beginning = acts.slice(0, count);
          const keys = new Map(beginning.map((one) => [one, order.next().value ?? 0]));
          const mixed = [...beginning].sort(
            (left, right) => (keys.get(left) ?? 0) - (keys.get(right) ?? 0),
          );
          expect(foldCase(rules, mixed)).toEqual(foldCase(rules, beginning));
        }
        expect(whole.position).toBe(acts.length);
      },
    ),
    { numRuns: 100 },
  );
});
