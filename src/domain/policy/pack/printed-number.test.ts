import { describe, expect, test } from 'vitest';
import { readPrinted } from '#domain/policy/pack/printed-number.ts';

describe('a printed number stands for an interval', () => {
  test.each<readonly [string, number, number, number]>([
    ['4.57万户', 45_700, 45_650, 45_750],
    ['1.84万', 18_400, 18_350, 18_450],
    ['2.49亿多元', 249_000_000, 249_000_000, 250_000_000],
    ['120多亿元', 12_000_000_000, 12_000_000_000, 13_000_000_000],
    ['2000多名', 2000, 2000, 3000],
    ['40多万名', 400_000, 400_000, 500_000],
    ['20余次', 20, 20, 30],
    ['约7900亩', 7900, 7850, 7950],
    ['1.8亿元以上', 180_000_000, 180_000_000, Number.POSITIVE_INFINITY],
    ['最高5万元', 50_000, 0, 50_000],
    ['5至10倍', 5, 5, 10],
    ['3—4个屯', 3, 3, 4],
    ['5121笔（户）', 5121, 5121, 5121],
    ['27.78%', 27.78, 27.775, 27.785],
    ['12,345人', 12_345, 12_345, 12_345],
  ])('%s: %d, from %d to %d', (text, nominal, least, most) => {
    expect(readPrinted(text)).toMatchObject({ nominal, least, most });
  });

  test('a whole percentage was rounded, a whole count was counted', () => {
    expect(readPrinted('236', true)).toMatchObject({ least: 235.5, most: 236.5 });
    expect(readPrinted('236')).toMatchObject({ least: 236, most: 236 });
  });

  test.each(['', '若干', '多'])('nothing is read in “%s”', (text) => {
    expect(readPrinted(text)).toBeUndefined();
  });
});
