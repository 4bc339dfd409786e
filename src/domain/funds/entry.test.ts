import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { AccountKey } from './account.ts';
import { type Entry, entryDenial, reverseOf, yuanGrouped, yuanText } from './entry.ts';

const account = (change: Partial<AccountKey> = {}): AccountKey => ({
  kind: 'treasury',
  source: 'countyFinance',
  purpose: 'industry',
  area: areaCode('451226'),
  holder: '',
  project: null,
  household: null,
  ...change,
});

const entry = (lines: Entry['lines'], change: Partial<Entry> = {}): Entry => ({
  id: 'e1',
  kind: 'allocate',
  on: plainDate('2016-03-01'),
  document: '环财〔2016〕3号',
  memo: '',
  lines,
  reverses: null,
  ...change,
});

const allocated = account({ kind: 'allocated' });

describe('an entry', () => {
  test('stands where what goes equals what comes, source by source and use by use [TL-27]', () => {
    expect(
      entryDenial(
        entry([
          { account: account(), amount: -500n },
          { account: allocated, amount: 500n },
        ]),
      ),
    ).toBeUndefined();
  });

  test.each<[string, Entry, string]>([
    ['without a document', entry([], { document: ' ' }), 'funds/no-document'],
    ['of one line', entry([{ account: account(), amount: 1n }]), 'funds/too-few-lines'],
    [
      'with a line of nothing',
      entry([
        { account: account(), amount: 0n },
        { account: allocated, amount: 0n },
      ]),
      'funds/zero-line',
    ],
    [
      'that names an account twice',
      entry([
        { account: account(), amount: -1n },
        { account: account(), amount: 1n },
      ]),
      'funds/account-twice',
    ],
    [
      'that does not balance',
      entry([
        { account: account(), amount: -500n },
        { account: allocated, amount: 499n },
      ]),
      'funds/unbalanced',
    ],
    [
      'that turns one source into another',
      entry([
        { account: account(), amount: -500n },
        { account: { ...allocated, source: 'officeFunds' }, amount: 500n },
      ]),
      'funds/source-mixed',
    ],
    [
      'that turns one use into another',
      entry([
        { account: account(), amount: -500n },
        { account: { ...allocated, purpose: 'roads' }, amount: 500n },
      ]),
      'funds/purpose-mixed',
    ],
  ])('%s is refused', (_, refused, code) => {
    expect(entryDenial(refused)?.code).toBe(code);
  });

  test('that does not balance says by how much', () => {
    const denial = entryDenial(
      entry([
        { account: account(), amount: -123_456n },
        { account: allocated, amount: 100_000n },
      ]),
    );

    expect(denial?.message.zh).toContain('差 -234.56 元');
    expect(denial?.message.en).toContain('-234.56 yuan apart');
  });

  test('changes the use of money by a document that says so', () => {
    const moved = entry(
      [
        { account: account(), amount: -500n },
        { account: account({ purpose: 'roads' }), amount: 500n },
      ],
      { kind: 'repurpose' },
    );

    expect(entryDenial(moved)).toBeUndefined();
    const back = reverseOf(moved, { id: 'e2', on: moved.on, memo: '不改了' });
    expect(entryDenial(back)).toBeUndefined();
  });

  test('that stands always sums to zero, of every source and every use, whatever is tried', () => {
    const lines = fc.array(
      fc.record({
        source: fc.constantFrom('countyFinance', 'officeFunds'),
        purpose: fc.constantFrom('industry', 'roads'),
        holder: fc.constantFrom('', '甲', '乙', '丙'),
        amount: fc.bigInt({ min: -3n, max: 3n }),
      }),
      { minLength: 2, maxLength: 5 },
    );
    let stood = 0;
    fc.assert(
      fc.property(lines, (tried) => {
        const asked = entry(tried.map(({ amount, ...key }) => ({ account: account(key), amount })));
        if (entryDenial(asked) !== undefined) return;
        stood += 1;
        for (const { source, purpose } of tried) {
          const own = tried.filter((one) => one.source === source && one.purpose === purpose);
          expect(own.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
        }
      }),
      { numRuns: 3000, seed: 20_160_930 },
    );
    expect(stood).toBeGreaterThan(10);
  });

  test('and its reverse come to nothing on every account, whatever it holds', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0n);
        const paid = entry([
          { account: account(), amount: -total },
          ...parts.map((amount, index) => ({
            account: account({ kind: 'spent', holder: `户${index}` }),
            amount,
          })),
        ]);
        const back = reverseOf(paid, { id: 'e2', on: paid.on, memo: '重付' });

        expect(entryDenial(paid)).toBeUndefined();
        expect(entryDenial(back)).toBeUndefined();
        for (const [index, line] of paid.lines.entries()) {
          expect(line.amount + (back.lines[index]?.amount ?? 0n)).toBe(0n);
        }
      }),
    );
  });
});

test('fen are told as yuan without losing one', () => {
  expect(yuanText(-5n)).toBe('-0.05');
  expect(yuanText(123_400n)).toBe('1234.00');
  expect(yuanGrouped(123_400n)).toBe('1,234.00');
  expect(yuanGrouped(-10_000_000_000n)).toBe('-100,000,000.00');
  expect(yuanGrouped(99_999n)).toBe('999.99');
});
