// The books as they stand in the database: what is posted, what each account holds on each day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { type Entry, reverseOf } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { Refusal } from '#domain/kernel/refusal.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { foldDays } from './fold-days.store.ts';
import { balanceFromLines, balanceOf, openAccounts } from './ledger.store.ts';
import { type Posting, postEntries } from './post-entries.ts';

const app = await anApp({ routes: [] });
const number = Number(county);
const newId = () => app.platform.newId(number);
const someone = { account: newId(), name: '陈国强' };
const firstDay = plainDate('2016-01-01');

const account = (change: Partial<AccountKey> = {}): AccountKey => ({
  kind: 'treasury',
  source: 'countyFinance',
  purpose: 'industry',
  area: areaCode(county),
  holder: '',
  project: null,
  household: null,
  ...change,
});

/** A purse of its own for each test, so that none meets the money of another. */
function purse(purpose: string) {
  const source = account({ kind: 'source', purpose });
  const treasury = account({ purpose });
  const allocated = account({ kind: 'allocated', purpose });
  const spent = account({ kind: 'spent', purpose });
  const move = (
    kind: Entry['kind'],
    [from, to]: readonly [AccountKey, AccountKey],
    {
      amount,
      on = firstDay,
      document = newId(),
    }: { amount: bigint; on?: PlainDate; document?: string },
  ): Posting => ({
    id: newId(),
    kind,
    on,
    document,
    memo: '',
    reverses: null,
    lines: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  });
  return {
    accounts: { source, treasury, allocated, spent },
    arrive: (amount: bigint, on?: PlainDate) =>
      move('arrive', [source, treasury], { amount, ...(on ? { on } : {}) }),
    allocate: (amount: bigint, on?: PlainDate) =>
      move('allocate', [treasury, allocated], { amount, ...(on ? { on } : {}) }),
    pay: (amount: bigint, on?: PlainDate, document?: string) =>
      move('pay', [allocated, spent], {
        amount,
        ...(on ? { on } : {}),
        ...(document === undefined ? {} : { document }),
      }),
  };
}

function post(...postings: readonly Posting[]) {
  return inScope(app.platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: number,
        area: areaCode(county),
        author: someone,
        now: '2016-09-30T00:00:00Z',
        newId: app.platform.newId,
      },
      postings,
    ),
  );
}

async function held(key: AccountKey, on = plainDate('2016-12-31')) {
  return inScope(app.platform.db, everything, async (tx) => {
    const [found] = (await openAccounts(tx, number, [key], newId)).values();
    const asked = { county: number, account: found?.id ?? '', on };
    const kept = await balanceOf(tx, asked);
    expect(kept).toBe(await balanceFromLines(tx, asked));
    return kept;
  });
}

const acts: readonly string[] = ['pay', 'allocate', 'arrive'];

/** Payments are taken back before what they were paid from. */
function laterActsFirst(left: Posting, right: Posting): number {
  return acts.indexOf(left.kind) - acts.indexOf(right.kind);
}

async function refusalOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error ?? new Error('nothing was refused');
}

