import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName, nameRuleOf, nameRules } from './mask-name.ts';

const adult = { isMinor: false };

test.each([
  ['韦花', 'middle', '韦*'],
  ['韦桂花', 'middle', '韦*花'],
  ['韦桂花', 'given', '韦**'],
  ['韦桂花', 'whole', '韦桂花'],
  ['欧阳明', 'middle', '欧阳*'],
  ['欧阳小明', 'middle', '欧阳*明'],
  ['欧阳小明', 'given', '欧阳**'],
  ['欧阳', 'middle', '欧*'],
  ['买买提·艾合买提', 'middle', '买**·艾**提'],
  ['买买提·艾合买提', 'given', '买**·艾**提'],
  ['迪丽热巴', 'middle', '迪**巴'],
  ['𠮷小明', 'middle', '𠮷*明'],
  ['花', 'whole', '*'],
  ['', 'whole', '*'],
  ['Ali Hassan', 'middle', 'A** H****n'],
] as const)('%s by the rule %s is %s', (name, rule, shown) => {
  expect(maskName(name, rule, adult)).toBe(shown);
});

test('a child’s name shows its surname alone, whatever the rule', () => {
  for (const rule of nameRules) expect(maskName('韦小明', rule, { isMinor: true })).toBe('韦**');
});

test('a rule nobody knows masks the middle', () => {
  expect(nameRuleOf('anything')).toBe('middle');
  expect(nameRuleOf(undefined)).toBe('middle');
  expect(nameRuleOf('whole')).toBe('whole');
});

test('a masked name never is the name, keeps its length in characters and shows no other character', () => {
  const character = fc.constantFrom(...'韦桂花莫覃欧阳司马𠮷𬭩买提·艾合阿娜尔');
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 1, maxLength: 14 }).map((all) => all.join('')),
      fc.constantFrom('middle', 'given'),
      fc.boolean(),
      (name, rule, isMinor) => {
        const letters = [...name].filter((one) => one !== '·');
        fc.pre(letters.length > 0);
        const shown = [...maskName(name, rule as 'middle', { isMinor })];
        if ([...name].length > 1) expect(shown.length).toBe([...name].length);
        for (const [at, one] of shown.entries()) expect(['*', [...name][at]]).toContain(one);
        if (letters.length > 1 && !name.includes('·')) expect(shown).toContain('*');
      },
    ),
    { numRuns: 3000 },
  );
});
