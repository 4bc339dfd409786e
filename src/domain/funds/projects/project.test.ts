import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptanceDenial,
  applicationDenial,
  type ProjectFacts,
  settleDenial,
  sixQuestions,
  stepDenial,
  stopDenial,
  tenderDenial,
} from './act-denials.ts';
import { allocationDenial, milestoneDenial, paymentDenial } from './payment-denial.ts';
import { type ProjectAct, projectActs, projectSteps, stateAfter } from './project.ts';

const act = (kind: ProjectAct['kind'], more: Partial<ProjectAct> = {}): ProjectAct => ({
  kind,
  account: 'author',
  passes: true,
  milestone: null,
  ...more,
});

const answers = {
  arrangement: '硬化三公里',
  money: '整合资金',
  organiser: '县交通局',
  implementer: '下南乡',
  due: '2016-08-31',
  acceptance: '县里组织验收',
};

const facts = (more: Partial<ProjectFacts> = {}): ProjectFacts => ({
  state: stateAfter([act('enter')]),
  mode: 'buildThenSubsidize',
  level: 'village',
  acts: [act('enter')],
  planned: 900n,
  lines: [{ source: 'pooledFunds', purpose: 'INFRASTRUCTURE', amount: 900n }],
  milestones: [{ id: 'm1', title: '完工', share: 900n }],
  outputs: [{ product: '硬化道路', isReported: true }],
  households: 3,
  photographs: 1,
  answers,
  mechanism: '村委会管护',
  ...more,
});

const toBuilding = [
  act('enter'),
  act('apply'),
  act('review', { account: 'reviewer' }),
  act('approve', { account: 'approver' }),
  act('tender'),
  act('start'),
];

describe('the steps of a project', () => {
  test('lead from the library to the hand-over, one act after another [HH-16]', () => {
    const acts = [
      ...toBuilding,
      act('report'),
      act('accept', { account: 'approver' }),
      act('settle'),
      act('handOver'),
    ];
    const steps = acts.map((_, index) => stateAfter(acts.slice(0, index + 1)).step);

    expect(steps).toEqual([
      'library',
      'applied',
      'reviewed',
      'approved',
      'tendered',
      'building',
      'building',
      'accepted',
      'settled',
      'handedOver',
    ]);
  });

  test('what a review finds wanting goes back to the library, a failed acceptance goes on being built', () => {
    const failed = [act('enter'), act('apply'), act('review', { passes: false })];
    const built = [...toBuilding, act('accept', { passes: false })];

    expect(stateAfter(failed).step).toBe('library');
    expect(stateAfter(built).step).toBe('building');
  });

  test('a milestone that is checked again and fails is open again', () => {
    const check = (passes: boolean) => act('check', { milestone: 'm1', passes });

    expect([...stateAfter([...toBuilding, check(true)]).reached]).toEqual(['m1']);
    expect([...stateAfter([...toBuilding, check(true), check(false)]).reached]).toEqual([]);
  });

  test('an act that its step does not know changes nothing and is refused', () => {
    expect(stateAfter([act('enter'), act('accept')]).step).toBe('library');
    expect(stepDenial(facts(), 'accept', 'approver')?.code).toBe('funds/wrong-project-step');
  });

  test('nobody reviews, approves or accepts their own', () => {
    const applied = [act('enter'), act('apply')];
    const reviewed = [...applied, act('review', { account: 'reviewer' })];
    const at = (acts: readonly ProjectAct[]) => facts({ acts, state: stateAfter(acts) });

    expect(stepDenial(at(applied), 'review', 'author')?.code).toBe('funds/own-project');
    expect(stepDenial(at(reviewed), 'approve', 'reviewer')?.code).toBe('funds/own-project');
    expect(stepDenial(at(reviewed), 'approve', 'approver')).toBeUndefined();
    expect(stepDenial(at(toBuilding), 'accept', 'author')?.code).toBe('funds/own-project');
  });
});

describe('an application', () => {
  test.each(sixQuestions)(
    'answers the six questions; without “%s” it is refused [GS-58]',
    (one) => {
      const without = facts({ answers: { ...answers, [one]: ' ' } });

      expect(applicationDenial(without)?.code).toBe('funds/project-incomplete');
    },
  );

  test('names the mechanism before anything is built [TL-29]', () => {
    const denial = applicationDenial(facts({ mechanism: '' }));

    expect(denial?.message.zh).toContain('后续管护和利益联结机制');
  });

  test('of households names at least one of them', () => {
    const alone = facts({ level: 'household', households: 0 });

    expect(applicationDenial(alone)?.message.en).toContain('a household');
    expect(applicationDenial(facts({ level: 'household' }))).toBeUndefined();
  });

  test.each<[string, Partial<ProjectFacts>, string]>([
    ['lines', { planned: 901n, milestones: [] }, 'funds/project-incomplete'],
    ['lines', { planned: 901n }, 'funds/lines-uneven'],
    ['milestones', { milestones: [{ id: 'm1', title: '完工', share: 1n }] }, 'funds/shares-uneven'],
  ])('has %s that sum to what it costs', (_, more, code) => {
    expect(applicationDenial(facts(more))?.code).toBe(code);
  });
});

