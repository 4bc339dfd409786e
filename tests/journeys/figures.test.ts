// What was published is reconciled: the county officer reads why a sum does not hold and checks a table of
// her own; the province analyst reads another place's figures.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('figures reconciled', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('the county officer sees the worst first, and the one base of three statements [AT-HJ-02, AT-HJ-05, HJ-47]', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/figures');

    await page.getByRole('heading', { level: 1, name: '数字对账' }).waitFor();
    const first = page.locator('.claim-list tbody tr').first();
    expect(await first.innerText()).toContain('不符');
    expect(await first.innerText()).toContain('= 18,229');
    const chart = page.locator('.base-chart');
    await chart.getByText('18,434 在内').waitFor();
    for (const end of [
      '18,431',
      '18,437',
      '18,400',
      '18,439',
      '18,350',
      '18,449',
      '还差 202–208',
    ]) {
      expect(await chart.getByText(end, { exact: true }).count(), end).toBeGreaterThan(0);
    }
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('a claim has an address, says what is missing and what to ask, and a verdict filters [AT-HJ-08]', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/figures');

    await page.getByRole('link', { name: '存疑 3' }).click();
    await page.getByRole('link', { name: '预计帮扶2838户11352人' }).click();
    await page.getByText('该问：实际人数是多少？').waitFor();
    const address = page.url();
    await page.goto(address);
    await page.getByText('11,352 ÷ 2,838 = 4.0000').first().waitFor();

    expect(address).toContain('verdict=SUSPECT');
    expect(address).toContain('claim=huanjiang-2016.industryBeneficiarySize');
    expect(await page.locator('.claim-list tbody tr').count()).toBe(3);
  });

  test('her own table is checked row by row, saved, and not published while a rate lacks its base [HJ-41, HJ-46]', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/figures');

    await page.getByRole('button', { name: '核对自己的表' }).click();
    await page
      .getByLabel('表格内容')
      .fill('名称,数值,单位,分子\n在册,1.84,万户\n申请,8565,户\n占比,46.5,%,申请\n搬迁,很多,户');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('18,400–18,439 户').waitFor();
    await drawer.getByText('“很多”读不出数字').waitFor();
    await drawer.getByText('“占比”缺分母、方法、准确日期').waitFor();
    await drawer.getByLabel('报告名称').fill('九月申请情况');
    await drawer.getByRole('button', { name: '保存为报告' }).click();
    await drawer.getByText('九月申请情况').waitFor();
    await drawer.getByRole('button', { name: '发布' }).click();

    await drawer.getByText(/不能发布：有 1 行读不出来/).waitFor();
  });

  test('the province analyst reads Gansu as it was published, in English [AT-GS-14, AT-GS-16]', async () => {
    person = await signedIn('province', { english: true });
    const { page } = person;
    await page.goto('/figures?pack=gansu-2015');

    await page.getByRole('heading', { level: 1, name: 'Figures reconciled' }).waitFor();
    await page.getByRole('link', { name: 'An allowance of 2,808 yuan is exit by policy' }).click();
    await page.getByText('2,808 ≥ 2,800; 2,808 < 2,855').first().waitFor();
    await page.getByText(/Ask: Which year.s line was applied/).waitFor();

    expect(await page.getByText('670 thousand households and 670 thousand matters').count()).toBe(
      1,
    );
    expect(await barriers(page)).toEqual([]);
  });

  test('on a phone the claim takes the page, and nothing scrolls sideways', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/figures?claim=huanjiang-2016.oneBaseForThree');

    await page.getByText('18,434 在内').waitFor();
    expect(await sideways(page)).toBe(0);
    await page.getByRole('link', { name: '回到列表' }).click();
    await page.getByRole('link', { name: '带动31725户贫困户' }).waitFor();
    expect(await sideways(page)).toBe(0);
  });
});
