// A county officer looks where things stand, goes down to a village, and opens the list behind a number.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the overview', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('shows the county with the figures that were published [HJ-47] [HJ-48] [HJ-49] [HJ-50] [HJ-51] [HJ-53]', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('heading', { level: 1, name: '环江毛南族自治县总览' }).waitFor();
    const funnel = page.locator('table.funnel');

    for (const figure of ['18,434', '8,565', '5,083', '3,688', '1,097', '66,600 人', '4,210 人']) {
      await funnel.getByText(figure, { exact: true }).first().waitFor();
    }
    await page.getByText('45,700').first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('shows the seven batches as published and says why their two sums differ [HJ-12] [HJ-13] [HJ-14] [HJ-15] [HJ-16] [HJ-17] [HJ-18] [HJ-19]', async () => {
    person = await signedIn('county');
    const { page } = person;

    const batches = page.locator('.overview-batches');
    await batches.getByText('9,885').waitFor();

    for (const [households, persons] of [
      ['4,162', '15,400'],
      ['1,351', '5,000'],
      ['9,885', '36,000'],
      ['55', '200'],
      ['833', '3,000'],
      ['555', '2,000'],
      ['1,388', '5,000'],
      ['205', '0'],
    ] as const) {
      const row = batches
        .getByRole('row')
        .filter({ has: page.getByText(households, { exact: true }) });
      expect(await row.first().getByText(persons, { exact: true }).count(), households).toBe(1);
    }
    await page
      .getByText(/18,229/)
      .first()
      .waitFor();
  });

  test('a township chosen on the map is marked in the funnel, and leads down to its villages', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('button', { name: /驯乐/ }).click();
    await expect.poll(() => page.locator('.overview-funnel .dot.chosen').count()).toBe(5);
    await page.getByRole('link', { name: '进入驯乐苗族乡' }).click();
    await page.getByRole('heading', { level: 1, name: '驯乐苗族乡总览' }).waitFor();
    expect(new URL(page.url()).searchParams.get('area')).toBe('451226207');
    const village = page.locator('.tile').first();
    const name = (await village.locator('.tile-name').textContent()) ?? '';
    await village.click();
    await page.getByRole('link', { name: `进入${name}` }).click();

    await page.waitForURL(/area=451226207\d{3}/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('the step chosen in the funnel is what the map shows, and stays in the address', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('button', { name: '申请脱贫' }).click();

    await page.getByRole('heading', { name: '未申请的户，按乡镇' }).waitFor();
    expect(new URL(page.url()).searchParams.get('stage')).toBe('EXIT_APPLIED');
    await page.reload();
    await page.getByRole('heading', { name: '未申请的户，按乡镇' }).waitFor();
  });

  test('a number opens the list it counts, and the list counts the same', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('link', { name: '看待审定的 2,591 户' }).click();
    await page.waitForURL(/\/households\?.*stage=EXIT_STANDARD/);

    await page.getByText('2,591').first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('an area is found by its pinyin and becomes the area of the page', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('button', { name: /^辖区/ }).click();
    await page.getByRole('searchbox', { name: '搜地名、拼音或代码' }).fill('mlz');
    // The map behind has a tile of the same name; the one meant is in the panel.
    await page
      .locator('.area-panel')
      .getByRole('button', { name: /^明伦镇/ })
      .click();

    await page.getByRole('heading', { level: 1, name: '明伦镇总览' }).waitFor();
    expect(await sideways(page)).toBe(0);
  });
});
