import { describe, expect, test } from 'vitest';
import { packProblemCodes } from '#domain/policy/pack/pack-problem.ts';
import { type Changes, problemsOf, teaClubPack } from '#tests/world/tea-club.ts';

const child = (more: Changes): Changes => ({
  'pack.yaml': [
    ['id: tea-club', 'id: tea-annex'],
    [
      "from: '2015-01-01'",
      "from: '2015-01-01'\nextends: { pack: tea-club, reason: { zh: 分会, en: A branch } }",
    ],
  ],
  ...Object.fromEntries(
    [
      'parameters/thirst.yaml',
      'codes/tea.yaml',
      'forms/household.yaml',
      'criteria/thirst.yaml',
      'scores/thirst.yaml',
      'decisions/help.yaml',
      'processes/joining.yaml',
      'measures/ways.yaml',
      'verification/tastings.yaml',
      'samples/tastes.yaml',
      'helpers/pairing.yaml',
      'organisation/club.yaml',
      'loans/tea.yaml',
      'charts/wall.yaml',
      'lists/todo.yaml',
      'figures/club.yaml',
      'texts/welcome.yaml',
      'examples/thirst.yaml',
    ].map((path) => [path, null]),
  ),
  ...more,
});

const oneParameter = (row: string) => `parameters:\n  - ${row}\n`;
const rise =
  "{ id: cupsLeast, title: { zh: 标准, en: Standard }, unit: cup/person/day, values: [{ from: '2017-01-01', value: 4, verified: false, sample: true }] }";

