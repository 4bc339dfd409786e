import { describe, expect, test } from 'vitest';
import { packProblemCodes } from '#domain/policy/pack/pack-problem.ts';
import { child, faults, oneParameter, rise } from '#tests/world/pack-faults.ts';
import { type Changes, problemsOf, teaClubPack } from '#tests/world/tea-club.ts';

describe('a spoilt pack is refused', () => {
  test.each(faults)('%s: %s', (_, code, changes, file) => {
    const problems = problemsOf(changes);

    const found = problems.find((problem) => problem.code === code);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(found?.file).toBe(file);
    expect(found?.line).toBeGreaterThan(0);
    expect(
      `${found?.message.zh}${found?.message.en}${found?.remedy.zh}${found?.remedy.en}`,
    ).not.toMatch(/\{\w+\}/);
  });

  test('a part that is named twice is told by the list it stands in', () => {
    const [problem] = problemsOf({
      'examples/thirst.yaml': [['{ id: mayLeave, is: true', '{ id: quenched, is: true']],
    });

    expect(problem).toMatchObject({ code: 'duplicate-id', file: 'examples/thirst.yaml' });
    expect(problem?.message.en).toContain('"quenched" appears twice among criteria');
  });

  test('the line is the one of the fault', () => {
    const [problem] = problemsOf({
      'criteria/thirst.yaml': [['leaf in greenLeaves', 'leef in greenLeaves']],
    });

    expect(problem).toMatchObject({ file: 'criteria/thirst.yaml', line: 14, column: 5 });
    expect(problem?.remedy.zh).toContain('是否想写“leaf”');
  });
});

describe('packs that extend one another', () => {
  const club = teaClubPack();

  test('a branch with nothing of its own is sound', () => {
    expect(problemsOf(child({}), [club])).toEqual([]);
  });

  test.each<readonly [string, string, Changes]>([
    [
      'the pack below is not at hand',
      'extends-missing',
      {
        'pack.yaml': [
          ['id: tea-club', 'id: tea-annex'],
          [
            "from: '2015-01-01'",
            "from: '2015-01-01'\nextends: { pack: coffee-club, reason: { zh: 一, en: One } }",
          ],
        ],
      },
    ],
    [
      'a value is replaced without a reason',
      'unexplained-override',
      { 'parameters/rise.yaml': oneParameter(rise) },
    ],
    [
      'a reason is given for replacing nothing',
      'needless-override',
      {
        'parameters/rise.yaml': oneParameter(
          rise.replace(
            'id: cupsLeast,',
            'id: cupsMost, override: { reason: { zh: 一, en: One } },',
          ),
        ),
      },
    ],
    ['its area lies outside', 'area-outside', {}],
  ])('%s: %s', (_, code, changes) => {
    const whole = child(changes);
    const manifest = whole['pack.yaml'];
    const spoilt =
      code === 'area-outside' && Array.isArray(manifest)
        ? { ...whole, 'pack.yaml': [...manifest, ["area: '99'", "area: '45'"] as const] }
        : whole;

    expect(problemsOf(spoilt, [club]).map((problem) => problem.code)).toContain(code);
  });

  test('of two packs that decide the same from the same day in the same place neither passes', () => {
    const rival = (changes: Changes) => problemsOf(changes, [club]).map(({ code }) => code);
    const renamed: Changes = { 'pack.yaml': [['id: tea-club', 'id: coffee-club']] };

    expect(rival(renamed)).toEqual(['pack-rival']);
    expect(
      rival({
        'pack.yaml': [
          ['id: tea-club', 'id: coffee-club'],
          ["from: '2015-01-01'", "from: '2015-01-02'"],
        ],
      }),
    ).not.toContain('pack-rival');
    expect(
      rival({
        'pack.yaml': [
          ['id: tea-club', 'id: coffee-club'],
          ['documents:', 'decides: [monitoring]\ndocuments:'],
        ],
      }),
    ).not.toContain('pack-rival');
  });

  test('a circle is refused', () => {
    const changes = child({});
    const one = teaClubPack({
      'pack.yaml': [
        [
          "from: '2015-01-01'",
          "from: '2015-01-01'\nextends: { pack: tea-annex, reason: { zh: 一, en: One } }",
        ],
      ],
    });

    expect(problemsOf(changes, [one]).map((problem) => problem.code)).toEqual(['extends-cycle']);
  });
});

test('every kind of problem is shown by a case above', () => {
  const shown = new Set([
    ...faults.map(([, code]) => code),
    'extends-missing',
    'extends-cycle',
    'pack-rival',
    'unexplained-override',
    'needless-override',
    'area-outside',
  ]);

  const missing = packProblemCodes.filter((code) => code !== 'rule' && !shown.has(code));
  expect(missing).toEqual([]);
});
