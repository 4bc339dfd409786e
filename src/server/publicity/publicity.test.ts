import { beforeAll, describe, expect, test } from 'vitest';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Answer, Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { deleteCopiesBefore } from './notice.store.ts';
import { publicityRoutes } from './publicity.routes.ts';

const app = await anApp({ routes: [...caseworkRoutes, ...publicityRoutes] });
const setDay = movableDay(app);
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
const [lin, zhao, chen, fang, sun] = (['lin', 'zhao', 'chen', 'fang', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller, Caller];
let wei: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'huaihua-2015');
  wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦主任',
    title: '村委会主任',
    role: 'village',
    area: places.village,
  });
});

async function act(id: string, by: Caller, outcome: string, more: object = {}): Promise<Answer> {
  const { position, open } = (await chen.get(`/api/casework/cases/${id}`)).body;
  const body = { seen: position, step: open.id, outcome, ...more };
  return by.post(`/api/casework/cases/${id}/acts`, body);
}

/** As far as the notice in the township. */
async function atNotice(): Promise<string> {
  const household = await aRegistered(app, { stage: 'SURVEYED' });
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  const { id } = begun.body;
  await act(id, lin, 'applied', { capacity: 'HOUSEHOLD' });
  await act(id, lin, 'nominated', { meeting: vote });
  await act(id, lin, 'passed', { meeting: vote });
  await act(id, wei, 'passed');
  return id;
}

const words = {
  place: '乡政府公示栏',
  office: '下南乡人民政府',
  objectionPhone: '0778-8821234',
  supervisionPhone: '12317',
};

async function posted(cases: readonly string[], more: object = {}) {
  const answer = await zhao.post('/api/publicity/notices', { ...words, cases, ...more });
  expect(answer.code).toBeUndefined();
  return answer.body as { id: string; code: string; hash: string };
}

const read = async (id: string, by: Caller = zhao) =>
  (await by.get(`/api/publicity/notices/${id}`)).body;
const caseOf = async (id: string, by: Caller = chen) =>
  (await by.get(`/api/casework/cases/${id}`)).body;

