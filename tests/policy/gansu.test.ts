import { describe, expect, test } from 'vitest';
import { decide } from '#domain/policy/pack/check-examples.ts';
import { holds, numberIn, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const pack = shippedOn('gansu-2015', '2015-12-31');
const { rows } = pack;

describe('3342', () => {
  const matrix = rowOf(rows.signOffs, 'householdExitConsent');

  test('three, three, four and two parties make twelve; the village leaders sign as one party, so up to thirteen people sign [AT-GS-05, GS-66, GS-67, GS-68, GS-69, GS-70]', () => {
    const parties = matrix.levels.map((one) => one.parties.length);
    const signers = matrix.levels.flatMap((one) => one.parties).flatMap((one) => one.signers);

    expect(matrix.levels.map(({ level }) => level)).toEqual([
      'village',
      'township',
      'county',
      'city',
    ]);
    expect(parties).toEqual([3, 3, 4, 2]);
    expect([matrix.parties, matrix.signers]).toEqual([12, 13]);
    expect(signers).toHaveLength(13);
    expect(matrix.levels[0]?.parties[0]?.signers.map(({ office }) => office.zh)).toEqual([
      '村党支部书记',
      '村委会主任',
    ]);
    expect(matrix.levels[2]?.parties.at(-1)?.signers[0]?.office.zh).toBe('县统计局局长');
  });

  test('the village signs each household, township, county and city sign rosters [GS-71]', () => {
    expect(matrix.levels.map(({ form }) => form)).toEqual(['each', 'roster', 'roster', 'roster']);
  });

  test('no household leaves the register before all four levels have signed [GS-66, GS-71]', () => {
    const exit = rowOf(rows.processes, 'householdExit');
    const signing = exit.steps.filter(({ kind }) => kind === 'signOff');
    const actors = signing.flatMap((step) => step.actors);

    expect(signing.map(({ level }) => level)).toEqual(matrix.levels.map(({ level }) => level));
    expect(actors).toHaveLength(matrix.signers);
    for (const left of signing) {
      const others = exit.steps.filter((step) => step !== left);
      expect(reaches('exited', exit.start, others)).toBe(false);
    }
    expect(reaches('exited', exit.start, exit.steps)).toBe(true);
  });
});

function reaches(
  end: string,
  start: string,
  steps: readonly { readonly id: string; readonly outcomes: readonly { readonly to: string }[] }[],
): boolean {
  const seen = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === end) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(steps.find((step) => step.id === id)?.outcomes.map(({ to }) => to) ?? []));
  }
  return false;
}

describe('identification', () => {
  test('has the five steps by name, the first three at the household and the income in the first [GS-04]', () => {
    const { steps } = rowOf(rows.processes, 'identification');
    const five = steps.slice(0, 5);

    expect(five.map(({ id }) => id)).toEqual([
      'check',
      'look',
      'compare',
      'deliberation',
      'notice',
    ]);
    expect(five.map(({ level }) => level)).toEqual([
      'household',
      'household',
      'household',
      'village',
      'village',
    ]);
    expect(five.every(({ verified }) => verified)).toBe(true);
    expect(
      steps.slice(5).every(({ verified, source }) => !verified && source?.document === 'plan2014'),
    ).toBe(true);
    expect(rowOf(rows.verification, 'fiveSteps').rows).toHaveLength(5);
  });

  test('re-verification begins in mid-June 2015 and not before [GS-03]', () => {
    const on = (day: string) =>
      shippedOn('gansu-2015', day).rows.catalogue.some(({ row }) => row.id === 'reverification');

    expect(on('2015-06-10')).toBe(false);
    expect(on('2015-06-15')).toBe(true);
  });

  test('the look-back has four classes of problems, and mends what it finds [GS-07]', () => {
    expect(rowOf(rows.lists, 'lookBackProblem').codes.map(({ title }) => title.zh)).toEqual([
      '扶贫对象不准',
      '脱贫需求不清',
      '帮扶措施不实',
      '资金项目使用不准',
    ]);
    const mending = rowOf(rows.listSets, 'managementLists').lists.find(
      ({ id }) => id === 'rectification',
    );
    expect(mending?.states).toHaveLength(3);
  });
});

