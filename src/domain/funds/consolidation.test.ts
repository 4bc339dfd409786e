import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  belongsTo,
  creditsOf,
  type Grant,
  growthOf,
  multiplierOf,
  sumOf,
  yearsOf,
} from './consolidation.ts';

const grant = (department: string, amount: bigint, more: Partial<Grant> = {}): Grant => ({
  year: 2015,
  source: 'sectorFunds',
  department,
  amount,
  ...more,
});

describe('money put together', () => {
  const grants = [
    grant('交通局', 600n),
    grant('住建局', 300n, { source: 'housingFunds' }),
    grant('交通局', 120n, { year: 2016 }),
  ];

  test('[TL-28] what lies within another source counts for it, and once in the whole', () => {
    const withinOf = (source: string) => (source === 'housingFunds' ? 'sectorFunds' : undefined);
    const ofSectors = belongsTo('sectorFunds', withinOf);

    expect(sumOf(grants, ({ source }) => ofSectors(source))).toBe(1020n);
    expect(sumOf(grants, () => true)).toBe(1020n);
    expect(sumOf(grants, ({ source }) => source === 'housingFunds')).toBe(300n);
  });

  test('is told year by year, with its growth', () => {
    expect(yearsOf(grants)).toEqual([2016, 2015]);
    expect(growthOf(568n, 440n)).toBeCloseTo(0.2909, 4);
    expect(growthOf(568n, 0n)).toBeNull();
  });

  test('[TL-27] each department is credited with what was paid as it gave, source by source', () => {
    const credits = creditsOf(grants, (source) => (source === 'sectorFunds' ? 360n : 300n));

    expect(credits).toEqual([
      { department: '交通局', granted: 720n, credited: 360n, sources: ['sectorFunds'] },
      { department: '住建局', granted: 300n, credited: 300n, sources: ['housingFunds'] },
    ]);
  });

  test('[TL-27] all credits sum to what was paid to the fen, and nobody gets more than it gave', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            department: fc.constantFrom('甲', '乙', '丙', '丁', ''),
            source: fc.constantFrom('一', '二'),
            amount: fc.bigInt({ min: 1n, max: 10n ** 13n }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.integer({ min: 0, max: 1000 }),
        (given, share) => {
          const all = given.map((one) => grant(one.department, one.amount, one));
          const whole = (source: string) => sumOf(all, (one) => one.source === source);
          const paidOf = (source: string) => (whole(source) * BigInt(share)) / 1000n;
          const credits = creditsOf(all, paidOf);
          const sum = credits.reduce((total, { credited }) => total + credited, 0n);
          expect(sum).toBe(paidOf('一') + paidOf('二'));
          for (const { granted, credited } of credits) expect(credited <= granted).toBe(true);
        },
      ),
    );
  });

  test('one and N: what came to each yuan of special funds', () => {
    expect(multiplierOf({ special: 100n, others: 250n })).toBe(2.5);
    expect(multiplierOf({ special: 0n, others: 250n })).toBeNull();
  });
});