describe('a notice of many cases', () => {
  test('[JJ-12] [JJ-24] is compiled from what waits at a step, posted in each case, and read by its code', async () => {
    setDay('2016-09-01');
    const cases = [await atNotice(), await atNotice(), await atNotice()];
    const waiting = await zhao.get('/api/publicity/waiting');
    expect(waiting.body.items).toMatchObject([
      { areaCode: places.township, step: { id: 'townshipNotice' }, cases: 3, mayPost: true },
    ]);
    const draft = await zhao.get('/api/publicity/draft', {
      area: places.township,
      process: 'identification',
      step: 'townshipNotice',
    });
    expect(draft.body).toMatchObject({ days: 7, leastLastDay: '2016-09-07', barred: null });
    expect(draft.body.columns.map((one: { field: string }) => one.field)).toEqual([
      'headName',
      'members',
    ]);

    const { id, code, hash } = await posted(cases);
    for (const one of cases) {
      expect((await caseOf(one)).open.notice).toMatchObject({ lastDay: '2016-09-07' });
    }
    expect((await zhao.get('/api/publicity/waiting')).body.items).toEqual([]);
    expect(await read(id)).toMatchObject({ hash, isIntact: true, state: 'hanging', daysLeft: 7 });
    const open = await app.nobody.get(`/api/publicity/public/${code.toUpperCase()}`);
    expect(open.body).toMatchObject({ daysLeft: 7, mayObject: true });
    expect(open.body.content.lines).toHaveLength(3);
    for (const { headName } of (await read(id)).items) expect(open.text).not.toContain(headName);
    expect((await sun.get(`/api/publicity/notices/${id}`)).code).toBe('publicity/no-such-notice');
    const again = await zhao.post('/api/publicity/notices', { ...words, cases });
    expect(again.code).toBe('casework/posted-already');
  });

  test('is never shorter than the pack says, and holds the case as long as it hangs', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const short = await zhao.post('/api/publicity/notices', {
      ...words,
      cases: [one],
      lastDay: '2016-09-06',
    });
    expect(short.code).toBe('publicity/too-short');
    expect(short.body.error.message).toContain('2016-09-07');
    const odd = await zhao.post('/api/publicity/notices', {
      ...words,
      cases: [one],
      lastDay: '2016-02-30',
    });
    expect(odd.code).toBe('publicity/too-short');
    const ages = await zhao.post('/api/publicity/notices', {
      ...words,
      cases: [one],
      lastDay: '2017-09-06',
    });
    expect(ages.code).toBe('publicity/too-long');
    await posted([one], { lastDay: '2016-09-10' });
    setDay('2016-09-08');
    expect((await act(one, zhao, 'undisputed')).code).toBe('casework/notice-stands');
    setDay('2016-09-11');
    expect((await act(one, zhao, 'undisputed')).code).toBeUndefined();
  });

  test('shows nothing sensitive that a clerk wrote, and says what was found and where', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const { persons } = await app.owner
      .query(
        'select p.name from registry_person p join casework_case c on c.household_id = p.household_id where c.id = $1',
        [one],
      )
      .then(({ rows }) => ({ persons: rows as { name: string }[] }));
    for (const [field, text] of [
      ['remark', '联系人电话１３８ ７７８０ １２３４'],
      ['place', '贴在3组12号门口'],
      ['office', `${persons[0]?.name ?? ''}家`],
    ] as const) {
      const refused = await zhao.post('/api/publicity/notices', {
        ...words,
        cases: [one],
        [field]: text,
      });
      expect(refused.code).toBe('publicity/sensitive-text');
      expect(refused.body.error.path).toBe(`body.${field}`);
    }
    const phone = await zhao.post('/api/publicity/notices', {
      ...words,
      cases: [one],
      objectionPhone: '问村长',
    });
    expect(phone.code).toBe('publicity/not-a-telephone');
    expect((await caseOf(one)).open.notice).toBeNull();
  });

  test('is refused whole where one case stands elsewhere or is not the poster’s', async () => {
    setDay('2016-09-01');
    const [one, other] = [await atNotice(), await atNotice()];
    await act(other, zhao, 'returned', { reason: '重新核实' });
    const mixed = await zhao.post('/api/publicity/notices', { ...words, cases: [one, other] });
    expect(mixed.code).toBe('publicity/cases-differ');
    expect((await lin.post('/api/publicity/notices', { ...words, cases: [one] })).code).toBe(
      'casework/not-the-actor',
    );
    expect((await zhao.post('/api/publicity/notices', { ...words, cases: [other] })).code).toBe(
      'publicity/not-at-a-notice',
    );
    const none = await zhao.get('/api/publicity/draft', {
      area: places.otherVillage.slice(0, 9),
      process: 'identification',
      step: 'countyRecheck',
    });
    expect(none.code).toBe('publicity/no-such-step');
    expect((await caseOf(one)).open.notice).toBeNull();
  });

  test('is corrected by taking it down with the reason and posting it anew for its full days', async () => {
    setDay('2016-09-01');
    const cases = [await atNotice(), await atNotice()];
    const first = await posted(cases);
    setDay('2016-09-05');
    const correction = { ...words, cases: cases.slice(0, 1), reason: '第2号误列' };
    const path = `/api/publicity/notices/${first.id}/correction`;
    const corrected = await zhao.post(path, correction);
    expect(corrected.code).toBeUndefined();
    expect((await caseOf(cases[0] ?? '')).open.notice).toMatchObject({
      firstDay: '2016-09-05',
      lastDay: '2016-09-11',
    });
    expect((await caseOf(cases[1] ?? '')).open.notice).toBeNull();
    expect((await app.nobody.get(`/api/publicity/public/${first.code}`)).code).toBe(
      'publicity/over',
    );
    expect(await read(first.id)).toMatchObject({
      state: 'withdrawn',
      isIntact: true,
      withdrawn: { reason: '第2号误列' },
      replacedBy: corrected.body.id,
    });
    expect((await read(corrected.body.id)).content.correction).toBe('第2号误列');
    expect((await zhao.post(path, correction)).code).toBe('publicity/withdrawn-already');
  });

  test('expires by itself: the public copy is deleted, the record and its hash stay', async () => {
    setDay('2016-09-01');
    const { id, code, hash } = await posted([await atNotice()]);
    setDay('2016-09-08');
    const gone = await app.nobody.get(`/api/publicity/public/${code}`);
    expect([gone.status, gone.code]).toEqual([410, 'publicity/over']);
    expect(gone.text).not.toContain('乡政府公示栏');
    const { db } = app.platform;
    const { inScope } = await import('#server/database/connect.ts');
    const { everything } = await import('#domain/access/scope.ts');
    expect(
      await inScope(db, everything, (tx) => deleteCopiesBefore(tx, '2016-09-08')),
    ).toBeGreaterThan(0);
    const { rows } = await app.owner.query(
      'select 1 from publicity_public_copy where notice_id = $1',
      [id],
    );
    expect(rows).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'expired', hash, isIntact: true });
    expect((await read(id)).missing).toEqual(['first', 'last']);
    const evidence = { kind: 'first', on: '2016-09-01', note: '公示栏照片' };
    const path = `/api/publicity/notices/${id}/evidence`;
    expect((await zhao.post(path, { ...evidence, on: '2016-08-01' })).code).toBe(
      'publicity/evidence-too-early',
    );
    expect((await zhao.post(path, { ...evidence, note: '拍照人13877801234' })).code).toBe(
      'publicity/sensitive-text',
    );
    await zhao.post(path, evidence);
    expect((await read(id)).missing).toEqual(['last']);
    await app.owner.query(`update publicity_notice set content = content || ' ' where id = $1`, [
      id,
    ]);
    expect((await read(id)).isIntact).toBe(false);
  });
});

