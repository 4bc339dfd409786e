// Credit of households and associations of villages through the doors.
import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper } from '#tests/world/funds-world.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { creditRoutes } from './credit.routes.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: [...loanRoutes, ...creditRoutes] });
const { chen, lin, qian, ask, act, aBank, loanOf } = loansWorld(app);
let bank = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huaihua-2015');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
});

const summary = async () => (await chen.get('/api/funds/credit/summary', { area: county })).body;
const grade = (household: string, code: string, limit: number) =>
  lin.post(`/api/funds/households/${household}/grade`, { grade: code, limit, on: '2016-05-01' });
const silence = (household: string, reason: string) =>
  lin.post(`/api/funds/households/${household}/silence`, { reason, on: '2016-05-01' });

describe('credit grades', () => {
  test('[HH-28] households rated and those whose credit counts stand beside what the rules plan: 100 % and 85 %', async () => {
    const [first = '', second = '', third = ''] = await Promise.all([
      aRegistered(app, {}),
      aRegistered(app, {}),
      aRegistered(app, {}),
    ]);
    await grade(first, 'EXCELLENT', 50_000_00);
    await grade(second, 'GOOD', 20_000_00);
    await grade(second, 'NONE', 0);
    const strange = await grade(third, 'GOLD', 1);

    const seen = await summary();

    expect(strange.code).toBe('funds/reason-unknown');
    expect(seen).toMatchObject({ registered: 3, rated: 2, effective: 1, limits: 50_000_00 });
    expect(seen.coverage).toEqual({ actual: (2 / 3) * 100, planned: 100 });
    expect(seen.effectiveRate).toEqual({ actual: 50, planned: 85 });
    expect(seen.grades).toMatchObject([
      { code: 'EXCELLENT', households: 1 },
      { code: 'NONE', households: 1 },
    ]);
    const rated = (await chen.get('/api/funds/credit', { area: county, show: 'rated' })).body.items;
    expect(rated).toHaveLength(2);
    const none = (await chen.get('/api/funds/credit', { area: county, grade: 'NONE' })).body.items;
    expect(none).toMatchObject([{ household: second, limit: 0, gradeTitle: { zh: '不予授信' } }]);
    const total = async (more: object) =>
      (await chen.get('/api/funds/credit/total', { area: county, ...more })).body;
    expect(await total({})).toEqual({ households: 2, limit: 50_000_00 });
    expect(await total({ grade: 'NONE' })).toEqual({ households: 1, limit: 0 });
    expect(await total({ show: 'unrated' })).toEqual({ households: 1, limit: 0 });
  });

  test('[HJ-35] why households ask for no loan is counted by reason, each number with its list', async () => {
    const quiet = await aRegistered(app, {});
    const unknown = await silence(quiet, 'MOOD');
    await silence(quiet, 'NO_INDUSTRY');
    const asking = await aRegistered(app, {});
    await silence(asking, 'AFRAID');
    await ask(asking, bank, { product: 'creditLoan', purpose: '自主开发' });

    const seen = await summary();

    expect(unknown.code).toBe('funds/reason-unknown');
    // Whoever asked after all is counted no more.
    expect(seen.silences).toMatchObject([
      { code: 'NO_INDUSTRY', title: { zh: '没有产业' }, households: 1 },
    ]);
    expect(seen.neverAsked).toBe(seen.registered - 1);
    expect(seen.unexplained).toBe(seen.neverAsked - 1);
    // A bank does not see who asked another, so that it is told no number it could take for all.
    const toBank = (await qian.get('/api/funds/credit/summary', { area: county })).body;
    expect(toBank).toMatchObject({ neverAsked: null, unexplained: null, silences: [] });
    const { items } = (
      await chen.get('/api/funds/credit', {
        area: county,
        show: 'neverAsked',
        reason: 'NO_INDUSTRY',
      })
    ).body;
    expect(items.map((one: { household: string }) => one.household)).toEqual([quiet]);
    const own = (await lin.get(`/api/funds/households/${quiet}/credit`)).body;
    expect(own.silence).toMatchObject({ code: 'NO_INDUSTRY' });
  });
});

describe('mutual-aid associations', () => {
  const enter = (more: object = {}) =>
    lin.post('/api/funds/associations', {
      ...{ area: places.village, name: '仪凤村互助资金协会', foundedOn: '2015-06-01' },
      ...{ document: aPaper('互助'), members: 86, capital: 500_000_00 },
      ...more,
    });

  test('[GS-48] are entered by village, and cover villages with registered households', async () => {
    const before = (await chen.get('/api/funds/associations', { area: county })).body;
    const high = await chen.post('/api/funds/associations', {
      ...{
        area: county,
        name: '县互助会',
        foundedOn: '2015-01-01',
        document: '1',
        members: 1,
        capital: 1,
      },
    });
    await enter();
    await enter({ members: 90 });

    const after = (await chen.get('/api/funds/associations', { area: county })).body;

    expect(high.code).toBe('funds/village-needed');
    expect(before).toMatchObject({ villages: 1, covered: 0 });
    expect(after).toMatchObject({ villages: 1, covered: 1 });
    expect(after.items).toMatchObject([{ members: 90, capital: 500_000_00, owed: 0 }]);
    const township = after.places.find(
      (one: { area: { code: string } }) => one.area.code === places.township,
    );
    expect(township).toMatchObject({ villages: 1, covered: 1 });
    const sun = app.as('sun');
    expect((await sun.get('/api/funds/associations', { area: '451225' })).body.items).toEqual([]);
  });

  test('[HH-31] [HH-34] the three kinds of loans are asked for: on credit, pooled with an operator, mutual from the association by a member', async () => {
    const { items } = (await chen.get('/api/funds/associations', { area: county })).body;
    const [association] = items;
    const plain = await aRegistered(app, {});
    const asked = { months: 12, amount: 10_000_00 };
    const credit = await ask(plain, bank, { product: 'creditLoan', purpose: '自主开发', ...asked });
    const pooled = await ask(plain, bank, {
      ...{ product: 'pooledLoan', purpose: '入股开发', operator: '果业合作社', ...asked },
    });
    const fromBank = await ask(plain, bank, { product: 'mutualLoan', purpose: '养鸡', ...asked });
    const stranger = await ask(plain, association.id, {
      ...{ product: 'mutualLoan', purpose: '养鸡', ...asked },
    });

    expect(credit.code).toBeUndefined();
    expect(await loanOf(pooled.body.id, chen)).toMatchObject({
      ...{ mode: 'pooled', operator: '果业合作社', purpose: '入股开发' },
    });
    expect(fromBank.code).toBe('funds/no-such-bank');
    // Whether it is a member nobody has written down.
    expect(stranger.code).toBe('funds/eligibility-unknown');
    expect(
      (await act(credit.body.id, { act: 'sign', on: '2016-04-01', document: '1' }, chen)).code,
    ).toBe('funds/other-bank');
  });
});
