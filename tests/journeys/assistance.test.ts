// A department confirms a list, a household sees and disputes what arrived, and the books are printed.

import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('help that reaches people', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-17] a department marks one row of its list, leaves out another, and confirms the rest at once', async () => {
    person = await signedIn('department');
    const { page } = person;
    await page.goto('/deliveries');
    await page.getByText(/份名单等着确认/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('tr', { hasText: '待确认' }).getByRole('link').click();
    const marks = page.getByRole('button', { name: '标记', exact: true });
    await marks.first().waitFor();
    expect(await barriers(page)).toEqual([]);

    await marks.first().click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await marks.nth(1).click();
    await page.getByRole('radio', { name: '未办' }).check();
    await page.getByLabel('未办原因').fill('已毕业');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('已毕业').waitFor();
    await page.getByRole('button', { name: '确认名单' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认名单' }).click();
    await page.getByRole('dialog').getByText('名单已确认').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();

    await page.getByText('已确认').first().waitFor();
    await expect.poll(() => marks.count()).toBe(0);
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('a household sees on its phone why, what and how far, and says that something did not arrive', async () => {
    person = await signedIn('household', phone);
    await person.page.goto('/households');
    await person.page.locator('a[href^="/households/"]').first().click();
    await person.page.waitForURL(/\/households\/[0-9a-f-]+/);
    const id = new URL(person.page.url()).pathname.split('/')[2] ?? '';
    await person.leave();

    person = await signedIn('township');
    await person.page.goto(`/households/${id}/help`);
    await person.page.getByRole('heading', { name: '送到情况' }).waitFor();
    const title = '越冬鸡苗（虚构）';
    const sent: unknown =
      await person.page.evaluate(`fetch('/api/assistance/households/${id}/benefits', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        code: 'INDUSTRY', title: '${title}', deliveredOn: '2016-09-28',
        promisedFen: 60000, deliveredFen: 60000,
      }),
    }).then(({ status }) => status)`);
    expect(sent).toBe(200);
    await person.leave();

    person = await signedIn('household', phone);
    const { page } = person;
    await page.goto(`/households/${id}/help`);
    await page.getByText(title).waitFor();
    await page.getByRole('heading', { name: '帮扶以来的变化' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    const item = page.locator('li', { hasText: title });
    await item.getByRole('button', { name: '没到、不对' }).click();
    await page.getByLabel('哪里不对').fill('只到了一半鸡苗');
    await page.getByRole('button', { name: '告诉乡镇' }).click();
    await item.getByText('只到了一半鸡苗').waitFor();
    await page.goto(`/households/${id}/books`);
    await page.getByRole('heading', { level: 3, name: '家庭成员' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await page.locator('.book-sheet input, .book-sheet textarea').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('township');
    await person.page.goto(`/households/${id}/help`);
    await person.page.getByText('只到了一半鸡苗').first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('[GS-23] [GS-24] [GS-25] a township reads the three books of a household and prints them with their fonts inside', async () => {
    person = await signedIn('township');
    const { page } = person;
    await page.goto('/plans?show=all');
    await page.locator('a[href$="/help"]').first().click();
    await page.getByRole('link', { name: '三本账和户卡' }).click();
    for (const [book, heading] of [
      ['帮扶计划', '年度目标和节点'],
      ['帮扶措施', '需求'],
      ['工作台账', '记录'],
    ] as const) {
      await page.getByRole('navigation', { name: '看哪一本' }).getByText(book).click();
      await page.getByRole('heading', { level: 3, name: heading }).waitFor();
      expect(await barriers(page)).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '打印 PDF（A4）' }).click();
      const file = await readFile(await (await download).path());
      expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      expect(file.toString('latin1')).toContain('FontFile');
    }
    await page.getByText('A4').nth(1).waitFor();
    await page.goto('/registers');
    await page.getByRole('heading', { level: 3, name: '乡镇档' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
