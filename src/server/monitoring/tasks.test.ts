import { read as readSheet, utils } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { taskRoutes } from './task.routes.ts';

const app = await anApp({ routes: taskRoutes });
const setDay = movableDay(app);
const chen = app.as('chen');
const url = '/api/monitoring/tasks';
const county = '451226';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
});

const task = (more: object = {}) =>
  chen.post(url, {
    area: county,
    title: '年内解决饮水困难',
    clause: '第三条',
    unit: '户',
    target: 40,
    startOn: '2016-03-01',
    dueOn: '2016-12-31',
    ...more,
  });
const read = async (id: string, by = chen) => (await by.get(`${url}/${id}`)).body;

test('[HJ-06] tasks are listed from registered documents with their clause', async () => {
  expect((await app.nobody.get(url)).code).toBe('access/sign-in-needed');
  expect((await chen.get(url)).body.items).toEqual([]);
  const document = {
    area: county,
    title: '脱贫攻坚实施方案',
    number: '环发〔2016〕1号',
    issuedOn: '2016-02-20',
  };
  const { id } = (await chen.post('/api/monitoring/documents', document)).body;
  expect((await chen.post('/api/monitoring/documents', document)).code).toBe(
    'monitoring/document-known',
  );
  expect((await task({ document: app.platform.newId(451226) })).code).toBe(
    'monitoring/no-such-document',
  );
  expect((await task({ startOn: '2017-01-01' })).code).toBe('monitoring/task-days-wrong');

  await task({ document: id });

  const [row] = (await chen.get(url)).body.items;
  expect(row).toMatchObject({
    document: '脱贫攻坚实施方案',
    clause: '第三条',
    target: 40,
    done: 0,
    share: 0,
  });
  expect((await chen.get('/api/monitoring/documents')).body.items[0]).toMatchObject({
    number: '环发〔2016〕1号',
    tasks: 1,
  });
});

test('[HJ-07] a task says at which of four levels nobody answers, until somebody does at each', async () => {
  const { id } = (await task({ title: '责任到四级' })).body;
  expect((await read(id)).gap.zh).toBe('还没有县级领导、帮扶单位、乡镇、村级组织的责任人。');
  const owner = (level: string, more: object = { account: null, name: '韦副县长' }) =>
    chen.post(`${url}/${id}/owners`, { level, ...more });
  expect((await owner('nothing')).code).toBe('monitoring/no-such-level');
  expect((await owner('townships', { account: app.accounts.sun.id, name: '' })).code).toBe(
    'monitoring/no-such-owner',
  );
  await owner('countyLeaders');
  await owner('helpingUnits', { account: app.accounts.yang.id, name: '' });
  await owner('townships', { account: app.accounts.zhao.id, name: '' });
  const last = (await owner('villageBodies', { account: app.accounts.lin.id, name: '' })).body;
  expect(last.gap).toBe(null);

  const dropped = await chen.send({
    method: 'DELETE',
    url: `${url}/${id}/owners/${last.owners[0].id}`,
  });
  expect(dropped.body.gap.en).toMatch(/^Nobody answers yet at:/);
  expect(
    (await app.as('yang').get(url)).body.items.map(({ title }: { title: string }) => title),
  ).toEqual(['责任到四级']);
});

test('[HJ-04] [HJ-08] a task is handed down to villages, and what they report with evidence rolls up', async () => {
  const { id } = (await task({ title: '危房改造' })).body;
  const parts = {
    parts: [
      { area: places.village, target: 25 },
      { area: places.otherVillage, target: 15 },
    ],
  };
  expect(
    (await chen.post(`${url}/${id}/parts`, { parts: [{ area: places.neighbourVillage }] })).code,
  ).toBe('monitoring/order-place-outside');
  await chen.post(`${url}/${id}/parts`, parts);
  const lin = app.as('lin');
  const [part] = (await lin.get(url)).body.items;
  expect(part).toMatchObject({ title: '危房改造', target: 25, areaCode: places.village });
  const report = (more: object, by = lin, of = part.id) =>
    by.post(`${url}/${of}/progress`, { words: '完工', evidence: '验收单', ...more });

  await report({ quantity: 10 });
  await report({ quantity: 5, isDone: true });

  expect((await report({ quantity: 1 })).code).toBe('monitoring/task-done');
  const whole = await read(id);
  expect(whole).toMatchObject({ done: 15, share: 0.375, parts: 2 });
  expect(whole.items.map(({ done }: { done: number }) => done).sort()).toEqual([0, 15]);
  expect((await report({ quantity: 1 }, app.as('du'), id)).code).toBe('monitoring/no-such-task');
  expect((await report({ quantity: 1 }, lin, id)).code).toBe('monitoring/no-such-task');
  const mine = whole.items.find(
    ({ areaCode }: { areaCode: string }) => areaCode === places.otherVillage,
  );
  expect((await report({ quantity: 1 }, app.as('du'), mine.id)).code).toBe(
    'monitoring/task-not-yours',
  );
});

