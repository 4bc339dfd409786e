// A refused household asks why: the county officer opens its decisions, reads the reasons and the nearest
// change, and prints one page; the household reads its own.

import { afterEach, describe, expect, test } from 'vitest';
import type { DecisionExplanation, DecisionList } from '#contract/targeting-explain.ts';
import { pagesPrintedBy } from './paper.ts';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

async function read<Body>({ page }: Person, address: string): Promise<Body> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Body;
}

/** A surveyed household beyond the cut-off without a veto, which one value alone would bring in. */
async function aRefused(person: Person): Promise<string> {
  const { items } = await read<{ items: { id: string }[] }>(
    person,
    '/api/registry/households?stage=SURVEYED&limit=200',
  );
  for (const { id } of items) {
    const list = await read<DecisionList>(person, `/api/targeting/households/${id}/decisions`);
    if (list.items[0]?.outcome !== 'beyond') continue;
    const why = await read<DecisionExplanation>(
      person,
      `/api/targeting/households/${id}/decisions/${list.items[0].key}`,
    );
    if (why.flips.length > 0) return id;
  }
  throw new Error('no household was refused');
}

describe.skipIf(!hasBrowser)('the reasons of a decision', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('are read by the county: sentence, nearest change, tree, origin, and one page to print [HH-05]', async () => {
    person = await signedIn('county');
    const { page } = person;
    const id = await aRefused(person);

    await page.goto(`/households/${id}`);
    await page.getByRole('link', { name: '为什么' }).click();
    await page.getByRole('navigation', { name: '按规则作出的决定' }).waitFor();
    const detail = page.getByRole('article');
    await detail.getByText(/比分数线 \d+ 高 \d+(\.\d+)? 分，在分数线以外/).waitFor();
    const nearest = detail.locator('.why-changes li').first();
    expect(await nearest.innerText()).toMatch(/^若“.+”不是.+而是.+，则总分 [\d.]+，在分数线以内。/);

    await detail.locator('.why-items summary').filter({ hasText: '人均住房面积' }).click();
    expect(await detail.locator('.why-items .why-tree').first().innerText()).toMatch(/住房面积/);
    await detail.getByRole('button', { name: '住房面积' }).click();
    await page
      .getByRole('dialog')
      .getByText('谁写的')
      .or(page.getByRole('dialog'))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');

    await page
      .getByRole('link', { name: /八有一超/ })
      .first()
      .click();
    await page.waitForURL(/\/why\/set\./);
    await detail.getByText(/逐条标准/).waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('link', { name: /精准识别入户评估表/ }).click();
    await page.getByRole('link', { name: '给本户的说明' }).click();
    await page.getByRole('heading', { name: '关于您家一项决定的说明' }).waitFor();
    await page.getByText(/公示 \d+ 天/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await pagesPrintedBy(page, page.getByRole('button', { name: '打印这一页' }))).toBe(1);
    expect(person.complaints).toEqual([]);
  });

  test.each([
    ['Chinese', false, '关于您家一项决定的说明', '打印这一页'],
    ['English', true, 'About a decision on your household', 'Print this page'],
  ] as const)(
    'fit on one page each in %s, whatever was decided',
    async (_, english, title, print) => {
      person = await signedIn('county', { english });
      const { page } = person;
      const id = await aRefused(person);
      const { items } = await read<DecisionList>(
        person,
        `/api/targeting/households/${id}/decisions`,
      );

      for (const { key } of items.filter(({ kind }) => kind !== 'criterion')) {
        await page.goto(`/households/${id}/why/${key}/sheet`);
        await page.getByRole('heading', { name: title }).waitFor();
        const pages = await pagesPrintedBy(page, page.getByRole('button', { name: print }));
        expect({ key, pages }).toEqual({ key, pages: 1 });
      }
    },
  );

  test('are read as of a past day by the rules and facts of that day', async () => {
    person = await signedIn('county');
    const { page } = person;
    const id = await aRefused(person);

    await page.goto(`/households/${id}/why/sheet.householdAssessment`);
    await page.getByText('看过去某一天').click();
    await page.getByLabel('按哪一天').fill('2016-03-01');
    await page.getByLabel('情况以哪时所知为准').selectOption('now');
    await page.getByRole('button', { name: '查看' }).click();
    await page.waitForURL(/on=2016-03-01/);
    await page.getByText('按 2016年3月1日 的情况和规则，按现在所知').waitFor();
    await page.getByRole('button', { name: '回到今天' }).click();
    await page.waitForURL((url) => !url.search.includes('on='));
    expect(person.complaints).toEqual([]);
  });

  test('are open to the household itself on its telephone, and only its own [HH-05]', async () => {
    person = await signedIn('household', { width: 390, height: 844 });
    const { page } = person;
    const { items } = await read<{ items: { id: string }[] }>(person, '/api/registry/households');
    expect(items).toHaveLength(1);
    const own = items[0]?.id ?? '';

    await page.goto(`/households/${own}/why`);
    await page.getByRole('navigation', { name: '按规则作出的决定' }).waitFor();
    expect(await sideways(page)).toBe(0);
    await page.locator('.why-line').first().click();
    await page.getByText('怎样会不同').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: '给本户的说明' }).click();
    await page.getByRole('heading', { name: '您不同意怎么办' }).waitFor();
    expect(await sideways(page)).toBe(0);

    const county = await signedIn('county');
    const other = await aRefused(county);
    await county.leave();
    const refused = await page.request.get(`/api/targeting/households/${other}/decisions`);
    expect(refused.status()).toBe(404);
    await page.goto(`/households/${other}/why/sheet.householdAssessment/sheet`);
    await page.getByRole('alert').waitFor();
    expect(person.complaints).toEqual([]);
  });
});
