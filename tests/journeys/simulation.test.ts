// A county officer tries another line before the meeting, opens who would enter, and keeps the trial
// with its reasons; the province's analyst opens it and runs it again.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const whole = (text: string) => Number(text.replace(/\D/g, ''));

describe.skipIf(!hasBrowser)('trying rules', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('[HJ-69] [HJ-74] the county moves the line, reads the answer, opens a number and keeps the trial', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('link', { name: '规则', exact: true }).click();
    await page.getByRole('link', { name: '规则试算' }).click();
    await page.getByText(/还没有改动：现行规则下列入 [\d,]+ 户/).waitFor({ timeout: 60_000 });
    await page.getByRole('spinbutton', { name: '分数线，不高于 分' }).fill('62');
    const answer = page.getByText(/分数线 60 改 62：进入 [\d,]+ 户，退出 0 户/);
    await answer.waitFor({ timeout: 60_000 });
    const enters = whole(/进入 ([\d,]+) 户/.exec(await answer.innerText())?.[1] ?? '');

    expect(enters).toBeGreaterThan(100);
    expect(await answer.innerText()).toMatch(/一年多花 [\d,.]+ 万元/);
    expect(await page.getByText(/复核结果是演示编造的/).isVisible()).toBe(true);
    expect(await barriers(page)).toEqual([]);

    const first = page.locator('.moved-areas tbody tr').first();
    const counted = whole(await first.getByRole('button', { name: /进入/ }).innerText());
    await first.getByRole('button', { name: /进入/ }).click();
    const list = page.getByRole('dialog');
    await list.locator('.simulated li').first().waitFor({ timeout: 60_000 });
    expect(await list.locator('.simulated li').count()).toBe(Math.min(50, counted));
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '存方案' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('放宽两分');
    await page.getByRole('textbox', { name: '理由' }).fill('会上有人问，先看看');
    await page.getByRole('button', { name: '存下' }).click();
    await page.getByText('放宽两分').waitFor({ timeout: 60_000 });

    expect(person.complaints).toEqual([]);
  });

  test('the line is moved with the keyboard alone, and what is tried stands in the address', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/simulations');
    const slider = page.getByRole('slider', { name: '分数线，不高于' });
    await slider.waitFor();

    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/分数线 60 改 61：/).waitFor({ timeout: 60_000 });

    expect(decodeURIComponent(page.url())).toContain('"value":61');
  });

  test('the province’s analyst is led to a place with a sheet, and runs the county’s trial again', async () => {
    person = await signedIn('province');
    const { page } = person;

    await page.goto('/simulations');
    await page.getByText('这里没有生效的评分表').waitFor();
    await page.locator('.sheet-places').getByRole('link', { name: '环江毛南族自治县' }).click();
    const saved = page.locator('.saved-trials li').filter({ hasText: '放宽两分' });
    await saved.waitFor({ timeout: 60_000 });
    await saved.getByRole('button', { name: '打开重算' }).click();
    await page.getByText(/分数线 60 改 62：进入 [\d,]+ 户/).waitFor({ timeout: 60_000 });

    expect(await saved.getByText('会上有人问，先看看').isVisible()).toBe(true);
    expect(await saved.getByRole('button', { name: '删除' }).count()).toBe(0);
    expect(person.complaints).toEqual([]);
  });

  test('fits a phone, in English too', async () => {
    person = await signedIn('county', { width: 390, height: 844, english: true });
    const { page } = person;

    await page.goto('/simulations?b=[{"kind":"cutOff","value":62}]');
    await page.getByText(/Cut-off 60 to 62:/).waitFor({ timeout: 60_000 });

    expect(await sideways(page)).toBe(0);
  });
});