test('[GS-56] timetable, task book and road map leave as one file: each task with its parts below it, in the order due', async () => {
  const { items } = (await chen.get(url, { show: 'all' })).body;
  const { bytes } = await chen.get(`${url}/file`);
  const book = readSheet(bytes);
  const lines = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
    header: 1,
  });

  expect(lines[0]).toContain('责任人');
  const own = lines.slice(1).filter(([number]) => !String(number).includes('.'));
  expect(own.map((line) => line[3])).toEqual(items.map(({ title }: { title: string }) => title));
  const parts = lines.slice(1).filter(([number]) => String(number).includes('.'));
  expect(parts.length).toBe(
    items.reduce((sum: number, one: { parts: number }) => sum + one.parts, 0),
  );
  expect(parts.length).toBeGreaterThan(0);
  const due = own.map((line) => String(line[9]));
  expect(due).toEqual([...due].sort());
  const neighbour = readSheet((await app.as('sun').get(`${url}/file`)).bytes);
  expect(utils.sheet_to_json(neighbour.Sheets[neighbour.SheetNames[0] ?? ''] ?? {})).toEqual([]);
});

test('[JJ-48] a task past its day is late by so many days', async () => {
  const { id } = (await task({ title: '迟了', dueOn: '2016-09-20' })).body;
  expect((await read(id)).lateDays).toBe(10);
});

test('[GS-08] [GS-75] a department’s promise goes through the stages of its policy and stands in the matrix', async () => {
  const promise = (more: object = {}) =>
    task({
      kind: 'promise',
      title: '资助贫困学生',
      target: undefined,
      dueOn: '2016-09-01',
      department: { account: app.accounts.yang.id, name: '' },
      ...more,
    });
  const { id } = (await promise()).body;
  const yang = app.as('yang');
  const report = (stage: string) => yang.post(`${url}/${id}/progress`, { stage, words: '已到位' });
  expect((await read(id, yang)).stage.title.zh).toBe('计划');
  expect((await report('nothing')).code).toBe('monitoring/no-such-stage');
  await report('money');

  const matrix = (await yang.get('/api/monitoring/delivery')).body;
  expect(matrix.stages.map(({ id: stage }: { id: string }) => stage)).toEqual([
    'plan',
    'money',
    'delivery',
    'result',
  ]);
  expect(matrix.cells).toEqual([
    expect.objectContaining({
      department: '县教育局资助中心 杨慧',
      count: 1,
      late: 1,
      at: [0, 1, 0, 0],
    }),
  ]);
  expect((await report('result')).body.doneOn).toBe('2016-09-30');
  const bare = await anApp({ routes: taskRoutes });
  expect(
    (
      await bare.as('chen').post(url, {
        area: county,
        kind: 'promise',
        title: '承诺',
        startOn: '2016-01-01',
        dueOn: '2016-02-01',
      })
    ).code,
  ).toBe('monitoring/no-promise-list');
});

test('the neighbouring county has none of it', async () => {
  const sun = app.as('sun');
  const [row] = (await chen.get(url)).body.items;
  expect((await sun.get(`${url}/${row.id}`)).code).toBe('monitoring/no-such-task');
  expect((await sun.get(url)).body.items).toEqual([]);
  expect((await sun.get('/api/monitoring/documents')).body.items).toEqual([]);
  expect((await sun.get('/api/monitoring/delivery')).body.cells).toEqual([]);
  setDay('2016-09-30');
});
