import { beforeAll, expect, test } from 'vitest';
import { orderRoutes } from '#server/monitoring/order.routes.ts';
import { taskRoutes } from '#server/monitoring/task.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { meetingRoutes } from './meeting.routes.ts';

const app = await anApp({ routes: [...meetingRoutes, ...taskRoutes, ...orderRoutes] });
const setDay = movableDay(app);
const [chen, zhao, lin, sun] = (['chen', 'zhao', 'lin', 'sun'] as const).map((name) =>
  app.as(name),
) as [
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
  ReturnType<typeof app.as>,
];
const county = '451226';
const meetings = '/api/workforce/meetings';
const plan = {
  area: county,
  kind: 'joint',
  title: '第三季度联席会议',
  place: '县政府三楼',
  on: '2016-09-28',
  chair: '黄书记',
  agenda: ['通报退出进度', '研究饮水工程'],
  invited: [
    { name: '覃局长', unit: '县水利局' },
    { name: '韦局长', unit: '县教育局' },
    { name: '谭乡长', unit: '下南乡' },
  ],
};
const people = plan.invited.map((one, at) => ({
  ...one,
  presence: ['present', 'represented', 'absent'][at],
}));
const minutes = {
  people,
  minutes: '会议通报了进度，研究了饮水工程。',
  resolutions: [
    { words: '十月底前完成饮水工程招标', owner: '县水利局', dueOn: '2016-10-31' },
    { words: '各乡镇核对退出名单', owner: '各乡镇', dueOn: '2016-10-10' },
    { words: '印发会议纪要', owner: '县扶贫办', dueOn: '2016-09-29' },
  ],
};

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  setDay('2016-09-27');
});

test('[TL-34] [JJ-06] a joint conference is called, held with attendance and minutes, and decides who does what by when', async () => {
  expect((await app.nobody.get(meetings)).code).toBe('access/sign-in-needed');
  expect((await lin.post(meetings, { ...plan, area: places.village })).code).toBe(
    'access/not-permitted',
  );
  const { id } = (await chen.post(meetings, plan)).body;
  const path = `${meetings}/${id}`;
  expect((await chen.get(path)).body).toMatchObject({ isHeld: false, percent: null, invited: 3 });
  expect((await chen.post(`${path}/minutes`, minutes)).code).toBe('workforce/minutes-too-early');
  setDay('2016-09-30');
  const early = [{ ...minutes.resolutions[0], dueOn: '2016-09-01' }];
  expect((await chen.post(`${path}/minutes`, { ...minutes, resolutions: early })).code).toBe(
    'workforce/resolution-day-past',
  );
  expect((await chen.post(`${path}/minutes`, minutes)).status).toBe(200);
  expect((await chen.post(`${path}/minutes`, minutes)).code).toBe('workforce/minutes-entered');

  const held = (await lin.get(meetings, { area: places.village })).body;
  expect(held.items).toEqual([]);
  const listed = (await chen.get(meetings)).body;
  expect(listed.kinds).toContainEqual({ kind: 'joint', count: 1 });
  expect(listed.items).toMatchObject([{ came: 2, invited: 3, decisions: 3, done: 0, late: 1 }]);
  expect(listed.open.map(({ owner }: { owner: string }) => owner)).toEqual([
    '县扶贫办',
    '各乡镇',
    '县水利局',
  ]);
  expect((await chen.get(path)).body).toMatchObject({ percent: 67, minutesBy: '陈国强' });
});

test('[JJ-06] a decision becomes a task or an order once, and is done when that is', async () => {
  const [row] = (await chen.get(meetings)).body.items;
  const read = async () => (await chen.get(`${meetings}/${row.id}`)).body.resolutions;
  const [tender, lists, circulate] = await read();
  const hand = (id: string, body: object, by = chen) =>
    by.post(`/api/monitoring/resolutions/${id}`, body);

  expect((await hand(tender.id, { as: 'task' }, sun)).code).toBe('workforce/no-such-resolution');
  const task = (await hand(tender.id, { as: 'task' })).body;
  expect((await hand(tender.id, { as: 'order' })).code).toBe('workforce/resolution-taken');
  const order = (await hand(lists.id, { as: 'order', areas: [places.township] })).body;
  expect((await chen.get(`/api/monitoring/tasks/${task.id}`)).body).toMatchObject({
    title: '十月底前完成饮水工程招标',
    document: '第三季度联席会议 2016-09-28',
    dueOn: '2016-10-31',
    owners: [{ name: '县水利局' }],
  });
  expect((await zhao.get('/api/monitoring/order-parts')).body.items).toMatchObject([
    { order: order.id, title: '各乡镇核对退出名单', dueOn: '2016-10-10' },
  ]);
  const finish = (id: string, by = chen) =>
    by.post(`/api/workforce/resolutions/${id}/done`, { words: '已经印发' });
  expect((await finish(tender.id)).code).toBe('workforce/resolution-taken');
  expect((await finish(circulate.id, sun)).code).toBe('workforce/no-such-resolution');
  expect((await finish(circulate.id)).status).toBe(200);
  expect((await read()).map(({ state }: { state: string }) => state)).toEqual([
    'taken',
    'taken',
    'done',
  ]);

  await chen.post(`/api/monitoring/tasks/${task.id}/progress`, { words: '招标完成', isDone: true });
  await app.owner.query(`update monitoring_order set closed_on = '2016-10-08' where id = $1`, [
    order.id,
  ]);
  expect((await read()).map(({ state }: { state: string }) => state)).toEqual([
    'done',
    'done',
    'done',
  ]);
  expect((await chen.get(meetings)).body.items).toMatchObject([{ decisions: 3, done: 3, late: 0 }]);
});

test('the neighbouring county reads no meeting, and enters no minutes', async () => {
  const [row] = (await chen.get(meetings)).body.items;
  expect((await sun.get(`${meetings}/${row.id}`)).code).toBe('workforce/no-such-meeting');
  expect((await sun.post(`${meetings}/${row.id}/minutes`, minutes)).code).toBe(
    'workforce/no-such-meeting',
  );
  expect((await sun.get(meetings)).body).toMatchObject({ items: [], open: [] });
  expect((await sun.get(meetings, { area: county })).code).toBe('access/outside-area');
});
