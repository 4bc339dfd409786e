// Anybody signed in reads the rules: as a book, in both languages, on paper, with what nobody checked
// marked as such.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the rules', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('say which pack decides here, how much of it was checked, and whether its examples hold', async () => {
    person = await signedIn('household');
    const { page } = person;

    await page.goto('/packs');
    const active = page.locator('.pack-row.active');
    await active.waitFor();

    expect(await active.innerText()).toContain('环江毛南族自治县精准扶贫');
    await expect.poll(() => active.innerText()).toMatch(/\d+ 个都对/);
    expect(await barriers(page)).toEqual([]);
  });

  test('read as articles with sources in the margin, and the sample sheet is marked as a sample', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.goto('/packs/huanjiang-2016');
    await page
      .getByRole('navigation', { name: '目录' })
      .getByRole('link', { name: '评分表' })
      .click();
    const sheet = page
      .getByRole('article')
      .filter({ hasText: '精准识别入户评估表（样例）' })
      .first();
    await sheet.scrollIntoViewIfNeeded();

    expect(await sheet.getByText('示例').count()).toBeGreaterThan(1);
    expect(await page.getByRole('heading', { name: /^第 1 条/ }).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
  });

  test('can be read in both languages at once, and printed without the menus', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/packs/china-2014');
    await page.getByRole('heading', { name: /^Article 1 / }).waitFor();

    await page.getByRole('checkbox', { name: 'Both languages' }).check();
    const chinese = await page.locator('.other-language[lang="zh-CN"]').count();
    await page.emulateMedia({ media: 'print' });

    expect(chinese).toBeGreaterThan(20);
    expect(await page.locator('.side').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: /^Article 1 / }).isVisible()).toBe(true);
  });

  test('fit a phone', async () => {
    person = await signedIn('village', { width: 390, height: 844 });
    const { page } = person;

    await page.goto('/packs/huanjiang-2016');
    await page.getByRole('heading', { name: /^第 1 条/ }).waitFor();

    expect(await sideways(page)).toBe(0);
  });
});
