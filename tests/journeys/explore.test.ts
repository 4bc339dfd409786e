// A county officer cuts an indicator, reads a number, opens the households behind it, and saves the
// question for the townships; the neighbouring county sees none of it.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('exploring', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('from a table to the households of one number, whose count is the same', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/explore?rows=part&columns=stage');
    const cell = page.locator('.chart-table tbody td.number a').first();
    await cell.waitFor();
    const count = await cell.innerText();
    expect(await barriers(page)).toEqual([]);

    await cell.click();
    await page.waitForURL(/\/households\?/);
    await page
      .getByText(new RegExp(`${count} 户`))
      .first()
      .waitFor();
  });

  test('from the wall to one household in four clicks, and the neighbour reaches none of it', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/charts');
    await page.locator('.chart-card').first().click();
    await page.locator('.chart-table tbody td.number a').first().click();
    await page.waitForURL(/\/households\?/);
    await page.locator('.household-table tbody tr').first().click();
    await page.locator('.household-panel a[href^="/households/"]').first().click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    const { pathname } = new URL(page.url());

    const neighbour = await signedIn('county2');
    try {
      await neighbour.page.goto(pathname);
      await neighbour.page.locator('[role=alert]').first().waitFor();
    } finally {
      await neighbour.leave();
    }
  });

  test('the planning board is worked by keyboard alone and shows no barrier', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/board');
    const square = page.locator('.board-square').first();
    await square.focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.board-square[aria-pressed=true]').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('on a phone nothing is wider than the screen', async () => {
    person = await signedIn('county', { width: 390 });
    const { page } = person;
    await page.goto('/explore?indicator=exitedShare');
    await page.locator('.chart-table').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test('the neighbour’s numbers are their own', async () => {
    person = await signedIn('county2');
    const { page } = person;
    await page.goto('/explore?rows=part&area=451226');
    await page.locator('[role=alert]').first().waitFor();
    expect(await page.getByText('思恩镇').count()).toBe(0);
  });
});