describe('the books', () => {
  test('hold what arrived less what was paid, on every day, folded or not', async () => {
    const { accounts, arrive, allocate, pay } = purse('every day');
    await post(arrive(1_000_00n), allocate(800_00n, addDays(firstDay, 10)));
    await post(pay(300_00n, addDays(firstDay, 20)));
    const before = await held(accounts.allocated);
    await inScope(app.platform.db, everything, foldDays);
    await post(pay(100_00n, addDays(firstDay, 30)));

    expect(before).toBe(500_00n);
    expect(await held(accounts.allocated)).toBe(400_00n);
    expect(await held(accounts.allocated, addDays(firstDay, 9))).toBe(0n);
    expect(await held(accounts.allocated, addDays(firstDay, 10))).toBe(800_00n);
    expect(await held(accounts.treasury)).toBe(200_00n);
    expect(await held(accounts.spent)).toBe(400_00n);
    expect(await held(accounts.source)).toBe(-1_000_00n);
  });

  test('refuse to pay what was not allocated, naming account, day and what is missing', async () => {
    const { accounts, arrive, allocate, pay } = purse('not allocated');
    await post(arrive(1_000_00n), allocate(100_00n));

    const refusal = await refusalOf(post(pay(150_00n)));

    expect(refusal.kind.code).toBe('funds/overdrawn');
    expect(refusal.facts).toMatchObject({ balance: '100.00', asked: '150.00', missing: '50.00' });
    expect(await held(accounts.spent)).toBe(0n);
  });

  test('refuse a payment of a day before the money was there, though it is there today', async () => {
    const { arrive, allocate, pay } = purse('too early');
    await post(arrive(500_00n), allocate(500_00n, addDays(firstDay, 40)));

    const refusal = await refusalOf(post(pay(100_00n, addDays(firstDay, 20))));

    expect(refusal.kind.code).toBe('funds/overdrawn');
  });

  test('refuse all of a posting where one part cannot stand', async () => {
    const { accounts, arrive, allocate, pay } = purse('all or none');
    await post(arrive(500_00n), allocate(500_00n));

    await refusalOf(post(pay(100_00n), pay(450_00n)));

    expect(await held(accounts.spent)).toBe(0n);
    expect(await held(accounts.allocated)).toBe(500_00n);
  });

  test('refuse the same document, day and amount a second time, until it is said why', async () => {
    const { accounts, arrive, allocate, pay } = purse('twice');
    await post(arrive(500_00n), allocate(500_00n), pay(70_00n, firstDay, '发票 17'));

    const refusal = await refusalOf(post(pay(70_00n, firstDay, '发票 17')));
    await post({ ...pay(70_00n, firstDay, '发票 17'), again: '第二车水泥，同日同价' });

    expect(refusal.kind.code).toBe('funds/paid-already');
    expect(await held(accounts.spent)).toBe(140_00n);
  });

  test('refuse a posting of a month that is closed, and take it once it is opened again', async () => {
    const { arrive } = purse('closed');
    const period = (act: number, state: string) =>
      app.owner.query('insert into funds_period values ($1, $2, $3, $4, $5, $6, $7, $8, now())', [
        number,
        county,
        '2014-02-01',
        act,
        state,
        someone.account,
        someone.name,
        '年度结账',
      ]);
    await period(1, 'closed');

    const refusal = await refusalOf(post(arrive(1_00n, plainDate('2014-02-11'))));
    await period(2, 'opened');
    await post(arrive(1_00n, plainDate('2014-02-11')));

    expect(refusal.kind.code).toBe('funds/period-closed');
    expect(refusal.facts).toMatchObject({ period: '2014-02', on: '2014-02-11' });
  });

  test('two who pay from one purse at once never pay more than it holds', async () => {
    const { accounts, arrive, allocate, pay } = purse('at once');
    await post(arrive(100_00n), allocate(100_00n));

    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => post(pay(30_00n + BigInt(index)))),
    );

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await held(accounts.allocated)).toBeGreaterThanOrEqual(0n);
  });

  test('end at the same balances in whatever order money arrives, and at nothing when all is taken back', async () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), {
      minLength: 2,
      maxLength: 8,
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(amounts, fc.infiniteStream(fc.nat()), async (parts, choices) => {
        round += 1;
        const left = purse(`order ${round} left`);
        const right = purse(`order ${round} right`);
        const total = parts.reduce((sum, part) => sum + part, 0n);
        const shuffled = parts
          .map((part) => ({ part, at: choices.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ part }) => part);
        const given = parts.map((part) => left.arrive(part));
        await post(...given);
        for (const part of shuffled) await post(right.arrive(part));

        expect(await held(left.accounts.treasury)).toBe(total);
        expect(await held(right.accounts.treasury)).toBe(total);

        await post(
          ...given.map((one) => reverseOf(one, { id: newId(), on: one.on, memo: '冲销' })),
        );
        expect(await held(left.accounts.treasury)).toBe(0n);
        expect(await held(left.accounts.source)).toBe(0n);
      }),
      { numRuns: 12 },
    );
  });

  test('whatever is tried, twice: nothing is paid that was not allocated, twice is once, and reversing restores all [TL-33]', async () => {
    const tries = fc.array(
      fc.record({
        act: fc.constantFrom('arrive', 'allocate', 'pay'),
        amount: fc.bigInt({ min: 1n, max: 100n }),
        day: fc.nat(9),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(tries, async (asked) => {
        round += 1;
        const own = purse(`laws ${round}`);
        const stood: Posting[] = [];
        for (const { act, amount, day } of asked) {
          const posting = own[act](amount, addDays(firstDay, day));
          const done = await post(posting).then(
            () => true,
            () => false,
          );
          if (done) stood.push(posting);
          const again = await refusalOf(post({ ...posting, id: newId() }));
          if (done) expect(again.kind.code).toMatch(/^funds\/(paid-already|overdrawn)$/);
        }
        const sumOf = (act: string, until: PlainDate) =>
          stood
            .filter(({ kind, on }) => kind === act && on <= until)
            .reduce((sum, { lines: [, to] }) => sum + (to?.amount ?? 0n), 0n);
        for (let day = 0; day < 10; day += 1) {
          const on = addDays(firstDay, day);
          expect(await held(own.accounts.spent, on)).toBe(sumOf('pay', on));
          expect(sumOf('pay', on)).toBeLessThanOrEqual(sumOf('allocate', on));
          expect(sumOf('allocate', on)).toBeLessThanOrEqual(sumOf('arrive', on));
        }
        for (const one of [...stood].reverse().sort(laterActsFirst)) {
          await post(reverseOf(one, { id: newId(), on: one.on, memo: '冲销' }));
        }
        for (const account of Object.values(own.accounts)) expect(await held(account)).toBe(0n);
      }),
      { numRuns: 8 },
    );
  });

  test('sum to zero however much was posted', async () => {
    const { rows } = await app.owner.query(
      'select coalesce(sum(amount_fen), 0)::text as sum, count(*)::int as lines from funds_line',
    );

    expect(rows[0].lines).toBeGreaterThan(20);
    expect(rows[0].sum).toBe('0');
  });
});
