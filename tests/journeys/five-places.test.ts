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
    const isApplication = pack === 'huaihua-2015' || pack === 'tongliao-2015';
    let person: Person;
    let address = '';
    let household = '';
    const people: string[] = [];

    let entered = 0;

    const token = ({
      sees,
      ...person
    }: {
      readonly displayName: string;
      readonly role: 'village' | 'township' | 'county' | 'household';
      readonly area: string;
      readonly sees: string;
    }) => {
      entered += 1;
      return aToken(app, {
        ...person,
        username: `person${entered}`,
        title: '',
        ...(person.role === 'household' ? { sees: [sees] } : {}),
      });
    };

    const later = (days: number) => {
      day += days;
      setDay(new Date(Date.UTC(2016, 8, 1 + day)).toISOString().slice(0, 10));
    };

    beforeAll(async () => {
      await installForPlace(app.platform, pack);
      household = await aRegistered(app, { ...living });
      for (const [displayName, role, area] of [
        ['户主', 'household', places.village],
        ['驻村书记', 'village', places.village],
        ['村委会主任', 'village', places.village],
        ['乡镇干部', 'township', places.township],
        ['邻村工作队', 'township', places.township],
        ['县扶贫办', 'county', county],
        ['县领导小组', 'county', county],
      ] as const) {
        people.push(await token({ displayName, role, area, sees: household }));
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
    async function goOn(
      id: string,
      words: Readonly<Record<string, string>> = votes,
      stopAt: 'decided' | 'posted' = 'decided',
    ) {
      for (const token of people) {
        const one = await read(token, id);
        if (one.open === null) return one;
        if (one.open.capacities.length === 0) continue;
        const isOwnWork = one.open.barred !== null;
        if (isOwnWork) continue;
        const page = await as(token, `/cases/${id}`);
        await page.locator('.case-outcomes').first().waitFor();
        if (one.open.kind === 'notice' && one.open.notice === null) {
          await compileNotice(page);
          if (stopAt === 'posted') return read(token, id);
          later(20);
          await page.goto(`/cases/${id}`);
        }
        for (const need of one.open.needs) await handIn(page, need.id);
        if (one.open.kind === 'meeting') {
          for (const [label, value] of Object.entries(words)) {
            await page.getByLabel(label, { exact: true }).fill(value);
          }
        }
        if (one.open.id === 'classing') await page.getByRole('radio', { name: '列为B类' }).check();
        await page.getByRole('button', { name: /^(提交|Submit)$/, exact: true }).click();
        for (let tries = 0; tries < 600; tries += 1) {
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

    async function compileNotice(page: Page) {
      await page.getByRole('link', { name: /编制公示|Prepare the notice/ }).click();
      await page.getByLabel(/张贴地点|Where it hangs/).fill('村委会公示栏');
      await page
        .getByLabel(/提异议的电话|Telephone/)
        .first()
        .fill('0778-8821234');
      await page.getByRole('button', { name: /^(张贴并生成公示|Compile and post)/ }).click();
      await page.waitForURL(/\/notices\/[0-9a-f]{8}/);
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

    async function begin(
      who = people[isApplication ? 0 : 1] ?? '',
      whose = household,
    ): Promise<string> {
      const page = await as(who, `/households/${whose}`);
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
      if (pack === 'jiangjin-2015') {
        await page.getByText('分类：B类').waitFor();
        const list = await as(people[5] ?? '', '/households?helpClass=B');
        const cards = list.locator('.household-cards > li');
        await cards.first().waitFor();
        expect(await cards.count()).toBe(1);
        const pipeline = await as(people[5] ?? '', '/pipeline');
        await pipeline.locator('.pipeline-classes').getByText('B类').waitFor();
      }
      expect(person.complaints).toEqual([]);
    });

    test.runIf(pack === 'huaihua-2015')(
      'an objection from the public page sends a listing back, and the household reads why it is not listed',
      async () => {
        const whose = await aRegistered(app, { ...living });
        const own = await token({
          displayName: '另一户',
          role: 'household',
          area: places.village,
          sees: whose,
        });
        const [, , committee = '', , , , group = ''] = people;
        const id = await begin(own, whose);
        people[0] = own;
        let one = await goOn(id, votes, 'posted');
        while (one.open.notice === null) one = await goOn(id, votes, 'posted');
        const { page } = person;
        const open =
          (await page.getByRole('link', { name: '公开页面' }).getAttribute('href')) ?? '';

        await page.context().clearCookies();
        await page.goto(open);
        await page.getByRole('button', { name: '我要提异议' }).click();
        await page.getByLabel('对哪一户').selectOption({ index: 1 });
        await page.getByLabel(/什么情况/).fill('他家前年在县城买了铺面出租');
        await page.getByRole('button', { name: '提交' }).click();
        await page.getByText('已经收到').waitFor();
        const [number = '', receipt = ''] = await page
          .locator('.open-received dd')
          .allTextContents();

        await as(group, '/notices');
        await page.locator('.notice-rows li').filter({ hasText: number }).getByRole('link').click();
        const line = page.locator('.notice-objections > li').filter({ hasText: number });
        await line.getByRole('button', { name: '打开' }).click();
        await line.getByText('他家前年在县城买了铺面出租').waitFor();
        await line.getByText('没有写').first().waitFor();
        await line.getByRole('radio', { name: /^成立/ }).check();
        await line.getByRole('textbox').fill('查到铺面一间，月租八百元');
        await line.getByRole('button', { name: '答复' }).click();
        await line.getByText('成立：查到铺面一间，月租八百元').waitFor();

        await page.context().clearCookies();
        await page.goto(open);
        await page.getByText('查看答复').click();
        await page.getByLabel('异议编号').fill(number);
        await page.getByLabel('查询码').fill(receipt);
        await page.getByRole('button', { name: '查询' }).click();
        await page.getByText('查到铺面一间，月租八百元').waitFor();

        const decide = async (who: string, outcome: RegExp, reason: string) => {
          const before = await read(who, id);
          await as(who, `/cases/${id}`);
          await page.getByRole('radio', { name: outcome }).check();
          if (before.open.kind === 'meeting') {
            const failed = { ...votes, 赞成: '3', 反对: '20' };
            for (const [label, value] of Object.entries(failed)) {
              await page.getByLabel(label, { exact: true }).fill(value);
            }
          }
          await page.getByLabel(/^理由/).fill(reason);
          await page.getByRole('button', { name: '提交', exact: true }).click();
          await expect
            .poll(async () => (await read(who, id)).position)
            .toBeGreaterThan(before.position);
          return read(who, id);
        };
        const back = await decide(committee, /^退回/, '有铺面出租，重新票决');
        expect(back.open.id).toBe('vote');
        const ended = await decide(committee, /^票决未通过/, '县城铺面月租八百元，收入过线');

        expect(ended.end.id).toBe('notListed');
        await as(own, `/cases/${id}`);
        await page.getByText('县城铺面月租八百元，收入过线').first().waitFor();
        expect(await page.getByText('未列入').count()).toBeGreaterThan(0);
        expect(await barriers(page)).toEqual([]);
        const { rows } = await app.owner.query(
          'select stage from registry_household where id = $1',
          [whose],
        );
        expect(rows[0].stage).toBe('SURVEYED');
        expect(person.complaints).toEqual([]);
      },
    );
  },
);
