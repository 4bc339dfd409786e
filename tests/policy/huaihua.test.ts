import { describe, expect, test } from 'vitest';
import { scoreHousehold } from '#domain/policy/pack/score-sheet.ts';
import { holds, outcomesOf, parameterOf, reachableFrom, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const pack = shippedOn('huaihua-2015', '2015-12-31');

const titles = (rows: readonly { readonly title: { readonly zh: string } }[]) =>
  rows.map(({ title }) => title.zh);

describe('Huaihua identifies', () => {
  test('by seven steps in order, each with its own actor [HH-04]', () => {
    const { start, steps } = rowOf(pack.rows.processes, 'identification');
    const way: (readonly [string, readonly string[]])[] = [];
    for (let id: string | undefined = start; id !== undefined; id = outcomesOf(steps, id)[0]?.to) {
      const step = steps.find((one) => one.id === id);
      if (step !== undefined) way.push([step.title.zh, step.actors]);
    }

    expect(way).toEqual([
      ['户主自愿申请', ['HOUSEHOLD']],
      ['村民小组提名', ['VILLAGE_GROUP']],
      ['村民代表评议和票决', ['VILLAGE_MEETING']],
      ['村委会审查', ['VILLAGE_COMMITTEE']],
      ['乡镇审核公示', ['TOWNSHIP']],
      ['县扶贫办复核', ['COUNTY_OFFICE']],
      ['县级审定公告', ['COUNTY_GOVERNMENT']],
    ]);
    expect(steps).toHaveLength(7);
    expect(steps.map(({ level }) => level)).toEqual([
      'household',
      'group',
      'village',
      'village',
      'township',
      'county',
      'county',
    ]);
  });

  test('with a vote that is counted and notices that show no more than name and number [HH-04]', () => {
    const { steps } = rowOf(pack.rows.processes, 'identification');
    const votes = rowOf(pack.rows.listSets, 'identificationLists').lists.find(
      ({ id }) => id === 'votes',
    );

    expect(votes?.columns.map(({ id }) => id)).toEqual([
      'household',
      'due',
      'present',
      'for',
      'against',
      'abstained',
    ]);
    expect(steps.flatMap(({ shows }) => (shows === undefined ? [] : [shows]))).toEqual([
      ['headName', 'members'],
      ['headName', 'members'],
    ]);
    expect(parameterOf(pack, 'noticeDays')).toEqual([7, 'day']);
    expect(rowOf(pack.rows.parameters, 'noticeDays').values[0]?.verified).toBe(false);
  });

  test('and whoever turns a household down writes why, at every step that can [HH-05]', () => {
    const { steps, ends } = rowOf(pack.rows.processes, 'identification');
    const refusals = steps.flatMap((step) =>
      step.outcomes.filter(({ id }) => ['declined', 'failed', 'returned', 'refused'].includes(id)),
    );

    expect(refusals).toHaveLength(7);
    expect(refusals.every(({ title }) => title.zh.includes('理由'))).toBe(true);
    expect(ends.find(({ id }) => id === 'notListed')?.title.zh).toContain('已知理由');
  });

  test('by six dimensions counted on a sheet that says it is a sample [HH-02]', () => {
    const row = rowOf(pack.rows.sheets, 'sixDimensionSheet');
    const sheet = pack.sheets.get('sixDimensionSheet');
    if (sheet === undefined) throw new Error('the sheet does not compile');
    const well = {
      incomePerHead: 2856,
      dropOuts: 0,
      illiterateLabourers: 0,
      severelyIll: 0,
      chronicallyIll: 0,
      disabled: 0,
      houseGrade: 'B',
      durableGoods: 2,
      arableLand: 0,
      members: 4,
      waterSafe: true,
      roadSurface: 'GRAVEL',
    };
    const total = (facts: object) => scoreHousehold(sheet, { ...well, ...facts }).total;

    expect(titles(row.items)).toEqual(['收入', '教育', '健康', '住房', '资产', '环境']);
    expect(total({})).toBe(0);
    expect(total({ incomePerHead: 2855 })).toBe(1);
    expect(total({ incomePerHead: 2855, dropOuts: 1, disabled: 1 })).toBe(3);
    expect(total({ houseGrade: 'D', durableGoods: 1, roadSurface: 'EARTH' })).toBe(3);
    expect(row).toMatchObject({ sample: true, verified: false, cutOff: 'dimensionsLeast' });
    expect(row.items.every(({ sample, verified }) => sample && !verified)).toBe(true);
    expect(rowOf(pack.rows.parameters, 'dimensionsLeast').values[0]).toMatchObject({
      sample: true,
    });
  });

  test('villages by declaration, and everybody again in three rounds of a year [HH-03] [HH-09]', () => {
    const rounds = rowOf(pack.rows.processes, 'recheckRounds');
    const lists = rowOf(pack.rows.listSets, 'identificationLists').lists;

    expect(rounds).toMatchObject({ subject: 'batch' });
    expect(rounds.steps).toHaveLength(Number(parameterOf(pack, 'recheckRoundsYear')[0]));
    expect(reachableFrom(rounds, 'firstRound')).toContain('settled');
    for (const id of ['removed', 'takenBack'])
      expect(lists.find((one) => one.id === id)?.columns.map((column) => column.id)).toContain(
        'reason',
      );
    expect(rowOf(pack.rows.processes, 'villageDeclaration')).toMatchObject({ subject: 'village' });
    expect(rowOf(pack.rows.plans, 'poorVillages').targets[0]?.value).toBe(1237);
  });

  test('on a card, a roll, a file and a platform from one register [HH-06] [HH-07]', () => {
    const { charts } = rowOf(pack.rows.chartSets, 'fourRecords');

    expect(charts.map(({ title, level }) => [title.zh, level])).toEqual([
      ['户卡', 'household'],
      ['村册', 'village'],
      ['乡镇档', 'township'],
      ['市县平台', 'city'],
    ]);
    expect(charts[0]?.shows.zh).toBe('家庭人口、经济收入、致贫原因');
  });

  test('and is measured by three rates and two accuracies, each with what is counted and of what [HH-08] [HH-10]', () => {
    const rates = rowOf(pack.rows.indicators, 'threeRates').indicators;
    const accuracy = rowOf(pack.rows.indicators, 'registerAccuracy').indicators;

    expect(titles(rates)).toEqual(['脱贫率', '返贫率', '动态标准']);
    expect(accuracy).toHaveLength(2);
    for (const { unit, measure } of [...rates, ...accuracy])
      if (unit === 'percent') expect(measure.zh).toMatch(/^[^÷]+÷[^÷]+$/);
  });
});

describe('Huaihua helps', () => {
  test('by ten actions to village and household [HH-19] [HH-35]', () => {
    const { measures, list } = rowOf(pack.rows.taxonomies, 'tenActions');

    expect(list).toBe('action');
    expect(measures).toHaveLength(10);
    expect(measures.every(({ title }) => title.zh.endsWith('到村到户'))).toBe(true);
  });

  test.each([
    ['outByIndustry', 357_800, 'person'],
    ['outByMigration', 82_200, 'person'],
    ['outByBackstop', 93_900, 'person'],
    ['outByMedicine', 117_900, 'person'],
    ['outBySchooling', 100_500, 'household'],
  ])(
    '%s: %d, in the unit that was printed [HH-19] [HH-21] [HH-22] [HH-23] [HH-27]',
    (id, number, unit) => {
      const plan = rowOf(pack.rows.plans, id);

      expect([plan.targets[0]?.value, plan.unit]).toEqual([number, unit]);
    },
  );

  test('the 100,500 are printed as households, which the pack calls doubtful [HH-27]', () => {
    const { note } = rowOf(pack.rows.plans, 'outBySchooling');

    expect(note?.zh).toContain('单位存疑');
    expect(note?.en).toContain('in doubt');
  });

  test('with 1,000 new houses a year, 40,000 renovated in five and 30,000 improved [HH-24]', () => {
    const target = (id: string) => {
      const { unit, targets } = rowOf(pack.rows.plans, id);
      return [unit, targets[0]?.value, targets[0]?.verified];
    };

    expect(target('newHouses')).toEqual(['house/year', 1000, false]);
    expect(target('housesRenovated')).toEqual(['household', 40_000, false]);
    expect(target('housesImproved')).toEqual(['household', 30_000, false]);
  });

  test('with four benefits of the backstop and four ways of production [HH-14] [HH-20] [HH-22]', () => {
    const backstop = pack.rows.benefits.filter(({ row }) => row.measure === 'DIBAO');

    expect(titles(backstop.map(({ row }) => row))).toEqual([
      '低保',
      '五保供养',
      '新农保',
      '临时救助',
    ]);
    expect(titles(rowOf(pack.rows.lists, 'linkMode').codes)).toEqual([
      '龙头企业+贫困户',
      '专业合作社+贫困户',
      '电商+贫困户',
      '大户+贫困户',
    ]);
  });

  test('by four batches, and since November 2015 by five, each older one with its newer [HH-35]', () => {
    const before = shippedOn('huaihua-2015', '2015-11-26');
    const four = rowOf(pack.rows.lists, 'fourBatch').codes.map(({ code }) => code);
    const { pairs } = rowOf(pack.rows.mappings, 'fourToFive');

    expect(before.rows.taxonomies.map(({ row }) => row.id)).not.toContain('fiveBatches');
    expect(rowOf(pack.rows.taxonomies, 'fourBatches').measures).toHaveLength(4);
    expect(rowOf(pack.rows.taxonomies, 'fiveBatches').measures).toHaveLength(5);
    expect(pairs.map(({ external }) => external)).toEqual(four);
    expect(pairs.some(({ verified }) => verified)).toBe(false);
  });

  test('with three links, one charge, a team in every village whose leader is first secretary [HH-12] [HH-29]', () => {
    const { indicators } = rowOf(pack.rows.indicators, 'postedCoverage');

    expect(rowOf(pack.rows.lists, 'helperLink').codes).toHaveLength(3 + 1);
    expect(rowOf(pack.rows.staffing, 'villageLinks').posts).toHaveLength(3);
    expect(rowOf(pack.rows.staffing, 'householdCharge')).toMatchObject({ unit: 'household' });
    expect(rowOf(pack.rows.staffing, 'villagePosts').posts.map(({ least }) => least)).toEqual([
      1, 1,
    ]);
    expect(indicators.map(({ least }) => parameterOf(pack, least ?? '')[0])).toEqual([100, 100]);
  });

  test('with six services to the farmhouse and issues driven to zero [HH-25] [HH-26] [HH-37]', () => {
    const ledger = rowOf(pack.rows.listSets, 'zeroOut').lists.find(
      ({ id }) => id === 'issueLedger',
    );

    expect(rowOf(pack.rows.indicators, 'sixToFarms').indicators).toHaveLength(6);
    expect(titles(rowOf(pack.rows.lists, 'farmService').codes)).toEqual([
      '水',
      '电',
      '路',
      '气',
      '房',
      '环境治理',
    ]);
    expect(titles(ledger?.states ?? [])).toEqual(['建立台账', '列出清单', '集中交办', '销号']);
    expect(rowOf(pack.rows.verification, 'villageWalk').rows).toHaveLength(2);
  });
});

describe('Huaihua pays and lends', () => {
  test('70 % of special funds for industry, 70 % of that for households: 0.7 × 0.7 = 0.49 [HH-13] [AT-HH-05]', () => {
    const [industry, unit] = parameterOf(pack, 'industryShare');
    const [linked] = parameterOf(pack, 'linkedShare');
    const [ofAll] = parameterOf(pack, 'linkedShareOfAll');

    expect(unit).toBe('percent');
    expect([industry, linked]).toEqual([70, 70]);
    expect((Number(industry) * Number(linked)) / 100).toBe(ofAll);
    for (const id of ['industryFirst', 'tiedToHouseholds', 'tiedOfAll'])
      expect(rowOf(pack.rows.fundRules, id).kind).toBe('shareLeast');
    expect(rowOf(pack.rows.parameters, 'linkedShareOfAll').values[0]?.verified).toBe(false);
  });

  test('every household rated, 85 % in effect, five to ten times the fund [HH-28] [HH-33]', () => {
    const { indicators } = rowOf(pack.rows.indicators, 'creditCoverage');
    const fund = rowOf(pack.rows.riskFunds, 'riskCompensation');

    expect(indicators.map(({ least }) => parameterOf(pack, least ?? ''))).toEqual([
      [100, 'percent'],
      [85, 'percent'],
    ]);
    expect(parameterOf(pack, fund.leverageLeast ?? '')).toEqual([5, '1']);
    expect(parameterOf(pack, fund.leverageMost ?? '')).toEqual([10, '1']);
    expect(fund.shares).toEqual([]);
  });

  test('three loans, unsecured, all interest subsidised, on national caps and terms [HH-31] [HH-32] [HH-34]', () => {
    const own = ['creditLoan', 'pooledLoan', 'mutualLoan'].map((id) =>
      rowOf(pack.rows.products, id),
    );

    expect(titles(own)).toEqual(['信用式贷款', '统贷式贷款', '互助式贷款']);
    for (const { unsecured, capYuan, termYears, subsidyShare } of own) {
      expect(unsecured).toBe(true);
      expect(parameterOf(pack, capYuan)).toEqual([50_000, 'yuan']);
      expect(parameterOf(pack, termYears)).toEqual([3, 'year']);
      expect(parameterOf(pack, subsidyShare ?? '')).toEqual([100, 'percent']);
    }
    expect(holds(pack, own[2]?.eligible, { stage: 'LISTED', inMutualFund: false })).toBe(false);
    expect(parameterOf(pack, 'agreementAmount')).toEqual([30_000_000_000, 'yuan']);
    expect(parameterOf(pack, 'agreementInstitutions')).toEqual([11, 'organisation']);
    expect(rowOf(pack.rows.lists, 'loanUse').codes).toHaveLength(3);
  });

  test('pooled loans until the notice of 2017, and not on its day', () => {
    const products = (day: string) =>
      shippedOn('huaihua-2015', day).rows.products.map(({ row }) => row.id);

    expect(products('2017-07-24')).toContain('pooledLoan');
    expect(products('2017-07-25')).not.toContain('pooledLoan');
  });

  test('and tells farmers so in plain words, with no number that could go stale [HH-38]', () => {
    const { text } = rowOf(pack.rows.texts, 'loanCard');

    expect(text.zh).toMatch(/不要抵押，不要担保/);
    expect(text.zh + text.en).not.toMatch(/\d/);
  });
});

describe('Huaihua answers for it', () => {
  test('in every review and once a year in person, with post, honour and pay at stake [HH-17] [HH-18] [HH-36]', () => {
    const { every, items, consequences } = rowOf(pack.rows.assessments, 'performanceReview');

    expect(every).toBe('year');
    expect(items.map(({ id }) => id)).toContain('yearlyDebrief');
    expect(items.every(({ weight }) => weight === undefined)).toBe(true);
    expect(titles(consequences)).toEqual(['帽子', '面子', '票子']);
    expect(rowOf(pack.rows.organisation, 'leadAndDepartments').rows).toHaveLength(3);
  });

  test('under as many mechanisms, turns and ways as their names promise [HH-01] [HH-11] [HH-15] [HH-16] [HH-30]', () => {
    const count = (id: string) => rowOf(pack.rows.catalogue, id).rows.length;

    expect([count('fourTurns'), count('fourManagements'), count('sixMechanisms')]).toEqual([
      4, 4, 6,
    ]);
    expect(rowOf(pack.rows.organisation, 'partyMembers').rows).toHaveLength(4);
    expect([count('projectWay'), count('threeOnes')]).toEqual([1, 1]);
    expect(rowOf(pack.rows.plans, 'demonstrationVillages').targets[0]?.value).toBe(100);
  });
});
