import { expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inventMoney, moneyOfHuanjiang } from './money.ts';
import { inventProjects } from './projects.ts';

const villages = Array.from({ length: 60 }, (_, index) => ({
  code: `45122620220${index % 10}`,
  name: `村${index}`,
}));
const projects = inventProjects(villages, 'seed');

test('the pool of 1.6 billion yuan is granted for industry, houses and infrastructure and for nothing else [HJ-45]', () => {
  const acts = inventMoney(areaCode('451226'), [{ code: '451226202', weight: 1 }], {
    ...moneyOfHuanjiang,
    seed: 'seed',
  });
  const granted = acts
    .map(({ order }) => order)
    .filter(({ kind, source }) => kind === 'appropriate' && source === 'pooledFunds');

  expect(granted.reduce((sum, { amount }) => sum + amount, 0n)).toBe(1_600_000_000_00n);
  expect(granted.map(({ purpose }) => purpose).sort()).toEqual([
    'HOUSE',
    'INDUSTRY',
    'INFRASTRUCTURE',
  ]);
});

test('published outputs keep new and total apart, and what was expected is marked as such [HJ-40]', () => {
  const own = projects.filter(({ level }) => level === 'county');

  expect(own.map(({ product, added, total }) => [product, added, total])).toEqual([
    ['果苗可种植面积', 7900, null],
    ['糖蔗', 3034.4, null],
    ['桑园', null, 180_300],
  ]);
  const expected = own.map((one) => [one.expectedHouseholds ?? 0, one.expectedPersons ?? 0]);
  expect(expected[0]).toEqual([2838, 11_352]);
  expect(own.every(({ step }) => step === 'building')).toBe(true);
});

test('invented projects follow their steps: nothing is paid before acceptance or beyond it', () => {
  for (const project of projects) {
    const days = project.acts.map(({ on }) => on);
    expect([...days].sort()).toEqual(days);
    const paid = project.paid.reduce((sum, { yuan }) => sum + yuan, 0);
    expect(paid).toBeLessThanOrEqual(project.acceptedYuan ?? 0);
    const accepted = project.acts.find(({ kind }) => kind === 'accept')?.on;
    for (const { on } of project.paid) expect(accepted !== undefined && on >= accepted).toBe(true);
  }
  expect(new Set(projects.map(({ step }) => step)).size).toBeGreaterThan(7);
});
