// The exit of a village by village, township and county on their own screens, with a notice anybody can
// object to; the exit of a county up to the State, in English; and the yearly list of planned exits.
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
const figures = {
  elevenHaves: {
    specialIndustry: '1',
    safeHouses: '98',
    insured: '99',
    inSchool: '1',
    villageRoad: '4',
    safeWater: '97',
    power: '100',
    publicServices: '1',
    television: '99',
    collectiveIncome: '30000',
    goodCommittee: '1',
  },
  villageIncidence: { ruralPopulation: '4000' },
  countyIncidence: { countyRuralPopulation: '100000' },
  evaluationRates: {
    compositeIncidence: '1.2',
    wrongExitRate: '0.5',
    omissionRate: '0.4',
    recognitionRate: '93',
  },
} as const;

describe.skipIf(!hasBrowser || !existsSync(web))('villages and counties', async () => {
  const app = await anApp({ webFolder: web });
  const setDay = movableDay(app);
  const tokens = new Map<string, string>();
  let person: Person;
  let address = '';

  beforeAll(async () => {
    setDay('2016-09-01');
    await installForPlace(app.platform, 'huanjiang-2016');
    await manyRegistered(app, { stage: 'LISTED', houseGrade: 'A' }, 4);
    for (const [name, role, area] of [
      ['村委会主任', 'village', places.village],
      ['乡镇干部', 'township', places.township],
      ['县扶贫办', 'county', county],
      ['县领导小组', 'county', county],
      ['市扶贫办', 'city', '4512'],
      ['省核查组', 'province', '45'],
      ['省领导小组', 'province', '45'],
      ['省评估组', 'province', '45'],
    ] as const) {
      const username = `area${tokens.size}`;
      tokens.set(name, await aToken(app, { username, displayName: name, title: '', role, area }));
    }
    await app.app.listen({ host: '127.0.0.1', port: 0 });
    address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await person.leave();
  });

  async function as(name: string, path: string): Promise<Page> {
    const { page } = person;
    await page.context().clearCookies();
    const value = tokens.get(name) ?? '';
    await page.context().addCookies([{ name: 'bangfu_session', value, url: address }]);
    await page.goto(path);
    return page;
  }

  const read = async (id: string) =>
    (await app.withToken(tokens.get('省领导小组') ?? '').get(`/api/casework/cases/${id}`)).body;

  /** What a department hands in once, before anybody checks. */
  async function hasFigures(set: keyof typeof figures, area: string) {
    const entered = await app.withToken(tokens.get('县扶贫办') ?? '').send({
      method: 'PUT',
      url: '/api/registry/indicators',
      payload: {
        area: county,
        set,
        asOf: '2016-08-20',
        evidence: '县统计局〔2016〕8号',
        cells: Object.entries(figures[set]).map(([indicator, text]) => ({ area, indicator, text })),
      },
    });
    expect(entered.code).toBeUndefined();
  }

  async function after(id: string, position: number) {
    for (let tries = 0; tries < 600; tries += 1) {
      const now = await read(id);
      if (now.position > position) return now;
      await person.page.waitForTimeout(100);
    }
    throw new Error(`nothing happened: ${await person.page.locator('.notice').allTextContents()}`);
  }

  /** Takes the proposal of the open step, or the outcome that is named. */
  async function decides(name: string, id: string, outcome?: RegExp) {
    const before = await read(id);
    const page = await as(name, `/cases/${id}`);
    if (outcome !== undefined) await page.getByRole('radio', { name: outcome }).check();
    await page.getByRole('button', { name: /^(提交|Submit)$/ }).click();
    return after(id, before.position);
  }

  /** Item by item, as met, with the paper that proves it. */
  async function checks(name: string, id: string) {
    const page = await as(name, `/cases/${id}/checks`);
    await page.locator('.check-item').first().waitFor();
    const count = await page.locator('.check-item').count();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    for (let done = 1; done <= count; done += 1) {
      const form = page.locator('.check-form');
      await form.waitFor();
      const met = form.getByRole('radio', { name: /^(达到|Met)$/ });
      if ((await met.count()) > 0) await met.check();
      await form.getByLabel(/凭据名称和编号|Paper and its number/).fill(`第${done}号`);
      await form.getByRole('button', { name: /记下这一项|Enter this item/ }).click();
      await page
        .getByText(new RegExp(`已答 ${done} 项|^${done} of \\d+ items? answered`))
        .first()
        .waitFor();
    }
    return count;
  }

  /** Compiles what waits; the id of the notice. */
  async function posts(name: string, id: string) {
    const page = await as(name, `/cases/${id}`);
    await page.getByRole('link', { name: /编制公示|Prepare the notice/ }).click();
    await page.getByLabel(/张贴地点|Where it hangs/).fill('公示栏');
    await page
      .getByLabel(/提异议的电话|Telephone to object/)
      .first()
      .fill('0778-8821234');
    await page.getByLabel(/监督电话|Telephone of supervision/).fill('12317');
    await page.getByRole('button', { name: /^(张贴并生成公示|Compile and post)/ }).click();
    await page.waitForURL(/\/notices\/[0-9a-f]{8}/);
    return page;
  }

  test('[GS-65] a village exits: it applies, is checked item by item, posted, objected to, checked again, decided', async () => {
    person = await somebody({ address, width: 390, height: 844 });
    await hasFigures('elevenHaves', places.village);
    await hasFigures('villageIncidence', places.village);
    const page = await as('村委会主任', '/exits');
    await page.getByRole('link', { name: '仪凤村' }).first().click();
    await page.getByRole('button', { name: /^开始办理贫困村退出/ }).click();
    await page.waitForURL(/\/cases\//);
    const id = page.url().split('/').at(-1) ?? '';
    await decides('村委会主任', id);
    expect(await checks('乡镇干部', id)).toBe(12);
    await decides('乡镇干部', id);

    await posts('乡镇干部', id);
    await page.getByRole('cell', { name: '12 项，达到 12 项' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const open = (await page.getByRole('link', { name: '公开页面' }).getAttribute('href')) ?? '';
    await page.context().clearCookies();
    await page.goto(open);
    await page.getByRole('cell', { name: '仪凤村' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '我要提异议' }).click();
    await page.getByLabel('对哪一个地方').selectOption({ index: 1 });
    await page.getByLabel(/什么情况/).fill('三组的自来水从去年就没有通过');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已经收到').waitFor();
    const number = (await page.locator('.open-received dd').first().textContent()) ?? '';

    await as('县领导小组', '/notices');
    await page.locator('.notice-rows li').filter({ hasText: number }).getByRole('link').click();
    const line = page.locator('.notice-objections > li').filter({ hasText: number });
    await line.getByRole('button', { name: '打开' }).click();
    await line.getByRole('radio', { name: /^成立/ }).check();
    await line.getByRole('textbox').fill('三组供水管断了，修好再核');
    await line.getByRole('button', { name: '答复' }).click();
    await line.getByText('成立：三组供水管断了，修好再核').waitFor();
    expect((await read(id)).open.id).toBe('townshipCheck');

    setDay('2016-09-10');
    await checks('乡镇干部', id);
    await decides('乡镇干部', id);
    await posts('乡镇干部', id);
    setDay('2016-09-20');
    await decides('乡镇干部', id);
    await decides('县扶贫办', id);
    const ended = await decides('县领导小组', id);

    expect(ended.end.id).toBe('exited');
    await as('县扶贫办', '/exits');
    await page.getByText(/正在办退出的 0 个，已退出的 1 个/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[GS-65] a county exits by city, province and the evaluation of the State, in English', async () => {
    person = await somebody({ address, english: true });
    setDay('2016-09-20');
    await hasFigures('countyIncidence', county);
    const page = await as('县扶贫办', `/exits/${county}`);
    await page
      .getByRole('button', { name: /^Begin/ })
      .first()
      .click();
    await page.waitForURL(/\/cases\//);
    const id = page.url().split('/').at(-1) ?? '';
    await decides('县扶贫办', id);
    await checks('市扶贫办', id);
    await decides('市扶贫办', id);
    await decides('省核查组', id);
    await posts('省核查组', id);
    await page.getByRole('columnheader', { name: 'Village or county' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    setDay('2016-10-10');
    await decides('省核查组', id);
    await decides('省领导小组', id);
    await hasFigures('evaluationRates', county);
    await checks('省评估组', id);
    await decides('省评估组', id);
    const ended = await decides('省领导小组', id);

    expect(ended.end.id).toBe('exited');
    await page.getByText(/Ended/).first().waitFor();
    expect(person.complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser || !existsSync(web))('planned exits', async () => {
  const app = await anApp({ webFolder: web });
  const setDay = movableDay(app);

  test('[GS-77] the village draws its list and takes one off, the township returns and approves it, in English', async () => {
    setDay('2016-02-01');
    await installForPlace(app.platform, 'gansu-2015');
    for (const name of ['达标甲', '达标乙', '未达标丙']) {
      const id = await aRegistered(app, { stage: 'LISTED', houseGrade: 'A' });
      await app.owner.query(
        `update registry_household set head_name = $3, income_year = 2015, income_per_head_fen = $2,
           item_02 = 1, item_03 = 1, item_04 = 1, item_05 = 1 where id = $1`,
        [id, name === '未达标丙' ? 100_000 : 900_000, name],
      );
    }
    const token = (username: string, role: 'village' | 'township', area: string) =>
      aToken(app, { username, displayName: username, title: '', role, area });
    const village = await token('village1', 'village', places.village);
    const township = await token('township1', 'township', places.township);
    await app.app.listen({ host: '127.0.0.1', port: 0 });
    const address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
    const person = await somebody({ address, english: true });
    const { page } = person;
    const as = async (value: string, path: string) => {
      await page.context().clearCookies();
      await page.context().addCookies([{ name: 'bangfu_session', value, url: address }]);
      await page.goto(path);
    };

    await as(village, '/candidates');
    await page.getByLabel('Target').fill('2');
    await page.getByRole('button', { name: 'Draw from the register' }).click();
    await page.waitForURL(/\/candidates\/[0-9a-f]{8}/);
    const path = new URL(page.url()).pathname;
    await page.getByRole('link', { name: '达标甲' }).waitFor();
    expect(await page.getByRole('row', { name: /未达标丙/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Take off 达标乙' }).click();
    await page.getByLabel('Reason').fill('A child has just begun university');
    await page.getByRole('button', { name: 'Take it off' }).click();
    await page.getByText('A child has just begun university').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('To be approved').waitFor();

    await as(township, path);
    await page.getByLabel('Reason, if it is returned').fill('One more is over the line');
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await page.getByText('Being drawn up').waitFor();
    await as(village, path);
    await page.getByText(/One more is over the line/).waitFor();
    await page.getByRole('button', { name: 'Add 达标乙' }).click();
    await page.getByLabel('Reason').fill('A grant was given');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('link', { name: '达标乙' }).waitFor();
    await page.getByRole('button', { name: 'Submit for approval' }).click();
    await page.getByText('To be approved').waitFor();
    await as(township, path);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page
      .getByText(/Approved by/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});
