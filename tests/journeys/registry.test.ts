// A county officer finds households by conditions, reads one beside the list, and takes the list away as
// a spreadsheet.

import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const poorAndIll =
  '/households?area=451226207&stage=LISTED,EXIT_APPLIED,EXIT_VERIFIED,EXIT_STANDARD&cause=ILLNESS&incomeBelow=3000';

describe.skipIf(!hasBrowser)('the household list', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('counts the register as it was published, and reads its conditions back as a sentence', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.goto('/households?registered=true');
    await page.getByText('18,434 户 66,600 人').waitFor();
    await page.goto(poorAndIll);
    await page.locator('.household-table tbody tr').first().waitFor();

    const conditions = page.getByRole('list', { name: '条件' });
    await conditions.getByText('驯乐苗族乡').waitFor();
    await conditions.getByText('因病').waitFor();
    const sentence = await conditions.innerText();
    expect(sentence.replace(/[\s×·]+/g, ' ').trim()).toBe(
      '户 驯乐苗族乡 未脱贫 因病 人均 < 3,000 元',
    );
    expect(await barriers(page)).toEqual([]);
  });

  test('is walked with j and k, opens a household beside it, and closes it with Escape', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/households?registered=true&sort=income');
    const rows = page.locator('[data-household]');
    await rows.first().waitFor();

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const panel = page.locator('.household-panel');
    await panel.getByRole('heading', { level: 2 }).waitFor();
    // By its address: the next one's head may have the same name.
    const own = panel.locator('.household-panel-acts a');
    const first = await own.getAttribute('href');
    await page.keyboard.press('j');
    await expect.poll(() => own.getAttribute('href')).not.toBe(first);
    await panel.getByRole('heading', { level: 2 }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    expect(await panel.count()).toBe(0);
    expect(await rows.count()).toBe(50);
  });

  test('leaves as a spreadsheet with the columns that were chosen and every household that was counted', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto(poorAndIll);
    const counted = await page.getByText(/^[\d,]+ 户 [\d,]+ 人$/).innerText();

    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('checkbox', { name: '住址' }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    const book = read(await readFile(await download.path()));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet ?? {});

    expect(rows.length).toBe(Number(counted.split(' 户')[0]?.replace(/,/g, '')));
    expect(Object.keys(rows[0] ?? {})).toContain('户编号');
    expect(JSON.stringify(Object.keys(rows[0] ?? {}))).toMatch(/住址|地址/);
    expect(person.complaints).toEqual([]);
  });

  test('goes on from where it ended, without a page number', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/households');
    const rows = page.locator('[data-household]');
    await rows.first().waitFor();

    await page.getByRole('button', { name: '再看 50 户' }).click();
    await rows.nth(99).waitFor();

    const ids = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('data-household')),
    );
    expect(new Set(ids).size).toBe(100);
  });

  test('is cards on a phone, which lead to the household’s page', async () => {
    person = await signedIn('village', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/households');
    const card = page.locator('.household-cards a').first();
    await card.waitFor();

    expect(await page.locator('table').count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await card.click();

    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
  });
});
