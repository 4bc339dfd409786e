import { beforeAll, describe, expect, test } from 'vitest';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { indicatorRoutes } from '#server/registry/indicator.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, manyRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { noticeWords } from '#tests/world/notice-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { publicityRoutes } from './publicity.routes.ts';

const app = await anApp({
  routes: [...caseworkRoutes, ...indicatorRoutes, ...attachmentRoutes, ...publicityRoutes],
});
const setDay = movableDay(app);
const [lin, zhao, chen, fang, sun] = (['lin', 'zhao', 'chen', 'fang', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller, Caller];
const [tang, lu] = [app.as('tang'), app.as('lu')];
const people: string[] = [];

beforeAll(async () => {
  setDay('2016-09-01');
  // Guangxi's notices in five working days, so that both ways of counting are looked at.
  await installForPlace(app.platform, 'huanjiang-2016', {
    changed: (path, text) =>
      path === 'china-2014/parameters/exit.yaml'
        ? text.replace(
            /(id: noticeDays[\s\S]*?unit: )day([\s\S]*?value: )7/,
            (_all, before: string, between: string) => `${before}workday${between}5`,
          )
        : text,
  });
  await manyRegistered(app, { stage: 'LISTED' }, 6);
  const { rows } = await app.owner.query(
    'select name from registry_person where area_code like $1 and left_on is null',
    [`${places.village}%`],
  );
  people.push(...rows.map(({ name }: { name: string }) => name));
});

async function act(id: string, by: Caller, outcome: string) {
  const { body } = await lu.get(`/api/casework/cases/${id}`);
  return by.post(`/api/casework/cases/${id}/acts`, {
    seen: body.position,
    step: body.open.id,
    outcome,
  });
}

async function enter(
  set: string,
  values: Readonly<Record<string, string>>,
  of: string = places.village,
) {
  const saved = await chen.send({
    method: 'PUT',
    url: '/api/registry/indicators',
    payload: {
      area: county,
      set,
      asOf: '2016-08-20',
      evidence: '县统计局〔2016〕8号',
      cells: Object.entries(values).map(([indicator, text]) => ({
        area: of,
        indicator,
        text,
      })),
    },
  });
  expect(saved.code).toBeUndefined();
}

const waitingAt = { area: places.township, process: 'villageExit', step: 'townshipNotice' };
const post = (cases: readonly string[], more: object = {}, by = zhao) =>
  by.post('/api/publicity/notices', { ...noticeWords, cases, ...more });

describe('a notice of the exit of a village', () => {
  let id = '';
  let notice: { id: string; code: string };

  test('waits with those of households, and its draft shows the village and its figures', async () => {
    await enter('elevenHaves', {
      specialIndustry: '1',
      safeHouses: '98',
      insured: '99',
      inSchool: '1',
      villageRoad: '4',
      safeWater: '97',
      power: '100',
      publicServices: '1',
      television: '99',
      collectiveIncome: '30000',
      goodCommittee: '1',
    });
    await enter('villageIncidence', { ruralPopulation: '4000' });
    const begun = await lin.post(`/api/casework/areas/${places.village}/cases`, {
      process: 'villageExit',
    });
    id = begun.body.id;
    await act(id, lin, 'applied');
    await answerChecklist(zhao, id);
    expect((await act(id, zhao, 'meets')).body.open.id).toBe('townshipNotice');
    const waiting = await zhao.get('/api/publicity/waiting');
    const draft = await zhao.get('/api/publicity/draft', waitingAt);

    expect(waiting.body.items).toMatchObject([
      { areaCode: places.township, process: { id: 'villageExit' }, cases: 1, mayPost: true },
    ]);
    expect(draft.body).toMatchObject({
      subject: 'area',
      term: { zh: '5 个工作日', en: '5 working days' },
      firstDay: '2016-09-01',
      leastLastDay: '2016-09-07',
      barred: null,
    });
    expect(draft.body.columns.map((one: { field: string }) => one.field)).toEqual([
      'areaName',
      'poorPersons',
      'ruralPopulation',
      'incidence',
      'checks',
    ]);
    const [line] = draft.body.households;
    expect(line).toMatchObject({ case: id, headName: '仪凤村' });
    expect(line.cells.at(-1).zh).toBe('12 项，达到 12 项');
    expect(line.cells[3]).toBe(Math.round((line.cells[1] / 4000) * 10_000) / 100);
  });

  test('takes no name of anybody in the village, whoever writes it and however it is spaced', async () => {
    const name = people.find((one) => [...one].length >= 2) ?? '';
    const spaced = [...name].join(' ');
    const named = await post([id], { remark: `如有意见找${spaced}反映` });
    const phone = await post([id], { remark: '或打13877801234' });

    expect(named.code).toBe('publicity/sensitive-text');
    expect(named.body.error.details).toMatchObject([{ field: 'remark', kind: 'name' }]);
    expect(phone.code).toBe('publicity/sensitive-text');
  });

  test('is posted, read by anybody, and holds nothing of one household', async () => {
    const posted = await post([id]);
    notice = posted.body;
    const open = await app.nobody.get(`/api/publicity/public/${notice.code}`);
    const inside = await zhao.get(`/api/publicity/notices/${notice.id}`);
    const { body } = await chen.get(`/api/casework/cases/${id}`);

    expect(posted.code).toBeUndefined();
    expect(open.body).toMatchObject({
      mayObject: true,
      content: { subject: 'area', term: { zh: '5 个工作日' }, lastDay: '2016-09-07' },
    });
    for (const each of people.filter((one) => [...one].length >= 2)) {
      expect(open.text).not.toContain(each);
    }
    expect(inside.body.items).toMatchObject([{ household: null, headName: '仪凤村', case: id }]);
    expect(body.open.notice).toMatchObject({ lastDay: '2016-09-07' });
    expect(body.open.noticeTerm.zh).toBe('5 个工作日');
    expect((await sun.get(`/api/publicity/notices/${notice.id}`)).code).toBe(
      'publicity/no-such-notice',
    );
    expect((await app.as('ma').get(`/api/publicity/notices/${notice.id}`)).status).not.toBe(200);
  });

  test('an objection without a name sends the village back to be checked, and the objector reads why', async () => {
    const filed = await app.nobody.post(`/api/publicity/public/${notice.code}/objections`, {
      line: 1,
      text: '三组的自来水从去年就没有通过',
    });
    const { number, receipt } = filed.body;
    setDay('2016-09-08');
    const blocked = await act(id, zhao, 'undisputed');
    const [objection] = (await chen.get('/api/publicity/objections')).body.items;
    const above = await lu.get(`/api/publicity/objections/${objection.id}`);
    const heard = await fang.post(`/api/publicity/objections/${objection.id}/answer`, {
      verdict: 'upheld',
      reason: '三组供水管断了，重新核查',
    });
    const answer = await app.nobody.get(`/api/publicity/answers/${number}`, { receipt });

    expect(filed.code).toBeUndefined();
    expect(blocked.code).toBe('casework/objection-open');
    expect(above.code).toBe('publicity/heard-by-county-alone');
    expect((await lu.get('/api/publicity/objections')).body.items).toEqual([]);
    expect(heard.code).toBeUndefined();
    expect(answer.body).toMatchObject({ verdict: 'upheld', answer: '三组供水管断了，重新核查' });
    expect((await chen.get(`/api/casework/cases/${id}`)).body.open.id).toBe('townshipCheck');
  });

  test('is posted anew once it was checked again, and cannot be cut short by a weekend', async () => {
    await answerChecklist(zhao, id);
    await act(id, zhao, 'meets');
    const short = await post([id], { lastDay: '2016-09-12' });
    const posted = await post([id]);
    setDay('2016-09-14');
    const early = await act(id, zhao, 'undisputed');
    setDay('2016-09-15');
    const done = await act(id, zhao, 'undisputed');

    expect(short.code).toBe('publicity/too-short');
    expect(short.body.error.message).toContain('5 个工作日');
    expect(posted.code).toBeUndefined();
    expect(early.code).toBe('casework/notice-stands');
    expect(done.body.open.id).toBe('countyApproval');
  });

  test('the county announces it as a notice that takes no objections', async () => {
    await act(id, chen, 'approved');
    const waiting = await chen.get('/api/publicity/waiting');
    const posted = await post([id], {}, fang);
    const { body } = await chen.get(`/api/casework/cases/${id}`);
    const open = await app.nobody.get(`/api/publicity/public/${posted.body.code}`);

    expect(waiting.body.items).toMatchObject([{ areaCode: county, kind: 'announcement' }]);
    expect(body.end.id).toBe('exited');
    expect(open.body).toMatchObject({ mayObject: false, content: { kind: 'announcement' } });
  });
});

test('what is said of the exit of a county is heard above it, by somebody who took no part', async () => {
  const second = await aColleague(app, {
    username: 'second',
    displayName: '自治区复核组',
    title: '',
    role: 'province',
    area: '45',
  });
  setDay('2016-10-10');
  await enter('countyIncidence', { countyRuralPopulation: '100000' }, county);
  const begun = await chen.post(`/api/casework/areas/${county}/cases`, { process: 'countyExit' });
  const { id } = begun.body;
  await act(id, fang, 'applied');
  await answerChecklist(tang, id);
  await act(id, tang, 'passed');
  expect((await act(id, lu, 'meets')).body.open.id).toBe('provinceNotice');
  const draft = await lu.get('/api/publicity/draft', {
    area: county,
    process: 'countyExit',
    step: 'provinceNotice',
  });
  const posted = await post([id], {}, lu);
  const filed = await app.nobody.post(`/api/publicity/public/${posted.body.code}/objections`, {
    line: 1,
    text: '还有三个屯没有通路',
  });
  const inCounty = (await chen.get('/api/publicity/objections')).body.items;
  const [objection] = (await second.get('/api/publicity/objections')).body.items;
  const path = `/api/publicity/objections/${objection.id}`;
  const answer = { verdict: 'upheld', reason: '三个屯补修后再报' };
  const own = await chen.post(`${path}/answer`, answer);
  const poster = await lu.post(`${path}/answer`, answer);
  const heard = await second.post(`${path}/answer`, answer);

  expect(draft.body).toMatchObject({ barred: null, subject: 'area' });
  expect(draft.body.office).toMatch(/人民政府$/);
  expect(posted.code).toBeUndefined();
  expect(filed.code).toBeUndefined();
  expect(inCounty.map((one: { id: string }) => one.id)).not.toContain(objection.id);
  expect((await chen.get(path)).code).toBe('publicity/heard-above');
  expect(own.code).toBe('publicity/heard-above');
  expect(poster.code).toBe('casework/took-part-before');
  expect(heard.code).toBeUndefined();
  expect((await second.get(`/api/casework/cases/${id}`)).body.open.id).toBe('provinceCheck');
});
