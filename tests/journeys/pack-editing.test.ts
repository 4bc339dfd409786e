// The county changes its own rules in the browser: the officer drafts, somebody else approves.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

let people: Person[] = [];

afterEach(async () => {
  for (const { leave } of people) await leave();
  people = [];
});

async function enter(account: string): Promise<Page> {
  const person = await signedIn(account);
  people.push(person);
  return person.page;
}

/** The rule in the editor, replaced as a person would: all of it selected, then typed. */
async function typeRule(page: Page, rule: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: '规则', exact: true });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(rule);
  await page.keyboard.press('Escape');
}

describe.skipIf(!hasBrowser)('rules changed in the browser', () => {
  test('drafted with an error seen at its place, compared, approved by another, in force on its day', async () => {
    const page = await enter('county');
    await page.goto('/packs/huanjiang-2016');
    await page.getByRole('button', { name: '起草修改' }).click();
    await page.getByLabel('生效日').fill('2017-01-01');
    await page.getByRole('dialog').getByLabel('理由').fill('分数线定得太高');
    await page.getByRole('button', { name: '开始起草' }).click();
    await page.waitForURL(/\/packs\/drafts\//);
    const [address = ''] = page.url().split('?');

    // The cut-off, by keyboard where it matters: Enter saves the form.
    await page.getByLabel('在条文里找').fill('分数线');
    await page.getByRole('link', { name: /^列入贫困户的分数线/ }).click();
    await page.getByLabel(/^新值/).fill('48');
    await page.getByLabel('说明（中文）').fill('县里议定');
    await page.getByLabel(/^新值/).press('Enter');
    await page.getByRole('row', { name: /2017-01-01 48 分/ }).waitFor();

    // A criterion, with an error first.
    await page.goto(`${address}?row=criteria.hasSchooling`);
    await typeRule(page, 'schoolingAssured && dropOut == 0');
    await page.getByRole('alert').getByText('是否想写“dropOuts”？').waitFor();
    await page.locator('.cm-lintRange-error').getByText('dropOut').waitFor();
    await page.getByText('改正错误后才能算。').waitFor();
    const submit = page.getByRole('button', { name: '提交批准' });
    await expect.poll(() => submit.isDisabled()).toBe(true);

    await typeRule(page, 'schoolingAssured || dropOuts == 0');
    await page.getByText('有义务教育保障 或 义务教育阶段辍学人数 = 0').first().waitFor();
    await page.getByText('已保存').first().waitFor();

    // Examples that come out otherwise are taken as right, one by one.
    await page.getByRole('link', { name: /^算例/ }).click();
    await page.locator('.example-tab .draft-example').first().waitFor();
    const accept = page.getByRole('button', { name: '就按新结果' });
    for (let left = await accept.count(); left > 0; left = await accept.count()) {
      await accept.first().click();
      await expect.poll(() => accept.count()).toBeLessThan(left);
    }

    await page.getByRole('link', { name: /^改了什么/ }).click();
    await page.getByText('列入贫困户的分数线 60 分 → 48 分，自 2017-01-01 起').waitFor();
    await page.getByText('schoolingAssured || dropOuts == 0').waitFor();
    expect(await barriers(page)).toEqual([]);

    await submit.click();
    await page.getByRole('dialog').getByLabel('理由').fill('请审定');
    await page.getByRole('dialog').getByRole('button', { name: '提交批准' }).click();
    await page.getByText('待批准').first().waitFor();
    const own = page.getByRole('button', { name: '批准', exact: true });
    expect(await own.isDisabled()).toBe(true);
    expect(await own.getAttribute('title')).toContain('不能由自己批准');

    // Somebody else.
    const other = await enter('county-approver');
    await other.goto('/packs/drafts');
    await other.getByText('等我办').first().waitFor();
    await other.goto(address);
    await other.getByRole('button', { name: '批准', exact: true }).click();
    const sheet = other.getByRole('dialog');
    await sheet.getByText('列入贫困户的分数线 60 分 → 48 分，自 2017-01-01 起').waitFor();
    await sheet.getByLabel('生效日').fill('2017-02-01');
    await sheet.getByLabel('理由').fill('同意');
    await sheet.getByRole('button', { name: '批准', exact: true }).click();
    await other.getByText('2017年2月1日 起生效').first().waitFor();

    // The old value until then, the new one from that day.
    const valueOn = async (day: string) => {
      await other.goto(`/packs/huanjiang-2016?on=${day}&find=listingCutOff`);
      return other.locator('[id="parameters.listingCutOff"] tr.now').innerText();
    };
    expect(await valueOn('2017-01-31')).toContain('60 分');
    expect(await valueOn('2017-02-01')).toContain('48 分');
    await other
      .getByRole('button', { name: /^和 .* 版比$/ })
      .first()
      .click();
    await other.getByText('列入贫困户的分数线 60 分 → 48 分，自 2017-02-01 起').waitFor();
  });

  test('the neighbouring county sees neither the draft nor a way to change these rules', async () => {
    const page = await enter('county2');

    await page.goto('/packs/drafts');
    await page.getByText('还没有草稿').waitFor();
    await page.goto('/packs/huanjiang-2016');
    await page.locator('.pack-article').first().waitFor();
    expect(await page.getByRole('button', { name: '起草修改' }).count()).toBe(0);
  });
});
