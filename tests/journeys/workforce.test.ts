// A helper's day on the phone, a township that pairs who has nobody by proposal, and the neighbour who is
// told nothing of it.

import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('help', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-24] a helper’s day: what is due, a visit without events in at most eight taps, a finding', async () => {
    person = await signedIn('helper', phone);
    const { page } = person;
    let taps = 0;
    const tap = async (target: Locator) => {
      await target.click();
      taps += 1;
    };
    const due = page.locator('.workforce-cards a[href^="/visits/"]');

    await tap(page.locator('.phone-bar').getByRole('link', { name: '走访', exact: true }));
    await due.first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await tap(due.first());
    await page.getByRole('heading', { level: 1, name: /^走访/ }).waitFor();
    await page.getByText('不需要给人拍照').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await tap(page.getByRole('button', { name: '记下这次走访' }));
    await page.getByText(/已记下.*户的走访/).waitFor();
    expect(taps).toBeLessThanOrEqual(8);

    await due.last().click();
    await page.getByRole('button', { name: '+ 有问题' }).click();
    await page.getByLabel(/有问题：/).fill('屋后山坡有裂缝');
    const household = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: '记下这次走访' }).click();
    await page.waitForURL(/\/visits$/);
    await page.goto(`/households/${household}`);
    await page.getByText('屋后山坡有裂缝').first().waitFor();

    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-23] [HJ-24] a township pairs who has nobody by proposal, adjusted and confirmed; the neighbour is refused', async () => {
    person = await signedIn('township');
    const { page } = person;
    await page.goto('/helpers');
    await page.locator('table.rows a[href^="/helpers/"].row-link').nth(3).click();
    await page.getByRole('button', { name: '离任' }).click();
    await page.getByLabel('理由').fill('调到市里工作');
    await page.getByRole('button', { name: '登记离任' }).click();
    await page.getByText(/离任$/).first().waitFor();
    await page.goto('/helpers');
    await page.getByText(/户今天没有人负责/).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('button', { name: '提议结对' }).click();
    await page.getByRole('button', { name: '确认结对' }).waitFor({ timeout: 90_000 });
    const address = page.url();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '改', exact: true }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '这一户先不结对' }).click();
    await page.getByText('已改', { exact: true }).waitFor();
    await page.getByRole('button', { name: '确认结对' }).click();
    await page.getByText(/已给 \d+ 户结对/).waitFor();
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto(new URL(address).pathname);
    await person.page.getByRole('alert').waitFor();
    await person.page.goto('/helpers?area=451226');
    await person.page.getByRole('alert').first().waitFor();
    expect(await person.page.locator('main').textContent()).not.toMatch(/下南|驯乐|县林业局/);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-24] a helper’s day at the desk: the same list, a visit logged, and the household’s page says who came', async () => {
    person = await signedIn('helper');
    const { page } = person;
    await page.goto('/visits');
    const due = page.locator('a[href^="/visits/"]');
    await due.first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await due.last().click();
    await page.waitForURL(/\/visits\/[0-9a-f-]+/);
    const household = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: '记下这次走访' }).click();
    await page.waitForURL(/\/visits$/);
    await page.goto(`/households/${household}`);
    await page
      .getByText(/2016-09-30 韦秀清/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-23] [HJ-24] a township pairs a new village: nobody helps there, one proposal covers it, and no alarm is left', async () => {
    person = await signedIn('township');
    const { page } = person;
    const village: unknown = await page.evaluate(`(async () => {
      const asked = async (url, body) => (await fetch(url, body === undefined ? {} : {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
      })).text().then((text) => text === '' ? undefined : JSON.parse(text));
      const { byArea } = await asked('/api/workforce/coverage');
      const [{ code }] = byArea.filter((one) => one.code !== '451226202202' && one.households > 0)
        .sort((one, other) => one.households - other.households);
      const { items } = await asked('/api/registry/households?registered=true&limit=200&area=' + code);
      for (const { id } of items) {
        await asked('/api/workforce/households/' + id + '/pairing/end', { reason: '新识别的村，重新结对' });
      }
      return code;
    })()`);
    await page.goto(`/helpers?area=${String(village)}`);
    await page.getByText(/户里有 [\d,]+ 户今天没有人负责/).waitFor();
    const said = await page.getByText(/户里有 [\d,]+ 户今天没有人负责/).textContent();
    const [, all, none] = /([\d,]+) 户里有 ([\d,]+) 户/.exec(said ?? '') ?? [];
    expect(none).toBe(all);
    await page.goto('/helpers');
    await page.getByRole('button', { name: '提议结对' }).click();
    await page.getByRole('button', { name: '确认结对' }).waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: '确认结对' }).click();
    await page.getByText(/已给 [\d,]+ 户结对/).waitFor();
    await page.goto(`/helpers?area=${String(village)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(/户今天没有人负责/).count()).toBe(0);
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('in English, helpers, who has nobody and what is due read and fit desk and phone', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    for (const [address, heading] of [
      ['/helpers', 'Helpers'],
      ['/helpers/uncovered', 'Households nobody answers for'],
      ['/visits', 'Visits'],
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
