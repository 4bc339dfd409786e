// The auditor's rules over books in which each fault was made once, and the looks that keep what they find.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '#contract/funds-findings.ts';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { findingRules } from '#domain/funds/finding.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { jobRoutes } from '#server/jobs/job.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { countOfRule } from './finding.store.ts';
import { findingRoutes } from './findings.routes.ts';
import { askedHere } from './findings.ts';
import { lookJob, lookWhereDue } from './look.ts';
import { type Posting, postEntries } from './post-entries.ts';

const app = await anApp({
  routes: [...bookRoutes, ...findingRoutes, ...jobRoutes],
  jobKinds: (platform) => [lookJob(platform)],
  planted: true,
});
const { platform } = app;
const auditor = app.as('wu');
const number = Number(county);
const newId = () => platform.newId(number);
let [dead, sharing, alone] = ['', '', ''];
const { done } = fundsWorld(app);

const account = (change: Partial<AccountKey>): AccountKey => ({
  kind: 'allocated',
  source: 'countyFinance',
  purpose: 'INDUSTRY',
  area: areaCode(places.township),
  holder: '',
  project: null,
  household: null,
  ...change,
});

function moved(
  kind: Posting['kind'],
  [from, to]: readonly [AccountKey, AccountKey],
  more: { amount: bigint; on: string; document?: string; again?: string },
): Posting {
  return {
    id: newId(),
    kind,
    on: plainDate(more.on),
    document: more.document ?? newId(),
    memo: '',
    reverses: null,
    again: more.again,
    lines: [
      { account: from, amount: -more.amount },
      { account: to, amount: more.amount },
    ],
  };
}

const paidTo = (household: string, on: string, amount = 100_00n) =>
  moved('pay', [account({}), account({ kind: 'spent', household })], { amount, on });

const post = (...postings: readonly Posting[]) =>
  inScope(platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: number,
        area: areaCode(county),
        author: { account: newId(), name: '陈国强' },
        now: platform.clock.now(),
        newId: platform.newId,
      },
      postings,
    ),
  );

const ask = async () => {
  const { status, body } = await auditor.post('/api/funds/findings/look', { area: county });
  expect(status).toBe(200);
  return body.job as string;
};
const looked = async () => {
  await ask();
  await app.runJobs();
};
const listed = async (rule: string, query = {}, by = auditor) => {
  const { status, body } = await by.get(`/api/funds/findings/${rule}`, query);
  expect(status).toBe(200);
  return body as { items: readonly Finding[]; next: string | null };
};
const found = async (rule: string): Promise<readonly Finding[]> => {
  await looked();
  return (await listed(rule)).items;
};
const counted = async (query = {}) => (await auditor.get('/api/funds/findings', query)).body;

beforeAll(async () => {
  await installForPlace(platform, 'huanjiang-2016');
  [dead, sharing, alone] = await Promise.all([
    aRegistered(app, { stage: 'LISTED', bankAccount: '622800000001' }),
    aRegistered(app, { stage: 'LISTED', bankAccount: '622800000002' }),
    aRegistered(app, { stage: 'LISTED', bankAccount: '622800000003' }),
  ]);
  await post(
    moved('arrive', [account({ kind: 'source' }), account({})], {
      amount: 900_000_00n,
      on: '2016-01-05',
    }),
  );
});

