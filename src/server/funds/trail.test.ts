// The trail of a yuan and the flow of all of them: both ways the same, and to the fen what the books say.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Trail } from '#contract/funds-trail.ts';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { reverseOf } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aPaper, fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { foldDays } from './fold-days.store.ts';
import { listRoutes } from './list.routes.ts';
import { type Posting, postEntries } from './post-entries.ts';

const app = await anApp({ routes: [...bookRoutes, ...listRoutes], planted: true });
const { done, books } = fundsWorld(app);
const chen = app.as('chen');
const number = Number(county);
const newId = () => app.platform.newId(number);
const firstDay = plainDate('2016-01-01');

const trail = async (id: string, by = chen): Promise<Trail> => {
  const { status, body } = await by.get(`/api/funds/trails/${id}`);
  expect(status).toBe(200);
  return body;
};

const sum = (rows: readonly { readonly amount: number }[]) =>
  rows.reduce((all, { amount }) => all + amount, 0);

function post(...postings: readonly Posting[]) {
  return inScope(app.platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: number,
        area: areaCode(county),
        author: { account: newId(), name: '陈国强' },
        now: '2016-09-30T00:00:00Z',
        newId: app.platform.newId,
      },
      postings,
    ),
  );
}

const account = (change: Partial<AccountKey>): AccountKey => ({
  kind: 'treasury',
  source: 'countyFinance',
  purpose: 'INDUSTRY',
  area: areaCode(county),
  holder: '',
  project: null,
  household: null,
  ...change,
});

function moved(
  kind: Posting['kind'],
  [from, to]: readonly [AccountKey, AccountKey],
  { amount, day, memo = '' }: { amount: bigint; day: number; memo?: string },
): Posting {
  return {
    id: newId(),
    kind,
    on: addDays(firstDay, day),
    document: newId(),
    memo,
    reverses: null,
    lines: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  };
}

/** What every joint got must be what it gave on, or what is left there. */
function expectBalanced(found: Trail) {
  for (const joint of found.joints) {
    const into = found.links.filter(({ to }) => to === joint.key);
    const out = found.links.filter(({ from }) => from === joint.key);
    const left = found.left.filter((one) => one.joint === joint.key);
    const goesOn = joint.level < 0 || out.length > 0 || left.length > 0;
    if (goesOn) expect(sum(out) + sum(left)).toBe(joint.amount);
    if (joint.level > 0 || into.length > 0) expect(sum(into)).toBe(joint.amount);
  }
}

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

