// What was published of the demonstration county's money stands beside what its books say: loans, the risk fund and
// the credit it stands for, working funds and the pool. Read before any other journey changes the books.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('published money of the county', () => {
  const people: Person[] = [];
  const enter = async (account: string, options: object = {}) => {
    const person = await signedIn(account, options);
    people.push(person);
    return person;
  };
  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  test('[HJ-34] [HJ-37] [HJ-46] 5,121 loans, 249 million, and a fund of 100 million against a billion agree with the books', async () => {
    const { page, complaints } = await enter('county');
    await page.goto('/loans');
    const block = page.locator('section', {
      has: page.getByRole('heading', { name: '与公布数对照' }),
    });
    await block.waitFor();
    for (const [title, printed] of [
      ['小额信贷发放户数', '5121笔（户）'],
      ['小额信贷发放金额', '2.49亿多元'],
      ['风险补偿基金', '1亿元'],
      ['撬动银行贷款', '10亿元'],
    ] as const) {
      const row = block.getByRole('listitem').filter({ hasText: title }).first();
      const words = await row.innerText();
      expect(words, title).toContain(printed);
      expect(words, title).toContain('相符');
    }
    // A rate whose base nobody printed cannot agree: the page says which bases would give it.
    expect(await block.innerText()).toContain('18,431');
    expect(complaints).toEqual([]);
  });

  test('[HJ-28] [HJ-45] 20 and 7 million of working funds and a pool of 1.6 billion agree with the books, in both languages', async () => {
    const { page, complaints } = await enter('auditor');
    await page.goto('/consolidation');
    const printed = ['2000万元', '700万元', '16亿元'];
    const block = page.locator('section', {
      has: page.getByRole('heading', { name: '和公布数对照' }),
    });
    await block.waitFor();
    for (const one of printed) {
      const row = block.getByRole('listitem').filter({ hasText: one });
      expect(await row.first().innerText(), one).toContain('一致');
      expect(await row.first().innerText(), one).not.toContain('不一致');
    }
    const english = await enter('auditor', { english: true });
    await english.page.goto('/consolidation');
    const beside = english.page.locator('section', {
      has: english.page.getByRole('heading', { name: 'Beside what was published' }),
    });
    await beside.waitFor();
    for (const one of ['20,000,000 yuan', '7,000,000 yuan', '1,600,000,000 yuan']) {
      const words = await beside.getByRole('listitem').filter({ hasText: one }).first().innerText();
      expect(words, one).toContain('Agrees');
    }
    expect(await barriers(english.page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
