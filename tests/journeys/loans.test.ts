// A loan is given, subsidised, falls overdue and is covered by the risk fund at 7 to 3; an entrusted contract
// pays its return and is wound down; the auditor reads it in English.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

interface Found {
  readonly id: string;
  readonly householdNo: string;
}

/** A household of the village that never asked for a loan and may have this one, as its cadre sees it. */
async function householdFor(page: Page, product: string): Promise<Found> {
  const answer = await page.request.get('/api/registry/households?limit=100&stage=LISTED');
  const { items } = (await answer.json()) as { items: Found[] };
  for (const one of items) {
    const known = await page.request.get(`/api/funds/households/${one.id}/loans`);
    if ((await known.json()).items.length > 0) continue;
    const choices = await page.request.get(`/api/funds/loans/choices?household=${one.id}`);
    const { products } = await choices.json();
    const found = products.find(({ id }: { id: string }) => id === product);
    if (found?.outcome === 'holds') return one;
  }
  throw new Error(`no household may have ${product}`);
}

async function loanOf(page: Page, { id }: Found): Promise<string> {
  const answer = await page.request.get(`/api/funds/households/${id}/loans`);
  return (await answer.json()).items[0].id;
}

describe.skipIf(!hasBrowser)('loans', () => {
  const people: Person[] = [];
  const enter = async (account: string, options: object = {}) => {
    const person = await signedIn(account, options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  async function ask(page: Page, household: Found, product: string, months: string): Promise<void> {
    await page.goto('/loans');
    await page.getByRole('button', { name: '登记申请' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('户编号').fill(household.householdNo);
    await sheet.getByRole('button', { name: '查这户' }).click();
    await sheet.getByText('符合条件').first().waitFor();
    await sheet.getByLabel('贷款产品').selectOption(product);
    await sheet.getByLabel('向哪家银行申请').selectOption({ label: '县农村信用社' });
    if (product === 'entrustedLoan') await sheet.getByLabel('经营单位').fill('环江菜牛合作社');
    await sheet.getByLabel('金额（元）').fill('5万');
    await sheet.getByLabel('期限（月）').fill(months);
    await sheet.getByLabel('日期').fill('2016-01-18');
    await sheet.getByRole('button', { name: '交给银行' }).click();
    await page.getByText('已登记，等银行答复。').waitFor();
  }

  async function lend(page: Page, loan: string, paper: string): Promise<void> {
    await page.goto(`/loans/${loan}`);
    const act = async (button: string, fill: () => Promise<void>, send: string) => {
      await page.getByRole('button', { name: button, exact: true }).first().click();
      await fill();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('日期').fill('2016-01-20');
      await sheet.getByRole('button', { name: send }).click();
      await page.getByText('已记下。').first().waitFor();
      await sheet.waitFor({ state: 'detached' });
    };
    await act('批准', async () => undefined, '批准贷款');
    await act('签约', () => page.getByLabel('合同号').fill(`${paper}合同`), '记下');
    await act('放款', () => page.getByLabel('凭证号').fill(`${paper}放款`), '放款');
    await page.getByText(/还欠 50,000.00 元/).waitFor();
  }

  test('[HJ-34] [HJ-37] a loan is given, subsidised, falls overdue and is covered by the risk fund at 7 to 3', async () => {
    const village = await enter('village', phone);
    const bank = await enter('bank');
    const approver = await enter('county-approver');
    const household = await householdFor(village.page, 'directLoan');
    const paper = `环信〔2016〕${Date.now() % 100_000}`;

    await ask(village.page, household, 'directLoan', '3');
    expect(await sideways(village.page)).toBe(0);
    expect(await barriers(village.page)).toEqual([]);
    const loan = await loanOf(village.page, household);
    await lend(bank.page, loan, paper);
    await bank.page
      .getByText(/逾期 \d+ 天/)
      .first()
      .waitFor();
    expect(await barriers(bank.page)).toEqual([]);

    await bank.page.goto('/loans');
    await bank.page.getByText('贷款 · 县农村信用社').waitFor();
    expect(await barriers(bank.page)).toEqual([]);
    await bank.page.getByRole('button', { name: '申请贴息' }).click();
    const claim = bank.page.getByRole('dialog');
    await claim.getByLabel('从（含）').fill('2016-01-01');
    await claim.getByLabel('到（不含）').fill('2016-02-01');
    await claim.getByLabel('申请文号').fill(`${paper}贴息`);
    await claim.getByRole('button', { name: '计算并申请' }).click();
    await bank.page.getByText(/已申请 \d+ 笔 [\d.,]+ 元，等县里审批。/).waitFor();
    await bank.page.goto(`/loans/${loan}`);
    // Twelve days of 50,000 at 4.35 %.
    await bank.page.getByText('71.50 元', { exact: true }).waitFor();

    const papers = (page: Page, text: string) =>
      page.locator('.funds-list > li').filter({ hasText: text });
    await approver.page.goto('/loans/papers');
    const subsidy = papers(approver.page, `${paper}贴息`);
    await subsidy.getByRole('button', { name: '同意付出' }).click();
    await approver.page.getByRole('dialog').getByRole('button', { name: '同意付出' }).click();
    await approver.page.getByText('已入账。').waitFor();

    await bank.page.goto(`/loans/${loan}`);
    await bank.page.getByLabel('上传材料').setInputFiles({
      name: '催收记录.png',
      mimeType: 'image/png',
      buffer: readFileSync('tests/fixtures/attachments/screen.png'),
    });
    await bank.page.getByText('已收下。').waitFor();
    await bank.page.getByRole('button', { name: '申请风险补偿' }).click();
    const loss = bank.page.getByRole('dialog');
    await loss.getByLabel('文号或凭证号').fill(`${paper}补偿`);
    await loss.getByLabel('日期').fill('2016-09-28');
    await loss.getByRole('button', { name: '提交审批' }).click();
    await bank.page
      .getByText('已申请，基金承担 35,000.00 元，银行承担 15,000.00 元，等县里审批。')
      .waitFor();

    await approver.page.goto('/loans/papers');
    await papers(approver.page, `${paper}补偿`).getByRole('button', { name: '同意付出' }).click();
    await approver.page.getByText('已入账。').waitFor();
    await approver.page.goto('/loans/fund');
    await approver.page.getByText(/基金承担 35,000 元，银行承担 15,000 元/).waitFor();
    expect(await barriers(approver.page)).toEqual([]);
    await approver.page.goto(`/loans/${loan}`);
    await approver.page.getByText('已代偿').first().waitFor();
    for (const { complaints } of people) expect(complaints).toEqual([]);
  });

  test('[HJ-36] [HJ-38] an entrusted contract names its six parties, pays its return and is wound down by the day of the rules', async () => {
    const village = await enter('village');
    const bank = await enter('bank');
    const { page } = village;
    const household = await householdFor(page, 'entrustedLoan');
    const paper = `环托〔2016〕${Date.now() % 100_000}`;

    await ask(page, household, 'entrustedLoan', '36');
    const loan = await loanOf(page, household);
    await lend(bank.page, loan, paper);
    await page.goto(`/loans/${loan}`);
    await page.getByRole('button', { name: '登记委托经营合同' }).click();
    const sheet = page.getByRole('dialog');
    for (const party of ['农投公司', '村委会', '企业', '合作社', '银行', '保险']) {
      await sheet.getByLabel(`${party}：是谁`).fill(`环江${party}`);
      await sheet.getByLabel(`${party}：做什么`).fill('按合同');
    }
    await sheet.getByLabel('文号或凭证号').fill(paper);
    await sheet.getByLabel('日期').fill('2016-01-20');
    await sheet.getByRole('button', { name: '记下' }).click();
    await page.getByText('第 1 年 2017-01-20 应付 4,000.00 元').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '登记收益' }).click();
    await page.getByRole('dialog').getByLabel('金额（元）').fill('4000');
    await page.getByRole('dialog').getByLabel('文号或凭证号').fill(`${paper}收益`);
    await page.getByRole('dialog').getByLabel('日期').fill('2016-09-20');
    await page.getByRole('dialog').getByRole('button', { name: '记下' }).click();
    await page.locator('.chip').filter({ hasText: '已付' }).waitFor();

    await page.goto('/loans/entrusted');
    await page.getByRole('link', { name: '看到那一天的清理名单' }).click();
    await page.getByRole('heading', { name: '清理名单' }).waitFor();
    await page.getByText(/规则自 2017-07-25 起不得再办委托经营，要清理的有/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/loans/${loan}`);
    for (const [button, words] of [
      ['定清理办法', '户里自己养牛'],
      ['办结', '牛已分到户'],
    ] as const) {
      await page.getByRole('button', { name: button, exact: true }).click();
      const wind = page.getByRole('dialog');
      await wind.getByLabel('说明').fill(words);
      await wind.getByLabel('日期').fill('2016-09-29');
      await wind.getByRole('button', { name: '记下' }).click();
      await wind.waitFor({ state: 'detached' });
    }
    await page.getByText('已完成').first().waitFor();
    for (const { complaints } of people) expect(complaints).toEqual([]);
  });

  test('[HJ-46] the auditor reads the loans in English, opens the late ones, and may change nothing', async () => {
    const { page, complaints } = await enter('auditor', { english: true });
    await page.goto('/loans');

    await page.getByText(/loans to .* households were lent/).waitFor();
    expect(await page.getByRole('button', { name: 'Enter an application' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /^1–30 days late/ }).click();
    await page.getByRole('heading', { level: 1, name: '1–30 days late' }).waitFor();
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Loan of / }).waitFor();
    expect(await page.getByRole('button', { name: 'Repayment' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
