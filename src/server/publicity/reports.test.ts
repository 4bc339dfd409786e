import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { problemRoutes } from '#server/monitoring/monitoring.routes.ts';
import { orderRoutes } from '#server/monitoring/order.routes.ts';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { organisationRoutes } from '#server/workforce/organisation.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { publicityRoutes } from './publicity.routes.ts';

const app = await anApp({
  routes: [
    ...publicityRoutes,
    ...organisationRoutes,
    ...problemRoutes,
    ...orderRoutes,
    ...attachmentRoutes,
  ],
});
const setDay = movableDay(app);
const [chen, zhao, lin, sun] = (['chen', 'zhao', 'lin', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
const supervisors = '/api/workforce/supervisors';
const term = { from: '2016-03-01', to: '2017-02-28' };

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
});

let made = 0;
async function aSlip(by: Caller = chen): Promise<{ id: string; code: string }> {
  made += 1;
  const appointed = await by.post(supervisors, {
    area: places.village,
    name: `监督员${made}`,
    ...term,
  });
  const slip = await chen.post(`/api/publicity/supervisors/${appointed.body.id}/slip`);
  return { id: appointed.body.id, code: slip.body.code };
}
const pageOf = (code: string) => app.nobody.get(`/api/publicity/slip/${code}`);
const send = (code: string, more: object = {}) =>
  app.nobody.post(`/api/publicity/slip/${code}/reports`, {
    kind: 'money',
    words: '三组水管没有通，钱说是发完了',
    place: '三组水池边',
    ...more,
  });
const reports = async (by: Caller = chen) => (await by.get('/api/publicity/reports')).body;

