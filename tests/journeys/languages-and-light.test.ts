// The same pages in the other language and in the dark, and characters that few fonts have.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('language, light and letters', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('English is one press away, complete, and stays after a reload', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('button', { name: 'EN, switch to English' }).click();
    await page.getByRole('heading', { level: 1, name: /overview/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'From the register to the announced exit' }).waitFor();

    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // Names of places stay as they are, and say in which language they are.
    const township = page.locator('main').getByText(/^驯乐/).first();
    expect(await township.locator('xpath=ancestor-or-self::*[@lang][1]').getAttribute('lang')).toBe(
      'zh-CN',
    );
    expect(await page.getByRole('link', { name: 'Households' }).count()).toBeGreaterThan(0);

    // The account remembers; the journeys after this one are in Chinese.
    const remembered = page.waitForResponse(
      (answer) => answer.request().method() !== 'GET' && answer.url().includes('/api/access/'),
    );
    await page.getByRole('button', { name: /^中文/ }).click();
    await remembered;
    await page.getByRole('heading', { level: 1, name: /总览/ }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('dark is chosen by the system or by a press, and reads as well', async () => {
    person = await signedIn('county', { dark: true });
    const { page } = person;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const theme = () => page.locator('html').getAttribute('data-theme');

    expect(await theme()).toBe('dark');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: /^浅色/ }).click();

    expect(await theme()).toBe('light');
  });

  test('the keyboard alone reaches search, pages and the sheet that explains it', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.getByRole('heading', { level: 1, name: /总览/ }).waitFor();

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('2');

    await page.waitForURL(/\/households/);
  });

  test('a rare character of a name is drawn, not a box', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.waitForFunction('[...document.fonts].some((font) => /Rare Han/.test(font.family))');

    for (const character of ['𠮷', '𬭩', '㛃', '𫖯']) {
      const drawn = await page.evaluate(`(async () => {
        const font = '40px "Bangfu Rare Han"';
        const faces = await document.fonts.load(font, '${character}');
        const inkOf = (text) => {
          const canvas = document.createElement('canvas');
          canvas.width = 60;
          canvas.height = 60;
          const pen = canvas.getContext('2d');
          pen.font = font;
          pen.fillText(text, 8, 46);
          return [...pen.getImageData(0, 0, 60, 60).data].filter((_, at) => at % 4 === 3).join();
        };
        const box = inkOf('\\u{10FFFD}');
        return { loaded: faces.length > 0, ink: inkOf('${character}') !== box && /[1-9]/.test(inkOf('${character}')) };
      })()`);
      expect(drawn, character).toEqual({ loaded: true, ink: true });
    }
  });
});