describe('the auditor’s questions', () => {
  test('find who was paid after death, and not who died later or still lives there [TL-33]', async () => {
    const after = paidTo(dead, '2016-06-10');
    await post(after, paidTo(dead, '2016-04-10'), paidTo(alone, '2016-06-10'));
    await inScope(platform.db, everything, (tx) =>
      tx
        .updateTable('registry_person')
        .set({ left_on: '2016-05-01', left_reason: 'DIED' })
        .where('household_id', '=', dead)
        .execute(),
    );
    const rows = await found('afterDeath');
    expect(rows).toMatchObject([{ entries: [after.id], households: [{ id: dead }] }]);
    expect(rows[0]?.reason.zh).toContain('2016-05-01');
  });

  test('find one account that received for two households', async () => {
    await post(paidTo(sharing, '2016-06-11'), paidTo(alone, '2016-06-12'));
    const none = await found('sharedAccount');
    await inScope(platform.db, everything, (tx) =>
      tx
        .updateTable('registry_household')
        .set({ bank_account_hash: Buffer.from('same'), bank_account_mask: '****1234' })
        .where('id', 'in', [sharing, alone])
        .execute(),
    );
    const rows = await found('sharedAccount');
    expect(rows).toHaveLength(none.length + 1);
    const row = rows.find(({ reason }) => reason.zh.includes('****1234'));
    expect(row?.households.map(({ id }) => id).sort()).toEqual([sharing, alone].sort());
  });

  test('find what was paid without a list', async () => {
    const direct = paidTo(alone, '2016-06-20', 77_00n);
    await post(direct);
    const rows = await found('outsideList');
    expect(rows.find(({ entries }) => entries[0] === direct.id)).toMatchObject({ amount: 77_00 });
  });

  test('find acts that are each under the limit of approval and together above it', async () => {
    const to = { area: places.township, holder: '县建筑公司' };
    const from = { kind: 'allocated', area: places.township, holder: '', project: null };
    const one = await done({ kind: 'pay', amount: 30_000_00, on: '2016-07-01', from, to });
    expect(await found('splitting')).toEqual([]);
    const two = await done({ kind: 'pay', amount: 25_000_00, on: '2016-07-05', from, to });
    await done({ kind: 'pay', amount: 25_000_00, on: '2016-08-25', from, to });
    const rows = await found('splitting');
    expect(rows).toMatchObject([{ payments: 2, amount: 55_000_00, holder: '县建筑公司' }]);
    expect([...(rows[0]?.entries ?? [])].sort()).toEqual([one, two].sort());
    expect(rows[0]?.reason.zh).toContain('限额 50000.00 元');
  });

  test('find money that came back as a gift from whom it was paid to', async () => {
    const paid = moved('pay', [account({}), account({ kind: 'spent', holder: '惠民公司' })], {
      amount: 8_000_00n,
      on: '2016-07-10',
    });
    const gift = (amount: bigint, on: string) =>
      moved(
        'arrive',
        [
          account({ kind: 'source', source: 'social/惠民公司' }),
          account({ kind: 'treasury', source: 'social/惠民公司' }),
        ],
        { amount, on },
      );
    await post(paid, gift(3_000_00n, '2016-07-20'));
    expect(await found('roundTrip')).toEqual([]);
    await post(gift(2_000_00n, '2016-08-20'), gift(9_000_00n, '2016-06-01'));
    expect(await found('roundTrip')).toMatchObject([{ amount: 8_000_00, holder: '惠民公司' }]);
  });

  test('find the same paper, day and amount twice, unless one was taken back', async () => {
    const twice = { amount: 500_00n, on: '2016-07-15', document: '收据7号', again: '补录' };
    const [a, b] = [
      account({ kind: 'spent', holder: '甲' }),
      account({ kind: 'spent', holder: '乙' }),
    ];
    const first = moved('pay', [account({}), a], twice);
    await post(first);
    await post(moved('pay', [account({}), b], twice));
    const rows = await found('double');
    expect(rows.find(({ document }) => document === '收据7号')).toMatchObject({
      payments: 2,
      amount: 500_00,
    });
    await app.as('fang').post(`/api/funds/entries/${first.id}/reversal`, {
      on: '2016-09-01',
      reason: '重复',
    });
    expect((await found('double')).find(({ document }) => document === '收据7号')).toBeUndefined();
  });

  test('are counted as they are listed, and shown to nobody who does not audit', async () => {
    const { body } = await auditor.get('/api/funds/findings');
    for (const { rule, count, amount } of body.items) {
      const rows = await found(rule);
      expect(rows).toHaveLength(count);
      expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(amount);
    }
    expect((await app.as('zhao').get('/api/funds/findings')).status).toBe(403);
    expect((await listed('splitting', {}, app.as('sun'))).items).toEqual([]);
  });
});

