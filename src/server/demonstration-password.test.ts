import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { isPassword } from '#server/access/password-hash.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { accountLines, noteTold } from './demonstration-password.ts';

const { platform } = await anApp({ routes: [] });

const passwordIn = (lines: readonly string[]) => lines[0]?.split(' ').at(-1) ?? '';

async function opens(password: string): Promise<boolean> {
  const account = await inScope(platform.db, everything, (tx) =>
    findAccountByUsername(tx, 'county'),
  );
  return isPassword(account?.passwordHash ?? null, password);
}

test('a password that was never printed gives way to another that is; once printed it stays', async () => {
  const lost = passwordIn(
    await accountLines(platform, { places: huanjiangPlaces, given: undefined }),
  );
  const printed = passwordIn(
    await accountLines(platform, { places: huanjiangPlaces, given: undefined }),
  );
  await noteTold({ ...platform, demonstration: true });
  const later = await accountLines(platform, { places: huanjiangPlaces, given: undefined });

  expect(printed).not.toBe(lost);
  expect(await opens(lost)).toBe(false);
  expect(await opens(printed)).toBe(true);
  expect(later).toEqual([expect.stringContaining('沿用首次启动时打印的密码')]);
});

test('a password given by name is taken at any start', async () => {
  const lines = await accountLines(platform, {
    places: huanjiangPlaces,
    given: 'given-for-this-start',
  });

  expect(passwordIn(lines)).toBe('given-for-this-start');
  expect(await opens('given-for-this-start')).toBe(true);
});
