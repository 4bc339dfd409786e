// A county orders follow-up, a village reports back on its phone, the circular names who was late; a first
// secretary mends what is theirs; the neighbour is told nothing; once in English.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };
const title = '限期核实饮水情况';
const places = '451226202,451226202202';

describe.skipIf(!hasBrowser)('the lists of work', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-08] [HJ-04] a county orders, a village receives and reports on its phone, the county finds it done', async () => {
    person = await signedIn('county');
    await person.page.goto(`/orders?issue=${encodeURIComponent(title)}&places=${places}`);
    await person.page.getByRole('dialog').waitFor();
    await person.page.getByLabel('要求').fill('请逐户核实后回报');
    await person.page.getByLabel('办结时限').fill('2016-10-10');
    expect(await barriers(person.page)).toEqual([]);
    await person.page.getByRole('button', { name: '发出', exact: true }).click();
    await person.page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
    const address = new URL(person.page.url()).pathname;
    expect(await barriers(person.page)).toEqual([]);
    await person.leave();

    person = await signedIn('village', phone);
    await person.page.goto('/orders');
    await person.page.getByRole('link', { name: new RegExp(title) }).click();
    await person.page.getByRole('button', { name: '签收' }).click();
    await person.page.getByLabel('说明').fill('26户都已通水，逐户看过');
    await person.page.getByRole('button', { name: '回报办理情况' }).click();
    await person.page.getByText('已回报').first().waitFor();
    expect(await sideways(person.page)).toBe(0);
    expect(await barriers(person.page)).toEqual([]);
    await person.leave();

    person = await signedIn('county');
    await person.page.goto(address);
    await person.page.getByRole('link', { name: '仪凤村委会' }).click();
    await person.page.getByText('26户都已通水，逐户看过').first().waitFor();
    await person.page.getByRole('button', { name: '看过，办结' }).click();
    await person.page.getByText('已办结').first().waitFor();
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto(address);
    await person.page.getByRole('alert').waitFor();
    expect(await person.page.locator('main').textContent()).not.toContain(title);
  });

  test('[HJ-08] [JJ-47] the circular names who was late and prints as a sheet', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/orders');
    await page.getByRole('button', { name: '发通报' }).click();
    await page.getByText(/会点名以下/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '发通报' }).click();
    await page.getByRole('heading', { level: 1, name: '关于督办逾期情况的通报' }).waitFor();

    await page.locator('.circular tbody tr').nth(1).waitFor();
    expect(await page.locator('.circular tbody').textContent()).toMatch(/没有签收，超期 \d+ 天/);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('from the pipeline an order begins with the places that are late', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/pipeline');
    await page.getByRole('link', { name: /^向落后的 \d+ 处发督办$/ }).click();

    await page
      .getByRole('dialog')
      .getByText(/办理进度：.+处超期/)
      .waitFor();
    await page.getByRole('dialog').locator('.area-list li').nth(1).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-09] a first secretary reports a problem mended, the township looks and verifies', async () => {
    person = await signedIn('village', phone);
    await person.page.goto('/problems?own=yes&phase=assigned');
    await person.page.locator('.monitoring-card').first().click();
    await person.page.waitForURL(/\/problems\/[0-9a-f-]+/);
    const address = new URL(person.page.url()).pathname;
    await person.page.getByRole('button', { name: '办到“整改”' }).click();
    await person.page.getByLabel('情况说明').fill('已经换好，入户看过');
    expect(await barriers(person.page)).toEqual([]);
    await person.page.getByRole('button', { name: '确定' }).click();
    await person.page.getByText('已办到“整改”。').waitFor();
    expect(await sideways(person.page)).toBe(0);
    await person.leave();

    person = await signedIn('township');
    await person.page.goto(address);
    await person.page.getByRole('button', { name: '办到“核实”' }).click();
    await person.page.getByLabel('情况说明').fill('到现场看过');
    await person.page.getByRole('button', { name: '确定' }).click();
    await person.page.getByText('已办到“核实”。').waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('in English the lists of work read and fit desk and phone', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    for (const [address, heading] of [
      ['/problems', 'Problems'],
      ['/problems?view=board', 'Problems'],
      ['/problems?view=gantt', 'Problems'],
      ['/orders', 'Follow-up orders'],
      ['/tasks', 'Tasks'],
      ['/delivery', 'Delivery of policies'],
      ['/organisation', 'Organisation'],
      ['/indicators?set=elevenHaves', 'Indicators'],
    ] as const) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForLoadState('networkidle');
      expect([address, await barriers(page)]).toEqual([address, []]);
      await page.setViewportSize(phone);
      expect([address, await sideways(page)]).toEqual([address, 0]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(person.complaints).toEqual([]);
  });
});