describe('an objection of the public', () => {
  const said = '他家二〇一五年买了拖拉机，请核实';
  const who = { name: '覃树根', phone: '13977805678' };

  test('is raised on the page, answered by the county, and reverses the listing; the objector reads the answer', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const { id, code } = await posted([one]);
    const filed = await app.nobody.post(`/api/publicity/public/${code}/objections`, {
      line: 1,
      text: said,
      ...who,
    });
    expect(filed.code).toBeUndefined();
    const { number, receipt } = filed.body;
    expect(number).toMatch(/^\d{8}$/);
    expect((await caseOf(one)).objections).toHaveLength(1);
    setDay('2016-09-08');
    expect((await act(one, zhao, 'undisputed')).code).toBe('casework/objection-open');

    const asked = { receipt: ` ${receipt.toUpperCase()} ` };
    const before = await app.nobody.get(`/api/publicity/answers/${number}`, asked);
    expect(before.body).toMatchObject({ verdict: null, answer: null });
    const [objection] = (await chen.get('/api/publicity/objections')).body.items;
    const opened = await chen.get(`/api/publicity/objections/${objection.id}`);
    expect(opened.body).toMatchObject({ text: said, ...who, barred: null });
    const path = `/api/publicity/objections/${objection.id}/answer`;
    const answer = { verdict: 'upheld', reason: '经核实属实，退回重新审查' };
    expect((await zhao.post(path, answer)).code).toBe('access/not-permitted');
    expect((await sun.post(path, answer)).code).toBe('publicity/no-such-objection');
    expect((await chen.post(path, answer)).code).toBeUndefined();
    expect((await chen.post(path, answer)).code).toBe('publicity/answered-already');
    expect((await caseOf(one)).open.id).toBe('committeeReview');
    const after = await app.nobody.get(`/api/publicity/answers/${number}`, asked);
    expect(after.body).toMatchObject({ verdict: 'upheld', answer: answer.reason });
    expect((await read(id)).objectionList).toMatchObject([{ number, verdict: 'upheld' }]);
    // Back at the notice, the case waits to be posted again.
    await act(one, wei, 'passed');
    expect((await zhao.get('/api/publicity/waiting')).body.items[0].cases).toBeGreaterThan(0);
  });

  test('protects whoever raised it: no answer to village or township, no act, no audit row holds name, telephone or words', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const { id } = await posted([one]);
    const taken = await fang.post(`/api/publicity/notices/${id}/objections`, {
      line: 1,
      text: said,
      ...who,
    });
    expect(taken.code).toBeUndefined();
    const [objection] = (await read(id)).objectionList;
    const secretWords = [who.name, who.phone, who.phone.slice(0, 3), said, '拖拉机'];
    const said1 = [];
    for (const by of [lin, wei, zhao]) {
      for (const path of [
        `/api/casework/cases/${one}`,
        '/api/casework/cases?whose=all',
        '/api/publicity/notices',
        `/api/publicity/notices/${id}`,
        '/api/publicity/objections',
        `/api/publicity/objections/${objection.id}`,
      ]) {
        said1.push((await by.get(path)).text);
      }
    }
    const { rows: audit } = await app.owner.query('select t::text from audit_entry t');
    const { rows: acts } = await app.owner.query('select t::text from casework_act t');
    const { rows: kept } = await app.owner.query('select t::text from publicity_objection t');
    const everything = JSON.stringify([said1, audit, acts, kept]);
    for (const word of secretWords.slice(0, 2).concat(said, '拖拉机')) {
      expect(everything).not.toContain(word);
    }
    const seen = (await caseOf(one, lin)).acts.at(-1);
    expect(seen).toMatchObject({ kind: 'object', by: '' });
    expect(seen.at).toBe('2016-09-01T00:00:00.000Z');
    const path = `/api/casework/cases/${one}/objections/${(await caseOf(one)).objections[0].position}/answer`;
    const { position } = await caseOf(one);
    const body = { seen: position, verdict: 'rejected', reason: '不属实' };
    expect((await zhao.post(path, body)).code).toBe('casework/heard-by-county');
  });

  test('is not answered by somebody who took part in the case', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const { id } = await posted([one]);
    await chen.post(`/api/publicity/notices/${id}/objections`, { line: 1, text: said });
    await app.owner.query(
      `update casework_act set account = (select id from access_account where username = 'fang')
       where case_id = $1 and kind = 'post'`,
      [one],
    );
    const [{ id: objection }] = (await read(id)).objectionList;
    const opened = await fang.get(`/api/publicity/objections/${objection}`);
    expect(opened.body.barred.zh).toContain('没有参与');
    const answer = { verdict: 'rejected', reason: '查过' };
    const path = `/api/publicity/objections/${objection}/answer`;
    expect((await fang.post(path, answer)).code).toBe('casework/took-part-before');
    expect((await chen.post(path, answer)).code).toBeUndefined();
    setDay('2016-09-08');
    expect((await act(one, zhao, 'undisputed')).code).toBeUndefined();
  });

  test('may be about the list as a whole, and is refused for a number that is not on it or after the last day', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    const { id, code } = await posted([one]);
    const path = `/api/publicity/public/${code}/objections`;
    expect((await app.nobody.post(path, { text: '漏了村东的老人', line: 7 })).code).toBe(
      'publicity/no-such-line',
    );
    expect((await app.nobody.post(path, { text: '漏了村东的老人' })).code).toBeUndefined();
    expect((await caseOf(one)).objections).toEqual([]);
    const [{ id: objection }] = (await read(id)).objectionList;
    const answered = await chen.post(`/api/publicity/objections/${objection}/answer`, {
      verdict: 'rejected',
      reason: '已另行入户核查',
    });
    expect(answered.code).toBeUndefined();
    setDay('2016-09-08');
    expect((await app.nobody.post(path, { text: '来晚了一天' })).code).toBe('publicity/over');
  });
});

