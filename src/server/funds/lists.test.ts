// Payment lists from a department's file to the household's word: what is held, posted, answered, disputed.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { aColleague, aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { listRoutes } from './list.routes.ts';
import { checkListJob, postListJob } from './list-jobs.ts';

const app = await anApp({
  routes: [...bookRoutes, ...listRoutes],
  jobKinds: (platform) => [checkListJob(platform), postListJob(platform)],
});
const { chen, fang, filled, books } = fundsWorld(app);
const yang = app.as('yang');
const sun = app.as('sun');

let serial = 0;
/** A listed household with an account of its own. */
async function aPayee(values: object = {}): Promise<{ id: string; no: string; name: string }> {
  serial += 1;
  const id = await aRegistered(app, {
    stage: 'LISTED',
    bankAccount: `62280000${String(serial).padStart(8, '0')}`,
    ...values,
  });
  const { rows } = await app.owner.query(
    'select household_no as no, head_name as name from registry_household where id = $1',
    [id],
  );
  return { id, no: rows[0].no, name: rows[0].name };
}

let homes = 0;
/** The account of a household, signed in. */
function theHousehold(id: string) {
  homes += 1;
  return aColleague(app, {
    username: `home${homes}`,
    displayName: '蒙家',
    title: '',
    role: 'household',
    area: places.village,
    sees: [id],
  });
}

const csvOf = (rows: readonly (readonly unknown[])[], head = '户编号,金额') => ({
  name: '名册.csv',
  bytes: Buffer.from([head, ...rows.map((row) => row.join(','))].join('\n')),
});

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await filled(1_000_000_00, {}, { holder: '县教育局' });
});

async function purse(purpose = 'INDUSTRY'): Promise<string> {
  const { purses } = (await chen.get('/api/funds/purses', { area: county })).body;
  return purses.find((one: { purpose: string }) => one.purpose === purpose).id;
}

async function aList(more: object = {}, by = chen): Promise<string> {
  const { body, code } = await by.post('/api/funds/lists', {
    area: county,
    title: '产业奖补',
    document: aPaper('名册'),
    payOn: '2016-09-20',
    purse: await purse(),
    ...more,
  });
  expect(code).toBeUndefined();
  return body.id;
}

const at = (id: string, what = '') => `/api/funds/lists/${id}${what}`;

async function checked(rows: readonly (readonly unknown[])[], more: object = {}, by = chen) {
  const id = await aList(more, by);
  expect((await by.upload(at(id, '/file'), csvOf(rows))).code).toBeUndefined();
  expect((await by.post(at(id, '/check'))).code).toBeUndefined();
  await app.runJobs();
  return { id, list: (await by.get(at(id))).body };
}

async function paid(rows: readonly (readonly unknown[])[], more: object = {}) {
  const { id } = await checked(rows, more);
  expect((await chen.post(at(id, '/submission'))).code).toBeUndefined();
  expect((await fang.post(at(id, '/answer'), { approve: true })).code).toBeUndefined();
  await app.runJobs();
  return { id, list: (await chen.get(at(id))).body };
}

const lines = async (id: string, show = 'all', by = chen) =>
  (await by.get(at(id, '/payments'), { show, limit: 200 })).body.items;