describe('tender, acceptance, settling, stopping', () => {
  test('from the line of the pack on a tender is public, and a contract never exceeds what was approved', () => {
    const tender = { isPublic: false, amount: 800n };

    expect(tenderDenial(facts(), tender, 900n)?.code).toBe('funds/tender-needed');
    expect(tenderDenial(facts(), { ...tender, isPublic: true }, 900n)).toBeUndefined();
    expect(tenderDenial(facts(), tender, 901n)).toBeUndefined();
    expect(tenderDenial(facts(), tender, null)).toBeUndefined();
    expect(tenderDenial(facts(), { ...tender, amount: 901n }, null)?.code).toBe(
      'funds/contract-too-high',
    );
  });

  test.each<[Partial<ProjectFacts>, bigint, string | undefined]>([
    [{}, 900n, undefined],
    [{ photographs: 0 }, 900n, 'funds/no-photograph'],
    [{ outputs: [{ product: '路', isReported: false }] }, 900n, 'funds/output-not-reported'],
    [{}, 901n, 'funds/accepted-too-much'],
    [{}, 99n, 'funds/accepted-too-little'],
  ])(
    'is accepted with pictures, reported outputs and an amount in between',
    (more, amount, code) => {
      expect(acceptanceDenial(facts(more), { amount, paid: 100n })?.code).toBe(code);
    },
  );

  test('is settled when all of it is paid, and stopped when nothing lies there any more', () => {
    expect(settleDenial(900n, 899n)?.code).toBe('funds/not-settled');
    expect(settleDenial(900n, 900n)).toBeUndefined();
    expect(stopDenial(1n)?.code).toBe('funds/money-held');
    expect(stopDenial(0n)).toBeUndefined();
  });
});

const payable = (acts: readonly ProjectAct[], more: object = {}) => ({
  title: '村道',
  mode: 'buildThenSubsidize' as const,
  state: stateAfter(acts),
  lines: [
    { source: 'pooledFunds', purpose: 'INFRASTRUCTURE', amount: 600n },
    { source: 'countyFinance', purpose: 'INDUSTRY', amount: 300n },
  ],
  accepted: null as bigint | null,
  paid: [],
  ...more,
});
const payment = { source: 'pooledFunds', purpose: 'INFRASTRUCTURE', amount: 500n };
const accepted = [...toBuilding, act('accept', { account: 'approver' })];

describe('a payment for a project', () => {
  test('that is built first waits for its acceptance [JJ-21]', () => {
    expect(paymentDenial(payable(toBuilding), payment)?.code).toBe('funds/not-accepted');
    expect(paymentDenial(payable(accepted, { accepted: 900n }), payment)).toBeUndefined();
  });

  test('keeps to its line of source and use, and to what was recognised', () => {
    const paid = [{ ...payment, amount: 200n }];
    const one = payable(accepted, { accepted: 900n, paid });

    expect(paymentDenial(one, payment)?.code).toBe('funds/over-project-line');
    expect(paymentDenial(one, { ...payment, purpose: 'INDUSTRY' })?.code).toBe(
      'funds/over-project-line',
    );
    expect(paymentDenial({ ...one, accepted: 500n }, { ...payment, amount: 400n })?.code).toBe(
      'funds/over-accepted',
    );
  });

  test('is neither made nor set aside before approval or after hand-over', () => {
    const early = payable([act('enter'), act('apply')]);
    const late = payable([...accepted, act('settle'), act('handOver')], { accepted: 900n });

    expect(paymentDenial(early, payment)?.code).toBe('funds/project-closed');
    expect(allocationDenial(early, payment, [])?.code).toBe('funds/project-closed');
    expect(paymentDenial(late, payment)?.code).toBe('funds/project-closed');
    expect(allocationDenial(payable(toBuilding), payment, [])).toBeUndefined();
    expect(allocationDenial(payable(toBuilding), payment, [payment])?.code).toBe(
      'funds/over-project-line',
    );
  });

  test('is for a milestone that was reached, within its share', () => {
    const milestone = { id: 'm1', title: '路基', share: 400n, paid: 100n };
    const reached = payable([...toBuilding, act('check', { milestone: 'm1' })]);

    expect(milestoneDenial(payable(toBuilding), milestone, 100n)?.code).toBe(
      'funds/milestone-open',
    );
    expect(milestoneDenial(reached, milestone, 300n)).toBeUndefined();
    expect(milestoneDenial(reached, milestone, 301n)?.code).toBe('funds/over-milestone');
    expect(milestoneDenial(payable(accepted, { accepted: 900n }), milestone, 1n)).toBeUndefined();
  });

  test('is never made for a build-first project before acceptance, whatever the order of acts [JJ-21]', () => {
    const anAct = fc.record({
      kind: fc.constantFrom(...projectActs),
      account: fc.constantFrom('author', 'reviewer', 'approver'),
      passes: fc.boolean(),
      milestone: fc.constantFrom(null, 'm1'),
    });
    const asked = fc.oneof(anAct, fc.record({ pays: fc.bigInt({ min: 1n, max: 900n }) }));

    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (doings) => {
        const acts: ProjectAct[] = [act('enter')];
        let recognised: bigint | null = null;
        let paid = 0n;
        for (const doing of doings) {
          const state = stateAfter(acts);
          if ('pays' in doing) {
            const line = { ...payment, amount: doing.pays };
            const before = [{ ...payment, amount: paid }];
            const one = payable(acts, { accepted: recognised, paid: before });
            if (paymentDenial(one, line) === undefined) paid += doing.pays;
          } else if (stepDenial(facts({ acts, state }), doing.kind, doing.account) === undefined) {
            acts.push(doing);
            if (doing.kind === 'accept' && doing.passes) recognised = 500n;
          }
          const wasAccepted = acts.some(({ kind, passes }) => kind === 'accept' && passes);
          expect(projectSteps).toContain(stateAfter(acts).step);
          if (paid > 0n) expect(wasAccepted).toBe(true);
          expect(paid <= 500n).toBe(true);
        }
      }),
    );
  });
});
