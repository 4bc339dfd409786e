// Money from its paper to the hands of three hundred households, by two people; one household disputes what
// it was paid and is answered; the books once in English.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };
const unit = '县农业局奖补专户';

interface Found {
  readonly id: string;
  readonly householdNo: string;
}

/** Registered households as the page's own account sees them. */
async function householdsSeen(page: Page, query: string, count: number): Promise<readonly Found[]> {
  const found: Found[] = [];
  let cursor = '';
  while (found.length < count) {
    const address = `/api/registry/households?limit=100&${query}&cursor=${cursor}`;
    const answer = await page.request.get(
      cursor === '' ? address.replace('&cursor=', '') : address,
    );
    const { items, next } = await answer.json();
    found.push(...items);
    if (next === null) break;
    cursor = encodeURIComponent(next);
  }
  return found.slice(0, count);
}

interface Act {
  readonly kind: 'appropriate' | 'arrive' | 'allocate';
  readonly document: string;
  readonly from?: RegExp;
}

describe.skipIf(!hasBrowser)('money', () => {
  const people: Person[] = [];
  const enter = async (account: string, options: object = {}) => {
    const person = await signedIn(account, options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  async function done(clerk: Page, approver: Page, { kind, document, from }: Act): Promise<void> {
    await clerk.goto('/money');
    await clerk.getByRole('button', { name: '登记一笔' }).click();
    const sheet = clerk.getByRole('dialog');
    await sheet.getByLabel('什么业务').selectOption(kind);
    if (from === undefined) {
      await sheet.getByLabel('来源').selectOption('officeFunds');
      await sheet.getByLabel('用途').selectOption('REWARD');
    } else {
      const option = sheet.getByLabel('从哪里出').locator('option').filter({ hasText: from });
      const value = await option.first().getAttribute('value');
      await sheet.getByLabel('从哪里出').selectOption(value ?? '');
    }
    if (kind === 'allocate') await sheet.getByLabel('由哪个单位管').fill(unit);
    await sheet.getByLabel('金额（元）').fill('60万');
    await sheet.getByLabel('发生日期').fill('2016-09-12');
    await sheet.getByLabel('文号或凭证号').fill(document);
    await sheet.getByRole('button', { name: '提交审批' }).click();
    await clerk.getByText(/已提交，等 1 人审批/).waitFor();

    await approver.goto('/money');
    const waiting = approver.locator('.funds-list > li').filter({ hasText: document });
    await waiting.getByRole('button', { name: '同意入账' }).click();
    await approver.getByText('已入账。').waitFor();
  }

  test('[HJ-28] [TL-33] a grant arrives, is allocated and ends in the hands of 300 households; one disputes and is answered', async () => {
    const clerk = await enter('county');
    const approver = await enter('county-approver');
    const home = await enter('household', phone);
    const { page } = clerk;
    const [own] = await householdsSeen(home.page, '', 1);
    const others = await householdsSeen(page, 'stage=LISTED&area=451226202', 340);
    const payees = [own, ...others.filter(({ id }) => id !== own?.id)].slice(0, 300);
    const paper = `环扶办〔2016〕${Date.now() % 100_000}号`;

    await done(page, approver.page, { kind: 'appropriate', document: `${paper}下达` });
    await done(page, approver.page, {
      kind: 'arrive',
      document: `${paper}到账`,
      from: /扶贫办筹措 · 脱贫奖励/,
    });
    await done(page, approver.page, {
      kind: 'allocate',
      document: `${paper}分配`,
      from: /扶贫办筹措 · 脱贫奖励/,
    });
    expect(await barriers(page)).toEqual([]);

    await page.goto('/payments');
    await page.getByRole('button', { name: '编一份名册' }).click();
    const sheet = page.getByRole('dialog');
    const purse = sheet.getByLabel('从哪笔资金付');
    const value = await purse.locator('option', { hasText: unit }).first().getAttribute('value');
    await purse.selectOption(value ?? '');
    await sheet.getByLabel('名册名称').fill('秋季脱贫奖励');
    await sheet.getByLabel('文号或批次号').fill(paper);
    await sheet.getByLabel('支付日期').fill('2016-09-20');
    await sheet.getByRole('button', { name: '下一步：上传名单' }).click();
    await page.getByRole('heading', { level: 1, name: '秋季脱贫奖励' }).waitFor();
    const rows = payees.map((payee) => `${payee?.householdNo},1500`);
    await page.getByLabel('上传名单').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['户编号,金额', ...rows].join('\n')),
    });
    await page.getByText('已收下名单，请核对。').waitFor();
    await page.getByRole('button', { name: '逐户核对' }).click();
    await page.getByText(/户可以付，共 450,000 元；0 户有问题/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '提交审批' }).click();
    await page
      .getByText(/等审批/)
      .first()
      .waitFor();
    expect(await barriers(page)).toEqual([]);

    await approver.page.goto(new URL(page.url()).pathname);
    await approver.page.getByRole('button', { name: '同意付出' }).click();
    await approver.page.getByText(/300 户 450,000 元已付出/).waitFor({ timeout: 60_000 });

    await home.page.goto(`/households/${own?.id}`);
    const line = home.page.locator('.funds-list > li').filter({ hasText: '秋季脱贫奖励' });
    await line.getByText('1,500.00').waitFor();
    await line.getByText(/尾号 \d{4}/).waitFor();
    expect(await sideways(home.page)).toBe(0);
    expect(await barriers(home.page)).toEqual([]);
    await line.getByRole('button', { name: '有疑问' }).click();
    await home.page.getByLabel('哪里不对').fill('存折上只有一千元');
    await home.page.getByRole('dialog').getByRole('button', { name: '有疑问' }).click();
    await home.page.getByText('已转给县里，请等答复。').waitFor();

    await page.reload();
    await page.getByRole('button', { name: '有疑问', exact: true }).click();
    await page.getByText('户有疑问：存折上只有一千元').waitFor();
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByRole('dialog').getByLabel('答复').fill('信用社已补记五百元');
    await page.getByRole('dialog').getByRole('button', { name: '答复' }).click();
    await page.getByText('答复：信用社已补记五百元').waitFor();
    for (const { complaints } of people) expect(complaints).toEqual([]);
  });

  test('[TL-33] the auditor reads the books in English, opens a number down to its entry, and writes nothing', async () => {
    const { page, complaints } = await enter('auditor', { english: true });
    await page.goto('/money');

    await page.getByText(/yuan arrived/).waitFor();
    expect(await page.getByRole('button', { name: 'Enter a transaction' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    const row = page.getByRole('row', { name: /Raised by the poverty office/ });
    await row.first().getByRole('link').nth(1).click();
    await page.getByRole('heading', { level: 1, name: 'Lines of the books' }).waitFor();
    await page.getByRole('link', { name: 'Grant', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Grant, / }).waitFor();
    await page.getByText('Approved by').waitFor();

    expect(await page.getByRole('button', { name: 'Take back' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
