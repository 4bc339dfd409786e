// A first secretary's day: what waits at the desk, a case moved on, a house visited and a problem noted on the
// phone, the village's own register, and what the village offers.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

describe.skipIf(!hasBrowser)('a first secretary', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  for (const [place, size] of [
    ['at the desk', desk],
    ['on the phone', phone],
  ] as const) {
    test(`[HJ-23] [TL-35] a first secretary’s day ${place}: what waits, whom to visit, what is open in the village, its register and its plan`, async () => {
      person = await signedIn('village', size);
      const { page } = person;
      const look = async (address: string, heading: string | RegExp) => {
        await page.goto(address);
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await page.waitForLoadState('networkidle');
        expect([address, await barriers(page)]).toEqual([address, []]);
        expect([address, await sideways(page)]).toEqual([address, 0]);
      };

      await look('/cases', /办理|待办|事项/);
      const waiting = page.locator('a[href^="/cases/"]');
      await waiting.first().waitFor();
      await waiting.first().click();
      await page.waitForURL(/\/cases\/[0-9a-f-]+/);
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await look('/visits', '走访');
      await look('/problems', '问题清单');
      await look('/registers', /./);
      await page.getByRole('heading', { level: 3, name: '贫困户村册' }).waitFor();
      await look('/plans', /./);
      await look('/organisation', '组织');
      await look('/market', '供求信息');
      expect(person.complaints).toEqual([]);
    });
  }

  test('[HJ-09] [HJ-24] a visit of the day finds something, which is on the household’s page at once', async () => {
    person = await signedIn('village', phone);
    const { page } = person;
    await page.goto('/visits');
    await page.locator('.workforce-cards a[href^="/visits/"]').nth(1).click();
    await page.waitForURL(/\/visits\/[0-9a-f-]+/);
    const household = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: '+ 有问题' }).click();
    await page.getByLabel(/有问题：/).fill('水池裂缝，夜里断水');
    await page.getByRole('button', { name: '记下这次走访' }).click();
    await page.waitForURL(/\/visits$/);
    await page.goto(`/households/${household}`);
    await page.getByText('水池裂缝，夜里断水').first().waitFor();
    expect(await sideways(page)).toBe(0);
    expect(person.complaints).toEqual([]);
  });
});
