// A county officer opens an account for a colleague, who signs in with the password told to them and
// must change it; later the account is disabled.

import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, test } from 'vitest';
import { barriers, hasBrowser, type Person, password, signedIn, somebody } from './person.ts';

const username = `journey-${Date.now().toString(36)}`;

describe.skipIf(!hasBrowser)('accounts', () => {
  const people: Person[] = [];
  const arrive = async (coming: Promise<Person>) => {
    const person = await coming;
    people.push(person);
    return person;
  };
  afterEach(async () => {
    for (const person of people.splice(0)) await person.leave();
  });

  test('one is opened, told its password once, must change it, and is shut out when disabled', async () => {
    const { page } = await arrive(signedIn('county'));

    await page.goto('/accounts');
    await page.getByRole('button', { name: '开账号' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('用户名').fill(username);
    await sheet.getByLabel('姓名').fill('蓝新来');
    await sheet.getByLabel('角色').selectOption('township');
    await sheet.getByRole('button', { name: '选择' }).click();
    await sheet.getByRole('button', { name: '下南乡', exact: true }).click();
    expect(await barriers(page)).toEqual([]);
    await sheet.getByRole('button', { name: '开账号' }).click();
    const given = await page.locator('.password-once output').innerText();
    await page.getByRole('button', { name: '我已记下' }).click();

    const colleague = await arrive(somebody());
    await enter(colleague, given);
    await colleague.page.getByRole('heading', { name: '先换密码' }).waitFor();
    const own = `四个-词语-连成-${username}`.replace(username, 'hedao');
    await colleague.page.locator('input[autocomplete=current-password]').fill(given);
    for (const field of await colleague.page.locator('input[autocomplete=new-password]').all()) {
      await field.fill(own);
    }
    await colleague.page.locator('button[type=submit]').click();
    await colleague.page.getByText('蓝新来').first().waitFor();

    await page.getByRole('link', { name: /蓝新来/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByText('已停用').waitFor();
    const refused = await arrive(somebody());
    await enter(refused, own);

    await refused.page.getByRole('alert').waitFor();
    expect(new URL(refused.page.url()).pathname).toBe('/sign-in');
  });

  test('a second factor is turned on with a code that can be scanned, asked for, and turned off again', async () => {
    const first = await arrive(signedIn('bank'));
    await first.page.goto('/security');
    await first.page.getByRole('button', { name: '启用' }).click();
    await first.page.getByLabel('先输入现在的密码').fill(password);
    await first.page.getByRole('button', { name: '下一步' }).click();
    await first.page.getByRole('img', { name: '供验证器扫描的二维码' }).waitFor();
    const secret = (await first.page.locator('.factor-secret').innerText()).replace(/\s/g, '');
    const phone = new TOTP({ secret: Secret.fromBase32(secret) });
    expect(await barriers(first.page)).toEqual([]);
    await first.page.getByLabel('六位数字').fill(phone.generate());
    await first.page.getByRole('button', { name: '启用第二步验证' }).click();
    await first.page.getByText('第二步验证已启用。', { exact: false }).waitFor();

    const again = await arrive(somebody());
    await enter(again, password, 'bank');
    await again.page.getByRole('heading', { name: '第二步验证' }).waitFor();
    // The code just used is not taken twice; the next one comes within half a minute.
    const later = phone.generate({ timestamp: Date.now() + 30_000 });
    await again.page.locator('input[autocomplete=one-time-code]').fill(later);
    await again.page.locator('button[type=submit]').click();
    await again.page.waitForURL((url) => url.pathname !== '/sign-in');

    const { page: officer } = await arrive(signedIn('county'));
    await officer.goto('/accounts?username=bank');
    await officer.getByRole('link', { name: /bank/ }).click();
    await officer.getByRole('button', { name: '取消第二步验证' }).click();
    await officer.getByRole('button', { name: '是', exact: true }).click();

    await officer
      .getByRole('dialog')
      .getByRole('button', { name: '取消第二步验证' })
      .waitFor({ state: 'detached' });
  });
});

async function enter({ page }: Person, secret: string, name = username): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=username]').fill(name);
  await page.locator('input[name=password]').fill(secret);
  await page.locator('button[type=submit]').click();
}
