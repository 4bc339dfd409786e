// A county officer reads what typing costs, limits it, and is warned before a re-check breaks the limit.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the burden meter', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('tells who typed how much, opens one level, and lists what was asked twice', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.goto(`${new URL(page.url()).origin}/burden`);
    await page
      .getByRole('heading', { level: 1, name: '环江毛南族自治县填报负担 2016年' })
      .waitFor();
    await page.getByText(/今年填了 [\d,]+ 项/).waitFor({ timeout: 60_000 });
    await page.getByText(/由系统生成，目标 95% 以上/).waitFor();
    await page.locator('.burden-twice li').first().waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('link', { name: '帮扶责任人', exact: true }).click();
    await page.getByText(/^帮扶责任人今年填了/).waitFor();
    expect(new URL(page.url()).searchParams.get('level')).toBe('helper');
    await page.getByText('走访记录').first().waitFor();

    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('a limit is set with its reason, and a re-check that would break it is told so before it begins', async () => {
    person = await signedIn('county');
    const { page } = person;
    const { origin } = new URL(page.url());

    await page.goto(`${origin}/burden`);
    await page.getByRole('button', { name: '设定预算' }).click();
    await page.getByLabel('给哪一级').selectOption({ label: '县' });
    await page.getByLabel('每个单位一年最多填多少项').fill('10');
    await page.getByLabel('依据或原因').fill('本县减负');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText('每个 10 项').waitFor();

    await page.goto(`${origin}/campaigns`);
    await page.getByRole('button', { name: '开一轮复查' }).first().click();
    await page.getByRole('heading', { name: '要填多少' }).waitFor();
    await page.getByText(/会超出预算：县每个 10 项/).waitFor();
    await page.getByText(/限额由覃志明于 .* 设定：本县减负/).waitFor();
    await page.getByText('超出仍可开始').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
