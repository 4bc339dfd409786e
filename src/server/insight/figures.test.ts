import { beforeAll, describe, expect, test } from 'vitest';
import { installPack } from '#server/policy/pack-library.ts';
import { readPackFolder, shippedPacks } from '#server/policy/read-pack-folders.ts';
import { anApp } from '#tests/world/app.ts';
import { insightRoutes } from './insight.routes.ts';

const app = await anApp({ routes: insightRoutes });
const { platform } = app;

const figures = '/api/insight/figures';
const reports = '/api/insight/figure-reports';
const whole = [
  '名称,数值,单位,分子,分母,方法,日期',
  '在册,18434,户',
  '发放,5121,户',
  '完成率,27.78,%,发放,在册,清点,2016-09-30',
].join('\n');
const bare = whole.replace('在册,清点,2016-09-30', ',,');

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const { files, pack } = await readPackFolder(`${shippedPacks}/${id}`);
    if (pack === undefined) throw new Error(id);
    await installPack(platform.db, files, pack);
  }
  await platform.packs.reload();
});

describe('published figures', () => {
  test('nobody reads them without an account, nor a helper', async () => {
    expect((await app.nobody.get(figures)).status).toBe(401);
    expect((await app.as('he').get(figures)).status).toBe(403);
  });

  test('the county sees its own and the nation’s, the worst first [AT-HJ-02] [AT-HJ-09]', async () => {
    const { status, body } = await app.as('chen').get(figures);

    expect(status).toBe(200);
    expect(new Set(body.items.map((one: { pack: string }) => one.pack))).toEqual(
      new Set(['huanjiang-2016', 'china-2014']),
    );
    expect(body.items[0]).toMatchObject({ id: 'sevenBatchHouseholds', verdict: 'DISAGREE' });
    expect(body.items.at(-1).verdict).toBe('DERIVED');
    expect(body.opens).toEqual({ pack: 'huanjiang-2016', claim: 'oneBaseForThree' });
    const rate = body.rates.find((one: { title: { en: string } }) =>
      one.title.en.includes('industries'),
    );
    expect(rate.missing).toEqual(['numerator', 'denominator', 'method']);
  });

  test('the neighbour sees the nation’s, and another place’s only by asking for what was published', async () => {
    const { body } = await app.as('sun').get(figures);
    const asked = await app.as('sun').get(figures, { pack: 'huanjiang-2016' });

    expect(body.items.every((one: { pack: string }) => one.pack === 'china-2014')).toBe(true);
    expect(asked.body.items).toHaveLength(19);
    expect((await app.as('sun').get(figures, { area: '451226' })).status).toBe(403);
  });

  test('one claim comes with its bars, its figures and the places they were printed [AT-HJ-05]', async () => {
    const { body } = await app.as('chen').get(`${figures}/huanjiang-2016/oneBaseForThree`);

    expect(body.implied).toMatchObject({ least: 18_431, most: 18_437 });
    expect(
      body.findings[0].bars.map((bar: { least: number; most: number }) => [bar.least, bar.most]),
    ).toEqual([
      [18_431, 18_437],
      [18_400, 18_439],
      [18_350, 18_449],
      [18_229, 18_229],
    ]);
    expect(body.figures.map((one: { id: string }) => one.id)).toContain('loanHouseholds');
    expect(body.source.place).toBe('引言、四');
  });

  test('a claim that is not there is no claim', async () => {
    const { status, code } = await app.as('chen').get(`${figures}/huanjiang-2016/nothing`);

    expect([status, code]).toEqual([404, 'insight/no-such-claim']);
  });
});

describe('a report of one’s own', () => {
  test('is checked and not stored, bad rows told one by one', async () => {
    const table = `${whole}\n搬迁,很多,户`;
    const { status, body } = await app.as('zhao').post('/api/insight/figure-checks', { table });

    expect(status).toBe(200);
    expect(body.results).toMatchObject([{ name: '完成率', verdict: 'AGREE', rows: [4] }]);
    expect(body.problems).toMatchObject([{ row: 5, column: 'value' }]);
    expect(body.unfit).toEqual([]);
    expect((await app.as('chen').get(reports)).body.items).toEqual([]);
  });

  test('a rate without numerator, denominator, method and date is not published [HJ-41] [HJ-46]', async () => {
    const { body } = await app.as('chen').post(reports, { title: '九月', table: bare });
    const refused = await app.as('chen').post(`${reports}/${body.id}/publication`);

    expect([refused.status, refused.code]).toEqual([422, 'insight/unfit-rates']);
    expect(refused.body.error.details).toEqual([
      { row: 4, name: '完成率', missing: ['denominator', 'method', 'date'] },
    ]);
  });

  test('with all of it it is, once', async () => {
    const { body } = await app.as('chen').post(reports, { title: '九月（二）', table: whole });
    const first = await app.as('chen').post(`${reports}/${body.id}/publication`);
    const again = await app.as('chen').post(`${reports}/${body.id}/publication`);
    const read = await app.as('chen').get(`${reports}/${body.id}`);

    expect(first.status).toBe(200);
    expect(again.code).toBe('insight/already-published');
    expect(read.body).toMatchObject({ title: '九月（二）', checked: { rows: 3 } });
    expect(read.body.publishedAt).toBe(first.body.publishedAt);
  });

  test('with a row nobody can read it is not', async () => {
    const table = `${whole}\n搬迁,很多,户`;
    const { body } = await app.as('chen').post(reports, { title: '坏行', table });

    expect((await app.as('chen').post(`${reports}/${body.id}/publication`)).code).toBe(
      'insight/unreadable-rows',
    );
  });

  test('the neighbour has none of it, and a village may not save', async () => {
    const { body } = await app.as('chen').post(reports, { title: '本县', table: whole });

    expect((await app.as('sun').get(reports)).body.items).toEqual([]);
    expect((await app.as('sun').get(`${reports}/${body.id}`)).code).toBe('insight/no-such-report');
    expect((await app.as('sun').post(`${reports}/${body.id}/publication`)).status).toBe(404);
    expect((await app.as('lin').post(reports, { title: '村', table: whole })).status).toBe(403);
    expect((await app.nobody.get(reports)).status).toBe(401);
  });
});