describe('a payment list', () => {
  test('ends in the hands of its households: each sees amount, day and the end of its account', async () => {
    const payees = [await aPayee(), await aPayee(), await aPayee()];
    const before = (await books()).total;

    const { id, list } = await paid(payees.map(({ no }) => [no, '1200.50']));

    expect(list).toMatchObject({ state: 'posted', lines: 3, held: 0, total: 3_601_50 });
    expect(list.counts.posted).toBe(3);
    const after = (await books()).total;
    expect(after.paid - before.paid).toBe(3_601_50);
    expect(before.left - after.left).toBe(3_601_50);
    const seen = await theHousehold(payees[0]?.id ?? '');
    const { payments, received, maySay } = (
      await seen.get(`/api/funds/households/${payees[0]?.id}`)
    ).body;
    expect(received).toBe(1_200_50);
    expect(maySay).toBe(true);
    expect(payments).toMatchObject([
      { amount: 1_200_50, paidOn: '2016-09-20', title: '产业奖补', accountTail: '0001' },
    ]);
    expect((await sun.get(at(id))).code).toBe('funds/no-such-list');
    const other = await seen.get(`/api/funds/households/${payees[1]?.id}`);
    expect(other.status).toBe(404);
  });

  test('holds back whoever is not to be paid, each with every reason, and pays the rest', async () => {
    const good = await aPayee();
    const surveyed = await aPayee({ stage: 'SURVEYED' });
    const noAccount = await aPayee({ bankAccount: undefined });
    const shared = [
      await aPayee({ bankAccount: '6228999900001111' }),
      await aPayee({ bankAccount: '6228999900001111' }),
    ];
    const dead = await aPayee();
    await app.owner.query(
      `update registry_person set left_on = '2016-05-01', left_reason = 'DIED' where household_id = $1`,
      [dead.id],
    );
    const gone = await aPayee();
    await app.owner.query(
      `update registry_person set left_on = '2016-05-01', left_reason = 'MOVED_OUT' where household_id = $1`,
      [gone.id],
    );
    await app.owner.query('update registry_household set members = 0 where id = any($1)', [
      [dead.id, gone.id],
    ]);
    const rows = [good, surveyed, noAccount, ...shared, dead, gone, good].map(({ no }) => [
      no,
      100,
    ]);

    const { id, list } = await checked([...rows, ['4512262022029999999', 100]]);

    expect(list).toMatchObject({ state: 'checked', lines: 9, held: 8, total: 100_00 });
    const found = (await lines(id)).map((one: { problems: string[] }) => one.problems);
    expect(found).toEqual([
      [],
      ['notListed'],
      ['noAccount'],
      ['sharedAccount'],
      ['sharedAccount'],
      ['dead'],
      ['absent'],
      ['twice'],
      ['unknownHousehold'],
    ]);
    expect(list.problems).toContainEqual({ problem: 'sharedAccount', count: 2 });
    expect(await lines(id, 'held')).toHaveLength(8);
  });

  test('does not pay the same entitlement twice in one period', async () => {
    const payee = await aPayee({ stage: 'EXIT_ANNOUNCED' });
    const benefit = { benefit: 'exitIndustryMoney' };
    await paid([[payee.no, 500]], benefit);

    const again = await checked([[payee.no, 500]], benefit);
    const nextYear = await checked([[payee.no, 500]], { ...benefit, period: '2017' });

    expect((await lines(again.id))[0].problems).toEqual(['paidBefore']);
    expect(nextYear.list.held).toBe(0);
  });

  test('[HJ-75] pays only who is entitled by the rule of the pack', async () => {
    const exited = await aPayee({ stage: 'EXIT_ANNOUNCED' });
    const listed = await aPayee();

    const { id } = await checked(
      [
        [exited.no, 500],
        [listed.no, 500],
      ],
      { benefit: 'exitIndustryMoney', period: '2018' },
    );

    expect((await lines(id)).map((one: { problems: string[] }) => one.problems)).toEqual([
      [],
      ['notEntitled'],
    ]);
  });

  test('names the row, the field and the value of a file it cannot read, and takes nothing', async () => {
    const payee = await aPayee();
    const id = await aList();
    const put = (rows: readonly (readonly unknown[])[], head?: string) =>
      chen.upload(at(id, '/file'), csvOf(rows, head));

    expect((await put([[payee.no, 100]], '户号码,钱')).code).toBe('funds/no-columns');
    for (const wrong of ['很多']) {
      const refused = await put([
        [payee.no, 100],
        [payee.no, wrong],
      ]);
      expect(refused.code).toBe('funds/bad-row');
      expect(refused.body.error.message).toContain('第 3 行');
      expect(refused.body.error.message).toContain(wrong);
    }
    expect((await chen.post(at(id, '/check'))).code).toBe('funds/empty-list');
  });

  test('takes nothing above the purse, and waits for another person', async () => {
    const payee = await aPayee();
    const { id } = await checked([[payee.no, 99_000_000]]);
    const small = await checked([[payee.no, 10]]);

    expect((await chen.post(at(id, '/submission'))).code).toBe('funds/list-over-budget');
    expect((await fang.post(at(small.id, '/answer'), { approve: true })).code).toBe(
      'funds/list-not-ready',
    );
    await chen.post(at(small.id, '/submission'));
    expect((await chen.post(at(small.id, '/answer'), { approve: true })).code).toBe(
      'funds/own-order',
    );
    expect((await fang.post(at(small.id, '/answer'), { approve: false })).code).toBe(
      'funds/reason-needed',
    );
    const back = await fang.post(at(small.id, '/answer'), { approve: false, reason: '附名单' });
    expect(back.body).toMatchObject({ state: 'checked', returnedReason: '附名单' });
    expect((await chen.post(at(small.id, '/discard'))).body.state).toBe('discarded');
    const odd = await chen.post('/api/funds/lists', {
      area: county,
      title: '无',
      document: aPaper(),
      payOn: '2016-09-20',
      purse: await purse(),
      benefit: 'wishes',
    });
    expect(odd.code).toBe('funds/unknown-benefit');
  });

  test('a department sees its own lists alone', async () => {
    const mine = await aList({ title: '教育局名册' }, yang);
    const theirs = await aList();

    const { items, total } = (await yang.get('/api/funds/lists', { area: county })).body;

    expect(items.map((one: { id: string }) => one.id)).toEqual([mine]);
    expect(total.lists).toBe(1);
    expect((await yang.get(at(theirs))).code).toBe('funds/no-such-list');
    expect((await yang.get('/api/funds/books', { area: county })).status).toBe(403);
  });
});

