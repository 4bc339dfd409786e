// A helper who is the officer of a cell logs a patrol on the phone and finds something; the village sends it
// to somebody and enters that it was handled; the township, another person, closes it.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };
const words = '河堤护栏断了一段';

describe.skipIf(!hasBrowser)('the grid', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-72] an officer patrols a cell on the phone and finds something', async () => {
    person = await signedIn('helper', phone);
    const { page } = person;
    await page.goto('/grid');
    await page.getByRole('heading', { level: 1, name: '我的网格' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.locator('.grid-cell a').first().click();
    await page.getByRole('button', { name: '+ 发现一件事' }).click();
    await page.getByLabel('哪一类').selectOption('hazard');
    await page.getByLabel('什么事').fill(words);
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '记下这次巡查' }).click();
    await page.getByText(/1 件事等着派发/).waitFor();
    await page.getByRole('link', { name: words }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-72] the village sends it to somebody, and the township closes it once it is handled', async () => {
    person = await signedIn('village');
    const { page } = person;
    await page.goto('/grid/events');
    await page.getByRole('link', { name: words }).click();
    await page.getByRole('button', { name: '派发' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('姓名或单位').fill('镇水利站（虚构）');
    await page.getByLabel('哪天前办完').fill('2016-10-08');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('处理中').first().waitFor();
    await page.getByRole('button', { name: '处理完了' }).click();
    await page.getByLabel('说明').fill('护栏已经焊好');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('待核实').first().waitFor();
    expect(await page.getByRole('button', { name: '核实办结' }).count()).toBe(0);
    const address = new URL(page.url()).pathname;
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('township');
    await person.page.goto(address);
    await person.page.getByRole('button', { name: '核实办结' }).click();
    await person.page.getByLabel('说明').fill('现场看过，已经修好');
    await person.page.getByRole('button', { name: '确认' }).click();
    await person.page.getByText('已办结').first().waitFor();
    expect(await barriers(person.page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-72] the county sees every household in a cell but those of one village, in English, and the neighbour sees none', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/grid');
    await page.getByText(/households lie in no cell/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto('/grid/events?board=yes');
    await page.getByRole('heading', { name: /^to be dispatched/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto('/grid/events?closed=yes');
    await person.page.getByText('没有这样的事').waitFor();
  });
});
