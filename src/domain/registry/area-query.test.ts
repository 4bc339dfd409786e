import { describe, expect, test } from 'vitest';
import { areaQueryOf, rankAreas } from '#domain/registry/area-query.ts';

describe('an area search', () => {
  test.each([
    ['  ', { kind: 'nothing' }],
    ['４５１２２６', { kind: 'code', digits: '451226' }],
    ['huán jiāng', { kind: 'latin', key: 'huanjiang' }],
    ['HJMN', { kind: 'latin', key: 'hjmn' }],
    ['环江', { kind: 'name', name: '环江', within: [] }],
    ['环江 中山', { kind: 'name', name: '中山', within: ['环江'] }],
    ['A区', { kind: 'name', name: 'A区', within: [] }],
  ])('%j is understood', (typed, query) => {
    expect(areaQueryOf(typed)).toEqual(query);
  });

  test('exact comes before beginning, beginning before contained, and a county before a village', () => {
    const area = (code: string, name: string) => ({
      code,
      name,
      level: 'village' as const,
      pinyin: '',
      initials: '',
    });
    const found = [
      area('990101001001', '大中山村'),
      area('990101001002', '中山村'),
      area('990101', '中山县'),
      area('990101001003', '中山'),
    ];

    const ranked = rankAreas(found, { kind: 'name', name: '中山', within: [] });

    expect(ranked.map((each) => each.name)).toEqual(['中山', '中山县', '中山村', '大中山村']);
  });
});
