// A supervisor plans and draws, two raters score blind on a phone, the report is read in Chinese and in
// English, and the neighbouring county is refused.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const title = '下南乡临时抽查';

describe.skipIf(!hasBrowser)('a round of checks', () => {
  let person: Person;
  let address = '';
  let codes: readonly string[] = [];
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-31] the supervisor is told what the sample cannot prove, draws, and draws again', async () => {
    person = await signedIn('supervisor');
    const { page } = person;
    await page.goto('/samples/new?area=451226202');

    await page.getByLabel('名称').fill(title);
    await page.getByLabel('一共抽多少户').fill('2');
    await page.getByText(/这个样本不能证明 98%：2 户/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '立项并公布种子摘要' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.getByText('还没有抽样', { exact: false }).first().isVisible()).toBe(true);
    await page.getByRole('button', { name: '抽样', exact: true }).click();
    await page.getByLabel(/受查方说的一个词/).fill('3 7 12');
    await page.getByRole('dialog').getByRole('button', { name: '抽样' }).click();
    await page.getByText('抽中 2 户', { exact: false }).waitFor();
    await page.getByRole('button', { name: '重抽一遍' }).click();
    await page.getByText('重抽得到同样的 2 户', { exact: false }).waitFor();

    codes = (await page.locator('.team-code').allInnerTexts()).map((text) =>
      text.replace(/\D/g, ''),
    );
    address = new URL(page.url()).pathname;
    expect(codes).toHaveLength(2);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test.each([
    ['township', 0],
    ['county', 1],
  ] as const)(
    '[HJ-57] %s joins a team by its code and scores blind on a phone',
    async (account, at) => {
      person = await signedIn(account, { width: 390, height: 844 });
      const { page } = person;
      await page.goto(address);
      await page.getByRole('button', { name: '加入打分组' }).click();
      await page.getByRole('textbox', { name: '口令' }).fill(codes[at] ?? '');
      await page.getByRole('dialog').getByRole('button', { name: '加入' }).click();
      await page.getByRole('link', { name: '去打分' }).first().click();

      for (let household = 0; household < 2; household += 1) {
        await page.getByText('先前的分数和别组的分数', { exact: false }).waitFor();
        expect(await sideways(page)).toBe(0);
        if (household === 0) expect(await barriers(page)).toEqual([]);
        const items = page.locator('.score-items > li');
        for (let item = 0; item < (await items.count()); item += 1) {
          await items.nth(item).getByRole('radio').nth(at).check();
        }
        await page.getByRole('button', { name: '交分' }).click();
        if (household === 0) await page.getByRole('link', { name: /下一户/ }).click();
      }

      await page.getByText('您这一组的户都打完了').waitFor();
      expect(person.complaints).toEqual([]);
    },
  );

  test('[HJ-65] the report is read in Chinese, and by the city in English', async () => {
    person = await signedIn('supervisor');
    const { page } = person;
    await page.goto(`${address}/report`);
    await page.getByRole('heading', { name: '按打分人' }).waitFor();
    await page.getByRole('heading', { name: '两组是否一致' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(address);
    await page.getByRole('button', { name: '结束本轮' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束' }).click();
    await page.getByText('已结束').first().waitFor();
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('city', { english: true });
    await person.page.goto(`${address}/report`);
    await person.page.getByRole('heading', { name: 'Published figure' }).waitFor();
    await person.page.getByText('Households that the re-scores put', { exact: false }).waitFor();
    expect(await barriers(person.page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('the neighbouring county sees no round and is refused this one', async () => {
    person = await signedIn('county2');
    const { page } = person;
    await page.goto('/samples');
    await page.getByText('这里还没有核查').waitFor();
    await page.goto(address);
    await page.getByText(/没有这一轮核查/).waitFor();
    expect(person.complaints).toEqual([]);
  });
});
