// Faults of a pack, one each: what was spoilt, the problem it makes, the file it is found in.
import type { Changes } from '#tests/world/tea-club.ts';

/** A pack that extends the tea club and has only what `more` gives it. */
export const child = (more: Changes): Changes => ({
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
      'parameters/duties.yaml',
      'benefits/gift.yaml',
      'plans/cups.yaml',
      'funds/tin.yaml',
      'signoffs/quenched.yaml',
      'indicators/village.yaml',
      'monitoring/cold.yaml',
      'assessment/chair.yaml',
      'catalogue/proverbs.yaml',
      'examples/thirst.yaml',
    ].map((path) => [path, null]),
  ),
  ...more,
});

export const oneParameter = (row: string) => `parameters:\n  - ${row}\n`;
export const rise =
  "{ id: cupsLeast, title: { zh: 标准, en: Standard }, unit: cup/person/day, values: [{ from: '2017-01-01', value: 4, verified: false, sample: true }] }";

/** One fault each: what was spoilt, the code, the file, and a part of its line. */
export const faults: readonly (readonly [string, string, Changes, string])[] = [
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
    'likelihoods that do not rise to the maximum',
    'wrong-shape',
    { 'scores/thirst.yaml': [['upTo: 100', 'upTo: 40']] },
    'scores/thirst.yaml',
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
    'a sign-off with fewer signers than it promises',
    'length-differs',
    { 'signoffs/quenched.yaml': [['signers: 3', 'signers: 4']] },
    'signoffs/quenched.yaml',
  ],
  [
    'a limit of funds that no parameter gives',
    'reference-missing',
    { 'funds/tin.yaml': [['parameter: leavesShareLeast', 'parameter: leavesShare']] },
    'funds/tin.yaml',
  ],
  [
    'a condition of a loan that names nothing known',
    'rule/unknown-name',
    { 'loans/tea.yaml': [['eligible: kettle', 'eligible: ketle']] },
    'loans/tea.yaml',
  ],
  [
    'a condition of an outcome that names nothing known',
    'rule/unknown-name',
    { 'processes/joining.yaml': [['when: quenched', 'when: quenchd']] },
    'processes/joining.yaml',
  ],
  [
    'a checklist of a step with an item that is neither a criterion nor an indicator',
    'reference-missing',
    {
      'processes/joining.yaml': [
        ['sheet: thirst', 'sheet: thirst\n        checks: { items: [ghost] }'],
      ],
    },
    'processes/joining.yaml',
  ],
  [
    'a proof of an item that is not on the checklist',
    'reference-missing',
    {
      'processes/joining.yaml': [
        [
          'sheet: thirst',
          'sheet: thirst\n        checks: { items: [quenched], evidence: [ghost] }',
        ],
      ],
    },
    'processes/joining.yaml',
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
    'a step signed by others than its matrix names',
    'signers-differ',
    {
      'processes/joining.yaml': [
        ['kind: notice\n', 'kind: signOff\n        matrix: quenchedTogether\n'],
      ],
    },
    'processes/joining.yaml',
  ],
  [
    'a review that only whoever did the work may do',
    'step-own-work',
    {
      'processes/joining.yaml': [
        ['kind: notice\n', 'kind: review\n'],
        ['actors: [CHAIR]', 'actors: [TASTER]'],
      ],
      'signoffs/quenched.yaml': [
        ['{ office: { zh: 品茶人', '{ actor: TASTER, office: { zh: 品茶人'],
      ],
    },
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
  [
    'a figure whose value is not the printed one',
    'figure-wrong',
    { 'figures/club.yaml': [['value: 4\n', 'value: 4\n    printed: 5户\n']] },
    'figures/club.yaml',
  ],
  [
    'a sum of households and percent',
    'relation-wrong',
    {
      'figures/club.yaml': [
        [
          'figures:\n',
          'claims:\n  - { id: all, title: { zh: 合计, en: All }, relations: [{ kind: sum, parts: [membersOfClub, greenShare] }], verified: false, sample: true }\nfigures:\n',
        ],
      ],
    },
    'figures/club.yaml',
  ],
];
