// A county officer chooses a photograph beside the map, and everything else goes to its village.
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, sideways, signedIn } from './person.ts';

describe.skipIf(!hasBrowser)('a photograph beside the map', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('chooses its village in map, table, charts and numbers, and is filtered by what is chosen there', async () => {
    person = await signedIn('county');
    const { page } = person;
    await page.goto('/map?marks=photographs');
    const strip = page.locator('.photo-strip .photo');
    await strip.first().waitFor();
    const all = await strip.count();
    await page.locator('.photo-mark[role=button]').nth(5).waitFor();

    const village = page.locator('.photo', { hasText: '村 2016' }).first();
    await village.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/part=451226\d{6}(&|$)/);
    await page.locator('.photo-large img').waitFor();
    const { searchParams } = new URL(page.url());
    const part = searchParams.get('part') ?? '';
    expect(searchParams.get('area')).toBe(part.slice(0, 9));
    expect(searchParams.get('photo')).not.toBeNull();
    // The table, the map and the numbers are those of the village.
    await page.locator('.part-table tr.chosen').waitFor();
    await expect.poll(() => page.locator('.place.chosen').count()).toBe(1);
    await expect.poll(() => page.locator('.chosen-count').textContent()).toMatch(/^\d+ 户$/);
    await expect.poll(() => strip.count()).toBeLessThan(all);
    // Text, because it runs in the page: the types of these tests are those of a server.
    const naturalWidth = await page.evaluate<number>(
      `document.querySelector('.photo-large img').decode().then(() => document.querySelector('.photo-large img').naturalWidth)`,
    );
    expect(naturalWidth).toBeGreaterThan(300);
    expect(await barriers(page)).toEqual([]);

    // The same by its address; a month in which nothing was handed in leaves none, and says how to see all.
    await page.reload();
    await page.locator('.photo-large img').waitFor();
    await page.goto(`/map?area=${part.slice(0, 9)}&month=2015-12`);
    await page.getByRole('button', { name: '取消所选，看全部' }).click();
    await strip.first().waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('is on a phone what it is on a desk, and none of it is the neighbour’s', async () => {
    person = await signedIn('county', { width: 390, height: 844 });
    const { page } = person;
    await page.goto('/map');
    await page.locator('.photo-strip .photo').first().click();
    await page.locator('.photo-large img').waitFor();
    expect(await sideways(page)).toBe(0);
    expect(await barriers(page)).toEqual([]);
    const neighbour = await signedIn('county2');
    try {
      await neighbour.page.goto('/map');
      await neighbour.page.getByText('这里还没有地方照片').waitFor();
    } finally {
      await neighbour.leave();
    }
  });
});
