// Coming in: the right password, a wrong one, and going out again.

import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, password, signedIn, somebody } from './person.ts';

describe.skipIf(!hasBrowser)('signing in', () => {
  let person: Person;
  afterEach(async () => {
    await person.leave();
  });

  test('somebody without a session is led to the door, and after it to where they wanted to go', async () => {
    person = await somebody();
    const { page } = person;

    await page.goto('/overview?area=451226100');
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('账号').fill('county');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('heading', { level: 1, name: '思恩镇总览' }).waitFor();
    expect(person.complaints).toEqual([]);
  });

  test('a wrong password is answered in a sentence beside the form, and nobody comes in', async () => {
    person = await somebody();
    const { page } = person;

    await page.goto('/sign-in');
    await page.getByLabel('账号').fill('county');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await barriers(page)).toEqual([]);
  });

  test('an address of another site is not followed after sign-in', async () => {
    person = await somebody();
    const { page } = person;

    await page.goto('/sign-in?to=//example.org/');
    await page.getByLabel('账号').fill('county');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('heading', { level: 1 }).filter({ hasText: '总览' }).waitFor();
    expect(new URL(page.url()).host).toBe(new URL(await page.evaluate('location.href')).host);
    expect(new URL(page.url()).pathname).toBe('/overview');
  });

  test('after signing out the pages are closed again', async () => {
    person = await signedIn('county');
    const { page } = person;

    await page.getByRole('button', { name: /我的账号/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto('/overview');

    await page.waitForURL(/\/sign-in/);
    expect(await page.getByLabel('账号').isVisible()).toBe(true);
  });

  test('each role lands on the first page it may open', async () => {
    person = await signedIn('admin');
    const { page } = person;

    await page.waitForURL(/\/(audit|accounts|packs)/);

    expect(await page.getByRole('link', { name: '总览' }).count()).toBe(0);
  });
});
