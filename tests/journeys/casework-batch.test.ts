// A county officer sees where cases pile up, goes to the list behind a column, and decides thirty together
// with two exceptions.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('a batch', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('the county goes from the pipeline to a township’s queue, and decides thirty cases with two exceptions', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/pipeline');
    await page.getByRole('heading', { name: '哪里慢' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('.pipeline-heat td a').first().click();
    await page.locator('.case-table .row-link').first().waitFor();
    expect(page.url()).toContain('area=451226');

    await page.goto('/pipeline?process=householdExit');
    await page.locator('.pipeline-flow a', { hasText: '县级审定' }).click();
    await page.locator('.case-table .row-link').nth(29).waitFor();
    for (let chosen = 0; chosen < 30; chosen += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    }
    await page.getByText('已选 30 件').waitFor();
    await page.getByRole('button', { name: '成批办' }).click();
    await page.getByRole('radio', { name: /^审定/ }).check();
    await page.getByText('例外', { exact: true }).click();
    const exceptions = page.locator('.batch-exceptions select');
    await exceptions.nth(0).selectOption({ label: '退回' });
    await page.locator('.batch-exceptions input').first().fill('收入证明缺一页，退回补正');
    await exceptions.nth(1).selectOption({ label: '留下单独看' });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '开始办 29 件' }).click();

    await page.getByRole('heading', { name: /一批办理：县级审定/ }).waitFor();
    await page.locator('.batch-sums dd').first().getByText('29').waitFor({ timeout: 60_000 });
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('the pipeline and what is chosen fit a phone, in English', async () => {
    person = await signedIn('county', { width: 390, height: 844, english: true });
    const { page } = person;
    await page.goto('/pipeline');
    await page.getByRole('heading', { name: 'Where it is slow' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.goto('/cases?step=countyReview&process=identification');
    await page.locator('.case-cards .pick input').first().check();
    await page.getByText('1 case chosen').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
