// A province analyst reads how poor the province is; a county officer draws another line, looks at the
// groups, takes the table away, and computes a table of her own, of which nothing stays.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('measures', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('a county officer draws a line, groups by cause, and takes the table away', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('link', { name: '测度' }).first().click();
    await page.waitForURL(/\/analysis/);
    await page.getByRole('img', { name: /最穷的一半人/ }).waitFor();
    const before = await page.locator('.finding p').first().innerText();

    await page.getByLabel('贫困线').fill('60%median');
    await page.getByRole('button', { name: '计算', exact: true }).click();
    await page.waitForURL(/line=60/);
    await page.getByText(/中位数 [\d,]+ 元的 60/).waitFor();
    await page.getByRole('radio', { name: '主要致贫原因' }).check();
    await page.getByRole('rowheader', { name: '因病', exact: false }).first().waitFor();

    expect(await page.locator('.finding p').first().innerText()).not.toBe(before);
    await page.getByText('贫困发生率 P0').click();
    expect(await page.getByText('正好等于贫困线的不算').isVisible()).toBe(true);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^测度-451226-.*\.xlsx$/);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('a table of one’s own is computed with intervals, and a faulty cell is told by its row', async () => {
    person = await signedIn('county');
    const { page } = person;
    const rows = Array.from({ length: 40 }, (_, at) => `${at},${500 + at * 150},${1 + (at % 5)}`);
    const file = (lines: readonly string[]) => ({
      name: '农户.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['户编号,人均纯收入,人口', ...lines].join('\n')),
    });

    await page.goto('/analysis');
    await page.getByLabel('选择要计算的收入表').setInputFiles(file(rows));
    await page.getByRole('heading', { name: '这张表的测度' }).waitFor({ timeout: 60_000 });

    expect(await page.getByText('读取 40 行').isVisible()).toBe(true);
    expect(await page.locator('.own-result .interval-ends').first().innerText()).toMatch(/%–/);

    await page.getByLabel('选择要计算的收入表').setInputFiles(file(['1,很少,3', ...rows]));
    await page
      .getByRole('alert')
      .getByText('第 2 行：“人均纯收入”应填数字')
      .waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '略去有错的行' }).click();
    await page.getByText('略去有错的 1 行').waitFor({ timeout: 60_000 });
    expect(person.complaints).toEqual([]);
  });

  test('the province reads its counties in English, on a phone, without scrolling sideways', async () => {
    person = await signedIn('province', { width: 390, height: 844, english: true });
    const { page } = person;

    await page.goto('/analysis');
    await page.getByRole('img', { name: /The poorer half/ }).waitFor();

    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
