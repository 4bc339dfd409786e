import { describe, expect, test } from 'vitest';
import { decide } from '#domain/policy/pack/check-examples.ts';
import { holds, numberIn, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';

const pack = shippedOn('tongliao-2015', '2015-12-31');
const { rows } = pack;
const rulesOn = (day: string) =>
  shippedOn('tongliao-2015', day).rows.fundRules.map(({ row }) => row.id);

describe('what the source does not say', () => {
  test('identification, exit and line are the national ones, and there is no score', () => {
    const nation = shippedOn('china-2014', '2015-12-31');

    expect(rows.processes).toEqual(nation.rows.processes);
    expect(rows.fields).toEqual(nation.rows.fields);
    expect(rows.items).toEqual([]);
    expect(rows.sheets).toEqual([]);
    expect(numberIn(pack, 'povertyLine')).toBe(2855);
  });

  test('the table by cause is a sample, and is silent where no reading offers itself [TL-06]', () => {
    const table = rowOf(rows.tables, 'byCause');
    const compiled = pack.tables.get('byCause');

    expect([table, ...table.rows].every(({ sample, verified }) => sample && !verified)).toBe(true);
    expect(compiled && decide(compiled, { labourers: 2, primaryCause: 'MARRIAGE' })).toEqual({
      row: 'none',
      gives: [],
    });
  });
});

describe('measures', () => {
  test('five kinds and four ways, by name [TL-05, TL-13]', () => {
    expect(rowOf(rows.taxonomies, 'fiveMeasures').measures.map(({ code }) => code)).toEqual([
      'INDUSTRY',
      'RELOCATION',
      'ECOLOGY',
      'EDUCATION',
      'DIBAO',
    ]);
    const ways = rowOf(rows.taxonomies, 'fourWays').measures.map(({ title }) => title.zh);
    expect(ways.join('')).toBe('扶转救保');
  });

  test('one chain joins people, plan, project and cadre, and allows no gap [TL-14, TL-15]', () => {
    const { indicators } = rowOf(rows.indicators, 'noGap');

    expect(indicators.map(({ most }) => most && numberIn(pack, most))).toEqual([0, 0, 0, 0]);
    expect(rowOf(rows.verification, 'planProjectCadre').rows).toHaveLength(3);
  });

  test('the three ones are a tonne of coal, ten thousand yuan and a job, from 2015 on [TL-16]', () => {
    const ones = ['coal', 'poorStudent', 'oneJob'].map((id) => rowOf(rows.benefits, id));
    const before = shippedOn('tongliao-2015', '2014-12-31').rows.benefits.map(({ row }) => row.id);

    expect(ones.map(({ amount }) => amount && numberIn(pack, amount))).toEqual([1, 10_000, 1]);
    expect(before).toEqual(['advice']);
    expect(holds(pack, 'zeroEmployment', { labourers: 2, migrantWorkers: 0 })).toBe(true);
    expect(holds(pack, 'zeroEmployment', { labourers: 0, migrantWorkers: 0 })).toBe(false);
  });
});

describe('who helps', () => {
  test('one banner, one village, ten households, by rank [TL-11]', () => {
    const { ranks } = rowOf(rows.quotas, 'oneOneTen');

    expect(ranks.map(({ rank, number, unit }) => [rank, number, unit])).toEqual([
      ['CITY_LEADER', 1, 'county'],
      ['DIVISION', 1, 'village'],
      ['SECTION', 10, 'household'],
    ]);
  });

  test('a village has a team and one first secretary; honorary heads are not asked for, and ten supervisors are an average, no rule [TL-35, TL-36, TL-39]', () => {
    const { posts } = rowOf(rows.staffing, 'coverageOfVillages');

    expect(posts.map(({ id, least, most }) => [id, least, most])).toEqual([
      ['workTeam', 1, undefined],
      ['firstSecretary', 1, 1],
      ['honoraryHead', 0, undefined],
      ['supervisor', 1, undefined],
    ]);
    expect(posts.at(-1)?.verified).toBe(false);
  });

  test('villages, households and persons are reached, with plan, project and effect, by one register [TL-37]', () => {
    const sizes = ['threeReach', 'threeHave', 'oneManagement'].map(
      (id) => rowOf(rows.verification, id).rows.length,
    );

    expect(sizes).toEqual([3, 3, 1]);
  });

  test('good results bring promotion, merit or commendation, poor ones a circular [TL-38]', () => {
    const { consequences } = rowOf(rows.assessments, 'linkedCadres');

    expect(consequences.map(({ title }) => title.zh)).toEqual([
      '提拔重用',
      '记功奖励',
      '通报表扬',
      '通报批评',
    ]);
  });
});

describe('money', () => {
  test('Horqin Left Middle Banner is in focus to the end of 2014, Naiman from the first day of 2015 [TL-20, TL-21]', () => {
    expect(rulesOn('2014-12-31')).toContain('focusKezuozhong');
    expect(rulesOn('2014-12-31')).not.toContain('thirdForNaiman');
    expect(rulesOn('2015-01-01')).not.toContain('focusKezuozhong');
    expect(rulesOn('2015-01-01')).toContain('thirdForNaiman');
  });

  test('Naiman gets exactly a third of each of three kinds of new money [TL-21]', () => {
    const { kind, base, limits } = rowOf(rows.fundRules, 'thirdForNaiman');
    const [naiman, others] = limits.map(({ parameter }) => Number(numberIn(pack, parameter)));

    expect(kind).toBe('split');
    expect(base?.zh).toMatch(/^新增财政扶贫资金、新增项目资金、市级统筹扶贫资金/);
    expect([naiman, others]).toEqual([1, 2]);
    expect((90_000_000 * Number(naiman)) / (Number(naiman) + Number(others))).toBe(30_000_000);
  });

  test('the tax goes back for three years and no longer [TL-22]', () => {
    expect(rulesOn('2017-12-31')).toContain('taxReturn');
    expect(rulesOn('2018-01-01')).not.toContain('taxReturn');
  });

  test('at least 180 million a year: nine hundred in five years [AT-TL-02, TL-32]', () => {
    const [floor] = rowOf(rows.fundRules, 'yearlyFloor').limits;

    expect(floor && Number(numberIn(pack, floor.parameter)) * 5).toBe(900_000_000);
  });

  test('the pool is stretched five to ten times, in the rule and behind the loans [TL-30]', () => {
    const pool = rowOf(rows.riskFunds, 'guaranteePool');
    const limits = rowOf(rows.fundRules, 'leverage').limits.map(({ parameter }) => parameter);

    expect([pool.leverageLeast, pool.leverageMost]).toEqual(limits);
    expect(limits.map((parameter) => numberIn(pack, parameter))).toEqual([5, 10]);
  });

  test('six principles keep channel and use, and credit each department [TL-27]', () => {
    expect(rowOf(rows.catalogue, 'sixPrinciples').rows.map(({ title }) => title.zh)).toEqual([
      '渠道不乱',
      '用途不变',
      '统筹安排',
      '捆绑使用',
      '形成合力',
      '各记其功',
    ]);
  });

  test('80 per cent of firms are linked and 45 per cent of those tightly, which is 36 of all; of seven models three are named [AT-TL-08, TL-25]', () => {
    const { indicators } = rowOf(rows.indicators, 'linkageShares');
    const [linked, tight] = indicators.map(({ least }) => Number(least && numberIn(pack, least)));

    expect([linked, tight]).toEqual([80, 45]);
    expect((Number(linked) * Number(tight)) / 100).toBe(36);
    expect(numberIn(pack, 'linkageModels')).toBe(7);
    expect(rowOf(rows.lists, 'linkage').codes).toHaveLength(3 + 1);
  });
});

describe('plans', () => {
  test('two regional counties exit by 2017, all six by 2020 [TL-42]', () => {
    const { unit, targets } = rowOf(rows.plans, 'countyExit');

    expect(unit).toBe('county');
    expect(targets.map(({ by, value }) => [by, value])).toEqual([
      ['2017', 2],
      ['2020', 6],
    ]);
    expect(rowOf(rows.organisation, 'poorBanners').rows).toHaveLength(6);
  });

  test('20 billion yuan for 135,000 people in five years [TL-41]', () => {
    const [money] = rowOf(rows.plans, 'investment').targets;
    const people = rowOf(rows.plans, 'peopleSupported').targets.at(-1);

    expect([money?.value, people?.value]).toEqual([20_000_000_000, 135_000]);
    expect([money?.by, people?.by]).toEqual(['2016-2020', '2016-2020']);
  });

  test('the loan targets of region and city are two, and neither is worked back from its rate [AT-TL-04, TL-31]', () => {
    const targets = ['loanTargetAssigned', 'loanTargetOwn'].map(
      (id) => rowOf(rows.plans, id).targets[0],
    );

    expect(targets.map((one) => one?.value)).toEqual([undefined, undefined]);
  });
});