describe('a village supervisor', () => {
  test('[TL-35] is appointed for a term and a village by township or county, not by the village itself', async () => {
    setDay('2016-09-30');
    const body = { area: places.village, name: '蒙桂香', ...term };
    expect((await app.nobody.get(supervisors)).code).toBe('access/sign-in-needed');
    expect((await lin.post(supervisors, body)).code).toBe('access/not-permitted');
    expect((await zhao.post(supervisors, { ...body, area: places.township })).code).toBe(
      'workforce/supervises-no-village',
    );
    expect((await zhao.post(supervisors, { ...body, to: '2016-01-01' })).code).toBe(
      'workforce/supervisor-term-turned-round',
    );
    const { id } = (await zhao.post(supervisors, body)).body;
    expect((await zhao.post(supervisors, body)).code).toBe('workforce/supervises-already');
    expect((await zhao.post(supervisors, { ...body, area: places.farVillage })).code).toBe(
      'access/outside-area',
    );

    const listed = (await chen.get(supervisors)).body;
    expect(listed.items).toMatchObject([{ name: '蒙桂香', tenure: 'serving', to: '2017-02-28' }]);
    expect(listed.villagesWith).toBe(1);
    expect(listed.without).toHaveLength(listed.villages - 1);
    // A township has no slip to give: its code opens what was reported.
    expect((await zhao.post(`/api/publicity/supervisors/${id}/slip`)).code).toBe(
      'access/not-permitted',
    );
    expect((await sun.post(`/api/publicity/supervisors/${id}/slip`)).code).toBe(
      'workforce/no-such-supervisor',
    );

    const end = (by: Caller) => by.post(`${supervisors}/${id}/end`, { reason: '外出务工' });
    expect((await sun.post(`${supervisors}/${id}/end`, { reason: '外出' })).code).toBe(
      'workforce/no-such-supervisor',
    );
    expect((await end(zhao)).status).toBe(200);
    expect((await end(zhao)).code).toBe('workforce/supervisor-term-over');
    expect((await chen.post(`/api/publicity/supervisors/${id}/slip`)).code).toBe(
      'publicity/slip-not-now',
    );
    expect((await chen.get(supervisors, { show: 'over' })).body.items).toMatchObject([
      { name: '蒙桂香', endedOn: '2016-09-30', endedReason: '外出务工' },
    ]);
  });

  test('[TL-35] reports without an account, with a number and a clock, and reads the answer by the same code', async () => {
    setDay('2016-09-30');
    const { code } = await aSlip(zhao);
    expect((await pageOf(code)).body).toMatchObject({
      village: expect.stringContaining('仪凤'),
      until: '2017-02-28',
      mayReport: true,
      phone: '12317',
      reports: [],
    });
    const sent = await send(` ${code.toUpperCase()} `);
    // Ten working days over the National Day holiday, which was made up for on two weekend days.
    expect(sent.body).toEqual({
      number: expect.stringMatching(/^\d{8}$/),
      dueOn: '2016-10-19',
    });
    const { number } = sent.body;
    const before = (await pageOf(code)).body.reports;
    expect(before).toMatchObject([{ number, state: 'received', answer: null }]);
    expect(JSON.stringify(before)).not.toContain('水管');

    const { items, open } = await reports();
    const one = items.find((row: { number: string }) => row.number === number);
    expect(open).toBeGreaterThan(0);
    const path = `/api/publicity/reports/${one.id}`;
    expect((await chen.get(path)).body).toMatchObject({
      words: '三组水管没有通，钱说是发完了',
      place: '三组水池边',
      village: '仪凤村',
      supervisor: `监督员${made}`,
    });
    const answer = { answer: '已经查实，水管十月底前通水' };
    expect((await sun.post(`${path}/answer`, answer)).code).toBe('publicity/no-such-report');
    expect((await chen.post(`${path}/answer`, answer)).body.state).toBe('answered');
    expect((await chen.post(`${path}/answer`, answer)).code).toBe('publicity/report-answered');
    expect((await pageOf(code)).body.reports).toMatchObject([
      { number, state: 'answered', answer: answer.answer, answeredOn: '2016-09-30' },
    ]);
    expect((await chen.get('/api/publicity/slips')).body.items).toContainEqual(
      expect.objectContaining({ reports: 1, open: 0 }),
    );
  });

  test('[TL-35] is heard by the county alone: village, township and the neighbour read nothing of it, whatever it becomes', async () => {
    setDay('2016-09-30');
    const { code } = await aSlip();
    const words = '村里说修了路，路没有修';
    const { number } = (await send(code, { words, place: '五组路口' })).body;
    const [one] = (await reports()).items.filter(
      (row: { number: string }) => row.number === number,
    );
    const path = `/api/publicity/reports/${one.id}`;
    const handing = { to: 'problem', title: '核查五组道路', words: '请核查五组道路是否完工' };
    const handed = await chen.post(`${path}/handing`, handing);
    expect(handed.body).toMatchObject({ state: 'working', handedTo: 'problem' });
    expect((await chen.post(`${path}/handing`, handing)).code).toBe('publicity/report-handed');
    expect((await pageOf(code)).body.reports[0].state).toBe('working');

    const seen: string[] = [];
    for (const by of [lin, zhao, sun]) {
      for (const url of [
        path,
        '/api/publicity/reports',
        '/api/publicity/slips',
        `/api/monitoring/problems/${handed.body.handedId}`,
        '/api/monitoring/problems',
        supervisors,
      ]) {
        seen.push((await by.get(url)).text);
      }
    }
    const told = seen.join('\n');
    expect(told).toContain('核查五组道路');
    for (const word of [words, '五组路口', number, '监督员反映', one.id]) {
      expect(told).not.toContain(word);
    }
    const { rows: kept } = await app.owner.query(
      'select r::text as row from publicity_report r union all select a::text from audit_entry a',
    );
    expect(JSON.stringify(kept)).not.toContain(words);
    for (const by of [lin, zhao]) {
      expect((await by.get(path)).code).toBe('access/not-permitted');
    }
    expect((await sun.get(path)).code).toBe('publicity/no-such-report');
    // Row security, not only the permission: in the township's scope there is no row.
    const { rows } = await app.owner.query(
      'select count(*)::integer as count from publicity_report where length(area_code) <> 6',
    );
    expect(rows[0].count).toBe(0);
  });

  test('[TL-35] may be handed on as an order to the township, and is mended when that is closed', async () => {
    setDay('2016-09-30');
    const { code } = await aSlip();
    const { number } = (await send(code)).body;
    const [one] = (await reports()).items.filter(
      (row: { number: string }) => row.number === number,
    );
    const handed = await chen.post(`/api/publicity/reports/${one.id}/handing`, {
      to: 'order',
      title: '核查饮水工程',
      words: '请核查资金发放',
      level: 'township',
      dueOn: '2016-10-10',
    });
    expect(handed.body).toMatchObject({ handedTo: 'order', state: 'working' });
    const order = (await chen.get(`/api/monitoring/orders/${handed.body.handedId}`)).body;
    expect(order.items).toMatchObject([{ kind: 'area', dueOn: '2016-10-10' }]);
    await app.owner.query(`update monitoring_order set closed_on = '2016-10-08' where id = $1`, [
      order.id,
    ]);
    expect((await pageOf(code)).body.reports[0].state).toBe('mended');
  });

  test('[TL-35] adds one picture on the day, of which nothing but the picture is kept', async () => {
    setDay('2016-09-30');
    const { code } = await aSlip();
    const { number } = (await send(code)).body;
    const at = `/api/publicity/slip/${code}/reports/${number}/picture`;
    const fixture = (name: string) =>
      readFileSync(new URL(`../../../tests/fixtures/attachments/${name}`, import.meta.url));
    const sheet = { name: '说明.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') };
    const picture = { name: '现场.jpg', bytes: fixture('phone-picture.jpg') };
    expect((await app.nobody.upload(at, sheet)).code).toBe('publicity/report-names-no-picture');
    expect((await app.nobody.upload(at.replace(number, '00000000'), picture)).code).toBe(
      'publicity/no-such-report',
    );
    expect((await app.nobody.upload(at, picture)).status).toBe(200);
    expect((await app.nobody.upload(at, picture)).code).toBe('publicity/report-has-picture');

    const [one] = (await reports()).items.filter(
      (row: { number: string }) => row.number === number,
    );
    const { picture: id } = (await chen.get(`/api/publicity/reports/${one.id}`)).body;
    const opened = await chen.get(`/api/registry/attachments/${id}/file`);
    expect(opened.bytes.toString('latin1')).not.toMatch(/HUAWEI|GPS/);
    for (const by of [lin, zhao, sun]) {
      expect((await by.get(`/api/registry/attachments/${id}/file`)).status).toBe(404);
    }
  });
});

