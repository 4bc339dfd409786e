import { describe, expect, test } from 'vitest';
import {
  type ComparedHousehold,
  driftOf,
  errorRate,
  isFault,
  itemDifferences,
  raterDifferences,
  teamAgreement,
} from './score-comparison.ts';

function household(
  id: string,
  first: number,
  scores: readonly (readonly [team: string, total: number])[],
  more: Partial<ComparedHousehold> = {},
): ComparedHousehold {
  return {
    id,
    probability: 0.1,
    stratum: '',
    cluster: null,
    first: { items: [first], total: first, listed: first <= 60 },
    scores: scores.map(([team, total]) => ({
      team,
      account: team,
      rater: team,
      on: '2016-09-20',
      items: [total],
      total,
      listed: total <= 60,
    })),
    ...more,
  };
}

describe('independent scores', () => {
  test('[HJ-57] two teams are compared: kappa of 40, 5, 7 and 48 is 0.7586', () => {
    const pairs = [
      ...Array.from({ length: 40 }, () => [50, 50] as const),
      ...Array.from({ length: 5 }, () => [50, 70] as const),
      ...Array.from({ length: 7 }, () => [70, 50] as const),
      ...Array.from({ length: 48 }, () => [70, 70] as const),
    ];
    const households = pairs.map(([a, b], at) =>
      household(`${at}`, 50, [
        ['a', a],
        ['b', b],
      ]),
    );

    const agreement = teamAgreement(households, ['a', 'b'], 5);

    expect(agreement?.kappa).toBeCloseTo(0.7586, 4);
    expect(agreement?.table).toEqual([
      [40, 5],
      [7, 48],
    ]);
    expect(agreement?.within).toBeCloseTo(0.88, 10);
  });

  test('[HJ-65] differences stand by rater and by item, against what the pack allows', () => {
    const households = [
      household('1', 50, [
        ['a', 53],
        ['b', 49],
      ]),
      household('2', 60, [
        ['a', 67],
        ['b', 60],
      ]),
    ];

    expect(raterDifferences(households, 5)).toMatchObject([
      { team: 'a', n: 2, mean: 5, within: 0.5 },
      { team: 'b', n: 2, mean: -0.5, within: 1 },
    ]);
    expect(itemDifferences(households, 1)).toMatchObject([{ n: 4, mean: 2.25, within: 0.25 }]);
  });

  test('teams on different sides of the line settle nothing', () => {
    expect(
      isFault(
        household('1', 50, [
          ['a', 55],
          ['b', 65],
        ]),
      ),
    ).toBeNull();
    expect(
      isFault(
        household('1', 50, [
          ['a', 65],
          ['b', 66],
        ]),
      ),
    ).toBe(true);
    expect(
      isFault(
        household('1', 50, [
          ['a', 55],
          ['b', 60],
        ]),
      ),
    ).toBe(false);
    expect(isFault(household('1', 50, []))).toBeNull();
  });

  test('the rate is weighted by the chances of being drawn and carries its intervals', () => {
    const households = [
      household('1', 50, [['a', 70]], { probability: 0.5 }),
      ...Array.from({ length: 9 }, (_, at) => household(`${at + 2}`, 50, [['a', 51]])),
    ];

    const rate = errorRate(households, 0.95);

    expect(rate).toMatchObject({ faults: 1, households: 10, designEffect: 1 });
    expect(rate?.rate).toBeCloseTo(2 / 92, 10);
    expect(rate?.exact.low).toBeCloseTo(0.0025, 4);
    expect(rate?.exact.high).toBeCloseTo(0.445, 3);
  });

  test('faults that lie together in one village weigh as a design effect', () => {
    const households = Array.from({ length: 40 }, (_, at) =>
      household(`${at}`, 50, [['a', at < 10 ? 70 : 51]], {
        cluster: `village${Math.floor(at / 10)}`,
      }),
    );

    expect(errorRate(households, 0.95)?.designEffect).toBeGreaterThan(5);
  });

  test('[HJ-66] a rater who drifts is seen day by day', () => {
    const day = (on: string, difference: number) => ({ account: 'a', rater: '甲', on, difference });

    expect(driftOf([day('2016-09-02', 4), day('2016-09-01', 0), day('2016-09-02', 6)])).toEqual([
      {
        account: 'a',
        rater: '甲',
        points: [
          { on: '2016-09-01', n: 1, mean: 0, running: 0 },
          { on: '2016-09-02', n: 2, mean: 5, running: 10 / 3 },
        ],
      },
    ]);
  });
});
