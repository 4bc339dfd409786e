// A township posts a list and prints its poster; a neighbour opens the page of the poster on a phone, objects
// without a name and gets two numbers; the county answers and the listing goes back; the neighbour reads it.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const facts = { address: '', number: '', receipt: '' };

describe.skipIf(!hasBrowser)('a notice', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('is prepared from what waits, refused with a telephone in it, posted, and printed', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/notices');
    await page.getByRole('heading', { name: '等待张贴' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: '编制公示' }).first().click();
    await page.getByLabel('张贴地点').fill('县政府公示栏');
    await page.getByLabel('提异议的电话').fill('0778-8821234');
    await page.getByLabel(/说明/).fill('电话１３８７７８０１２３４');
    await page.getByRole('button', { name: /^公告并办结|^张贴并生成/ }).click();
    await page.getByText(/第 3 个字起写了私人电话/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel(/说明/).fill('');
    await page.getByRole('button', { name: /^公告并办结|^张贴并生成/ }).click();
    await page.getByRole('link', { name: '打印公示' }).click();
    await page.getByRole('heading', { name: '打印公示' }).waitFor();
    expect(await page.getByRole('img', { name: /扫码/ }).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
  });

  test('that hangs is objected to on a phone, without a name, for two numbers', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/notices?standing=objected');
    await page.locator('.notice-rows .row-link').last().click();
    await page.getByRole('link', { name: '公开页面' }).waitFor();
    expect(await sideways(page)).toBe(0);
    facts.address = (await page.getByRole('link', { name: '公开页面' }).getAttribute('href')) ?? '';
    await page.context().clearCookies();
    await page.goto(facts.address);
    await page.getByRole('button', { name: '我要提异议' }).click();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('对哪一户').selectOption({ index: 1 });
    await page.getByLabel(/什么情况/).fill('他家在县城有铺面，请核实');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已经收到').waitFor();
    const numbers = await page.locator('.open-received dd').allTextContents();
    [facts.number = '', facts.receipt = ''] = numbers;
    expect(facts.number).toMatch(/^\d{8}$/);
  });

  test('goes back where the county upholds it, and the neighbour reads so, in English', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/notices');
    await page.getByRole('heading', { name: 'Objections that wait for the county' }).waitFor();
    await page
      .locator('.notice-rows li')
      .filter({ hasText: facts.number })
      .getByRole('link')
      .click();
    const line = page.locator('.notice-objections > li').filter({ hasText: facts.number });
    await line.getByRole('button', { name: 'Open' }).click();
    await line.getByRole('radio', { name: /Upheld/ }).check();
    await line.getByRole('textbox').fill('Found to be true');
    await line.getByRole('button', { name: 'Answer' }).click();
    await line.getByText('Upheld: Found to be true').waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.context().clearCookies();
    await page.goto(facts.address);
    await page.getByText('Read an answer').click();
    await page.getByLabel('Objection', { exact: true }).fill(facts.number);
    await page.getByLabel('Receipt').fill(facts.receipt);
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByText('Found to be true').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('is not the neighbouring county’s, and a code of no notice says so', async () => {
    person = await signedIn('county2');
    const { page } = person;
    await page.goto('/notices');
    await page.getByText('这里还没有公示').waitFor();
    await page.goto('/notice/bcdfghjkmn');
    await page.getByText('没有找到这个公示编号').waitFor();
  });
});