describe('the bank', () => {
  const answer = (id: string, rows: readonly (readonly unknown[])[]) =>
    chen.upload(at(id, '/bank-answer'), csvOf(rows, '序号,账号,金额,结果,原因'));

  test('its answer is taken line by line; what failed is back in the purse and can be paid again', async () => {
    const payees = [await aPayee(), await aPayee()];
    const { id } = await paid(payees.map(({ no }) => [no, 300]));
    const before = (await books()).total.left;
    const file = await chen.get(at(id, '/bank-file'));
    expect(file.status).toBe(200);
    const [first, second] = await lines(id);

    const taken = await answer(id, [
      [1, first.accountTail, 300, '成功', ''],
      [2, second.accountTail, '300.00', '失败', '账号已销户'],
      ['合计', '', 600, '', ''],
    ]);

    expect(taken.body).toMatchObject({ state: 'answered', counts: { paid: 1, failed: 1 } });
    expect((await books()).total.left - before).toBe(300_00);
    expect(await lines(id, 'failed')).toMatchObject([{ bankNote: '账号已销户', position: 2 }]);
    const retried = await chen.post(at(id, '/retry'), {
      document: aPaper('补付'),
      payOn: '2016-09-29',
    });
    const retry = (await chen.get(at(retried.body.id))).body;
    expect(retry).toMatchObject({ retryOf: id, lines: 1, total: 300_00, state: 'draft' });
    await chen.post(at(retry.id, '/check'));
    await app.runJobs();
    expect((await chen.get(at(retry.id))).body.held).toBe(0);
  });

  test('a file with a changed row, a stranger, a missing row or a wrong total is refused whole', async () => {
    const payees = [await aPayee(), await aPayee()];
    const { id } = await paid(payees.map(({ no }) => [no, 200]));
    const ok = [1, '', 200, '成功', ''];

    const changed = await answer(id, [ok, [2, '', 201, '成功', '']]);
    expect(changed.code).toBe('funds/answer-changed');
    expect(changed.body.error.message).toContain('201.00');
    expect((await answer(id, [ok, [2, '9999', 200, '成功', '']])).code).toBe(
      'funds/answer-changed',
    );
    expect((await answer(id, [ok, [3, '', 200, '成功', '']])).code).toBe('funds/answer-stranger');
    expect((await answer(id, [ok, ok])).code).toBe('funds/answer-stranger');
    expect((await answer(id, [ok])).code).toBe('funds/answer-short');
    const twoOk = [ok, [2, '', 200, '成功', '']];
    expect((await answer(id, [...twoOk, ['合计', '', 401, '', '']])).code).toBe(
      'funds/answer-total',
    );
    expect((await answer(id, [ok, [2, '', 200, '大概', '']])).code).toBe('funds/bad-row');
    expect((await chen.upload(at(id, '/bank-answer'), csvOf([[1, 2]], '甲,乙'))).code).toBe(
      'funds/no-answer-columns',
    );
    expect((await chen.get(at(id))).body.counts.posted).toBe(2);
    expect((await answer(id, twoOk)).body.counts.paid).toBe(2);
    const none = await chen.post(at(id, '/retry'), { document: aPaper(), payOn: '2016-09-29' });
    expect(none.code).toBe('funds/nothing-failed');
  }, 60_000);
});

