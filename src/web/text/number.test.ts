import { describe, expect, test } from 'vitest';
import {
  exactNumber,
  exactYuan,
  printedNumber,
  shortNumber,
  shownDay,
  shownInstant,
  shownNumber,
  shownShare,
} from './number.ts';

describe('numbers as people read them', () => {
  test.each([
    [18_434, 'zh', '18,434'],
    [1_010_000, 'zh', '101.0 万'],
    [250_000_000, 'zh', '2.50 亿'],
    [1_010_000, 'en', '1,010,000'],
    [-490, 'zh', '−490'],
  ] as const)('%d in %s is %s', (value, language, shown) => {
    expect(shownNumber(value, language)).toBe(shown);
  });

  test.each([
    ['2.49亿多元', 'over 249,000,000 yuan'],
    ['4.57万户', '45,700 households'],
    ['1.8亿元以上', '180,000,000 yuan or more'],
    ['5121笔（户）', '5,121 loans (households)'],
    ['27.78%', '27.78%'],
    ['120多亿', 'over 12,000,000,000'],
    ['40多万名', 'over 400,000 persons'],
    ['101万贫困户', '1,010,000'],
    ['5至10倍', '5–10'],
  ])(
    'what was printed as %s is %s in English, and stays as it was in Chinese',
    (printed, english) => {
      expect(printedNumber(printed, 'en')).toBe(english);
      expect(printedNumber(printed, 'zh')).toBe(printed);
    },
  );

  test.each([
    [9999, 'zh', '9,999'],
    [18_434, 'zh', '1.8万'],
    [1_230_000, 'zh', '123万'],
    [18_434, 'en', '18.4k'],
    [1_230_000, 'en', '1.2m'],
  ] as const)('where there is room for four figures, %d in %s is %s', (value, language, shown) => {
    expect(shortNumber(value, language)).toBe(shown);
  });

  test('a share of nothing is a dash, not a number', () => {
    expect(shownShare(3, 0)).toBe('—');
    expect(shownShare(2591, 3688)).toBe('70.3%');
    expect(shownShare(1, 18_434)).toBe('<0.1%');
    expect(shownShare(18_430, 18_434)).toBe('>99.9%');
    expect(shownShare(18_434, 18_434)).toBe('100.0%');
    expect(shownShare(0, 18_434)).toBe('0.0%');
  });

  test('money keeps both decimals', () => {
    expect(exactYuan(1_278_750)).toBe('12,787.50');
    expect(exactNumber(-696_000 / 100, 2)).toBe('−6,960.00');
  });

  test('an instant is told by the clock of Shanghai', () => {
    expect(shownInstant('2016-09-29T16:30:00Z', 'zh')).toBe('2016年9月30日 00:30');
  });

  test('a day is written in words of the language', () => {
    expect(shownDay('2016-09-30', 'zh')).toBe('2016年9月30日');
    expect(shownDay('2016-03-08', 'en')).toBe('8 Mar 2016');
  });
});
