// A county officer opens a household: who they are, how they came here, why; corrects a value; enters an
// income; looks back to another day.

import { afterEach, describe, expect, test } from 'vitest';
import { pagesPrintedBy } from './paper.ts';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('the household page', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  /** Opens the first household of a list from its row, as a person would. */
  async function openFirst(filter: string): Promise<void> {
    const { page } = person;
    await page.goto(`/households?${filter}`);
    const id = await page.evaluate(`fetch('/api/registry/households?limit=1&${filter}')
      .then((answer) => answer.json()).then(({ items }) => items[0].id)`);
    await page.goto(`/households/${String(id)}`);
    await page.getByRole('heading', { level: 1, name: /户$/ }).waitFor();
  }

  test('shows members, dated steps, income against the line and the score with its reasons', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=EXIT_STANDARD');
    for (const part of [
      '家庭成员',
      '从调查到今天',
      '人均纯收入与当年贫困线',
      '为什么在册',
      '一票否决',
    ]) {
      await page.getByRole('heading', { name: part }).waitFor();
    }
    const masked = await page.locator('.members .masked').first().textContent();

    expect(masked).toMatch(/^\d+\*+[\dX]+$/);
    expect(await page.locator('.step-line .done, .step-line .now').count()).toBe(5);
    expect(await barriers(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('an item of the score opens its rule, the values it looked at and its source', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED');
    await page.locator('.score-bars tbody button').first().click();

    const sheet = page.getByRole('dialog');
    await sheet.getByText('看了什么').waitFor();
    expect(await sheet.locator('code').textContent()).not.toBe('');
  });

  test('a value opens where it came from, and a change leaves the old one in its history', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED&houseGrade=C');
    const before = Number.parseInt(
      (await page
        .getByRole('button', { name: /^[\d.]+ 平方米$/ })
        .first()
        .textContent()) ?? '0',
      10,
    );
    const area = `${before + 1}`;
    await page.getByRole('button', { name: '修改登记' }).click();
    await page.getByRole('searchbox', { name: '找要改的项' }).fill('住房面积');
    await page.getByLabel(/住房面积/).fill(area);
    await page.getByRole('button', { name: '提交修改' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: `${area} 平方米` })
      .first()
      .click();

    const sheet = page.getByRole('dialog');
    await sheet.getByText('入户走访').first().waitFor();
    await sheet
      .getByRole('cell', { name: `${area} 平方米` })
      .first()
      .waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('what was typed survives a closed tab', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED&members=4');
    await page.getByRole('button', { name: '修改登记' }).click();
    await page.getByRole('searchbox', { name: '找要改的项' }).fill('住房面积');
    await page.getByLabel(/住房面积/).fill('123');
    await page.reload();
    await page.getByRole('button', { name: '修改登记' }).click();

    await page.getByText('有上次没提交的草稿，已恢复。').waitFor();
    expect(await page.getByLabel(/住房面积/).inputValue()).toBe('123');
  });

  test('an income entered is in the ledger, and taken back both entries stay', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED');
    await page.getByRole('link', { name: '收入台账' }).click();
    await page.getByRole('button', { name: '记一笔' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('金额').fill('12,345.60');
    await sheet.getByLabel('内容').fill('桑蚕售茧');
    await sheet.getByRole('button', { name: '记一笔' }).click();
    const entry = page.getByRole('row').filter({ hasText: '桑蚕售茧' });
    await entry.getByText('12,345.60').waitFor();
    await entry.getByRole('button', { name: '冲销' }).click();
    await sheet.getByLabel('缘由').fill('录重了');
    await sheet.getByRole('button', { name: '冲销' }).click();

    await page.getByText('已冲销').first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('an identity number is shown only to somebody who says what for', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED');
    await page.locator('.members .masked').first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('用途').fill('核对身份证原件');
    await sheet.getByRole('button', { name: '写入审计并查看' }).click();

    const plain = await sheet.locator('.plain-value').textContent();
    expect(plain).toMatch(/^990000\d{11}[\dX]$/);
  });

  test('the household on an earlier day is shown by what differs from now', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=EXIT_ANNOUNCED');
    await page.getByRole('link', { name: '历史' }).click();
    await page.getByText('登记入册').or(page.getByText('由表格导入')).first().waitFor();
    await page.getByLabel('那天的事实').fill('2015年12月31日');
    await page.getByRole('button', { name: '看那天' }).click();

    await page.getByRole('cell', { name: '阶段' }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('two who change the same field see both sides, and one kept question is decided with a reason', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=LISTED&houseGrade=D');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const area = Number(
      await page.evaluate(`fetch('/api/registry/households/${id}')
        .then((answer) => answer.json()).then(({ values }) => values.houseArea)`),
    );
    await page.getByRole('button', { name: '修改登记' }).click();
    await page.getByRole('searchbox', { name: '找要改的项' }).fill('住房面积');
    await page.getByLabel(/住房面积/).fill(String(area + 1));
    await page.evaluate(`(async () => {
      const card = await (await fetch('/api/registry/households/${id}')).json();
      await fetch('/api/registry/households/${id}', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          baseVersion: card.version,
          changes: [{ field: 'houseArea', to: ${area + 2} }],
          trueFrom: '2016-09-30',
          source: 'householdBook',
        }),
      });
    })()`);
    await page.getByRole('button', { name: '提交修改' }).click();
    const sheet = page.getByRole('dialog', { name: '您改的时候，别人也改了这几项' });
    await sheet.getByText(`${area + 2} 平方米`).waitFor();
    await sheet.getByText(`${area + 1} 平方米`).waitFor();
    await sheet.getByRole('button', { name: '两边都留，交给乡镇判断' }).click();
    await sheet.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: /^分歧/ }).click();
    await page.getByRole('button', { name: '判断' }).click();
    const decide = page.getByRole('dialog');
    await decide.getByRole('radio').first().check();
    await decide.getByLabel('根据什么').fill('看过房产证');
    await decide.getByRole('button', { name: '写入判断' }).click();

    await decide.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '历史' }).click();
    await page
      .getByText(/看过房产证/)
      .first()
      .waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('fits a phone, with its acts under the thumb', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;

    await openFirst('stage=EXIT_STANDARD');
    await page.waitForLoadState('networkidle');

    expect(await sideways(page)).toBe(0);
    expect(await page.getByRole('button', { name: '修改登记' }).isVisible()).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  test('prints as a card on one sheet of paper', async () => {
    person = await signedIn('county');
    const { page } = person;

    await openFirst('stage=EXIT_STANDARD');
    expect(await pagesPrintedBy(page, page.getByRole('button', { name: '打印户卡' }))).toBe(1);
  });
});