describe('the public doors', () => {
  test('answer a wrong code and a wrong receipt alike whatever they are, and close after too many', async () => {
    setDay('2016-09-01');
    const knock = (code: string) =>
      app.nobody.send({
        method: 'GET',
        url: `/api/publicity/public/${code}`,
        remoteAddress: '10.1.1.1',
      });
    expect((await knock('bbbbbbbbbb')).code).toBe('publicity/unknown-code');
    const receipt = await app.nobody.send({
      method: 'GET',
      url: '/api/publicity/answers/12345678?receipt=bcdfghjk',
      remoteAddress: '10.1.1.1',
    });
    expect(receipt.code).toBe('publicity/unknown-receipt');
    for (let tries = 0; tries < 20; tries += 1) await knock(`bbbbbbbbb${tries}`);
    expect((await knock('bbbbbbbbbb')).code).toBe('publicity/too-many-tries');
    const other = await app.nobody.send({
      method: 'GET',
      url: '/api/publicity/public/bbbbbbbbbb',
      remoteAddress: '10.1.1.2',
    });
    expect(other.code).toBe('publicity/unknown-code');
    const { rows } = await app.owner.query(`select t::text from access_attempt t`);
    expect(JSON.stringify(rows)).not.toContain('10.1.1');
  });

  test('take so many objections of one address in an hour', async () => {
    setDay('2016-09-01');
    const { code } = await posted([await atNotice()]);
    const object = () =>
      app.nobody.send({
        method: 'POST',
        url: `/api/publicity/public/${code}/objections`,
        payload: { text: '重复的异议' },
        remoteAddress: '10.1.1.3',
      });
    for (let times = 0; times < 10; times += 1) expect((await object()).code).toBeUndefined();
    expect((await object()).code).toBe('publicity/too-many-tries');
  });
});
