import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { deriveFigures, isPresent, type MemberFacts } from './derived.ts';
import { formParts } from './form.ts';
import { formRule } from './form-rule.ts';

const day = plainDate('2016-09-30');

function aMember(facts: Partial<MemberFacts> = {}): MemberFacts {
  return {
    name: '覃大山',
    position: 1,
    relation: 'HEAD',
    birthDate: plainDate('1970-01-01'),
    labour: 'NORMAL',
    workPlace: null,
    schoolStage: 'NOT_IN_SCHOOL',
    health: ['HEALTHY'],
    dibao: false,
    ethnicity: 'ZHUANG',
    joinedOn: null,
    leftOn: null,
    ...facts,
  };
}

const figures = (...members: Partial<MemberFacts>[]) =>
  deriveFigures(members.map(aMember), day, formRule);

test.each<[string, Partial<MemberFacts>[], object]>([
  [
    'skilled and weak labour count as labour, lost does not',
    [{ labour: 'SKILLED' }, { labour: 'WEAK' }, { labour: 'LOST' }],
    { labourers: 2 },
  ],
  ['one unknown labour makes the count unknown', [{}, { labour: null }], { labourers: null }],
  [
    'a child without a labour code is no labourer',
    [{}, { labour: null, birthDate: plainDate('2000-10-01') }],
    { labourers: 1, children: 1 },
  ],
  [
    'sixteen on the day is no child any more',
    [{ birthDate: plainDate('2000-09-30') }],
    { children: 0 },
  ],
  [
    'sixty on the day is elderly',
    [{ birthDate: plainDate('1956-09-30') }, { birthDate: plainDate('1956-10-01') }],
    { elderly: 1 },
  ],
  [
    'one unknown birth date leaves children and elderly unknown',
    [{ birthDate: null }],
    { children: null, elderly: null },
  ],
  [
    'a blank work place means no migrant work',
    [{ workPlace: 'ELSEWHERE' }, {}],
    { migrantWorkers: 1 },
  ],
  [
    'a member may be ill in several ways',
    [{ health: ['CHRONIC', 'DISABLED'] }],
    { chronicallyIll: 1, disabled: 1, severelyIll: 0 },
  ],
  ['no health code at all is unknown, not healthy', [{ health: [] }], { chronicallyIll: null }],
  ['who left is not counted', [{}, { leftOn: plainDate('2016-09-30') }], { members: 1 }],
  [
    'who has not joined yet is not counted',
    [{}, { joinedOn: plainDate('2016-10-01') }],
    { members: 1 },
  ],
  [
    'the first of two heads by position is the head',
    [
      { name: '乙', position: 2 },
      { name: '甲', position: 1 },
    ],
    { headName: '甲' },
  ],
  [
    'an empty household counts nobody and has no head',
    [],
    { members: 0, labourers: 0, headName: null },
  ],
])('%s', (_name, members, expected) => {
  expect(figures(...members)).toMatchObject(expected);
});

test('presence begins on the day of joining and ends before the day of leaving', () => {
  const member = { joinedOn: plainDate('2016-01-01'), leftOn: plainDate('2016-06-01') };

  const days = ['2015-12-31', '2016-01-01', '2016-05-31', '2016-06-01'];

  expect(days.map((text) => isPresent(member, plainDate(text)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('what counts some of the members never counts more than them, whoever they are', () => {
  const member = fc.record({
    birthDate: fc.constantFrom(null, ...['1940-01-01', '1990-01-01', '2010-01-01'].map(plainDate)),
    labour: fc.constantFrom(null, 'NORMAL', 'SKILLED', 'WEAK', 'LOST'),
    workPlace: fc.constantFrom(null, 'ELSEWHERE'),
    schoolStage: fc.constantFrom(null, 'NOT_IN_SCHOOL', 'PRIMARY'),
    health: fc.constantFrom(null, ['HEALTHY'], ['CHRONIC', 'SEVERE', 'DISABLED']),
    dibao: fc.constantFrom(null, true, false),
    leftOn: fc.constantFrom(null, plainDate('2016-06-01')),
  });

  fc.assert(
    fc.property(fc.array(member, { maxLength: 5 }), (members) => {
      const counted: Readonly<Record<string, unknown>> = { ...figures(...members) };
      const of = (name: string) => (counted[name] ?? 0) as number;

      for (const { whole, parts } of formParts.filter((one) => one.whole === 'members')) {
        const sum = parts.reduce((total, part) => total + of(part), 0);
        expect(sum, parts.join()).toBeLessThanOrEqual(of(whole));
      }
    }),
    { numRuns: 500, seed: 20160930 },
  );
});
