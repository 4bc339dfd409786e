import { describe, expect, test } from 'vitest';
import { areaKeyReader, foldLatin, personKeys, textKeys } from '#domain/registry/pinyin.ts';

describe('search keys by pinyin', () => {
  test('a county is found by its reading and by its initials', () => {
    expect(textKeys('环江毛南族自治县')).toEqual({
      full: 'huanjiangmaonanzuzizhixian',
      initials: 'hjmnzzzx',
    });
  });

  test.each([
    ['单小军', 'shanxiaojun'],
    ['区志强', 'ouzhiqiang'],
    ['欧阳修', 'ouyangxiu'],
    ['吕绿', 'lvlv'],
  ])('the surname of %s is read as a surname', (name, full) => {
    expect(personKeys(name).full).toBe(full);
  });

  test('a rare character without a known reading is left out instead of guessed', () => {
    expect(personKeys('韦𠮷祥')).toEqual({ full: 'weixiang', initials: 'wx' });
  });

  test('a long minority name is read across its middle dot', () => {
    expect(personKeys('买买提·吐尔逊').initials).toBe('mmttex');
  });

  test.each([
    ['Huán Jiāng', 'huanjiang'],
    ['HUANJIANG', 'huanjiang'],
    ['lǜ', 'lv'],
    ['ｈｊ', 'hj'],
    ['环江', ''],
  ])('%s typed by a person becomes the key %s', (typed, key) => {
    expect(foldLatin(typed)).toBe(key);
  });

  test('the fast reader of area names agrees with the library, word readings included', () => {
    const read = areaKeyReader();
    const names = ['长美乡', '重庆市', '六安市', '驯乐苗族乡', '城西街道', '铅山县', '乐清市'];

    expect(names.map((name) => read(name))).toEqual(names.map((name) => textKeys(name)));
    expect(read('毛南家园社区居委会').initials).toBe('mnjysqjwh');
    expect(read('三乐社区').full).toBe('sanleshequ');
  });
});
