// An exit under Gansu's 3342, by everybody who signs, on their own screens: the check at home item by item,
// the village household by household with one person in two offices, rosters above; and one that the
// household itself does not agree to, in English.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { gansuExits } from '#tests/world/gansu-exit.ts';
import { barriers, hasBrowser, type Person, sideways, somebody } from './person.ts';

const web = new URL('../../dist/web', import.meta.url).pathname;

describe.skipIf(!hasBrowser || !existsSync(web))('an exit', async () => {
  const app = await anApp({ webFolder: web });
  const world = gansuExits(app);
  const { by, read, act, aBegunExit, setDay } = world;
  let person: Person;
  let address = '';

  beforeAll(async () => {
    await world.assemble();
    await app.app.listen({ host: '127.0.0.1', port: 0 });
    address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await person.leave();
  });

  async function as(token: string | undefined, path: string): Promise<Page> {
    const { page } = person;
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'bangfu_session', value: token ?? '', url: address }]);
    await page.goto(path);
    return page;
  }

  const tokenOf = (name: string) => world.tokens.get(name);

  /** Until the server has seen so many acts. */
  async function after(id: string, position: number) {
    for (let tries = 0; tries < 600; tries += 1) {
      const now = await read(id);
      if (now.position > position) return now;
      await person.page.waitForTimeout(100);
    }
    throw new Error(`nothing happened: ${await person.page.locator('.notice').allTextContents()}`);
  }

  async function signs(token: string | undefined, id: string) {
    const before = await read(id);
    const page = await as(token, `/cases/${id}`);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    return after(id, before.position);
  }

  async function signsRoster(name: string, id: string) {
    const before = await read(id);
    const page = await as(tokenOf(name), '/rosters');
    await page.locator('.roster-list a').first().click();
    await page.getByRole('button', { name: /^签这一册：签 1 户/ }).click();
    return after(id, before.position);
  }

  test('[GS-66] [GS-67] [GS-68] [GS-69] [GS-70] [GS-71] passes 3342 by all twelve parties, and its form names them', async () => {
    person = await somebody({ address, width: 390, height: 844 });
    const { id, token, household } = await aBegunExit();
    const page = await as(tokenOf('leader'), `/cases/${id}`);
    await page.getByRole('link', { name: '核验清单' }).click();
    const items = page.locator('.check-item');
    await items.first().waitFor();
    expect(await items.count()).toBe(6);
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    for (let done = 1; done <= 6; done += 1) {
      const form = page.locator('.check-form');
      await form.getByRole('radio', { name: '达到', exact: true }).check();
      await form.getByLabel('凭据名称和编号').fill(`核验记录第${done}号`);
      await form.getByRole('button', { name: '记下这一项' }).click();
      await page.getByText(`6 项，已答 ${done} 项`).first().waitFor();
    }
    await signs(tokenOf('leader'), id);

    const shared = await signs(tokenOf('both'), id);
    expect(shared.signatures[0].also).toHaveLength(1);
    await signs(tokenOf('leader'), id);
    const village = await signs(token, id);
    expect(village.open.id).toBe('notice');
    await world.pastNotice(id);
    for (const name of ['town0', 'town1', 'town2']) await signsRoster(name, id);
    for (const name of ['county0', 'county1', 'county2', 'county3']) await signsRoster(name, id);
    for (const name of ['city0', 'city1']) await signsRoster(name, id);
    await signs(tokenOf('office'), id);

    await expect.poll(async () => (await read(id)).end?.id).toBe('exited');
    const end = await read(id);
    expect(end.signatures).toHaveLength(12);
    const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
      household,
    ]);
    expect(rows[0].stage).toBe('EXIT_ANNOUNCED');
    const form = await as(tokenOf('office'), `/cases/${id}/form`);
    await form.getByRole('heading', { name: '贫困户退出验收表' }).first().waitFor();
    expect(await form.locator('.acceptance-signatures tr').count()).toBe(12);
    expect(await form.locator('.acceptance-items tbody tr').count()).toBe(6);
    expect(await form.getByText('核验记录第1号').isVisible()).toBe(true);
    expect(await barriers(form)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[JJ-52] that its household does not agree to goes back with the reason and ends without an exit', async () => {
    person = await somebody({ address, english: true });
    setDay('2016-09-01');
    const { id, token, household } = await aBegunExit();
    await answerChecklist(by('leader'), id);
    await act(id, by('leader'), 'meets');

    const before = await read(id);
    const page = await as(token, `/cases/${id}`);
    await page.getByRole('radio', { name: /One does not agree/ }).check();
    await page.getByLabel(/^Reason/).fill('The roof leaks since the rains');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    const back = await after(id, before.position);
    expect(back.open.id).toBe('homeCheck');

    const team = await as(tokenOf('leader'), `/cases/${id}`);
    await team.getByText('The roof leaks since the rains').first().waitFor();
    await team.getByRole('radio', { name: /Falls short/ }).check();
    await team.getByLabel(/^Reason/).fill('The roof is repaired first');
    await team.getByRole('button', { name: 'Submit', exact: true }).click();
    const ended = await after(id, back.position);

    expect(ended.end.id).toBe('stays');
    const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
      household,
    ]);
    expect(rows[0].stage).toBe('LISTED');
    expect(person.complaints).toEqual([]);
  });
});
