// Somebody of the neighbouring county sees their own county and nothing of this one.

import { afterEach, describe, expect, test } from 'vitest';
import { hasBrowser, type Person, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the neighbouring county', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('opens on its own area, which is empty, and says what to do', async () => {
    person = await signedIn('county2');
    const { page } = person;

    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();

    expect(await heading.textContent()).not.toContain('环江');
    expect(await page.locator('main').textContent()).not.toMatch(/18,434|66,600/);
    expect(person.complaints).toEqual([]);
  });

  test('an address of this county is answered as if there were nothing', async () => {
    const officer = await signedIn('county');
    await officer.page.goto('/households?stage=LISTED');
    const id = await officer.page.evaluate(`fetch('/api/registry/households?limit=1&stage=LISTED')
      .then((answer) => answer.json()).then(({ items }) => items[0].id)`);
    await officer.leave();
    person = await signedIn('county2');
    const { page } = person;

    await page.goto(`/households/${String(id)}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/思恩|环江|家庭成员/);
    await page.goto('/overview?area=451226100');
    await page.getByRole('alert').waitFor();

    expect(await page.locator('main').textContent()).not.toMatch(/思恩|18,434/);
  });

  test('a search by name finds nobody of this county', async () => {
    person = await signedIn('county2');
    const { page } = person;

    await page.getByRole('combobox', { name: '搜索户、地方和页面' }).fill('韦');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/households/);
    await page.waitForLoadState('networkidle');

    expect(await page.locator('main').textContent()).not.toMatch(/思恩|明伦|驯乐/);
  });
});
