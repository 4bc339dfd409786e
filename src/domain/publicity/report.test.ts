import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacterOf } from '#domain/registry/identity-number.ts';
import { reportLateDays, reportState, screenReport } from './report.ts';

test.each([
  [{ answeredOn: null, handedOn: null, isDone: false }, 'received'],
  [{ answeredOn: null, handedOn: '2016-09-02', isDone: false }, 'working'],
  [{ answeredOn: null, handedOn: '2016-09-02', isDone: true }, 'mended'],
  [{ answeredOn: '2016-09-05', handedOn: null, isDone: false }, 'answered'],
  [{ answeredOn: '2016-09-05', handedOn: '2016-09-02', isDone: true }, 'answered'],
] as const)('[TL-35] %o stands as %s', (standing, expected) => {
  expect(reportState(standing)).toBe(expected);
});

test('[TL-35] a report may tell of illness, schools and income, never a number of somebody', () => {
  expect(screenReport('户主有尿毒症，孙子读三年级，年收入 12000 元，没有进名单')).toEqual([]);
  expect(screenReport('打他电话 13877801234').map(({ kind }) => kind)).toEqual(['phone']);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (order) => {
      const digits = `45122619650312${String(order).padStart(3, '0')}`;
      const [found] = screenReport(`他的证号 ${digits}${checkCharacterOf(digits)}`);
      expect(found?.kind).toBe('identity');
    }),
  );
});

test('a clock runs until the answer, and not at all where the rules name none', () => {
  const past = () => 3;
  expect(reportLateDays({ dueOn: '2016-09-27', answeredOn: null }, past)).toBe(3);
  expect(reportLateDays({ dueOn: '2016-09-27', answeredOn: '2016-09-29' }, past)).toBe(0);
  expect(reportLateDays({ dueOn: null, answeredOn: null }, past)).toBe(0);
});
