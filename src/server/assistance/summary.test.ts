import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { measureSums } from '#domain/assistance/measure-sums.ts';
import { anApp } from '#tests/world/app.ts';
import { measureOf, planned, write } from '#tests/world/assistance-world.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { assistanceRoutes } from './assistance.routes.ts';

const app = await anApp({ routes: assistanceRoutes });
const lin = app.as('lin');
const chen = app.as('chen');

beforeAll(() => installForPlace(app.platform, 'jiangjin-2015'));

const poor = (more: object = {}) =>
  aRegistered(app, { stage: 'LISTED', primaryCause: 'ILLNESS', ...more });
const summary = async (area: string = places.village) =>
  (await chen.get(`/api/assistance/summary?area=${area}`)).body;

describe('sums of measures', () => {
  test('[JJ-40] [JJ-41] [JJ-42] [JJ-43] [JJ-44] [JJ-45] by benefit overlap, by primary count everybody once, and are never one number', async () => {
    const both = [measureOf('INDUSTRY'), measureOf('EDUCATION')];
    await planned(app, await poor(), both, { primaryMeasure: 'INDUSTRY' });
    await planned(app, await poor(), [measureOf('INDUSTRY')]);
    await planned(app, await poor({ primaryCause: 'SCHOOLING' }), [measureOf('EDUCATION')]);

    const sums = await summary();

    expect(sums.sumByBenefit).toEqual({ households: 4, persons: 4 });
    expect(sums.helped).toEqual({ households: 3, persons: 3 });
    const industry = sums.measures.find((one: { code: string }) => one.code === 'INDUSTRY');
    expect(industry).toMatchObject({
      byBenefit: { households: 2 },
      byPrimary: { households: 2 },
      title: { zh: '产业发展一批' },
    });
    const education = sums.measures.find((one: { code: string }) => one.code === 'EDUCATION');
    expect(education).toMatchObject({ byBenefit: { households: 2 }, byPrimary: { households: 1 } });
    const cell = sums.cells.find(
      (one: { cause: string; code: string }) => one.cause === 'ILLNESS' && one.code === 'INDUSTRY',
    );
    expect(cell.households).toBe(2);
    expect(sums.taxonomies.map((one: { id: string }) => one.id)).toContain('sixBatches');
  });

  test('hold whatever the households: the primary ones add up to those helped, the others to no less', () => {
    const household = fc.record({
      codes: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1 }),
      persons: fc.integer({ min: 1, max: 9 }),
      known: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(household), (all) => {
        const count = (persons: number) => ({ households: 1, persons });
        const sums = measureSums(
          all.flatMap(({ codes, persons }) => codes.map((code) => ({ code, ...count(persons) }))),
          all.map(({ codes, persons, known }) => ({
            code: known ? (codes[0] ?? null) : null,
            ...count(persons),
          })),
        );
        const once = [...sums.byPrimary.values(), sums.unattributed];
        expect(once.reduce((sum, one) => sum + one.persons, 0)).toBe(sums.helped.persons);
        expect(sums.helped.persons).toBe(all.reduce((sum, one) => sum + one.persons, 0));
        expect(sums.sumByBenefit.persons).toBeGreaterThanOrEqual(sums.helped.persons);
      }),
    );
  });

  test('are, for the published numbers of Jiangjin, 27,582 by benefit and 24,268 once', () => {
    const persons = {
      INDUSTRY: 14038,
      EMPLOYMENT: 3851,
      RELOCATION: 1640,
      EDUCATION: 3276,
      MEDICAL: 2041,
      DIBAO: 2736,
    };
    const cells = Object.entries(persons).map(([code, one]) => ({
      code,
      households: 0,
      persons: one,
    }));

    const sums = measureSums(cells, [{ code: null, households: 7354, persons: 24268 }]);

    expect(sums.sumByBenefit.persons).toBe(27582);
    expect(sums.helped.persons).toBe(24268);
  });
});

describe('the lists behind the numbers', () => {
  test('name who waits for a decision, who has no plan, and what is late, and each number counts its list', async () => {
    const bare = await poor();
    const waiting = await poor();
    const { body: plan } = await lin.post(`/api/assistance/households/${waiting}/plans`);
    await write(lin, plan, { measures: [measureOf('DIBAO')] });
    await lin.post(`/api/assistance/plans/${plan.id}/submission`);
    const late = await poor();
    await planned(app, late, [measureOf('INDUSTRY', { dueOn: '2016-03-31' })]);
    const listed = async (show: string, more = '') => {
      const { body } = await chen.get(
        `/api/assistance/plans?area=${places.village}&show=${show}&limit=200${more}`,
      );
      return body.items;
    };

    const sums = await summary();

    const none = await listed('none');
    expect(none.map((one: { household: string }) => one.household)).toEqual(
      expect.arrayContaining([bare, waiting]),
    );
    expect(none).toHaveLength(sums.none);
    expect(sums.registered).toBe(sums.planned + sums.none);
    const [asked] = await listed('waiting');
    expect(asked).toMatchObject({ household: waiting, plan: plan.id, submittedBy: '林桂英' });
    expect(sums.submitted).toBe(1);
    expect(await listed('late')).toMatchObject([{ household: late, lateSince: '2016-03-31' }]);
    expect(sums.late).toBe(1);
    const byMeasure = await listed('all', '&measure=EDUCATION');
    expect(byMeasure).toHaveLength(2);
    const paged = await chen.get(
      `/api/assistance/plans?area=${places.village}&show=all&limit=2&cause=ILLNESS`,
    );
    expect(paged.body.items).toHaveLength(2);
    expect(paged.body.next).not.toBeNull();
  });

  test('stay within the place of whoever asks', async () => {
    expect((await app.as('sun').get(`/api/assistance/summary?area=${places.village}`)).status).toBe(
      403,
    );
    const { body } = await app.as('sun').get('/api/assistance/plans?show=all');
    expect(body.items).toEqual([]);
  });
});
