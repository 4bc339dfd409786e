import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkSource } from '#domain/policy/expression-check.ts';
import { compileToFunction } from '#domain/policy/expression-function.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { requirementsHeldBy, shippedOn } from '#tests/world/shipped-packs.ts';

const on = (day: string) => shippedOn('huanjiang-2016', day);
const pack = on('2016-09-30');

function holds(where: ResolvedPack, source: string | undefined, facts: Record<string, unknown>) {
  const checked = checkSource(source ?? '', where.scope, { type: 'boolean' });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return compileToFunction(checked.rule)(facts as never);
}

function only<Row extends { readonly id: string }>(
  rows: readonly { readonly row: Row }[],
  id: string,
): Row {
  const found = rows.find(({ row }) => row.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found.row;
}

test('every requirement of Huanjiang that is more than a statistic is held in its pack', () => {
  const all = JSON.parse(readFileSync('policy/requirements.json', 'utf8')) as readonly {
    readonly id: string;
    readonly kind: string;
  }[];
  const wanted = all.filter(({ id, kind }) => id.startsWith('HJ-') && kind !== 'statistic');
  const held = requirementsHeldBy('huanjiang-2016');

  expect(wanted.length).toBeGreaterThan(70);
  expect(wanted.filter(({ id }) => !held.has(id))).toEqual([]);
});

describe('duties', () => {
  test('county and township pledge to each other; what the article leaves open is unverified [HJ-21, HJ-22]', () => {
    const township = only(pack.rows.signOffs, 'countyTownshipPledge');
    const village = only(pack.rows.signOffs, 'townshipVillagePledge');

    expect(township.levels[0]?.parties.map(({ signers }) => signers.length)).toEqual([2, 2]);
    expect(township.verified).toBe(true);
    expect(village).toMatchObject({ parties: 2, signers: 2, verified: false });
    expect(village.note?.zh).toContain('逐级签订责任状');
  });

  test('three supervision groups look at content, flow and procedure, unannounced [HJ-31]', () => {
    expect(only(pack.rows.staffing, 'supervisionPosts').posts).toMatchObject([
      { id: 'supervisionGroups', least: 3, most: 3 },
    ]);
    expect(only(pack.rows.verification, 'supervisionScope').rows.map(({ id }) => id)).toEqual([
      'content',
      'flow',
      'procedure',
    ]);
  });

  test('a unit that did not visit is called in; three grounds go to the discipline commission [HJ-32, HJ-33]', () => {
    const review = only(pack.rows.assessments, 'supervisionReview');

    expect(review.items.map(({ id }) => id)).toEqual([
      'falseStyle',
      'wrongAttitude',
      'weakPush',
      'noVisit',
    ]);
    expect(review.consequences.map(({ id }) => id)).toEqual(['interview', 'accountability']);
  });
});

describe('what households get', () => {
  test('certificate and industry money follow an announced exit and nothing before it [HJ-75]', () => {
    for (const id of ['exitCertificate', 'exitIndustryMoney']) {
      const { eligible } = only(pack.rows.benefits, id);

      expect(holds(pack, eligible, { stage: 'EXIT_ANNOUNCED' })).toBe(true);
      expect(holds(pack, eligible, { stage: 'EXIT_STANDARD' })).toBe(false);
      expect(holds(pack, eligible, {})).toBe(null);
    }
    expect(only(pack.rows.benefits, 'exitIndustryMoney')).not.toHaveProperty('amount');
  });

  test('training, service and rights make up the employment batch [HJ-14]', () => {
    const employment = pack.rows.benefits.filter(({ row }) => row.measure === 'EMPLOYMENT');

    expect(employment.map(({ row }) => row.kind)).toEqual(['training', 'service', 'service']);
  });
});

describe('money', () => {
  test('the risk fund of 100 million stands behind tenfold loans [HJ-34]', () => {
    const fund = only(pack.rows.riskFunds, 'countyRiskFund');

    expect(fund.leverageMost).toBe('loanLeverage');
    expect(pack.scope.parameters.get('loanLeverage')?.value).toBe(10);
  });

  test.each([
    ['2017-07-24', true, false],
    ['2017-07-25', false, true],
  ])(
    'on %s a household without labour may entrust its loan: %s; old ones are to be settled: %s [HJ-38]',
    (day, offered, listed) => {
      const there = on(day);
      const product = there.rows.products.find(({ row }) => row.id === 'entrustedLoan')?.row;
      const lists = there.rows.listSets.map(({ row }) => row.id);

      expect(product !== undefined).toBe(offered);
      expect(lists.includes('entrustedLoansAfterBan')).toBe(listed);
      if (product === undefined) return;
      expect(holds(there, product.eligible, { stage: 'LISTED', labourers: 0 })).toBe(true);
      expect(holds(there, product.eligible, { stage: 'LISTED', labourers: 1 })).toBe(false);
      expect(there.scope.parameters.get(product.yield ?? '')?.value).toBe(8);
    },
  );

  test('a household with labour borrows for itself before and after that day [HJ-37]', () => {
    for (const day of ['2017-07-24', '2017-07-25']) {
      const there = on(day);
      const { eligible } = only(there.rows.products, 'directLoan');

      expect(holds(there, eligible, { stage: 'LISTED', labourers: 1 })).toBe(true);
    }
  });

  test('loans granted and funds used are measured, with no limit invented [HJ-76]', () => {
    const { indicators } = only(pack.rows.indicators, 'creditAndFunds');

    expect(indicators.map(({ id }) => id)).toEqual(['loanRate', 'fundUse']);
    expect(indicators.every(({ least, most }) => least === undefined && most === undefined)).toBe(
      true,
    );
  });

  test('that there were yearly targets is known, their numbers are not [HJ-27]', () => {
    expect(only(pack.rows.plans, 'personsByYear').targets.map(({ by }) => by)).toEqual([
      '2016',
      '2017',
      '2018',
      '2019',
    ]);
    expect(
      pack.rows.plans.flatMap(({ row }) => row.targets).every(({ value }) => value === undefined),
    ).toBe(true);
  });
});

test('what is recorded is shown as it was said [HJ-05, HJ-35, HJ-36, HJ-42, HJ-67, HJ-68, HJ-69, HJ-71, HJ-74]', () => {
  const sizes = Object.fromEntries(
    pack.rows.catalogue
      .filter((placed) => placed.pack === 'huanjiang-2016')
      .map(({ row }) => [row.id, row.rows.length] as const),
  );

  expect(sizes).toEqual({
    rollingCampaign: 2,
    whyLoansStall: 2,
    leadingProducts: 2,
    sixLinks: 6,
    dataPlatform: 3,
    fourViews: 4,
    commandSystem: 3,
    gridManagement: 3,
    scientificDecisions: 2,
  });
});