describe('the word of a household', () => {
  test('it confirms or disputes once, and a dispute is answered by the county', async () => {
    const payee = await aPayee();
    const { id } = await paid([[payee.no, 80]]);
    const person = await theHousehold(payee.id);
    const home = person;
    const [line] = await lines(id);
    const say = (body: object) => home.post(`/api/funds/payments/${line.id}/word`, body);

    const other = await chen.post(`/api/funds/payments/${line.id}/word`, { word: 'confirmed' });
    expect(other.code).toBe('funds/word-of-others');
    expect((await say({ word: 'disputed' })).code).toBe('funds/reason-needed');
    const said = await say({ word: 'disputed', said: '只收到五十元' });
    expect(said.body).toMatchObject({ word: 'disputed', said: '只收到五十元' });
    expect((await say({ word: 'confirmed' })).code).toBe('funds/word-given');
    expect(await lines(id, 'disputed')).toHaveLength(1);
    const answered = await chen.post(`/api/funds/payments/${line.id}/answer`, {
      answer: '信用社已补记三十元',
    });
    expect(answered.body.answer).toBe('信用社已补记三十元');
    const again = await chen.post(`/api/funds/payments/${line.id}/answer`, { answer: '再答' });
    expect(again.code).toBe('funds/nothing-disputed');
    expect((await sun.post(`/api/funds/payments/${line.id}/answer`, { answer: '外县' })).code).toBe(
      'funds/no-such-payment',
    );
  });

  test('nothing is confirmed that was not paid', async () => {
    const payee = await aPayee();
    const { id } = await checked([[payee.no, 60]]);
    const person = await theHousehold(payee.id);
    const [line] = await lines(id);

    const early = await person.post(`/api/funds/payments/${line.id}/word`, { word: 'confirmed' });

    expect(early.code).toBe('funds/not-paid-yet');
  });

  test('posting that was killed goes on with the rest and pays nobody twice', async () => {
    const payees = [await aPayee(), await aPayee()];
    const { id } = await checked(payees.map(({ no }) => [no, 40]));
    await chen.post(at(id, '/submission'));
    await fang.post(at(id, '/answer'), { approve: true });
    await app.runJobs();
    // As after a crash: one line was not posted yet and the list says it is under way.
    const kept = await inScope(app.platform.db, everything, async (tx) => {
      await tx.updateTable('funds_list').set({ state: 'posting' }).where('id', '=', id).execute();
      return tx
        .selectFrom('funds_entry')
        .select((count) => count.fn.countAll<number>().as('entries'))
        .executeTakeFirstOrThrow();
    });
    await inScope(app.platform.db, everything, (tx) =>
      app.platform.jobs.enqueue(tx, {
        kind: 'funds.post',
        areaCode: county as never,
        account: null,
        scope: everything,
        input: { list: id },
        now: app.clock.now(),
      }),
    );
    await app.runJobs();
    const { entries } = await inScope(app.platform.db, everything, (tx) =>
      tx
        .selectFrom('funds_entry')
        .select((count) => count.fn.countAll<number>().as('entries'))
        .executeTakeFirstOrThrow(),
    );

    expect(entries).toBe(kept.entries);
    expect((await chen.get(at(id))).body).toMatchObject({ state: 'posted', counts: { posted: 2 } });
  });
});