describe('853', () => {
  test('is eight accuracies of the register, three charts with two tables, three registers of a household [AT-GS-04, GS-09, GS-18, GS-19, GS-20, GS-21, GS-22, GS-23, GS-24, GS-25]', () => {
    const accuracies = rowOf(rows.indicators, 'eightAccuracies');
    const { charts } = rowOf(rows.chartSets, 'fiveCharts');

    expect(accuracies.subject).toBe('register');
    expect(accuracies.indicators).toHaveLength(8);
    expect(charts.filter(({ title }) => title.zh.endsWith('图'))).toHaveLength(3);
    expect(charts.filter(({ title }) => title.zh.endsWith('表'))).toHaveLength(2);
    expect(charts.every(({ level }) => level === 'village')).toBe(true);
    expect(rowOf(rows.listSets, 'threeLedgers').lists).toHaveLength(3);
  });

  test('each accuracy is its own requirement, has three numbers, and the sixth includes spending [GS-10, GS-11, GS-12, GS-13, GS-14, GS-15, GS-16, GS-17]', () => {
    const { indicators } = rowOf(rows.indicators, 'eightAccuracies');

    expect(indicators.flatMap(({ requirements }) => requirements)).toEqual(
      [10, 11, 12, 13, 14, 15, 16, 17].map((number) => `GS-${number}`),
    );
    expect(rowOf(rows.verification, 'accuracyNumbers').rows).toHaveLength(3);
    expect(indicators[5]?.measure.zh).toMatch(/收入和支出/);
  });
});

describe('the line', () => {
  test.each([
    [2800, false],
    [2801, true],
    [2808, true],
    [2855, true],
  ])(
    '%i yuan in 2015 against the inferred 2,800: over it is %s [AT-GS-14, GS-50]',
    (income, is) => {
      expect(holds(pack, 'overAppliedLine', { incomePerHead: income })).toBe(is);
    },
  );

  test('the national series stays what it is, and 2,808 falls 47 yuan short of it [AT-GS-14]', () => {
    const line = numberIn(pack, 'povertyLine');

    expect(line).toBe(2855);
    expect(Number(line) - Number(numberIn(pack, 'dibaoClassTwo'))).toBe(47);
    expect(holds(pack, 'incomeOverLine', { incomePerHead: 2808 })).toBe(false);
  });

  test('the inferred line is nowhere called verified [AT-GS-14]', () => {
    const { values } = rowOf(rows.parameters, 'appliedLine');

    expect(values.every(({ verified, note }) => !verified && note !== undefined)).toBe(true);
  });

  test('who is lifted by dibao is told apart from who is lifted by income [AT-GS-15, GS-50]', () => {
    const table = pack.tables.get('exitKind');
    const kindOf = (facts: Parameters<typeof holds>[2]) => table && decide(table, facts);

    expect(kindOf({ incomePerHead: 2808, dibaoClass: 2 })).toEqual({
      row: 'byPolicy',
      gives: ['DIBAO'],
    });
    expect(kindOf({ incomePerHead: 9000, dibaoClass: 0 })).toEqual({ row: 'byIncome', gives: [] });
    expect(kindOf({ incomePerHead: 2700, dibaoClass: 0 })).toEqual({ row: 'none', gives: [] });
  });
});

