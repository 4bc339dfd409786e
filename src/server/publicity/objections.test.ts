import { describe, expect, test } from 'vitest';
import { aNoticeWorld } from '#tests/world/notice-world.ts';

const { app, setDay, people, caseOf, act, atNotice, posted, read } = await aNoticeWorld();
const { lin, zhao, chen, fang, sun, wei } = people;

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
