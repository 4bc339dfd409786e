// The auditor follows one yuan both ways, in Chinese and once in English; sees the flow of funds, what rules
// question, and takes evidence away that proves itself.
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { checkEvidence } from '#server/funds/evidence-package.ts';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const paidHere = '/money/lines?area=451226202&stage=paid&reached=households';

describe.skipIf(!hasBrowser)('the trail of a yuan', () => {
  const people: Person[] = [];
  const enter = async (options: object = {}) => {
    const person = await signedIn('auditor', options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  test('[HJ-73] [TL-33] leads the auditor from a payment back to its source, and from the arrival on to the same payment', async () => {
    const { page, complaints } = await enter();
    await page.goto(paidHere);
    await page.getByRole('link', { name: '支付', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: /^支付 / }).waitFor();
    const paper = await page.locator('.funds-facts dt:text-is("凭证") + dd').innerText();
    await page.getByRole('link', { name: '追踪这笔钱' }).click();
    await page.getByRole('heading', { level: 1, name: '这笔钱的来龙去脉' }).waitFor();
    await page.getByText(/道手续到这里/).waitFor();
    await page.getByText(/先到的先用/).waitFor();
    expect(await page.locator('.trail-card[data-is="origin"]').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    await page.locator('a.trail-card', { hasText: '到账' }).first().click();
    await page.getByRole('heading', { level: 1, name: /^到账 / }).waitFor();
    await page.getByRole('link', { name: '追踪这笔钱' }).click();
    await page.getByText(/元已经付出/).waitFor();
    const groups = page.locator('button.trail-card');
    let found = 0;
    for (let index = 0; index < (await groups.count()) && found === 0; index += 1) {
      await groups.nth(index).click();
      await page.getByRole('heading', { level: 2, name: /^收到的户/ }).waitFor();
      await page.locator('.stacked tbody tr').first().waitFor();
      const more = page.getByRole('button', { name: '再看一些' });
      const shown = page.locator('.stacked tbody tr');
      while (await more.isVisible()) {
        const before = await shown.count();
        await more.click();
        await shown.nth(before).waitFor();
      }
      found = await page.getByRole('link', { name: paper, exact: true }).count();
    }
    expect(found).toBe(1);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('[TL-33] is a list of steps on the phone, in English', async () => {
    const { page, complaints } = await enter({ english: true, width: 390, height: 844 });
    await page.goto(paidHere);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Follow this money' }).click();
    await page.getByRole('list', { name: 'Step by step' }).waitFor();
    await page.getByText(/These [\d,.]+ yuan came from/).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('[HJ-10] the flow of funds has what the books have, and a ribbon opens its lines', async () => {
    const { page, complaints } = await enter();
    await page.goto('/flow');
    await page.getByText(/支付 .*元：最多的来自/).waitFor();
    await page.locator('.flow-ribbon').nth(3).waitFor({ state: 'attached' });
    expect(await barriers(page)).toEqual([]);
    await page.locator('a.flow-link').first().click();
    await page.getByRole('heading', { level: 1, name: '明细账' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('[TL-33] what rules question is shown with its reason, and evidence taken away proves itself', async () => {
    const { page, complaints } = await enter();
    await page.goto('/findings');
    await page.getByText(/条规则查账/).waitFor();
    await page.locator('.stacked tbody tr').nth(5).waitFor();
    await page.getByText(/查账时间/).waitFor();
    await page.getByRole('button', { name: '再查一次' }).click();
    await page.getByText('查完了，疑点已更新。').waitFor();
    await page.getByText(/此后没有新账/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '导出证据包' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
    const file = await (await download).path();
    const report = checkEvidence(await readFile(file));
    expect(report).toMatchObject({ sound: true, problems: [] });
    expect(report.entries).toBeGreaterThan(100);
    await page.getByText(/总摘要已记入审计/).waitFor();
    expect(complaints).toEqual([]);
  });
});
