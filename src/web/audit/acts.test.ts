import { expect, test } from 'vitest';
import { textIn } from '#web/text/catalogue.ts';
import { actName } from './act-words.ts';
import { acts } from './acts.ts';
import { auditTexts } from './texts.ts';

const contracts = import.meta.glob<Record<string, unknown>>('../../contract/*.ts', { eager: true });
const declared = Object.values(contracts)
  .flatMap((module) => Object.values(module))
  .flatMap((shape) =>
    typeof shape === 'object' && shape !== null && 'audit' in shape && 'path' in shape
      ? [shape.audit]
      : [],
  )
  .filter((act) => typeof act === 'string');

test('every act that a door of the API leaves can be asked for by name', () => {
  expect(declared.length).toBeGreaterThan(30);

  const missing = [...new Set(declared)].filter((act) => !acts.includes(act));

  expect(missing).toEqual([]);
});

test.each(['zh', 'en'] as const)('every act is a sentence in %s, not a code', (language) => {
  const text = textIn(language, auditTexts);

  const bare = acts.filter((act) => actName(text, act).includes(act));

  expect(bare).toEqual([]);
});

test('an act newer than this screen is shown by its code, not hidden', () => {
  expect(actName(textIn('zh', auditTexts), 'funds.post')).toContain('funds.post');
});
