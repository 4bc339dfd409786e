import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryDenial } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { coverLines, depositLines, recoverLines } from './fund-lines.ts';
import {
  drawFrom,
  type Holding,
  held,
  leverageOf,
  missingShare,
  splitLoss,
  splitRecovery,
} from './risk-fund.ts';

const county = areaCode('451226');
const to = { lender: '信用社', area: areaCode('451226202202'), household: 'h' };
const aFund = fc
  .array(fc.bigInt({ min: 1n, max: 10_000_000_000n }), { minLength: 1, maxLength: 4 })
  .map((amounts) => amounts.map((amount, index): Holding => ({ source: `s${index}`, amount })));

describe('what is drawn', () => {
  test('[HJ-34] the fund never falls below nothing, whatever is claimed and in which order', () => {
    fc.assert(
      fc.property(
        aFund,
        fc.array(fc.bigInt({ min: 0n, max: 5_000_000_000n }), { maxLength: 10 }),
        (fund, claims) => {
          let left: readonly Holding[] = fund;
          for (const claim of claims) {
            const drawn = drawFrom(left, claim);
            if (drawn === undefined) {
              expect(claim).toBeGreaterThan(held(left));
              continue;
            }
            expect(held(drawn)).toBe(claim);
            const taken = new Map(drawn.map(({ source, amount }) => [source, amount]));
            left = left.map(({ source, amount }) => ({
              source,
              amount: amount - (taken.get(source) ?? 0n),
            }));
            for (const { amount } of left) expect(amount).toBeGreaterThanOrEqual(0n);
          }
        },
      ),
    );
  });

  test('[GS-44] a loss is drawn from those who paid in as they paid: 7 to 3', () => {
    const fund = [
      { source: 'countyFinance', amount: 70_000_000_00n },
      { source: 'bank/信用社', amount: 30_000_000_00n },
    ];

    expect(drawFrom(fund, 35_000_00n)).toEqual([
      { source: 'countyFinance', amount: 24_500_00n },
      { source: 'bank/信用社', amount: 10_500_00n },
    ]);
    expect(drawFrom(fund, 100_000_000_01n)).toBeUndefined();
  });
});

describe('a loss', () => {
  test('[HJ-34] of 50,000 yuan at 70 % is borne as 35,000 by the fund and 15,000 by the bank', () => {
    expect(splitLoss(50_000_00n, 70)).toEqual({ fund: 35_000_00n, bank: 15_000_00n });
  });

  test('what comes back in parts is split as the whole would be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        (amounts, percent) => {
          let before = 0n;
          let fund = 0n;
          for (const amount of amounts) {
            fund += splitRecovery({ before, amount }, percent).fund;
            before += amount;
          }
          expect(fund).toBe(splitLoss(before, percent).fund);
        },
      ),
    );
  });

  test('paying in, covering and recovering balance by source and use', () => {
    const purse = {
      kind: 'allocated',
      source: 'countyFinance',
      purpose: 'CREDIT',
      area: county,
      holder: '',
      project: null,
      household: null,
    } as const;
    const drawn = [
      { source: 'bank/信用社', amount: 3n },
      { source: 'countyFinance', amount: 7n },
    ];
    const entries = [
      depositLines(county, purse, 100n),
      depositLines(county, { lender: '信用社' }, 100n),
      coverLines({ to, county, drawn, bank: 5n }),
      coverLines({ to, county, drawn: [], bank: 5n }),
      recoverLines({ to, county, drawn, bank: 5n }),
      recoverLines({ to, county, drawn, bank: 0n }),
    ];

    for (const lines of entries) {
      const entry = { id: '1', kind: 'claim', document: '1', memo: '', reverses: null } as const;
      expect(entryDenial({ ...entry, on: plainDate('2016-09-01'), lines })).toBeUndefined();
    }
  });
});

describe('leverage', () => {
  test.each([
    [1_000_000_000n, 100_000_000n, 10, 'within'],
    [1_000_000_001n, 100_000_000n, 10.00000001, 'above'],
    [499_999_999n, 100_000_000n, 4.99999999, 'below'],
    [5n, 0n, null, 'above'],
    [0n, 0n, null, 'none'],
  ] as const)(
    '[HJ-34] [HH-33] [TL-30] %s owed against %s is %s times: %s of five to ten',
    (owed, fund, times, state) => {
      const found = leverageOf(owed, fund, { least: 5, most: 10 });

      expect(found.state).toBe(state);
      if (times === null) expect(found.times).toBeNull();
      else expect(found.times).toBeCloseTo(times);
    },
  );

  test('[GS-44] who paid less than its share is told how much is missing', () => {
    expect(missingShare(20_000n, 70_000n, 30)).toBe(10_000n);
    expect(missingShare(30_000n, 70_000n, 30)).toBe(0n);
    expect(missingShare(70_000n, 0n, 70)).toBe(0n);
    expect(missingShare(0n, 30_000n, 70)).toBe(70_000n);
  });
});
