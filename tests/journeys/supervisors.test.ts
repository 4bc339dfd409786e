// A county appoints a village supervisor and hands over a slip; the supervisor reports on a phone without an
// account; the county hands it on and answers; the village reads nothing of it, the supervisor the answer.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn, somebody } from './person.ts';

const phone = { width: 390, height: 844 };
const facts = { address: '', number: '' };

describe.skipIf(!hasBrowser)('a village supervisor', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[TL-35] is given a slip by the county, which is shown once', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/supervisors');
    await page.getByRole('heading', { level: 1, name: '义务监督员' }).waitFor();
    await page.getByText(/条反映等县里答复/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^发凭条/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '凭条只显示这一次' }).waitFor();
    const code = (await page.locator('.slip-code').textContent()) ?? '';
    facts.address = `/report/${code.replace(/编号|\s/g, '')}`;
    expect(facts.address).toMatch(/^\/report\/[0-9a-z]{10}$/);
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize(phone);
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('[TL-35] reports on a phone, without an account, and not with a telephone number in it', async () => {
    person = await somebody(phone);
    const { page } = person;
    await page.goto(facts.address);
    await page.getByText('您反映的直接到县里').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '我要反映' }).click();
    await page.getByLabel('哪一类').selectOption('project');
    await page.getByLabel(/什么情况/).fill('屯级路只铺了一半，电话13877801234');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText(/起写了私人电话/).waitFor();
    await page.getByLabel(/什么情况/).fill('屯级路只铺了一半，公示说铺完了');
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已经收到').waitFor();
    const said = (await page.locator('.open-received').textContent()) ?? '';
    facts.number = /\d{8}/.exec(said)?.[0] ?? '';
    expect(facts.number).not.toBe('');
    expect(await page.locator('main').textContent()).not.toContain('铺了一半');
    expect(person.complaints).toEqual([]);
  });

  test('[TL-35] is answered by the county, and the village reads neither the report nor who made it', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/supervisors');
    await page.getByRole('button', { name: `打开 ${facts.number}` }).click();
    await page.getByText('屯级路只铺了一半，公示说铺完了').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('标题').fill('核查屯级路施工进度');
    await page.getByLabel('要做什么').fill('请核对屯级路完工情况，报县');
    await page.getByRole('button', { name: '交办' }).click();
    await page.getByRole('link', { name: '看问题办到哪里' }).waitFor();
    await page.getByRole('textbox', { name: '答复' }).fill('已交办核查，十月底前铺完');
    await page.getByRole('button', { name: '答复' }).click();
    await page.getByText('已交办核查，十月底前铺完').waitFor();
    expect(person.complaints).toEqual([]);
    await person.leave();

    person = await signedIn('village');
    const village = person.page;
    await village.goto('/supervisors');
    await village.locator('main').waitFor();
    await village.waitForLoadState('networkidle');
    const said = (await village.locator('main').textContent()) ?? '';
    expect(said).not.toContain(facts.number);
    expect(said).not.toContain('铺了一半');
    const answer = await village.request.get('/api/publicity/reports');
    expect(answer.status()).toBe(403);
  });

  test('[TL-35] reads the answer by the same code, in English', async () => {
    person = await somebody({ ...phone, english: true });
    const { page } = person;
    await page.goto(facts.address);
    await page.getByText('已交办核查，十月底前铺完').waitFor();
    await page.getByText(`Number ${facts.number}`).waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.goto('/report/bcdfghjkmn');
    await page.getByText('No slip has this code').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
