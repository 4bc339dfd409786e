import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { agreementsOf, blocksOf, frequenciesOf, leastWeight, weightOf } from './name-likeness.ts';

const somebody = (name: string, birth?: string, place = '') => ({
  name,
  birthDate: birth === undefined ? undefined : plainDate(birth),
  place,
});
const nameOf = (left: string, right: string) => agreementsOf(somebody(left), somebody(right)).name;

describe('two names agree', () => {
  test.each([
    ['韦大山', '韦大山', 'same'],
    ['韦 大山', '韦大山', 'same'],
    ['阿依古丽·买买提', '阿依古丽买买提', 'same'],
    ['韋大山', '韦大山', 'variant'],
    ['譚國強', '谭国强', 'variant'],
    ['张伟', '章伟', 'homophone'],
    ['蒙桂芳', '蒙贵芳', 'homophone'],
    ['阿依古丽', '阿依古丽·买买提', 'part'],
    ['韦大山', '莫小二', 'other'],
  ])('%s and %s: %s', (left, right, agreement) => {
    expect(nameOf(left, right)).toBe(agreement);
    expect(nameOf(right, left)).toBe(agreement);
  });

  test('whatever agrees otherwise than not at all shares a block, so that it is found', () => {
    const name = fc.constantFrom(
      '韦大山',
      '韋大山',
      '张伟',
      '章伟',
      '阿依古丽',
      '阿依古丽·买买提',
      '单于红',
    );

    fc.assert(
      fc.property(name, name, (left, right) => {
        const shared = blocksOf(left).some((block) => blocksOf(right).includes(block));
        expect(shared).toBe(nameOf(left, right) !== 'other');
      }),
    );
  });
});

describe('a pair weighs', () => {
  const crowd = [
    ...Array.from({ length: 400 }, () => '韦强'),
    '蒙阿妹',
    ...Array(5000).fill('某人'),
  ];
  const frequencies = frequenciesOf(crowd);
  const weigh = (left: ReturnType<typeof somebody>, right: ReturnType<typeof somebody>) =>
    weightOf(agreementsOf(left, right), right.name, frequencies);

  test('less for a name that many carry', () => {
    const common = weigh(somebody('韦强'), somebody('韦强'));
    const rare = weigh(somebody('蒙阿妹'), somebody('蒙阿妹'));

    expect(rare).toBeGreaterThan(common + 5);
    expect(common).toBeLessThan(leastWeight);
  });

  test('more with the day of birth, and again with the village', () => {
    const known = somebody('韦强', '1970-05-06', '下南乡 仪凤村');
    const name = weigh(somebody('韦强'), known);
    const birth = weigh(somebody('韦强', '1970-05-06'), known);
    const place = weigh(somebody('韦强', '1970-05-06', '环江县下南乡仪凤村三组'), known);

    expect(birth).toBeGreaterThan(name);
    expect(place).toBeGreaterThan(birth);
    expect(birth).toBeGreaterThan(leastWeight);
    expect(weigh(somebody('韦强', '1985-05-06'), known)).toBeLessThan(name);
    expect(weigh(somebody('韦强', '1970-06-05'), known)).toBeGreaterThan(name);
    expect(weigh(somebody('韦强', undefined, '别的县'), known)).toBeLessThan(name);
  });
});
