// The same work on a phone: nothing sideways, targets a thumb can hit.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('on a phone', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test.each([
    ['zh', '/overview'],
    ['en', '/overview'],
    ['zh', '/overview?area=451226207'],
    ['en', '/security'],
    ['zh', '/packs'],
    ['en', '/audit'],
    ['zh', '/runs'],
    ['zh', '/imports'],
  ] as const)('in %s, %s scrolls down and never sideways', async (language, address) => {
    person = await signedIn('county', { width: 390, height: 844, english: language === 'en' });
    const { page } = person;

    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');

    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('the entries lie at the bottom, each at least 44 pixels high, the rest in a sheet', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    const bar = page.locator('.phone-bar > *');
    await bar.first().waitFor();

    for (const entry of await bar.all()) {
      expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '规则', exact: true }).click();

    await page.waitForURL(/\/packs/);
    expect(await barriers(page)).toEqual([]);
  });
});
