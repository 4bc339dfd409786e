// A list of vehicles finds a household that has none: its village rebuts it with papers, the county decides,
// and the household stays; the neighbour sees nothing of it, a department only its own numbers.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('department comparison', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  const stageOf = (page: Person['page'], household: string): Promise<unknown> =>
    page.evaluate(
      `fetch('/api/registry/households/${household}').then((answer) => answer.json()).then(({ stage }) => stage)`,
    );
  let household = '';
  let lead = '';

  test('[JJ-25] the village rebuts a false vehicle match on a phone, naming the papers it saw', async () => {
    person = await signedIn('village', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/comparisons?stands=open&colour=overdue');
    await page.locator('.lead-cards a').first().click();
    await page.getByRole('heading', { name: '答复' }).waitFor();
    lead = new URL(page.url()).pathname;
    household = String(
      await page.evaluate(
        `fetch('/api/targeting/leads/' + location.pathname.split('/').at(-1)).then((answer) => answer.json()).then(({ household }) => household)`,
      ),
    );

    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    for (const choice of await page.getByRole('radio', { name: /已报废/ }).all()) {
      await choice.check();
    }
    await page.getByLabel('看过什么凭证').fill('报废机动车回收证明，2014年5月，编号0412');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('村里已答复，等另一人决定。').waitFor();
    expect(await page.getByRole('button', { name: '作出决定' }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('[JJ-25] the county decides that it does not hold, and the household stays where it was', async () => {
    person = await signedIn('county');
    const { page } = person;
    const before = await stageOf(page, household);
    await page.goto(lead);
    await page.getByRole('heading', { name: '决定' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const choice of await page.getByRole('radio', { name: '不成立' }).all()) {
      await choice.check();
    }
    await page.getByLabel('理由').fill('回收证明属实');
    await page.getByRole('button', { name: '作出决定' }).click();
    await page.getByText(/已排除：名单说的不成立/).waitFor();
    expect(await stageOf(page, household)).toBe(before);
    await page.getByRole('link', { name: '打开这一户' }).click();
    await page.getByRole('heading', { name: '部门比对线索' }).waitFor();
    await page.goto('/comparisons?section=sources');
    await page.getByRole('cell', { name: '全部名单' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/comparisons?section=pairs');
    await page.getByRole('button', { name: '不是同一人' }).first().click();
    expect(person.complaints).toEqual([]);
  });

  test('a list goes from file to leads in English, and says what is wrong with its rows', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/department-lists');
    await page.getByLabel('Name').fill('Vehicles of the journey');
    await page.getByRole('button', { name: 'Create the list' }).click();
    await page.getByRole('heading', { name: 'Vehicles of the journey' }).waitFor();
    await page.getByLabel('Choose the file of the list').setInputFiles({
      name: 'vehicles.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('姓名,身份证号,车牌号\n某人,990000196001019999,桂M00001\n'),
    });
    await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/0 of 1 row can be compared/).waitFor();
    await page.getByText(/GB 11643/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete this list' }).click();
    await page.getByRole('heading', { name: 'A new list' }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('a department sees its own lists in numbers, the neighbouring county nothing', async () => {
    person = await signedIn('department');
    await person.page.goto('/department-lists');
    await person.page.getByRole('link', { name: /财政供养/ }).waitFor();
    expect(await person.page.getByRole('link', { name: /机动车登记/ }).count()).toBe(0);
    expect(await person.page.getByRole('link', { name: '比对线索' }).count()).toBe(0);
    expect(await barriers(person.page)).toEqual([]);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto('/comparisons');
    await person.page.getByText('这里没有线索').waitFor();
    await person.page.goto(lead);
    await person.page.getByText(/没有这条线索/).waitFor();
  });
});
