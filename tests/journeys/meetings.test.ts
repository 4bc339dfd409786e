// A county calls a joint conference, enters its minutes and makes a task of what was decided; the schedule of
// villages shows its holes and leaves as PDF; the neighbour reads none of it.
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };

describe.skipIf(!hasBrowser)('organisation', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[TL-34] [JJ-06] a joint conference is called, held, and its decision becomes a task', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/meetings');
    await page.getByText(/2016 年开过 \d+ 次会/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '召集会议' }).click();
    await page.getByLabel('会议名称').fill('九月底联席会议');
    await page.getByLabel('主持').fill('黄某（虚构）');
    await page.getByLabel(/^议题/).fill('通报进度\n研究越冬物资');
    await page.getByLabel(/^参会人/).fill('覃某（虚构） 县民政局\n韦某（虚构） 县财政局');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '召集会议' }).click();
    await page.getByRole('heading', { level: 1, name: '九月底联席会议' }).waitFor();

    await page.getByRole('button', { name: '记纪要' }).click();
    await page.getByLabel('韦某（虚构） 县财政局').selectOption('absent');
    await page.getByLabel('讨论了什么').fill('通报了进度，研究了越冬物资。');
    await page.getByRole('button', { name: '+ 一项决定' }).click();
    await page.getByLabel('决定做什么').fill('十月十五日前发放越冬棉被');
    await page.getByLabel('谁负责').fill('县民政局');
    await page.getByLabel('期限').fill('2016-10-15');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('到会率 50%').waitFor();
    await page.getByRole('button', { name: '列为任务' }).click();
    await page.getByRole('link', { name: '看任务' }).click();
    await page.getByText('十月十五日前发放越冬棉被').first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('[HJ-79] the schedule of villages shows gaps as gaps and leaves as PDF, in English, on a phone too', async () => {
    person = await signedIn('county', { english: true });
    const { page } = person;
    await page.goto('/organisation/schedule');
    await page.getByText(/gaps in all/).waitFor();
    expect(await barriers(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Print PDF (A3)' }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('Who answers for which village A3').waitFor();
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    await page.goto('/meetings');
    await page.getByRole('heading', { level: 1, name: 'Meetings' }).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('county2');
    await person.page.goto('/meetings');
    await person.page.getByText('还没有会议').waitFor();
  });
});
