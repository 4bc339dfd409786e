// The password of the demonstration accounts, printed once. It counts as told only when it was printed: a
// start that ended before that, killed or because its port was taken, locks nobody out, for the next one
// makes another.
import { randomBytes } from 'node:crypto';
import { everything } from '#domain/access/scope.ts';
import {
  type DemonstrationPlaces,
  ensureDemonstrationAccounts,
} from '#server/access/demonstration-accounts.ts';
import { inScope } from '#server/database/connect.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';

const toldMark = 'demonstration.told';

/** Lines for the terminal about how to sign in; `noteTold` when they have been printed. */
export async function accountLines(
  platform: Pick<Platform, 'db' | 'clock' | 'newId'>,
  { places, given }: { readonly places: DemonstrationPlaces; readonly given: string | undefined },
): Promise<readonly string[]> {
  const isTold = await inScope(platform.db, everything, (tx) => findSetting(tx, toldMark), 'read');
  const password = given ?? (isTold === true ? undefined : newPassword());
  if (password === undefined) {
    return [
      '演示账号沿用首次启动时打印的密码。 The demonstration accounts keep the password printed at the first start.',
    ];
  }
  const accounts = await ensureDemonstrationAccounts(platform, {
    places,
    password,
    isPasswordGiven: true,
  });
  return [
    `演示账号，密码都是  Demonstration accounts, all with the password  ${password}`,
    ...accounts.map(
      ({ username, displayName, title }) => `  ${username.padEnd(12)} ${displayName} ${title}`,
    ),
  ];
}

/** From now on the accounts keep their password. */
export async function noteTold({ db, demonstration }: Platform): Promise<void> {
  if (!demonstration) return;
  await inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, toldMark)) !== true) await saveSetting(tx, toldMark, true);
  });
}

function newPassword(): string {
  return randomBytes(9).toString('base64url');
}