describe('a slip', () => {
  test('[TL-35] takes no numbers of people, and opens nothing before or after its term', async () => {
    setDay('2016-09-30');
    const { id, code } = await aSlip();
    expect((await send(code, { words: '他电话是13877801234' })).code).toBe(
      'publicity/report-sensitive',
    );
    setDay('2017-03-01');
    expect((await send(code)).code).toBe('publicity/slip-over');
    expect((await pageOf(code)).body.mayReport).toBe(false);
    setDay('2017-05-01');
    expect((await pageOf(code)).code).toBe('publicity/slip-over');
    setDay('2016-09-30');
    await chen.post(`${supervisors}/${id}/end`, { reason: '辞去' });
    expect((await send(code)).code).toBe('publicity/slip-over');
  });

  test('[TL-35] made anew voids the one before, and a code that never was tells nothing and is counted', async () => {
    setDay('2016-09-30');
    const { id, code } = await aSlip();
    const again = (await chen.post(`/api/publicity/supervisors/${id}/slip`)).body;
    expect(again.code).not.toBe(code);
    expect((await pageOf(code)).code).toBe('publicity/unknown-slip');
    expect((await pageOf(again.code)).status).toBe(200);
    const { rows } = await app.owner.query('select s::text from publicity_slip s');
    expect(JSON.stringify(rows)).not.toContain(again.code);

    const wrong: (string | undefined)[] = [];
    for (let at = 0; at < 20; at += 1) wrong.push((await pageOf('bcdfghjkmn')).code);
    expect(new Set(wrong)).toEqual(new Set(['publicity/unknown-slip', 'publicity/too-many-tries']));
    expect((await pageOf(again.code)).code).toBe('publicity/too-many-tries');
    app.clock.advance(3600);
  });

  test('[TL-35] takes twelve reports an hour and no more', async () => {
    setDay('2016-09-30');
    app.clock.advance(7200);
    const { code } = await aSlip();
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 13; at += 1) codes.push((await send(code)).code);
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe('publicity/too-many-tries');
  });
});