describe('help and money', () => {
  test('the loan asks for labour, will and means: 50,000 yuan, three years, the whole benchmark interest [GS-45, GS-46]', () => {
    const able = { stage: 'LISTED', labourers: 1, loanWilling: true, canRepay: true };

    expect(['loanCap', 'loanTerm', 'loanSubsidy'].map((id) => numberIn(pack, id))).toEqual([
      50_000, 3, 100,
    ]);
    expect(holds(pack, 'mayBorrow', able)).toBe(true);
    for (const lack of [{ labourers: 0 }, { loanWilling: false }, { canRepay: false }]) {
      expect(holds(pack, 'mayBorrow', { ...able, ...lack })).toBe(false);
    }
    expect(rowOf(rows.products, 'microcredit').unsecured).toBe(true);
    expect(rowOf(rows.benefits, 'loanInterest').payer?.zh).toBe('省级财政');
  });

  test('the risk fund is paid in 7 to 3, and the pack says nothing of how losses are shared [GS-44]', () => {
    const { shares } = rowOf(rows.riskFunds, 'riskCompensation');

    expect(shares.map(({ share }) => numberIn(pack, share))).toEqual([70, 30]);
  });

  test('the programme cannot lend the most to everybody: 40 billion against 50.5 [AT-GS-07, GS-43]', () => {
    const total = Number(numberIn(pack, 'loanProgrammeTotal'));

    expect(total).toBe(40_000_000_000);
    expect(1_010_000 * Number(numberIn(pack, 'loanCap'))).toBeGreaterThan(total);
  });

  test('the budget grows by 20, 20, 10 and 15 per cent of the increment; half of idle funds; blocks to counties [GS-59, GS-60, GS-61]', () => {
    const { kind, limits } = rowOf(rows.fundRules, 'incrementShares');

    expect(kind).toBe('shareLeast');
    expect(limits.map((one) => [one.id, numberIn(pack, one.parameter)])).toEqual([
      ['province', 20],
      ['areaCounty', 20],
      ['city', 10],
      ['scatteredCounty', 15],
    ]);
    const [idle] = rowOf(rows.fundRules, 'idleFunds').limits;
    expect(idle && numberIn(pack, idle.parameter)).toBe(50);
    expect(rowOf(rows.fundRules, 'blockAllocation').kind).toBe('order');
  });

  test('dibao pays 3,300 and 2,808 yuan; schooling is waived at three stages; the list of diseases grew from 26 to 50 [GS-49, GS-50, GS-51]', () => {
    expect(['dibaoClassOne', 'dibaoClassTwo'].map((id) => numberIn(pack, id))).toEqual([
      3300, 2808,
    ]);
    const waivers = rows.benefits.filter(({ row }) => row.kind === 'waiver');
    expect(waivers).toHaveLength(3);
    expect(numberIn(shippedOn('gansu-2015', '2014-12-31'), 'diseaseKinds')).toBe(26);
    expect(numberIn(pack, 'diseaseKinds')).toBe(50);
  });

  test('there is a team for each village and a helper for each household, and both coverages are full [GS-29, GS-30]', () => {
    const { indicators } = rowOf(rows.indicators, 'twoCoverages');

    expect(indicators.map(({ least }) => least && numberIn(pack, least))).toEqual([100, 100]);
    expect(rowOf(rows.staffing, 'coverageOfVillages').posts.every(({ least }) => least >= 1)).toBe(
      true,
    );
    expect(rowOf(rows.staffing, 'coverageOfHouseholds').posts).toMatchObject([
      { id: 'helper', least: 1 },
    ]);
  });

  test('a unit for each village and a cadre for each household, 1.675 households to a cadre: more than the cadres could not be covered one by one [AT-GS-12, GS-27]', () => {
    const posts = (id: string) => rowOf(rows.staffing, id).posts.map(({ least }) => least);
    const of = (id: string) => Number(rowOf(rows.figures, id).value);
    const [cadres, households, units, villages] = [
      of('twinCadres'),
      of('twinHouseholds'),
      of('twinUnits'),
      of('adminVillages'),
    ];

    expect(posts('doubleLinkVillage')).toEqual([1]);
    expect(posts('doubleLinkHousehold')).toEqual([1]);
    expect(households / cadres).toBeCloseTo(1.675, 3);
    expect(units / villages).toBeCloseTo(0.94, 2);
    // Fewer cadres than households and fewer units than villages: somebody has two, which no quota forbids.
    expect(Math.ceil(households / cadres)).toBe(2);
    expect(Math.ceil(villages / units)).toBe(2);
  });

  test('one and one are seconded to a poor county, from 2016 on [GS-33]', () => {
    const later = shippedOn('gansu-2015', '2016-01-01').rows.staffing;

    expect(rows.staffing.map(({ row }) => row.id)).not.toContain('secondment2016');
    expect(rowOf(later, 'secondment2016').posts.map(({ least }) => least)).toEqual([1, 1]);
  });
});

describe('plans and assessment', () => {
  test('two numbers for the exits of one year stand side by side, neither called verified [AT-GS-03, GS-01]', () => {
    const targets = ['yearlyExit', 'yearlyExitReported'].flatMap(
      (id) => rowOf(rows.plans, id).targets,
    );

    expect(targets.map(({ value }) => value)).toEqual([1_000_000, 1_100_000]);
    expect(targets.every(({ verified }) => !verified)).toBe(true);
  });

  test('a task has six fields and a project answers six questions [GS-57, GS-58]', () => {
    const { lists } = rowOf(rows.listSets, 'planForms');

    expect(lists.map(({ columns }) => columns.length)).toEqual([6, 6]);
  });

  test('seventeen plans are counted and only those are named that the source names [GS-55]', () => {
    expect(numberIn(pack, 'specialPlans')).toBe(17);
    expect(rowOf(rows.catalogue, 'onePlusSeventeen').rows).toHaveLength(1 + 3);
  });

  test('exit is measured at three levels, the national base with a provincial layer whose wording is not published [GS-65]', () => {
    for (const level of ['household', 'village', 'county'] as const) {
      const base = rowOf(rows.indicators, `${level}ExitStandard`);
      const added = rowOf(rows.indicators, `${level}ExitAdditions`);

      expect([base.subject, added.subject]).toEqual([level, level]);
      expect(base.source?.document).toBe('exit2016');
      expect(added.indicators).toHaveLength(3);
      expect(added.indicators.every(({ verified }) => !verified)).toBe(true);
      expect(added.indicators.flatMap(({ least, most }) => [least, most]).join('')).toBe('');
    }
  });

  test('the assessment is of leading bodies and their two heads, with bonus, difficulty, citizens and routine, and no invented weight [GS-63, GS-64]', () => {
    const scheme = rowOf(rows.assessments, 'poorCounties');

    expect(scheme.who.zh).toBe('贫困县党政领导班子和党政正职');
    expect(scheme.items.map(({ effect }) => effect)).toEqual([
      'bonus',
      'difficulty',
      'citizens',
      'routine',
    ]);
    expect(scheme.items.every(({ weight }) => weight === undefined)).toBe(true);
  });
});