describe('the trail of a yuan', () => {
  test('leads from a payment back to the paper its money came by, and from there on to who received [TL-33]', async () => {
    const source = 'social/青年商会';
    const [household] = app.planted.home.households;
    const grant = await done({ kind: 'appropriate', amount: 500_00, source });
    const arrival = await done({ kind: 'arrive', amount: 500_00, source });
    const to = { area: places.township, holder: '扶贫工作站' };
    await done({ kind: 'allocate', amount: 400_00, source, to });
    const from = { kind: 'allocated', area: places.township, holder: '扶贫工作站', project: null };
    const payment = await done({
      kind: 'pay',
      amount: 150_00,
      source,
      from,
      memo: '种苗补助',
      to: { household },
    });

    const back = await trail(payment);
    expectBalanced(back);
    expect(back.joints.map(({ entry, level }) => [level, entry])).toEqual([
      [-3, grant],
      [-2, arrival],
      [-1, expect.any(String)],
      [0, payment],
    ]);
    expect(back.joints.map(({ amount }) => amount)).toEqual([150_00, 150_00, 150_00, 150_00]);
    expect(back.joints[1]).toMatchObject({ whole: 500_00, author: expect.any(String) });
    expect(back.joints[1]?.approvers).toHaveLength(1);
    expect(back.origins).toEqual([
      { source, title: { zh: '青年商会', en: '青年商会' }, amount: 150_00 },
    ]);

    const on = await trail(grant);
    expectBalanced(on);
    expect(on.received).toEqual({ amount: 150_00, payments: 1 });
    expect(sum(on.left)).toBe(350_00);
    const paid = on.joints.find(({ payments }) => payments !== null);
    const listed = await chen.get(`/api/funds/trails/${grant}/payments`, {
      account: paid?.payments?.account,
      memo: paid?.memo,
      on: paid?.on,
    });
    expect(listed.body.items).toMatchObject([{ entry: payment, amount: 150_00, household }]);

    const { byUse } = (await chen.get(`/api/funds/households/${household}`)).body;
    expect(byUse).toMatchObject([
      { use: 'INDUSTRY', amount: 150_00, payments: 1, on: '2016-03-01', entry: payment },
    ]);
  });

  test('of a township it shows the county’s joints as not to be seen, and of another county nothing [HJ-28]', async () => {
    const source = 'social/老乡会';
    await done({ kind: 'appropriate', amount: 90_00, source });
    const arrival = await done({ kind: 'arrive', amount: 90_00, source });
    const allocation = await done({
      kind: 'allocate',
      amount: 90_00,
      source,
      to: { area: places.township },
    });
    const seen = await trail(allocation, app.as('zhao'));

    expect(seen.joints).toMatchObject([{ entry: allocation, hidden: true }]);
    expect(seen.left).toMatchObject([{ amount: 90_00 }]);
    const above = await app.as('zhao').get(`/api/funds/trails/${arrival}`);
    expect(above.code).toBe('funds/no-such-entry');
    const strange = await app.as('sun').get(`/api/funds/trails/${allocation}`);
    expect(strange.code).toBe('funds/no-such-entry');
  });

  test('what was taken back never moved, and what it would have taken goes to the next', async () => {
    const source = account({ kind: 'source', purpose: 'back' });
    const purse = account({ kind: 'allocated', purpose: 'back' });
    const spent = (holder: string) => account({ kind: 'spent', purpose: 'back', holder });
    const first = moved('arrive', [source, purse], { amount: 100n, day: 1 });
    const second = moved('arrive', [source, purse], { amount: 100n, day: 2 });
    const wrong = moved('pay', [purse, spent('甲')], { amount: 70n, day: 3 });
    const right = moved('pay', [purse, spent('乙')], { amount: 80n, day: 4 });
    await post(first, second, wrong, right);
    const before = await trail(right.id);
    expect(new Set(before.links.map(({ amount }) => amount))).toEqual(new Set([30, 50]));

    await post(reverseOf(wrong, { id: newId(), on: addDays(firstDay, 5), memo: '误付' }));
    const after = await trail(right.id);
    expect(after.links).toEqual([{ from: first.id, to: right.id, amount: 80 }]);
    const gone = await trail(wrong.id);
    expect(gone).toMatchObject({ takenBack: true, links: [], left: [] });
  });

  test('is the same both ways, and balances at every joint, whatever came and went [HJ-73]', async () => {
    let round = 0;
    const amount = fc.bigInt({ min: 1n, max: 300n });
    const plan = fc.record({
      arrivals: fc.array(amount, { minLength: 1, maxLength: 4 }),
      shares: fc.array(fc.record({ amount, to: fc.nat(1) }), { minLength: 1, maxLength: 5 }),
      payments: fc.array(fc.record({ amount, from: fc.nat(1) }), { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ arrivals, shares, payments }) => {
        round += 1;
        const purpose = `round ${round}`;
        const source = account({ kind: 'source', purpose });
        const treasury = account({ purpose });
        const purses = [0, 1].map((index) =>
          account({ kind: 'allocated', purpose, holder: String(index) }),
        );
        const pick = (index: number) => purses[index] ?? treasury;
        let held = arrivals.reduce((all, one) => all + one, 0n);
        const inPurse = [0n, 0n];
        const came = arrivals.map((one, day) =>
          moved('arrive', [source, treasury], { amount: one, day }),
        );
        const shared = shares.flatMap((share, day) => {
          const part = share.amount < held ? share.amount : held;
          held -= part;
          inPurse[share.to] = (inPurse[share.to] ?? 0n) + part;
          return part === 0n
            ? []
            : [moved('allocate', [treasury, pick(share.to)], { amount: part, day: day + 10 })];
        });
        const paid = payments.flatMap((payment, day) => {
          const here = inPurse[payment.from] ?? 0n;
          const part = payment.amount < here ? payment.amount : here;
          inPurse[payment.from] = here - part;
          const to = account({ kind: 'spent', purpose, holder: String(day) });
          return part === 0n
            ? []
            : [moved('pay', [pick(payment.from), to], { amount: part, day: day + 20, memo: 'm' })];
        });
        await post(...came, ...shared, ...paid);

        const backwards = new Map<string, number>();
        for (const { id } of paid) {
          const back = await trail(id);
          expectBalanced(back);
          expect(sum(back.origins)).toBe(back.amount);
          for (const joint of back.joints.filter(({ level }) => level === -2)) {
            backwards.set(`${joint.entry} ${id}`, joint.amount);
          }
        }
        const forwards = new Map<string, number>();
        for (const { id } of came) {
          const on = await trail(id);
          expectBalanced(on);
          expect(on.received.amount + sum(on.left)).toBe(on.amount);
          for (const joint of on.joints) {
            if (joint.payments === null) continue;
            const { body } = await chen.get(`/api/funds/trails/${id}/payments`, {
              account: joint.payments.account,
              memo: joint.memo,
              on: joint.on,
            });
            expect(body.items).toHaveLength(joint.payments.count);
            expect(sum(body.items)).toBe(joint.amount);
            for (const one of body.items) forwards.set(`${id} ${one.entry}`, one.amount);
          }
        }
        expect(forwards).toEqual(backwards);
      }),
      { numRuns: 5 },
    );
  }, 90_000);
});

describe('the flow of funds', () => {
  test('has what the books have to the fen, folded or not, and each ribbon is the sum of its lines [HJ-10]', async () => {
    const source = 'social/对口企业';
    await done({ kind: 'appropriate', amount: 700_01, source, document: aPaper() });
    await done({ kind: 'arrive', amount: 700_01, source });
    await done({ kind: 'allocate', amount: 600_01, source, to: { area: places.township } });
    const from = { kind: 'allocated', area: places.township, holder: '', project: null };
    await done({ kind: 'pay', amount: 200_01, source, from, to: { area: places.village } });
    const asked = { area: county, from: '2016-01', to: '2016-09' };
    const flow = (await chen.get('/api/funds/flow', asked)).body;
    await inScope(app.platform.db, everything, foldDays);
    const folded = (await chen.get('/api/funds/flow', asked)).body;

    expect(folded).toEqual(flow);
    expect(flow.paid).toBe((await books()).total.paid);
    const ribbon = flow.links.find((link: { from: string }) => link.from === source);
    const lines = await chen.get('/api/funds/lines', {
      ...{ area: county, stage: 'paid', source, purpose: ribbon.to },
      ...{ since: '2016-01-01', on: '2016-09-30', limit: 100 },
    });
    expect(sum(lines.body.items)).toBe(ribbon.amount);
    const last = flow.progress.months.at(-1);
    expect(last.paid).toBe(flow.paid);
  });

  test('goes forward in time only', async () => {
    const answer = await chen.get('/api/funds/flow', { from: '2016-09', to: '2016-01' });
    expect(answer.code).toBe('funds/months-backwards');
  });
});
