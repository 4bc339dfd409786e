// A village begins an exit, the township posts and hears an objection, the county sees where it stands: a
// case as village, township and county meet it.

import { afterEach, describe, expect, test } from 'vitest';
import { answerAll } from './interview.ts';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('a case', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-53] the village begins an identification, scores it, and reads whom it waits for', async () => {
    person = await signedIn('village');
    const { page } = person;

    await page.getByRole('link', { name: '办理' }).first().click();
    await page
      .getByText(/现在没有等您办的|待办/)
      .first()
      .waitFor();
    const surveyed: unknown = await page.evaluate(
      "fetch('/api/registry/households?stage=SURVEYED&limit=9').then((answer) => answer.json()).then(({ items }) => items[8].id)",
    );
    await page.goto(`/households/${String(surveyed)}`);
    await page.getByRole('button', { name: '开始办理' }).click();
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.getByRole('heading', { name: '第一次入户评估' }).waitFor();

    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: '入户访谈' }).click();
    await answerAll(page);
    await page.getByText(/分（满分 100）|还判不了/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: /回到这件办理/ }).click();
    await page.getByRole('radio', { name: /已评分/ }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '五验' }).waitFor();
    await page.getByRole('radio', { name: /^一致/ }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '屯（组）评议' }).waitFor();
    for (const [label, value] of [
      ['应到', '30'],
      ['实到', '24'],
      ['赞成', '20'],
      ['反对', '3'],
      ['弃权', '1'],
    ] as const) {
      await page.getByLabel(label).fill(value);
    }
    await page.getByRole('radio', { name: /认可评分/ }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/等邻村工作队/).waitFor();

    expect(
      await page.getByText('应到 30，实到 24，赞成 20，反对 3，弃权 1，无记名').isVisible(),
    ).toBe(true);
    expect(await page.getByRole('button', { name: '提交' }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('the township finds it in its queue and passes it on; the county sees at which step it waits', async () => {
    person = await signedIn('township');
    const township = person.page;
    await township.goto('/cases?step=reassessment');
    await township.locator('.case-table .row-link').first().click();
    await township.getByRole('heading', { name: '五评' }).waitFor();
    await township.getByRole('radio', { name: /评分可信/ }).check();
    await township.getByRole('button', { name: '提交' }).click();
    await township.getByRole('heading', { name: '村级评议' }).waitFor();
    expect(await barriers(township)).toEqual([]);
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/cases?whose=all&step=secondDeliberation');
    await page.getByRole('cell', { name: 'Deliberation in the village' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('.case-table .row-link').first().click();
    await page.getByText(/is for Assembly of village representatives/).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('the queue and a case fit a phone, and the neighbouring county sees none', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/cases?whose=all');
    await page.locator('.case-cards a').first().click();
    await page.getByRole('heading', { name: '办理记录' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto('/cases?whose=all');
    await person.page.getByText('这里还没有办理').waitFor();
    expect(person.complaints).toEqual([]);
  });
});
