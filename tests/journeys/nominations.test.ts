// A villager group looks at several households in one meeting, on a phone; the county begins a round of
// re-checks from the household list, in English.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered, aToken, manyRegistered, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { barriers, hasBrowser, type Person, sideways, somebody } from './person.ts';

const web = new URL('../../dist/web', import.meta.url).pathname;

describe.skipIf(!hasBrowser || !existsSync(web))('many households at once', async () => {
  const app = await anApp({ webFolder: web });
  const setDay = movableDay(app);
  let village = '';
  let office = '';
  let person: Person;
  let address = '';

  beforeAll(async () => {
    setDay('2016-09-01');
    await installForPlace(app.platform, 'huaihua-2015');
    for (const name of ['向阿甲', '向阿乙', '向阿丙', '向阿丁']) {
      const id = await aRegistered(app, { stage: 'SURVEYED' });
      await app.owner.query('update registry_household set head_name = $2 where id = $1', [
        id,
        name,
      ]);
    }
    await manyRegistered(app, { stage: 'LISTED', primaryCause: 'ILLNESS' }, 3);
    const enter = (username: string, role: 'village' | 'county', area: string) =>
      aToken(app, { username, displayName: username, title: '', role, area });
    village = await enter('group1', 'village', places.village);
    office = await enter('office1', 'county', county);
    await app.app.listen({ host: '127.0.0.1', port: 0 });
    address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await person.leave();
  });

  async function as(token: string, path: string): Promise<Page> {
    const { page } = person;
    await page.context().addCookies([{ name: 'bangfu_session', value: token, url: address }]);
    await page.goto(path);
    return page;
  }

  test('[HH-04] [HH-05] the group nominates two and declines one in one meeting, with its minutes, on a phone', async () => {
    person = await somebody({ address, width: 390, height: 844 });
    const page = await as(village, '/cases');
    await page.getByRole('link', { name: '集体评议' }).click();
    await page.getByRole('heading', { name: '集体评议：村民小组提名' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('应到', { exact: true }).fill('30');
    await page.getByLabel('实到', { exact: true }).fill('24');
    await page.getByLabel(/拍照或选文件/).setInputFiles({
      name: '会议记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 minutes'),
    });
    await page.getByText('会议记录.pdf').waitFor();

    for (const name of ['向阿甲', '向阿乙', '向阿丙']) {
      await page.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check();
    }
    for (const [label, value] of [
      ['向阿甲 赞成', '20'],
      ['向阿甲 反对', '3'],
      ['向阿甲 弃权', '1'],
    ] as const) {
      await page.getByLabel(label).fill(value);
    }
    await page.getByRole('button', { name: '都按这个票数填' }).first().click();
    await page.getByLabel('向阿丙 结果').selectOption({ label: '不提名，写明理由' });
    await page.getByLabel('向阿丙 赞成').fill('4');
    await page.getByLabel('向阿丙 反对').fill('19');
    await page.getByLabel('向阿丙 理由').fill('两个儿子在外务工，收入过线');
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '登记 3 户的评议' }).click();

    await page.getByRole('heading', { name: '已登记 3 户' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: '向阿甲' }).click();
    await page.getByText('应到 30，实到 24，赞成 20，反对 3，弃权 1，无记名').waitFor();
    await page
      .getByText(/会议记录\.pdf/)
      .first()
      .waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('[HH-09] the county begins a round from the conditions of the household list, counted before', async () => {
    person = await somebody({ address, english: true });
    const page = await as(office, '/households?cause=ILLNESS&registered=true');
    await page.getByRole('link', { name: 'Recheck these' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Households chosen: 3; persons: 3').waitFor();
    await sheet.getByText('Cases to be opened 3').waitFor();
    expect(await barriers(page)).toEqual([]);
    await sheet.getByLabel('Name').fill('Once more those who are ill');
    await sheet.getByRole('button', { name: /^Start|^Begin|^Open/ }).click();
    await page.waitForURL(/\/campaigns\/[0-9a-f]{8}/);
    await app.runJobs();
    await page.reload();
    await page.getByText('By conditions of the household list:').waitFor();
    await page.getByText('Cases opened: 3').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
