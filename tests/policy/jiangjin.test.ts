import { describe, expect, test } from 'vitest';
import { decide } from '#domain/policy/pack/check-examples.ts';
import { scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { holds, outcomesOf, parameterOf, reachableFrom, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const pack = shippedOn('jiangjin-2015', '2015-12-31');

const titles = (rows: readonly { readonly title: { readonly zh: string } }[]) =>
  rows.map(({ title }) => title.zh);

const noneOfFour = {
  publicPayMembers: 0,
  runsBusiness: false,
  goodCar: false,
  commercialHouse: false,
};

describe('Jiangjin identifies', () => {
  test('by survey, deliberation, review level by level and a posted list, in that order [JJ-24]', () => {
    const { start, steps } = rowOf(pack.rows.processes, 'identification');
    const way: string[] = [];
    for (let id: string | undefined = start; id !== undefined; id = outcomesOf(steps, id)[0]?.to)
      way.push(id);

    expect(way).toEqual([
      'survey',
      'deliberation',
      'townReview',
      'districtReview',
      'comparison',
      'postedList',
      'classing',
      'listed',
    ]);
    const posted = steps.find(({ id }) => id === 'postedList');
    expect(posted).toMatchObject({ kind: 'notice', within: 'noticeDays' });
    expect(posted?.shows).toEqual(['headName', 'members']);
  });

  test('with a comparison of data that opens leads and removes nobody by itself [JJ-25]', () => {
    const process = rowOf(pack.rows.processes, 'identification');
    const ends = process.ends.map(({ id }) => id);

    expect(outcomesOf(process.steps, 'comparison').map(({ to }) => to)).toEqual([
      'postedList',
      'leadVisit',
    ]);
    expect(
      outcomesOf(process.steps, 'leadVisit').filter(({ to }) => ends.includes(to)),
    ).toHaveLength(0);
    expect(reachableFrom(process, 'comparison', ['leadVisit'])).not.toContain('exclusion');
    const deciders = process.steps.find(({ id }) => id === 'exclusion')?.actors;
    expect(deciders).toEqual(['VILLAGE_MEETING', 'TOWNSHIP']);
  });

  test.each([
    [{ publicPayMembers: 1 }, 'vetoPublicPay'],
    [{ runsBusiness: true }, 'vetoBusiness'],
    [{ goodCar: true }, 'vetoGoodCar'],
    [{ commercialHouse: true }, 'vetoFlat'],
  ])(
    'each of the four classes excludes by itself and can be answered: %j [JJ-25]',
    (fact, veto) => {
      const sheet = pack.sheets.get('difficultySheet');
      if (sheet === undefined) throw new Error('the sheet does not compile');

      const { vetoes } = scoreHousehold(sheet, { ...noneOfFour, ...fact });

      expect(vetoes.filter((one) => one.holds).map(({ id }) => id)).toEqual([veto]);
      const row = rowOf(pack.rows.sheets, 'difficultySheet').vetoes.find(({ id }) => id === veto);
      expect(row?.rebuttal.zh).toMatch(/^可说明/);
      expect(holds(pack, 'needsExplanation', { ...noneOfFour, ...fact })).toBe(true);
    },
  );

  test('into three classes whose bounds are a sample, hardest first [JJ-26]', () => {
    const table = pack.tables.get('difficultyClassOf');
    if (table === undefined) throw new Error('the table does not compile');
    const easy = {
      stage: 'LISTED',
      incomePerHead: 5000,
      roadSurface: 'CONCRETE',
      waterSafe: true,
      houseGrade: 'A',
      students: 0,
      schoolingHard: false,
      severelyIll: 0,
      chronicallyIll: 0,
    };
    const classOf = (facts: object) => decide(table, { ...easy, ...facts }).row;

    expect(classOf({})).toBe('classC');
    expect(classOf({ waterSafe: false })).toBe('classC');
    expect(classOf({ waterSafe: false, houseGrade: 'C' })).toBe('classB');
    expect(
      classOf({ waterSafe: false, houseGrade: 'C', roadSurface: 'EARTH', severelyIll: 1 }),
    ).toBe('classA');
    expect(rowOf(pack.rows.tables, 'difficultyClassOf')).toMatchObject({
      verified: false,
      sample: true,
    });
    expect(rowOf(pack.rows.lists, 'difficultyClass').codes.map(({ code }) => code)).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  test('with eight difficulties of which six have names, in a list that stays open [JJ-27]', () => {
    const { codes, length } = rowOf(pack.rows.lists, 'difficulty');

    expect(titles(codes)).toEqual(['增收难', '出行难', '饮水难', '住房难', '教育难', '就医难']);
    expect(length).toBeUndefined();
  });
});

describe('Jiangjin helps', () => {
  test('every village with two leaders, a group, a first secretary, a team, an official and an envoy [JJ-05] [JJ-08]', () => {
    const { unit, posts } = rowOf(pack.rows.staffing, 'villageStaff');

    expect(unit).toBe('village');
    expect(posts.map(({ id, least }) => [id, least])).toEqual([
      ['districtLeaders', 2],
      ['assistanceGroup', 1],
      ['firstSecretary', 1],
      ['workTeam', 1],
      ['collegeOfficial', 1],
      ['technicalEnvoy', 1],
    ]);
    expect(rowOf(pack.rows.staffing, 'districtLeaderDuty').posts[0]?.least).toBe(42);
  });

  test('every household with a visit each month, by helpers of five kinds [JJ-09] [JJ-10]', () => {
    expect(rowOf(pack.rows.visits, 'monthlyVisit')).toMatchObject({
      to: 'household',
      least: 1,
      every: 'month',
    });
    expect(rowOf(pack.rows.lists, 'helperType').codes).toHaveLength(5);
  });

  test('by six batches that overlap: 27,582 persons for 24,268 exits [JJ-01] [JJ-40] [JJ-41] [JJ-42] [JJ-43] [JJ-44] [JJ-45]', () => {
    const { measures, primaryRequired } = rowOf(pack.rows.taxonomies, 'sixBatches');
    const target = (plan: string) => rowOf(pack.rows.plans, plan).targets[0]?.value ?? 0;
    const sum = (pick: 'households' | 'persons') =>
      measures.reduce((total, one) => total + (one.target?.[pick] ?? 0), 0);

    expect(primaryRequired).toBe(true);
    expect(measures.filter((one) => one.target === undefined).map(({ code }) => code)).toEqual([
      'MEDICAL',
    ]);
    expect(sum('persons') + target('medicalBatch')).toBe(27_582);
    expect(sum('households')).toBe(8_470);
    expect([target('villageExits'), target('householdExits'), target('personExits')]).toEqual([
      15, 7354, 24_268,
    ]);
  });

  test('a house of grade C with 15,000 yuan and of grade D with 35,000 [JJ-20] [JJ-29]', () => {
    const paid = (houseGrade: string) =>
      pack.rows.benefits
        .filter(({ row }) => row.id.startsWith('renovation'))
        .filter(({ row }) => holds(pack, row.eligible, { stage: 'LISTED', houseGrade }))
        .map(({ row }) => parameterOf(pack, row.amount ?? ''));

    expect(paid('B')).toEqual([]);
    expect(paid('C')).toEqual([[15_000, 'yuan/household']]);
    expect(paid('D')).toEqual([[35_000, 'yuan/household']]);
  });

  test('with accident insurance for all, supplementary insurance from 15 and aid for the ill [JJ-44]', () => {
    const entitled = (id: string, facts: object) =>
      holds(pack, rowOf(pack.rows.benefits, id).eligible, { stage: 'LISTED', ...facts });
    const well = { severelyIll: 0, chronicallyIll: 0 };

    expect(entitled('accidentInsurance', well)).toBe(true);
    expect(parameterOf(pack, 'supplementaryAgeLeast')).toEqual([15, 'year']);
    expect(entitled('medicalAid', well)).toBe(false);
    expect(entitled('medicalAid', { severelyIll: 0, chronicallyIll: 1 })).toBe(true);
  });

  test('those without labour who are ill or disabled by one merged line, the poverty line [JJ-45]', () => {
    const facts = { stage: 'LISTED', labourers: 0, severelyIll: 0, chronicallyIll: 0, disabled: 1 };
    const onDibao = (incomePerHead: number, labourers = 0) =>
      holds(pack, 'dibaoByMergedLine', { ...facts, incomePerHead, labourers });

    expect(onDibao(2854)).toBe(true);
    expect(onDibao(2855)).toBe(false);
    expect(onDibao(2000, 1)).toBe(false);
  });

  test('those who exited or fell back with industry, and reports a relapse [JJ-54]', () => {
    const { eligible } = rowOf(pack.rows.benefits, 'supportAfterExit');
    const { rule } = rowOf(pack.rows.triggers, 'relapse');

    expect(holds(pack, eligible, { povertyStatus: 'RELAPSED' })).toBe(true);
    expect(holds(pack, eligible, { povertyStatus: 'POOR' })).toBe(false);
    expect(holds(pack, rule, { stage: 'EXIT_ANNOUNCED', incomePerHead: 2855 })).toBe(true);
    expect(holds(pack, rule, { stage: 'EXIT_ANNOUNCED', incomePerHead: 2856 })).toBe(false);
  });
});

describe('Jiangjin pays', () => {
  test('no village less than 2 million and no household less than 1,500 yuan; together 41.031 million [JJ-17]', () => {
    const { kind, limits } = rowOf(pack.rows.fundRules, 'fundFloors');
    const [village, household] = limits.map(({ parameter }) => parameterOf(pack, parameter));
    const counts = ['villageExits', 'householdExits'].map(
      (id) => rowOf(pack.rows.plans, id).targets[0]?.value ?? 0,
    );

    expect(kind).toBe('floor');
    expect(village).toEqual([2_000_000, 'yuan/village']);
    expect(household).toEqual([1500, 'yuan/household']);
    expect(Number(village?.[0]) * (counts[0] ?? 0)).toBe(30_000_000);
    expect(Number(household?.[0]) * (counts[1] ?? 0)).toBe(11_031_000);
  });

  test('through three channels, building first, growing with revenue, rewarding exit on time [JJ-02] [JJ-03] [JJ-14] [JJ-15] [JJ-16] [JJ-18] [JJ-21] [JJ-22] [JJ-23] [JJ-53]', () => {
    const rule = (id: string) => rowOf(pack.rows.fundRules, id).kind;

    expect(titles(rowOf(pack.rows.lists, 'fundChannel').codes)).toEqual([
      '专业扶贫',
      '行业扶贫',
      '社会扶贫',
    ]);
    expect(new Set(pack.rows.fundSources.flatMap(({ row }) => row.channels))).toEqual(
      new Set(['province', 'county', 'sector', 'social', 'private']),
    );
    expect([rule('buildFirst'), rule('districtFundGrowth'), rule('rewardOnTime')]).toEqual([
      'order',
      'growth',
      'order',
    ]);
    expect(parameterOf(pack, 'districtFundBase')).toEqual([10_000_000, 'yuan/year']);
    expect(rowOf(pack.rows.benefits, 'onTimeReward')).toMatchObject({ to: 'village' });
    const planned = (id: string) => rowOf(pack.rows.plans, id).targets.map(({ value }) => value);
    expect(planned('districtAppropriation')).toEqual([13_200_000, 18_000_000]);
    expect(planned('pilotEarmark')).toEqual([5_000_000]);
  });
});

describe('Jiangjin strikes villages off', () => {
  const limit = (set: string, id: string) => {
    const found = rowOf(pack.rows.indicators, set).indicators.find((one) => one.id === id);
    return [found?.unit, parameterOf(pack, found?.least ?? '')[0]];
  };

  test('by roads: a paved trunk road, gravel to every group, footpaths to hamlets of 20 [JJ-30] [JJ-31]', () => {
    expect(limit('roads', 'trunkRoads')).toEqual(['item/village', 1]);
    expect(limit('roads', 'groupsOnGravel')).toEqual(['percent', 100]);
    expect(limit('roads', 'hamletsOnFootpath')).toEqual(['percent', 100]);
    expect(parameterOf(pack, 'hamletHouseholdsLeast')).toEqual([20, 'household/hamlet']);
    const paved = rowOf(pack.rows.plans, 'roadsPaved').targets.map(({ value }) => value);
    expect(paved).toEqual([100, 100]);
  });

  test('by services: four connections and two of 100 %, waste of 85 % [JJ-37] [JJ-38] [JJ-39]', () => {
    const { indicators } = rowOf(pack.rows.indicators, 'fourConnections');

    expect(titles(indicators)).toEqual(['通广播', '通电视', '通移动信号', '通互联网']);
    expect(limit('services', 'serviceCentres')).toEqual(['percent', 100]);
    expect(limit('services', 'clinics')).toEqual(['percent', 100]);
    expect(limit('services', 'wasteTreated')).toEqual(['percent', 85]);
  });

  test('with 1, 5, 1 and 1 people trained, and income both early and lasting [JJ-19] [JJ-35] [JJ-36]', () => {
    const { indicators } = rowOf(pack.rows.indicators, 'trainingQuota');

    expect(indicators.map(({ id }) => limit('trainingQuota', id))).toEqual(
      [1, 5, 1, 1].map((number) => ['person/village', number]),
    );
    expect(limit('longAndShort', 'shortProjects')).toEqual(['project/village', 1]);
    expect(limit('longAndShort', 'longProjects')).toEqual(['project/village', 1]);
    expect(rowOf(pack.rows.lists, 'trainingProgramme').codes).toHaveLength(4);
  });
});

describe('Jiangjin lets nobody be exited by others', () => {
  test('the refusal of the household ends the exit, however high its income [JJ-52]', () => {
    const process = rowOf(pack.rows.processes, 'householdExit');
    const [agrees, refuses] = outcomesOf(process.steps, 'householdConfirms');

    expect(refuses?.to).toBe('stays');
    expect(process.ends.find(({ id }) => id === 'stays')?.stage).toBe('LISTED');
    expect(reachableFrom(process, process.start, ['householdConfirms'])).not.toContain('exited');
    expect(agrees?.when).toBe('householdAccepts');
    const facts = { incomePerHead: 6548, houseGrade: 'A' };
    expect(holds(pack, 'overTheLine', { ...facts, householdRefusesExit: true })).toBe(false);
    expect(holds(pack, 'overTheLine', { ...facts, householdRefusesExit: false })).toBe(true);
    expect(holds(pack, 'overTheLine', facts)).toBe(null);
  });

  test('who does it is followed up, and anybody may report it [JJ-52]', () => {
    const { consequences } = rowOf(pack.rows.assessments, 'deductionReview');
    const trigger = rowOf(pack.rows.triggers, 'exitByDecree');

    expect(titles(consequences)).toContain('“被减贫”“被脱贫”');
    const facts = { stage: 'EXIT_ANNOUNCED', householdRefusesExit: true };
    expect(holds(pack, trigger.rule, facts)).toBe(true);
  });
});

describe('Jiangjin answers for it', () => {
  test('by deduction over five areas and a veto, without weights that were never published [JJ-50] [JJ-51]', () => {
    const { items } = rowOf(pack.rows.assessments, 'deductionReview');

    expect(items.map(({ effect }) => effect)).toEqual([
      'deduction',
      'deduction',
      'deduction',
      'deduction',
      'deduction',
      'veto',
    ]);
    expect(items.every(({ weight }) => weight === undefined)).toBe(true);
  });

  test('by three systems, five fixings in every task, and tables counted back from the deadline [JJ-07] [JJ-47] [JJ-48] [JJ-49]', () => {
    const lists = rowOf(pack.rows.listSets, 'dutyLists').lists;
    const columns = (id: string) =>
      lists.find((one) => one.id === id)?.columns.map((column) => column.id);

    expect(rowOf(pack.rows.organisation, 'threeSystems').rows).toHaveLength(3);
    expect(rowOf(pack.rows.organisation, 'fiveFixings').rows).toHaveLength(5);
    expect(columns('fiveFixed')).toEqual(
      expect.arrayContaining(['time', 'task', 'measure', 'people', 'duty', 'latestStart']),
    );
    expect(columns('pledges')).toContain('person');
    expect(titles(rowOf(pack.rows.lists, 'inspectionWay').codes)).toEqual([
      '专项督查',
      '明查',
      '暗访',
    ]);
  });

  test('under one opinion and nine documents [JJ-11]', () => {
    const { rows } = rowOf(pack.rows.catalogue, 'onePlusNine');

    expect(rows).toHaveLength(1 + 9);
    expect(titles(rows).slice(1)).toEqual([
      '帮扶工作',
      '驻村工作',
      '扶贫搬迁',
      '危房改造',
      '产业发展',
      '转移就业',
      '教育培训',
      '医疗保障',
      '低保兜底',
    ]);
  });
});

test('nothing the report does not print is called verified in Jiangjin [JJ-25] [JJ-26] [JJ-27]', () => {
  const samples = [
    ...pack.rows.criteria.filter(({ row }) => row.sample).map(({ row }) => row.verified),
    ...rowOf(pack.rows.sheets, 'difficultySheet').items.map(({ verified }) => verified),
    ...rowOf(pack.rows.parameters, 'classALeast').values.map(({ verified }) => verified),
  ];

  expect(samples.length).toBeGreaterThan(12);
  expect(samples).not.toContain(true);
});
