// Coming in: the right password, a wrong one, and going out again.

import { TOTP as Codes, Secret } from 'otpauth';
import type { Page } from 'playwright-core';
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

  test('somebody with a password from another hand changes it first, and a second factor is asked for after it', async () => {
    const officer = await signedIn('county');
    const opened = await posted(officer.page, '/api/access/accounts', {
      username: `visitor-${Date.now()}`,
      displayName: '陈干事',
      title: '扶贫办干事',
      role: 'county',
      area: '451226',
    });
    await officer.leave();
    const { account, password: given } = opened as {
      account: { username: string };
      password: string;
    };
    person = await somebody();
    const { page } = person;
    const enter = async (secret: string) => {
      await page.goto('/sign-in');
      await page.getByLabel('账号').fill(account.username);
      await page.getByLabel('密码').fill(secret);
      await page.getByRole('button', { name: '登录' }).click();
    };

    await enter(given);
    await page.getByRole('heading', { name: '先换密码' }).waitFor();
    const own = '清早的雾盖住了半座山';
    await page.getByLabel('现在的密码').fill(given);
    await page.getByLabel('新密码', { exact: true }).fill(own);
    await page.getByLabel('再输一遍新密码').fill(own);
    await page.getByRole('button', { name: '换密码并继续' }).click();
    await page.waitForURL(/\/overview/);

    const enrolled = await posted(page, '/api/access/me/second-factor', { password: own });
    const factor = codesOf((enrolled as { secret: string }).secret);
    await posted(page, '/api/access/me/second-factor/confirmation', { code: factor(0) });
    await page.getByRole('button', { name: /陈干事/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/sign-in/);
    await enter(own);
    await page.getByRole('heading', { name: '第二步验证' }).waitFor();
    await page.getByLabel('六位数字').fill('000000');
    await page.getByRole('button', { name: '验证' }).click();
    await page.getByRole('alert').waitFor();
    // A code serves once, so the one that confirmed the factor is spent.
    await page.getByLabel('六位数字').fill(factor(30_000));
    await page.getByRole('button', { name: '验证' }).click();

    await page.waitForURL(/\/overview/);
    expect(person.complaints).toEqual([]);
  });

  test('each role lands on the first page it may open', async () => {
    person = await signedIn('admin');
    const { page } = person;

    await page.waitForURL(/\/(audit|accounts|packs)/);

    expect(await page.getByRole('link', { name: '总览' }).count()).toBe(0);
  });
});

/** Sends something as the person who is signed in would. */
function posted(page: Page, path: string, body: object): Promise<unknown> {
  return page.evaluate(`fetch('${path}', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ${JSON.stringify(JSON.stringify(body))},
  }).then((answer) => (answer.status === 204 ? null : answer.json()))`);
}

/** What the authenticator on a phone shows, so many milliseconds from now. */
function codesOf(secret: string): (ahead: number) => string {
  const codes = new Codes({ secret: Secret.fromBase32(secret) });
  return (ahead) => codes.generate({ timestamp: Date.now() + ahead });
}
