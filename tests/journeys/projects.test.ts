// A road is entered, judged by others, built first and paid after its acceptance, by five people; the list of
// projects once in English.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasBrowser)('projects', () => {
  const people: Person[] = [];
  const enter = async (account: string, options: object = {}) => {
    const person = await signedIn(account, options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  async function act(
    page: Page,
    name: string,
    {
      on,
      said,
      fill,
    }: {
      on: string;
      said: RegExp | string;
      fill?: (sheet: ReturnType<Page['getByRole']>) => Promise<void>;
    },
  ): Promise<void> {
    await page.reload();
    await page.getByRole('button', { name, exact: true }).click();
    const sheet = page.getByRole('dialog');
    await fill?.(sheet);
    await sheet.getByLabel('日期').fill(on);
    await sheet.getByRole('button', { name: '确定' }).click();
    await page.getByText(said).first().waitFor();
  }

  async function approveOrder(page: Page, document: string): Promise<void> {
    await page.goto('/money');
    const waiting = page.locator('.funds-list > li').filter({ hasText: document });
    await waiting.getByRole('button', { name: '同意入账' }).click();
    await page.getByText('已入账。').waitFor();
  }

  test('[JJ-21] [GS-58] a road is built first and paid after its acceptance', async () => {
    const { page: township } = await enter('township');
    const { page: county } = await enter('county');
    const { page: approver } = await enter('county-approver');
    const title = `屯级路硬化${Date.now() % 100_000}`;
    const paper = `环项测〔2016〕${Date.now() % 100_000}号`;

    await township.goto('/projects');
    await township.getByRole('link', { name: '项目入库' }).click();
    await township.getByLabel('项目名称').fill(title);
    await township.getByLabel('类型').selectOption('ROAD');
    await township.getByLabel('总投资（元）').fill('60万');
    await township.getByLabel('来源').selectOption('pooledFunds');
    await township.getByLabel('用途').selectOption('INFRASTRUCTURE');
    const amounts = township.getByLabel('金额（元）');
    await amounts.nth(0).fill('60万');
    await township.getByLabel('节点').fill('路面完工');
    await amounts.nth(1).fill('60万');
    await township.getByLabel('内容').fill('硬化道路');
    await township.getByLabel('单位', { exact: true }).fill('公里');
    await township.getByLabel('计划', { exact: true }).fill('2.5');
    expect(await barriers(township)).toEqual([]);
    await township.getByRole('button', { name: '存进项目库' }).click();
    await township.getByRole('heading', { level: 1, name: title }).waitFor();
    await township.getByText(/申报还缺：项目怎么安排/).waitFor();

    await township.getByRole('link', { name: '修改' }).click();
    await township.getByLabel('项目怎么安排').fill('硬化二点五公里');
    await township.getByLabel('钱从哪里来').fill('整合资金');
    await township.getByLabel('谁来组织').fill('县交通局');
    await township.getByLabel('谁来实施').fill('乡人民政府');
    await township.getByLabel('什么时候完成').fill('2016-09-25');
    await township.getByLabel('怎样检查验收').fill('县里现场验收');
    await township.getByLabel('后续管护和利益联结机制').fill('村委会管护');
    await township.getByRole('button', { name: '保存修改' }).click();
    await township.getByText('已保存。').waitFor();
    await act(township, '申报', { on: '2016-03-01', said: '已申报，等评审。' });

    const address = new URL(township.url()).pathname;
    await county.goto(address);
    await act(county, '评审', { on: '2016-03-05', said: '已评审。' });
    await county.getByText(/批复：自己申报、评审或施工的项目/).waitFor();
    await approver.goto(address);
    await act(approver, '批复', { on: '2016-03-10', said: '已批复。' });
    await act(township, '登记施工单位', {
      on: '2016-03-20',
      said: '施工单位已登记。',
      fill: async (sheet) => {
        await sheet.getByLabel('施工单位').fill('环江路桥公司');
        await sheet.getByLabel('合同价（元）').fill('59万');
        await sheet.getByLabel('合同号').fill('合同1号');
      },
    });
    await act(township, '开工', { on: '2016-04-01', said: '已开工。' });

    await county.reload();
    await county.getByRole('button', { name: '下达资金' }).click();
    const sheet = county.getByRole('dialog');
    await sheet.getByLabel('金额（元）').fill('60万');
    await sheet.getByLabel('日期').fill('2016-09-10');
    await sheet.getByLabel('发票或凭证号').fill(`${paper}下达`);
    await sheet.getByRole('button', { name: '确定' }).click();
    await county.getByText('已提交，审批后到项目账上。').waitFor();
    await approveOrder(approver, `${paper}下达`);
    await county.reload();
    expect(await county.getByRole('button', { name: '报账付款' }).isDisabled()).toBe(true);
    await county.getByText(/先建后补，现在建设中，还没有验收，不能付款/).waitFor();

    await act(township, '报进度', {
      on: '2016-09-12',
      said: '进度已记下。',
      fill: async (form) => {
        await form.getByLabel('完成百分比').fill('100');
        await form.getByLabel('新增').fill('2.5');
        await form.getByLabel('总量').fill('9');
      },
    });
    await township.getByLabel('拍照或选文件').first().setInputFiles({
      name: '现场.png',
      mimeType: 'image/png',
      buffer: picture,
    });
    await township.getByText('现场.png').first().waitFor();
    await act(county, '验收', { on: '2016-09-15', said: '验收已记下。' });

    await county.getByRole('button', { name: '报账付款' }).click();
    const bill = county.getByRole('dialog');
    await bill.getByLabel('金额（元）').fill('59万');
    await bill.getByLabel('日期').fill('2016-09-20');
    await bill.getByLabel('发票或凭证号').fill(`${paper}发票`);
    await bill.getByRole('button', { name: '确定' }).click();
    await county.getByText('已提交，审批后付出。').waitFor();
    await approveOrder(approver, `${paper}发票`);
    await act(township, '结清', { on: '2016-09-22', said: '已结清。' });
    await act(township, '移交', {
      on: '2016-09-25',
      said: '已移交。',
      fill: async (form) => {
        await form.getByLabel('移交给谁管').fill('仪凤村委会');
        await form.getByLabel('实际成效').fill('三个屯通车');
      },
    });
    expect(await barriers(township)).toEqual([]);
    for (const { complaints } of people) expect(complaints).toEqual([]);
  });

  test('[HJ-40] the auditor reads the projects in English, on a phone, and judges nothing', async () => {
    const { page, complaints } = await enter('auditor', { english: true, width: 390, height: 844 });
    await page.goto('/projects');

    await page.getByText(/projects cost .* yuan/).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'By step' }).click();
    await page.getByRole('region', { name: 'Being built' }).waitFor();
    await page
      .getByRole('link', { name: /桑蚕提质/ })
      .first()
      .click();
    await page.getByRole('cell', { name: '180,300' }).first().waitFor();

    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
