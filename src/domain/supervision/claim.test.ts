import { describe, expect, test } from 'vitest';
import { foreseeClaim, judgeClaim, sizesFor } from './claim.ts';

const claim = { right: 0.98, confidence: 0.95 };

describe('what a sample can prove', () => {
  test('98% at 95% takes 149 households without a fault, 236 with one, 313 with two, 386 with three', () => {
    expect(sizesFor(claim)).toEqual([
      { faults: 0, households: 149 },
      { faults: 1, households: 236 },
      { faults: 2, households: 313 },
      { faults: 3, households: 386 },
    ]);
  });

  test('thirty households cannot prove 98%, and are told so before they are drawn', () => {
    const { verdict, sentence } = foreseeClaim(claim, 30, 1);

    expect(verdict).toBe('cannot-tell');
    expect(sentence.zh).toBe('这个样本不能证明 98%：30 户，即使一户不错也不够；至少要 149 户。');
    expect(sentence.en).toContain('This sample cannot prove 98%');
  });

  test('with a fault found, the number it takes is said to be that with the fault', () => {
    const { sentence } = judgeClaim(claim, { draws: 30, faults: 1, designEffect: 1 });

    expect(sentence.zh).toContain('即使一户不错也不够；照查出的 1 户差错，至少要 236 户。');
    expect(sentence.en).toContain('with 1 found, at least 236 are needed');
  });

  test('drawn in clusters, a sample counts for fewer households', () => {
    const judged = judgeClaim(claim, { draws: 200, faults: 0, designEffect: 2 });

    expect(judged.counts).toBe(100);
    expect(judged.verdict).toBe('cannot-tell');
    expect(judged.sentence.zh).toContain('只抵 100 户');
    expect(judged.sentence.zh).toContain('至少要 298 户');
  });

  test.each([
    [149, 0, 'proven'],
    [149, 1, 'not-proven'],
    [236, 1, 'proven'],
    [148, 0, 'cannot-tell'],
  ] as const)('%i households with %i faults: %s', (draws, faults, verdict) => {
    expect(judgeClaim(claim, { draws, faults, designEffect: 1 }).verdict).toBe(verdict);
  });
});
