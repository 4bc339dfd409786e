import { beforeAll, expect, test } from 'vitest';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';
import { compactCaseCounts } from './fold-cases.ts';

const app = await anApp({ routes: [...caseworkRoutes, ...householdWriteRoutes] });
const [lin, chen, sun] = [app.as('lin'), app.as('chen'), app.as('sun')];

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

test('a case follows its household to another township, in list and counts, and keeps its acts', async () => {
  const household = await aRegistered(app, { stage: 'SURVEYED' });
  const { body } = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  await compactCaseCounts(app.platform.db);
  const sees = async (area: string) => {
    const list = await chen.get('/api/casework/cases', { whose: 'all', area, limit: '200' });
    const counts = await chen.get('/api/casework/counts', { whose: 'all', area });
    const counted = counts.body.items.reduce(
      (sum: number, one: { onTime: number; overdue: number; soon: number; noClock: number }) =>
        sum + one.onTime + one.overdue + one.soon + one.noClock,
      0,
    );
    return [list.body.items.some((one: { id: string }) => one.id === body.id), counted];
  };
  expect(await sees(places.township)).toEqual([true, 1]);

  const moved = await chen.post(`/api/registry/households/${household}/move`, {
    trueFrom: '2016-09-28',
    source: 'visit',
    reason: '易地搬迁',
    area: places.farVillage,
  });
  expect(moved.status).toBe(200);

  expect(await sees(places.township)).toEqual([false, 0]);
  expect(await sees(places.otherTownship)).toEqual([true, 1]);
  expect((await lin.get(`/api/casework/cases/${body.id}`)).code).toBe('casework/no-such-case');
  expect((await chen.get(`/api/casework/cases/${body.id}`)).body).toMatchObject({
    areaCode: places.farVillage,
    acts: [{ kind: 'begin' }],
  });
  expect((await sun.get(`/api/casework/cases/${body.id}`)).code).toBe('casework/no-such-case');
  const { rows } = await app.owner.query(
    'select distinct area_code from casework_act where case_id = $1',
    [body.id],
  );
  expect(rows).toEqual([{ area_code: places.farVillage }]);
});
