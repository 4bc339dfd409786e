// What was paid is posted for the village to read, and goes without a name or a number of anybody; what was
// built is counted on a phone in the field; money put together, targets of loans and the list of what is due.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('money before the public and in the field', () => {
  const people: Person[] = [];
  const enter = async (account: string, options: object = {}) => {
    const person = await signedIn(account, options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  test('[TL-33] payments of the villages are posted from the books and read on a phone by anybody', async () => {
    const { page, complaints } = await enter('county');
    await page.goto('/notices');
    await page.getByRole('link', { name: '资金公示' }).click();
    await page.getByLabel('公示什么').selectOption('moneyArrived');
    await page.getByLabel('公示什么').selectOption('moneyPaid');
    await page.getByLabel('张贴地点').fill('县政府公示栏');
    await page.getByLabel('提异议的电话').fill('0778-8821234');
    await page.getByLabel('监督电话').fill('0778-8825678');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '张贴并生成公示' }).click();
    const link = page.getByRole('link', { name: '公开页面' });
    await link.waitFor();
    expect(await barriers(page)).toEqual([]);
    const address = (await link.getAttribute('href')) ?? '';

    const reader = await enter('village', phone);
    await reader.page.context().clearCookies();
    await reader.page.goto(address);
    await reader.page.getByText('县政府公示栏').first().waitFor();
    // A long list comes in parts, so that opening it costs little; all of it can be read.
    await reader.page.getByText(/显示前 100 行，共 \d+ 行/).waitFor();
    await reader.page.getByRole('button', { name: '接着看' }).click();
    await reader.page.getByText(/显示前 200 行/).waitFor();
    const shown = await reader.page.locator('main, body').first().innerText();
    expect(shown).not.toMatch(/\d{6}\*{4,}|\d{17}[\dX]|尾号/);
    expect(await sideways(reader.page)).toBe(0);
    expect(await barriers(reader.page)).toEqual([]);

    await page.getByRole('button', { name: '撤下' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('换成新的一期');
    await page.getByRole('dialog').getByRole('button', { name: '撤下' }).click();
    await page.getByText('已撤下。').waitFor();
    await reader.page.reload();
    expect(await reader.page.getByText('县政府公示栏').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('[HH-16] the yearly stock-take on a phone meets each asset once, and one found idle stands as idle', async () => {
    const { page, complaints } = await enter('county', phone);
    await page.goto('/assets');
    await page.getByRole('link', { name: '盘点', exact: true }).click();
    const rows = page.locator('.asset-count .funds-list > li');
    await rows.first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    const title = await rows.first().locator('strong').first().innerText();
    const note = await page.locator('.page-note', { hasText: /已盘点 \d+ 项/ }).innerText();
    const before = Number(/已盘点 (\d+) 项/.exec(note)?.[1]);

    await rows
      .first()
      .getByRole('button', { name: `${title} 闲置` })
      .click();
    await page.getByText(`${title}：闲置，已记下。`).waitFor();
    await page.getByText(new RegExp(`已盘点 ${before + 1} 项`)).waitFor();
    await page.reload();
    await page.getByText(new RegExp(`已盘点 ${before + 1} 项`)).waitFor();

    await page.goto('/assets?assetState=idle');
    await page.getByText(title).first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('[TL-27] money put together is read by source and department, and its number opens its lines, in English', async () => {
    const { page, complaints } = await enter('auditor', { english: true });
    await page.goto('/consolidation');
    await page.getByText(/are spent together/).waitFor();
    await page.getByText('Channels are kept').waitFor();
    await page.getByText(/no yuan changed its channel/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('row', { name: /Special funds of the county pooled/ })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Lines of the books' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('[TL-31] [HJ-46] a target of loans is entered from its paper, and what is due is taken along as a spreadsheet', async () => {
    const { page, complaints } = await enter('county-approver');
    await page.goto('/loans');
    await page.getByRole('button', { name: '登记任务' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('按什么算').selectOption('households');
    await sheet.getByLabel('任务数（户）').fill('18434');
    await sheet.getByLabel('文号').fill('桂扶办〔2016〕18号');
    await sheet.getByRole('button', { name: '确定' }).click();
    await page.getByText('任务已登记。').waitFor();
    await page.getByText(/任务 18,434 户/).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.goto('/loans/list?show=owed');
    await page.getByRole('link', { name: '导出 Excel' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/^贷款清单 .*\.xlsx$/);
    expect(complaints).toEqual([]);
  });
});
