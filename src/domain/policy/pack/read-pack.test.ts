import { describe, expect, test } from 'vitest';
import { fileCountLimit, fileLimit, readPack } from '#domain/policy/pack/read-pack.ts';
import { teaClub } from '#tests/world/tea-club.ts';

function codesOf(changes: Parameters<typeof teaClub>[0]): readonly string[] {
  return [...new Set(readPack(teaClub(changes)).problems.map(({ code }) => code))];
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
  'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
  'd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
  'texts: *d',
].join('\n');

describe('what could blow up is refused before it does', () => {
  test.each([
    ['aliases of aliases', bomb],
    ['brackets in brackets', `texts: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['dashes in dashes', `texts:\n${'- '.repeat(5000)}x`],
    ['indentation without end', `texts:\n${' '.repeat(500)}a: 1`],
    ['a tag', 'texts: !!js/function "x"'],
    ['several documents', 'texts: []\n---\ntexts: []'],
  ])('%s', (_, text) => {
    expect(codesOf({ 'texts/welcome.yaml': text })).toEqual(['yaml-refused']);
  });

  test('a doubled key is no YAML of ours', () => {
    expect(codesOf({ 'texts/welcome.yaml': 'texts: []\ntexts: []' })).toEqual(['yaml-syntax']);
  });

  test('too long a file and too many files are counted, not parsed', () => {
    const many = Array.from({ length: fileCountLimit }, (_, index) => [
      `texts/t${index}.yaml`,
      'x',
    ]);

    expect(codesOf({ 'texts/welcome.yaml': ' '.repeat(fileLimit + 1) })).toEqual(['too-large']);
    expect(codesOf(Object.fromEntries(many))).toEqual(['too-large']);
  });
});

describe('the shape of a file', () => {
  test('a number where a text belongs is told to stand in quotes', () => {
    const { problems } = readPack(
      teaClub({ 'codes/tea.yaml': [["external: '4'", 'external: 04']] }),
    );

    expect(problems).toMatchObject([{ code: 'wrong-shape', file: 'codes/tea.yaml' }]);
    expect(problems[0]?.message.zh).toContain('mappings[1].pairs[2].external');
    expect(problems[0]?.remedy.zh).toContain('引号');
  });

  test('a text with a comma inside braces is told to stand in quotes', () => {
    const { problems } = readPack(
      teaClub({ 'pack.yaml': [['en: Tea club }', 'en: Tea, club }']] }),
    );

    expect(problems[0]?.remedy.en).toMatch(/spelling|quotes/);
  });

  test('a missing mark is asked for by name', () => {
    const { problems } = readPack(
      teaClub({ 'criteria/thirst.yaml': [['第一条 }\n    verified: true', '第一条 }']] }),
    );

    expect(problems[0]?.message.zh).toBe('“criteria[1].verified”没有写明是否核实。');
  });

  test('a day that no calendar has is refused', () => {
    const { problems } = readPack(
      teaClub({ 'pack.yaml': [["from: '2015-01-01'", "from: '2015-02-30'"]] }),
    );

    expect(problems[0]?.message.zh).toBe('“from”不是日历上有的日期。');
  });

  test('a unit nobody knows is refused', () => {
    const { problems } = readPack(
      teaClub({ 'parameters/thirst.yaml': [['unit: cup/person/day', 'unit: mug/person/day']] }),
    );

    expect(problems[0]?.message.en).toBe('"parameters[1].unit" is not a known unit.');
  });
});
