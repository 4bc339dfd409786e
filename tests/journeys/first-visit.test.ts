// An empty system: its first visitor becomes the administrator.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, somebody } from './person.ts';
import { type StartedServer, startServer } from './running-server.ts';

describe.skipIf(!hasBrowser)('the first visit of an empty system', () => {
  let server: StartedServer;
  let person: Person;
  beforeAll(async () => {
    server = await startServer({ BANGFU_DEMO: 'none' });
  });
  afterEach(async () => {
    await person.leave();
  });
  afterAll(async () => {
    await server?.stop();
  });

  test('a weak password is refused in a sentence, a good one creates the administrator, once', async () => {
    person = await somebody({ address: server.address });
    const { page } = person;

    await page.goto('/');
    await page.getByRole('heading', { name: '建立管理员' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('姓名').fill('林主任');
    await page.getByLabel('密码').fill('123456');
    await page.getByRole('button', { name: '建立管理员并登录' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('密码').fill('山上的桑叶三月就绿了');
    await page.getByRole('button', { name: '建立管理员并登录' }).click();

    await page.waitForURL((url) => url.pathname !== '/set-up');
    await page.getByRole('button', { name: /林主任/ }).waitFor();
    await page.goto('/set-up');
    await page.getByText('这个系统已经有管理员，请登录。').waitFor();
    expect(person.complaints).toEqual([]);
  });
});
