import { describe, expect, test } from 'vitest';
import { createPlaceFinder } from '#domain/exchange/area-names.ts';
import { areaCode } from '#domain/kernel/area-code.ts';

const areas = [
  { code: '451226', name: '环江毛南族自治县' },
  { code: '451226100', name: '思恩镇' },
  { code: '451226100001', name: '城北社区居委会' },
  { code: '451226100203', name: '陈双村委会' },
  { code: '451226100203001', name: '上屯' },
  { code: '451226101', name: '水源镇' },
  { code: '451226101203', name: '里腊村委会' },
  { code: '451226207', name: '驯乐苗族乡' },
  { code: '451226207201', name: '里腊村委会' },
];
const find = createPlaceFinder(areaCode('451226'), areas);
const texts = { code: '', township: '', village: '', hamlet: '' };

describe('a village is found', () => {
  test.each([
    [{ village: '陈双村' }, '451226100203'],
    [{ village: '陈双' }, '451226100203'],
    [{ village: '陈双村民委员会' }, '451226100203'],
    [{ village: '城北社区' }, '451226100001'],
    [{ village: '里腊村', township: '水源镇' }, '451226101203'],
    [{ village: '里腊', township: '驯乐乡' }, '451226207201'],
    [{ village: '451226100203' }, '451226100203'],
    [{ code: '451226100203' }, '451226100203'],
    [{ code: '451226100203001' }, '451226100203001'],
    [{ village: '陈双村', hamlet: '上屯' }, '451226100203001'],
  ])('from %j', (given, code) => {
    expect(find({ ...texts, ...given })).toEqual({ area: code });
  });

  test.each([
    [{ village: '里腊村' }, 'exchange/village-ambiguous'],
    [{ village: '没有村' }, 'exchange/village-unknown'],
    [{ village: '陈双村', township: '水源镇' }, 'exchange/village-unknown'],
    [{ village: '陈双村', township: '没有镇' }, 'exchange/township-unknown'],
    [{}, 'exchange/village-missing'],
    [{ code: '451226100' }, 'exchange/village-missing'],
    [{ code: '451226100999' }, 'exchange/village-unknown'],
    [{ code: '451225100203' }, 'exchange/area-outside'],
    [{ code: '环江' }, 'exchange/village-unknown'],
  ])('and %j is told as %s', (given, code) => {
    const place = find({ ...texts, ...given });

    expect(place.area).toBeUndefined();
    expect(place.problem?.code).toBe(code);
  });

  test('a hamlet nobody has on record is told where the village has others, and the village is kept', () => {
    const place = find({ ...texts, village: '陈双村', hamlet: '下屯' });

    expect(place).toMatchObject({
      area: '451226100203',
      problem: { code: 'exchange/hamlet-unknown' },
    });
  });

  test('a village without hamlets on record takes any name in silence', () => {
    expect(find({ ...texts, village: '城北社区', hamlet: '三组' })).toEqual({
      area: '451226100001',
    });
  });

  test('a file of one village need not name it', () => {
    const inVillage = createPlaceFinder(areaCode('451226100203'), areas);

    expect(inVillage(texts)).toEqual({ area: '451226100203' });
  });
});
