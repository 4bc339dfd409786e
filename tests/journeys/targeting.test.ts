// A county scores a township, sees where the line lies, and opens a household that just missed it.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('scoring', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('runs as a job, draws the scores with the line, and leads to a household just beyond it', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.goto('/runs?area=451226207');
    await page.getByRole('button', { name: '开始评分' }).first().click();
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByRole('dialog').getByText('已完成').first().waitFor({ timeout: 90_000 });
    await page.getByRole('link', { name: '看结果' }).click();
    await page.getByRole('img', { name: /分数线/ }).waitFor();

    expect(
      await page
        .getByText(/户有分/)
        .first()
        .innerText(),
    ).toMatch(/差 5 分以内没列入的 [\d,]+ 户/);
    expect(await barriers(page)).toEqual([]);
    const first = page.locator('.rank-table tbody tr').first();
    expect(await first.getByRole('cell').nth(1).innerText()).toMatch(/^\+\d/);
    await first.getByTitle('为什么是这个分数').click();
    await page.getByText(/的一次评分，按当时的规则版本.*与当时存下的 [\d.]+ 分一致/).waitFor();
    await page.goBack();
    await first.locator('.row-link').click();
    await page.waitForURL(/\/households\/[^/]+$/);

    expect(person.complaints).toEqual([]);
  });
});