/** One fault each: what was spoilt, the code, the file, and a part of its line. */
const faults: readonly (readonly [string, string, Changes, string])[] = [
  ['a pack without a manifest', 'no-manifest', { 'pack.yaml': null }, 'pack.yaml'],
  ['a file of no known kind', 'unknown-file', { 'recipes/tea.yaml': 'a: 1' }, 'recipes/tea.yaml'],
  [
    'a file that is too large',
    'too-large',
    { 'texts/long.yaml': `texts: # ${'x'.repeat(300_000)}` },
    'texts/long.yaml',
  ],
  [
    'a file that is not YAML',
    'yaml-syntax',
    { 'texts/welcome.yaml': 'texts: [\n' },
    'texts/welcome.yaml',
  ],
  [
    'a missing language',
    'wrong-shape',
    { 'pack.yaml': [['{ zh: 茶友会, en: Tea club }', '{ zh: 茶友会 }']] },
    'pack.yaml',
  ],
  [
    'a row without a mark',
    'wrong-shape',
    { 'texts/welcome.yaml': 'texts:\n  - { id: welcome }\n' },
    'texts/welcome.yaml',
  ],
  [
    'an id used twice',
    'duplicate-id',
    { 'figures/club.yaml': [['id: greenHouseholds\n', 'id: membersOfClub\n']] },
    'figures/club.yaml',
  ],
  [
    'a parameter named like a field',
    'name-clash',
    { 'parameters/thirst.yaml': [['id: loanYears', 'id: members']] },
    'parameters/thirst.yaml',
  ],
  [
    'a citation of an unknown document',
    'document-missing',
    { 'criteria/thirst.yaml': [['document: rulebook', 'document: rulebok']] },
    'criteria/thirst.yaml',
  ],
  [
    'a name of a parameter that is not there',
    'reference-missing',
    { 'scores/thirst.yaml': [['cutOff: thirstCutOff', 'cutOff: thirstCutof']] },
    'scores/thirst.yaml',
  ],
  [
    'a verified row without a source',
    'unsourced',
    { 'criteria/thirst.yaml': [['    source: { document: rulebook, place: 第一条 }\n', '']] },
    'criteria/thirst.yaml',
  ],
  [
    'an unverified row without a reason',
    'unverified-unexplained',
    {
      'criteria/thirst.yaml': [
        [
          '    source: { document: rulebook, place: 第一条 }\n    verified: true',
          '    verified: false',
        ],
      ],
    },
    'criteria/thirst.yaml',
  ],
  [
    'values that are out of order',
    'dates-order',
    {
      'parameters/thirst.yaml': [["from: '2016-01-01', value: 3", "from: '2014-01-01', value: 3"]],
    },
    'parameters/thirst.yaml',
  ],
  [
    'a code that is in no list',
    'value-type',
    { 'parameters/thirst.yaml': [['value: [GREEN, WHITE]', 'value: [GREEN, PURPLE]']] },
    'parameters/thirst.yaml',
  ],
  [
    'a number without a unit',
    'unit-missing',
    { 'parameters/thirst.yaml': [['    unit: cup/person/day\n', '']] },
    'parameters/thirst.yaml',
  ],
  [
    'a set shorter than its name promises',
    'length-differs',
    { 'verification/tastings.yaml': [['length: 2', 'length: 5']] },
    'verification/tastings.yaml',
  ],
  [
    'fewer items than promised',
    'length-differs',
    { 'forms/household.yaml': [['itemsLength: 2', 'itemsLength: 39']] },
    'forms/household.yaml',
  ],
  [
    'an unknown name in a rule',
    'rule/unknown-name',
    { 'criteria/thirst.yaml': [['cups / members', 'cups / membrs']] },
    'criteria/thirst.yaml',
  ],
  [
    'a comparison of different units',
    'rule/unit-mismatch',
    { 'criteria/thirst.yaml': [['rule: cups / members >=', 'rule: cups >=']] },
    'criteria/thirst.yaml',
  ],
  [
    'a fault in one case of an item',
    'rule/unknown-code',
    { 'scores/thirst.yaml': [['leaf == "NONE"', 'leaf == "NOUN"']] },
    'scores/thirst.yaml',
  ],
  [
    'criteria that refer to one another in a circle',
    'criterion-cycle',
    {
      'criteria/thirst.yaml': [
        ['rule: leaf in greenLeaves', 'rule: mayLeave || leaf in greenLeaves'],
        ['rule: quenched &&', 'rule: drinksGreen && quenched &&'],
      ],
    },
    'criteria/thirst.yaml',
  ],
  [
    'points beyond the maximum',
    'points-range',
    { 'scores/thirst.yaml': [['above: 40', 'above: 41']] },
    'scores/thirst.yaml',
  ],
  [
    'maxima that do not add up',
    'points-sum',
    { 'scores/thirst.yaml': [['max: 100', 'max: 90']] },
    'scores/thirst.yaml',
  ],
  [
    'bands out of order',
    'rule/bands-order',
    { 'scores/thirst.yaml': [['below: 1,', 'below: 4,']] },
    'scores/thirst.yaml',
  ],
  [
    'a criterion without an example',
    'no-example',
    {
      'examples/thirst.yaml': [
        ['      - { id: drinksGreen, is: true, because: [leaf, greenLeaves] }\n', ''],
      ],
    },
    'criteria/thirst.yaml',
  ],
  [
    'an example with another result',
    'example-differs',
    { 'examples/thirst.yaml': [['{ id: drinksGreen, is: true', '{ id: drinksGreen, is: false']] },
    'examples/thirst.yaml',
  ],
  [
    'an example with another reason',
    'example-differs',
    { 'examples/thirst.yaml': [['because: [leaf, greenLeaves]', 'because: [kettle]']] },
    'examples/thirst.yaml',
  ],
  [
    'an example with a field that is not there',
    'example-fact',
    { 'examples/thirst.yaml': [['cups: 6, kettle: false', 'cup: 6, kettle: false']] },
    'examples/thirst.yaml',
  ],
  [
    'a parameter that nothing reads',
    'parameter-unused',
    {
      'parameters/more.yaml': oneParameter(
        "{ id: saucers, title: { zh: 茶碟, en: Saucers }, unit: '1', values: [{ from: '2015-01-01', value: 1, verified: false, sample: true }] }",
      ),
    },
    'parameters/more.yaml',
  ],
  [
    'a step that nothing leads to',
    'step-unreachable',
    {
      'processes/joining.yaml': [
        ['en: Scored }, to: board', 'en: Scored }, to: listed'],
        ['to: listed }\n          - { id: full', 'to: listed }\n          - { id: full'],
      ],
    },
    'processes/joining.yaml',
  ],
  [
    'a step that never ends',
    'step-endless',
    {
      'processes/joining.yaml': [
        ['to: listed }\n          - { id: objected', 'to: board }\n          - { id: objected'],
        ['en: Not thirsty }, to: notListed', 'en: Not thirsty }, to: visit'],
      ],
    },
    'processes/joining.yaml',
  ],
  [
    'a step with nobody to act',
    'step-actorless',
    { 'processes/joining.yaml': [['actors: [CHAIR]', 'actors: []']] },
    'processes/joining.yaml',
  ],
  [
    'a step without an outcome',
    'step-stuck',
    {
      'processes/joining.yaml': [
        [
          '        outcomes:\n          - { id: quiet, title: { zh: 无人反对, en: Nobody objected }, to: listed }\n          - { id: objected, title: { zh: 有人反对, en: Somebody objected }, to: visit }\n',
          '        outcomes: []\n',
        ],
      ],
    },
    'processes/joining.yaml',
  ],
  [
    'a notice that shows a telephone number',
    'notice-field',
    { 'processes/joining.yaml': [['shows: [members]', 'shows: [members, phone]']] },
    'processes/joining.yaml',
  ],
  [
    'two items in one slot',
    'slot-taken',
    { 'forms/household.yaml': [['slot: 2', 'slot: 1']] },
    'forms/household.yaml',
  ],
  [
    'an anchor',
    'yaml-refused',
    { 'texts/welcome.yaml': 'texts: &all\n  - { id: welcome, text: { zh: 一, en: One } }\n' },
    'texts/welcome.yaml',
  ],
];

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
    'unexplained-override',
    'needless-override',
    'area-outside',
  ]);

  const missing = packProblemCodes.filter((code) => code !== 'rule' && !shown.has(code));
  expect(missing).toEqual([]);
});
