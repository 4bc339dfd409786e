import { expect, test } from 'vitest';
import { catalogue, textIn } from '#web/text/catalogue.ts';
import { packName } from './pack-name.ts';

const none = catalogue('none', { zh: {}, en: {} });
const title = { zh: '喝茶会', en: 'Tea club' };

test.each([
  ['zh', '喝茶会 1.1.0'],
  ['en', 'Tea club 1.1.0'],
] as const)('a pack is named by its title in %s and the version that decided', (language, name) => {
  const text = textIn(language, none);

  expect(packName(text, { title, version: '1.1.0' })).toBe(name);
  expect(packName(text, { title, version: '1.1.0+china-2014@1.0.0' })).toBe(name);
});
