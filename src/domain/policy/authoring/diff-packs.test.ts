import { describe, expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { type ResolvedPack, resolvePack } from '#domain/policy/pack/resolve-pack.ts';
import { type Changes, teaClubPack } from '#tests/world/tea-club.ts';
import { diffPacks } from './diff-packs.ts';

/** The tea club with some texts replaced, as it stands on a day. */
function club(changes: Changes = {}, on = '2017-01-01'): ResolvedPack {
  const pack = teaClubPack(changes);
  const resolved = resolvePack(new Map([[pack.manifest.id, pack]]), 'tea-club', plainDate(on));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.pack;
}

function sentences(before: ResolvedPack, after: ResolvedPack, language: 'zh' | 'en' = 'zh') {
  return diffPacks(before, after).flatMap(({ kindWords, change, title, details }) => [
    `${change} ${kindWords[language]} ${title[language]}`,
    ...details.map(({ sentence }) => sentence[language]),
  ]);
}

const same = club();

describe('what changes between two packs, in words', () => {
  test('the same texts change nothing', () => {
    expect(diffPacks(same, same)).toEqual([]);
  });

  test('a new value stands beside the one it follows, with unit and first day', () => {
    const next = club({
      'parameters/thirst.yaml': [
        [
          '        value: 50\n        verified: false\n        sample: true\n',
          "        value: 50\n        verified: false\n        sample: true\n      - from: '2017-01-01'\n        value: 48\n        verified: false\n        sample: true\n",
        ],
      ],
    });

    expect(sentences(same, next)).toEqual([
      'changed 参数 缺茶分数线',
      '缺茶分数线 50 分 → 48 分，自 2017-01-01 起',
    ]);
    expect(sentences(same, next, 'en')[1]).toBe(
      'Cut-off of thirst 50 points → 48 points, from 2017-01-01',
    );
  });

  test('a value that is rewritten is told with its own first day', () => {
    const next = club({ 'parameters/thirst.yaml': [['value: 7,', 'value: 10,']] });

    expect(sentences(same, next)[1]).toBe('张贴天数 7 天 → 10 天，自 2015-01-01 起');
  });

  test('a rule is told in words and as it is written', () => {
    const next = club({
      'criteria/thirst.yaml': [['rule: leaf in greenLeaves', 'rule: leaf != "NONE"']],
    });
    const [change] = diffPacks(same, next);
    const [detail] = change?.details ?? [];

    expect(detail?.source).toEqual({ before: 'leaf in greenLeaves', after: 'leaf != "NONE"' });
    expect(detail?.sentence.zh).toContain('规则 常喝的茶 属于 绿茶类 → 常喝的茶 ≠ ');
  });

  test('inside a score sheet the item and the band are named', () => {
    const next = club({ 'scores/thirst.yaml': [['points: 20 }', 'points: 25 }']] });

    expect(sentences(same, next)).toEqual([
      'changed 评分表 缺茶评分表',
      '人均杯数 · 不足 3 · 得分 20 分 → 25 分',
    ]);
  });

  test('points of another shape are told as a whole', () => {
    const next = club({
      'scores/thirst.yaml': [
        [
          'rule: clamp(30 - teapotAge * potPointsPerYear, 0, 30)',
          'by: teapotAge\n          bands: [{ below: 10, points: 30 }]\n          above: 0',
        ],
      ],
    });

    expect(sentences(same, next)[1]).toContain('→ 按 茶壶年数：不足 10 得 30 分；其余得 0 分');
  });

  test('rows that come and go are told by kind and title, both ways', () => {
    const next = club({
      'texts/welcome.yaml': [
        ['texts:\n', 'texts:\n  - { id: farewell, text: { zh: 慢走。, en: Farewell. } }\n'],
      ],
    });

    expect(sentences(same, next)).toEqual(['added 文本 farewell']);
    expect(sentences(next, same)).toEqual(['removed 文本 farewell']);
  });

  test('the version and the first day of the pack are told too', () => {
    const next = club({ 'pack.yaml': [['version: 1.0.0', 'version: 1.1.0']] });

    expect(sentences(same, next)).toEqual(['changed 政策包 茶友会', '版本 1.0.0 → 1.1.0']);
  });
});
