// An auditor sees that a card was opened, proves the chain, keeps its heads, and proves it again with them.

import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the trail', () => {
  const people: Person[] = [];
  const arrive = async (coming: Promise<Person>) => {
    const person = await coming;
    people.push(person);
    return person;
  };
  afterEach(async () => {
    for (const person of people.splice(0)) await person.leave();
  });

  test('tells in a sentence who opened which card, and seals it within seconds', async () => {
    const { page: officer } = await arrive(signedIn('county'));
    await officer.goto('/households?registered=true');
    const link = officer.locator('.household-table .row-link').first();
    const address = await link.getAttribute('href');
    await officer.goto(address ?? '');
    await officer.getByRole('heading', { level: 1 }).waitFor();

    const { page } = await arrive(signedIn('auditor'));
    const row = page.getByRole('row').filter({ hasText: '看了户卡' }).first();
    const toldNow = async () => {
      await page.goto('/audit?act=registry.open');
      return row.innerText();
    };
    await expect.poll(toldNow).toMatch(/第 [\d,]+ 号/);

    expect(await row.innerText()).toContain('覃志明');
    expect(await row.getByRole('link').getAttribute('href')).toBe(address);
    expect(await barriers(page)).toEqual([]);
  });

  test('is proved whole, and again against heads that were kept outside', async () => {
    const { page } = await arrive(signedIn('auditor'));
    await page.goto('/audit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出链头' }).click(),
    ]);
    const kept = await readFile(await download.path());
    expect(JSON.parse(kept.toString()).format).toBe('bangfu-audit-heads');

    await page.getByRole('button', { name: '核对全链' }).click();
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles({
      name: 'heads.json',
      mimeType: 'application/json',
      buffer: kept,
    });
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.getByText('链是完整的').waitFor({ timeout: 60_000 });

    const compared = page.getByRole('row').filter({ hasText: '比对的链头' });
    expect(
      Number((await compared.getByRole('cell').last().innerText()).replace(/,/g, '')),
    ).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
  });

  test('refuses a file that holds no heads, in a sentence', async () => {
    const { page } = await arrive(signedIn('auditor'));
    await page.goto('/audit');

    await page.getByRole('button', { name: '核对全链' }).click();
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'other.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{}'),
      });

    await page.getByText('这个文件不是链头文件', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '开始核对' }).isDisabled()).toBe(true);
  });
});