describe('a look over the books', () => {
  test('keeps what the lines themselves say, of the county and of each of its places', async () => {
    await looked();
    for (const area of [county, places.township, places.village, places.otherTownship]) {
      const { items } = await counted({ area });
      for (const { rule, count, amount } of items) {
        const rows = (await listed(rule, { area, limit: 500 })).items;
        expect(rows).toHaveLength(count);
        expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(amount);
      }
    }
    const { items } = await counted();
    const here = { platform, today: platform.clock.today() };
    const fromLines = await inScope(platform.db, everything, async (tx) => {
      const all = [];
      for (const rule of findingRules.filter((one) => one !== 'ratioBroken')) {
        all.push({ rule, ...(await countOfRule(tx, rule, askedHere(here, areaCode(county)))) });
      }
      return all;
    });
    expect(items).toMatchObject(
      expect.arrayContaining(fromLines.map((one) => expect.objectContaining(one))),
    );
    expect(fromLines.filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(5);
  });

  test('says when it was true and what was posted since, and is as it was until somebody looks again', async () => {
    const before = await listed('outsideList');
    expect((await counted()).look).toMatchObject({ since: 0, counties: 1, isManySince: false });
    await post(paidTo(alone, '2016-09-02', 99_00n));

    expect(await listed('outsideList')).toEqual(before);
    expect((await counted()).look.since).toBe(1);
    await looked();
    expect((await listed('outsideList')).items.length).toBe(before.items.length + 1);
    expect((await counted()).look).toMatchObject({ since: 0, by: expect.stringMatching(/./) });
  });

  test('that is under way is the one a second asker gets; given up, the one before stays', async () => {
    const before = await listed('outsideList');
    const job = await ask();
    expect(await ask()).toBe(job);
    expect((await counted()).job).toBe(job);
    await auditor.post(`/api/jobs/runs/${job}/cancellation`);

    expect((await counted()).job).toBeNull();
    expect(await listed('outsideList')).toEqual(before);
    await looked();
    expect((await counted()).job).toBeNull();
  });

  test('goes on where it was killed and ends in the same findings', async () => {
    await looked();
    const whole = await counted();
    await ask();
    await app.platform.jobs.runOne();
    const { rows } = await app.owner.query(
      `update jobs_run set state = 'queued', checkpoint = '3', finished_at = null
       where id = (select id from jobs_run where kind = 'funds.look' order by created_at desc limit 1)
       returning input`,
    );
    // As a kill leaves it: the first three rules are kept, the look is not whole.
    const [{ input }] = rows;
    const later = findingRules.slice(3);
    await app.owner.query(
      `update funds_finding_look set state = 'running' where id = $1 and state = 'kept'`,
      [input.id],
    );
    for (const table of ['funds_finding', 'funds_finding_sum']) {
      await app.owner.query(`delete from ${table} where look_id = $1 and rule = any($2)`, [
        input.id,
        later,
      ]);
    }
    expect((await counted()).look).toBeNull();
    await app.runJobs();

    expect((await counted()).items).toEqual(whole.items);
  });

  test('is read page by page, and begun by itself once a day', async () => {
    const first = await listed('outsideList', { limit: 2 });
    const second = await listed('outsideList', { limit: 2, cursor: first.next });
    const all = (await listed('outsideList', { limit: 500 })).items;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
    const due = async () => {
      const begun = [];
      for (let one = await lookWhereDue(platform); one !== undefined; ) {
        begun.push(one);
        // One after the other: the next waits until this one is kept.
        expect(await lookWhereDue(platform)).toBeUndefined();
        await app.runJobs();
        one = await lookWhereDue(platform);
      }
      return begun;
    };
    expect(await due()).not.toContain(county);
    await app.owner.query(`update funds_finding_look set true_on = true_on - 1`);
    expect(await due()).toContain(county);
    expect(await due()).toEqual([]);
  });

  test('is of one county: a wider area, and the neighbour, are told so', async () => {
    const refused = await app.as('sun').post('/api/funds/findings/look', { area: county });
    expect(refused.status).toBe(403);
    const wide = await auditor.get('/api/funds/findings', { area: places.township });
    expect(wide.body).toMatchObject({ mayLook: false, county });
    const narrow = await auditor.post('/api/funds/findings/look', { area: places.township });
    expect(narrow.code).toBe('funds/county-needed');
  });
});
