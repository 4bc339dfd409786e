// A clerk of the neighbouring county brings a spreadsheet with one fault in it, takes what is right, and
// brings it a second time.

import { afterEach, describe, expect, test } from 'vitest';
import { checkCharacterOf, demonstrationAreaCode } from '#domain/registry/identity-number.ts';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

interface Place {
  readonly township: string;
  readonly village: string;
}

describe.skipIf(!hasBrowser)('a spreadsheet', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('with one wrong identity number is told row by row, and what is right is taken once', async () => {
    person = await signedIn('county2');
    const { page } = person;
    const file = await surveyOf(person);

    await upload(person, file);
    await page.getByText('认得').first().waitFor();
    expect(await page.getByText(/列都认得|列里认出/).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.getByText('5 行里可以写入 3 行，2 行要先改好。').waitFor({ timeout: 60_000 });
    const refused = page.getByRole('row').filter({ hasText: '校验位不符' });
    expect(await refused.textContent()).toContain('********');
    expect(await refused.textContent()).toContain('证件号码');
    expect(await page.getByText('同一户有别的行要先改，整户没收下。').count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载没收下的行' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);

    await page.getByRole('button', { name: '写入可以写的 3 行' }).click();
    await page
      .getByText('文件里的 2 户（3 行）已在登记里；2 行没有收下。')
      .waitFor({ timeout: 60_000 });
    await page
      .getByRole('tab', { name: '全部' })
      .or(page.getByRole('link', { name: '全部' }))
      .click();
    await page.getByRole('link', { name: /莫大山/ }).click();
    await page.getByRole('heading', { level: 1, name: /莫大山/ }).waitFor();

    await upload(person, file);
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.getByText(/新增 0 户，改动 0 户，不变 2 户/).waitFor({ timeout: 60_000 });
    expect(person.complaints).toEqual([]);
  });

  test('that cannot be read says what it is and what to do', async () => {
    person = await signedIn('county2');
    const { page } = person;

    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles({
      name: '登记表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'),
    });

    await page.getByText('这其实是一个网页文件', { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

async function upload({ page }: Person, csv: string): Promise<void> {
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles({
    name: '入户调查.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${csv}`),
  });
  await page.getByRole('heading', { level: 1, name: '导入：入户调查.csv' }).waitFor();
}

/** Three households of one real village: two right, one whose first member's number was miscopied. */
async function surveyOf(person: Person): Promise<string> {
  const { township, village } = await aVillage(person);
  const rows = [
    ['LC0001', '莫大山', '男', numberOf('196805120', 11), '户主'],
    ['LC0001', '莫小花', '女', numberOf('197011030', 22), '配偶'],
    ['LC0002', '吴阿婆', '女', numberOf('194302110', 24), '户主'],
    ['LC0003', '卢春生', '男', miscopied(numberOf('197504180', 13)), '户主'],
    ['LC0003', '卢小军', '男', numberOf('200302140', 15), '之子'],
  ] as const;
  const lines = rows.map(([household, name, sex, number, relation]) =>
    [household, township, village, name, sex, number, relation, '因病'].join(','),
  );
  return ['户编号,乡镇,行政村,姓名,性别,证件号码,与户主关系,主要致贫原因', ...lines].join('\r\n');
}

/** Numbers under a division code that was never given to anybody. */
function numberOf(birthAndPlace: string, order: number): string {
  const digits = `${demonstrationAreaCode}${birthAndPlace}${order}`;
  return `${digits}${checkCharacterOf(digits)}`;
}

function miscopied(number: string): string {
  const last = number.at(-1) === '1' ? '2' : '1';
  return `${number.slice(0, -1)}${last}`;
}

async function aVillage({ page }: Person): Promise<Place> {
  const county = await answer(page, '/api/registry/areas');
  const townships = await answer(page, `/api/registry/areas/${county[0]?.code}/children`);
  const villages = await answer(page, `/api/registry/areas/${townships[0]?.code}/children`);
  return { township: townships[0]?.name ?? '', village: villages[0]?.name ?? '' };
}

async function answer(
  page: Person['page'],
  address: string,
): Promise<readonly { code: string; name: string }[]> {
  const response = await page.request.get(address);
  const body = (await response.json()) as { items: { code: string; name: string }[] };
  return body.items;
}
