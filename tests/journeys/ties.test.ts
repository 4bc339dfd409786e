// A county sees which households firms and co-operatives lead, a township enters one and takes the list away,
// the household's page says so; the board of supply and demand is posted to and read.
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('firms, co-operatives and the households they lead', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-43] [HJ-44] [JJ-34] a county reads households and ties apart, a township enters a tie, and the household’s page shows it', async () => {
    person = await signedIn('county');
    await person.page.goto('/organisation');
    await person.page.getByText(/带动 [\d,]+ 户（去重），[\d,]+ 户次/).waitFor();
    expect(await barriers(person.page)).toEqual([]);
    await person.leave();

    person = await signedIn('township');
    const { page } = person;
    await page.goto('/households');
    const row = page.locator('a[href^="/households/"]').nth(3);
    await row.waitFor();
    const household = new URL((await row.getAttribute('href')) ?? '', 'http://x').pathname;
    await page.goto(household);
    // As the page shows it, in groups: whoever copies it need not close them.
    const said = page.getByText(/451226\s2[\d\s]{9,}/).first();
    await said.waitFor();
    const number = (await said.textContent())?.match(/451226\s2[\d\s]{9,}/)?.[0] ?? '';
    expect(number).not.toBe('');
    await page.goto('/organisation');
    await page.getByText('单位名册', { exact: true }).last().click();
    await page.locator('a[href^="/organisation/units/"]').first().click();
    await page.getByRole('heading', { name: '带动的户', exact: true }).waitFor();
    const unit = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('button', { name: '登记一户' }).click();
    await page.getByLabel('户编号').fill('没有这户');
    await page.getByLabel('约定', { exact: false }).last().fill('茶园务工');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText(/没有户编号“没有这户”/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('户编号').fill(number);
    await page.getByRole('dialog').getByLabel('带动方式').selectOption('advice');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载 Excel' }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 2).toString()).toBe('PK');
    await page.goto(household);
    await page.getByText(unit).first().waitFor();
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('[TL-12] a village posts what it offers on its phone, and a reader in English finds it with what is wanted', async () => {
    person = await signedIn('village', phone);
    await person.page.goto('/market');
    await person.page.getByText(/现有 \d+ 条供/).waitFor();
    expect(await sideways(person.page)).toBe(0);
    await person.page.getByRole('button', { name: '发布一条' }).click();
    await person.page.getByLabel('产品或技术').fill('高山百合（虚构）');
    await person.page.getByLabel('联系人和电话').fill('卢某 0000-0000000');
    await person.page.getByLabel('有效期至').fill('2016-11-15');
    expect(await barriers(person.page)).toEqual([]);
    await person.page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await person.page.getByText('高山百合（虚构）').first().waitFor();
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/market');
    await page.getByRole('heading', { level: 1, name: 'Supply and demand' }).waitFor();
    await page.getByText('高山百合（虚构）').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/organisation');
    await page.getByRole('heading', { name: 'Households led' }).waitFor();
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto('/market');
    await person.page.getByText('现在没有供求信息').waitFor();
  });
});
