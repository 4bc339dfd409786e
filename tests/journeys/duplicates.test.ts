// Two records that may be one household: a township finds them different, a county proposes a merge on a
// phone, a second person confirms it, and it is undone; the neighbour sees none of it.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('households registered twice', () => {
  let person: Person;
  let address = '';
  let kept = '';
  afterEach(async () => {
    await person.leave();
  });

  const factsOf = (page: Person['page'], household: string): Promise<unknown> =>
    page.evaluate(
      `fetch('/api/registry/households/${household}').then((answer) => answer.json()).then(({ members, values }) => [members.length, values.houseArea])`,
    );

  test('[HJ-71] a search is counted before it runs, and a pair that is not one is remembered', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/duplicates');
    await page.getByRole('heading', { name: '重复登记的户' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '查找重复户' }).click();
    await page.getByText(/将要比对/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '开始查找' }).click();
    await page.getByText('查完了：新增 0 对待核对。').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();

    await page.getByRole('link', { name: /^对照/ }).last().click();
    await page.getByRole('heading', { name: '谁是谁' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('理由').fill('两户各有户口簿，同名而已');
    await page.getByRole('button', { name: '不是同一户' }).click();
    await page.getByText('已记下不是同一户，查找时不再提。').waitFor();
    await page.goto('/duplicates?pairs=different');
    await page.getByRole('link', { name: /^对照/ }).first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-71] a merge is proposed on a phone, member by member and value by value', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/duplicates');
    await page.getByRole('link', { name: /^对照/ }).nth(3).click();
    await page.getByRole('heading', { name: '不同的各项' }).waitFor();
    address = new URL(page.url()).pathname;
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    kept = String(
      await page.evaluate(
        `fetch('/api/registry/duplicates/' + location.pathname.split('/').at(-1)).then((answer) => answer.json()).then(({ comparison }) => comparison.kept)`,
      ),
    );
    await page.getByRole('radio', { name: '住房面积 并入，不再单列' }).check();
    await page.getByLabel('理由').fill('核对户口簿，两份记录是同一户');
    await page.getByRole('button', { name: '提出合并' }).click();
    await page.getByText('这是您提出的，须由另一个人确认。').waitFor();
    expect(await page.getByRole('button', { name: '确认合并' }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-71] a second person confirms it, and undone both stand as before', async () => {
    person = await signedIn('county-approver');
    const { page } = person;
    await page.goto('/duplicates?pairs=proposed');
    const before = await factsOf(page, kept);
    await page.getByRole('link', { name: /^对照/ }).first().click();
    await page.getByRole('button', { name: '确认合并' }).click();
    await page.getByText('已合并。可以随时在这里撤销。').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await factsOf(page, kept)).not.toEqual(before);

    await page.getByLabel('理由').fill('查明是两户');
    await page.getByRole('button', { name: '撤销合并' }).click();
    await page.getByText('已撤销，两户恢复原样。').waitFor();
    expect(await factsOf(page, kept)).toEqual(before);
    expect(person.complaints).toEqual([]);
  });

  test('in English the pair is read, and the household page leads to it', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto(`/households/${kept}`);
    await page.getByRole('heading', { name: 'Registered twice' }).waitFor();
    await page.goto(address);
    await page.getByRole('heading', { name: 'Who is whom' }).waitFor();
    await page.getByText('Merge undone').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('the neighbouring county has no such pair', async () => {
    person = await signedIn('county2');
    const { page } = person;
    await page.goto('/duplicates');
    await page.getByText('没有待核对的重复户').first().waitFor();
    const answer = await page.evaluate(
      `fetch('/api/registry/duplicates/${address.split('/').at(-1)}').then(({ status }) => status)`,
    );
    expect(answer).toBe(404);
  });
});
