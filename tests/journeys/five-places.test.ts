// A household is listed under the rules of each of the five places, by the people concerned, on the screens
// they use: interview on a phone, minutes and pictures handed in, votes, notices that hang their days; an
// objection sends one listing back, and the household reads why it stays outside.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered, aToken, movableDay } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { answerAll } from './interview.ts';
import { barriers, hasBrowser, type Person, sideways, somebody } from './person.ts';

const web = new URL('../../dist/web', import.meta.url).pathname;
const living = {
  stage: 'SURVEYED',
  houseArea: 90,
  houseStructure: 'EARTH',
  arableLand: 2,
} as const;
const votes = { 应到: '30', 实到: '24', 赞成: '20', 反对: '3', 弃权: '1' } as const;
const english = { Entitled: '30', Present: '24', For: '20', Against: '3', Abstained: '1' } as const;

const packs = [
  { pack: 'huanjiang-2016', proves: '[HJ-52] [HJ-53]' },
  { pack: 'gansu-2015', proves: '[GS-03] [GS-04]' },
  { pack: 'jiangjin-2015', proves: '[JJ-24]' },
  { pack: 'huaihua-2015', proves: '[HH-04] [HH-05]' },
  { pack: 'tongliao-2015', proves: '' },
] as const;

describe.skipIf(!hasBrowser || !existsSync(web)).each(packs)(
  'under $pack',
  async ({ pack, proves }) => {
    const app = await anApp({ webFolder: web });
    const setDay = movableDay(app);
    let day = 0;
    let person: Person;
    let address = '';
    let household = '';
    const people: string[] = [];

    const later = (days: number) => {
      day += days;
      setDay(new Date(Date.UTC(2016, 8, 1 + day)).toISOString().slice(0, 10));
    };

    beforeAll(async () => {
      await installForPlace(app.platform, pack);
      household = await aRegistered(app, { ...living });
      const token = (
        displayName: string,
        role: 'village' | 'township' | 'county' | 'household',
        area: string,
      ) =>
        aToken(app, {
          username: `person${people.length}`,
          displayName,
          title: '',
          role,
          area,
          ...(role === 'household' ? { sees: [household] } : {}),
        });
      for (const [displayName, role, area] of [
        ['户主', 'household', places.village],
        ['驻村书记', 'village', places.village],
        ['村委会主任', 'village', places.village],
        ['乡镇干部', 'township', places.township],
        ['邻村工作队', 'township', places.township],
        ['县扶贫办', 'county', county],
        ['县领导小组', 'county', county],
      ] as const) {
        people.push(await token(displayName, role, area));
      }
      await app.app.listen({ host: '127.0.0.1', port: 0 });
      address = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`;
      later(0);
    });

    afterAll(async () => {
      await person?.leave();
    });

    async function as(token: string, path: string): Promise<Page> {
      const { page } = person;
      await page.context().clearCookies();
      await page.context().addCookies([{ name: 'bangfu_session', value: token, url: address }]);
      await page.goto(path);
      return page;
    }

    const read = async (token: string, id: string) =>
      (await app.withToken(token).get(`/api/casework/cases/${id}`)).body;

    /** Whoever may act does what the page asks, and takes the first outcome that is open. */
    async function goOn(id: string, words: Readonly<Record<string, string>> = votes) {
      for (const token of people) {
        const one = await read(token, id);
        if (one.open === null) return one;
        if (one.open.capacities.length === 0) continue;
        const isOwnWork = one.open.barred !== null;
        if (isOwnWork) continue;
        const page = await as(token, `/cases/${id}`);
        await page.locator('.case-outcomes').first().waitFor();
        if (one.open.kind === 'notice' && one.open.notice === null) {
          await page.getByRole('link', { name: /编制公示|Prepare the notice/ }).click();
          await page.getByLabel(/张贴地点|Where it hangs/).fill('村委会公示栏');
          await page
            .getByLabel(/提异议的电话|Telephone/)
            .first()
            .fill('0778-8821234');
          await page.getByRole('button', { name: /^(张贴并生成公示|Compile and post)/ }).click();
          await page.waitForURL(/\/notices\/[0-9a-f]{8}/);
          later(20);
          await page.goto(`/cases/${id}`);
        }
        for (const need of one.open.needs) await handIn(page, need.id);
        if (one.open.kind === 'meeting') {
          for (const [label, value] of Object.entries(words)) {
            await page.getByLabel(label, { exact: true }).fill(value);
          }
        }
        await page.getByRole('button', { name: /^(提交|Enter)$/, exact: true }).click();
        for (let tries = 0; tries < 200; tries += 1) {
          const now = await read(token, id);
          if (now.position > one.position + (one.open.kind === 'notice' ? 1 : 0)) return now;
          await page.waitForTimeout(100);
        }
        throw new Error(
          `${one.open.id}: ${await page.locator('.notice.problem').allTextContents()}`,
        );
      }
      throw new Error(`nobody may act on ${id}`);
    }

    async function handIn(page: Page, need: string) {
      if (need === 'interview') {
        await page.getByRole('link', { name: '入户访谈' }).click();
        await page.locator('.interview-card h2').waitFor();
        expect(await sideways(page)).toBe(0);
        expect(await barriers(page)).toEqual([]);
        await answerAll(page);
        await page.locator('.interview-result').first().waitFor();
        await page.getByRole('link', { name: /回到这件办理/ }).click();
      } else {
        await page.getByLabel(/拍照或选文件|Take a picture/).setInputFiles({
          name: `${need}.pdf`,
          mimeType: 'application/pdf',
          buffer: Buffer.from(`%PDF-1.7 ${need} ${day}`),
        });
      }
      await page.locator('.case-needs .chip.done').first().waitFor();
    }

    async function begin(): Promise<string> {
      const [own = '', village = ''] = people;
      const isApplication = pack === 'huaihua-2015' || pack === 'tongliao-2015';
      const page = await as(isApplication ? own : village, `/households/${household}`);
      await page.getByRole('button', { name: /开始办理|Begin/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(开始|Begin)$/ })
        .click();
      await page.waitForURL(/\/cases\//);
      return page.url().split('/').at(-1) ?? '';
    }

    test(`${proves} a household is listed, step by step, by the people concerned`, async () => {
      person = await somebody({
        address,
        width: 390,
        height: 844,
        english: pack === 'tongliao-2015',
      });
      const id = await begin();
      let one = await goOn(id, pack === 'tongliao-2015' ? english : votes);
      for (let steps = 0; one.open !== null && steps < 20; steps += 1) {
        one = await goOn(id, pack === 'tongliao-2015' ? english : votes);
      }

      expect(one.end?.id).toBe('listed');
      const page = await as(people[0] ?? '', `/cases/${id}`);
      await page.getByText(pack === 'tongliao-2015' ? /Ended|ended/ : /已结束/).waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(person.complaints).toEqual([]);
    });
  },
);
