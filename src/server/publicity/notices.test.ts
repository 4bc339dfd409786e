import { describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { caseRulesOf, findStep } from '#domain/casework/case-rules.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { places } from '#tests/world/cast.ts';
import { aNoticeWorld, noticeWords as words } from '#tests/world/notice-world.ts';
import { compileParts } from './compile.ts';
import { deleteCopiesBefore } from './notice.store.ts';

const { app, setDay, people, caseOf, act, atNotice, posted, read } = await aNoticeWorld();
const { lin, zhao, chen, fang, sun } = people;

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
    expect(draft.body).toMatchObject({
      term: { zh: '7 天' },
      leastLastDay: '2016-09-07',
      barred: null,
    });
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

describe('an announcement', () => {
  test('decides its step in each case, takes no objections, and is corrected by its own office alone', async () => {
    setDay('2016-09-01');
    const one = await atNotice();
    await posted([one]);
    setDay('2016-09-08');
    await act(one, zhao, 'undisputed');
    await act(one, chen, 'passed');
    const step = (await caseOf(one)).open;
    expect(step.kind).toBe('announcement');
    const announced = await fang.post('/api/publicity/notices', { ...words, cases: [one] });
    expect(announced.code).toBeUndefined();
    expect((await caseOf(one)).end.id).toBe('listed');
    const { id, code } = announced.body;
    const open = await app.nobody.get(`/api/publicity/public/${code}`);
    expect(open.body.mayObject).toBe(false);
    const refused = await app.nobody.post(`/api/publicity/public/${code}/objections`, {
      text: '有意见',
    });
    expect(refused.code).not.toBe('publicity/no-objections');
    const late = await app.nobody.post(`/api/publicity/public/${code}/objections`, {
      text: '名单有意见',
    });
    expect(late.code).toBe('publicity/no-objections');
    const correction = { ...words, cases: [one], reason: '单位名称有误' };
    expect((await zhao.post(`/api/publicity/notices/${id}/correction`, correction)).code).toBe(
      'publicity/no-such-notice',
    );
    await app.owner.query('update publicity_notice set area_code = $2 where id = $1', [
      id,
      places.township,
    ]);
    expect((await zhao.post(`/api/publicity/notices/${id}/correction`, correction)).code).toBe(
      'publicity/may-not-post',
    );
    const corrected = await fang.post(`/api/publicity/notices/${id}/correction`, correction);
    expect(corrected.code).toBeUndefined();
    expect((await read(corrected.body.id, fang)).content.correction).toBe('单位名称有误');
  });
});

test('a pack that asks a notice to show what may not be public is refused by name', async () => {
  const day = plainDate('2016-09-01');
  const pack = app.platform.packs.inForce(areaCode(places.village), day);
  const rules = pack === undefined ? undefined : caseRulesOf(pack, 'identification');
  if (pack === undefined || rules === undefined) throw new Error('no pack');
  const step = { ...findStep(rules, 'townshipNotice'), shows: ['headName', 'phone'] };
  const compiling = inScope(app.platform.db, everything, (tx) =>
    compileParts(tx, {
      pack,
      rules,
      step,
      area: areaCode(places.township),
      subjects: { kind: 'households', items: [] },
      texts: { place: '', office: '', remark: '', correction: '' },
      firstDay: day,
      lastDay: day,
      objectionPhone: '',
      supervisionPhone: '',
    }),
  );
  await expect(compiling).rejects.toMatchObject({ kind: { code: 'publicity/field-not-public' } });
});
