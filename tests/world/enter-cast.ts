// Opens the accounts of the cast, all with one password, and a session for each.
import { everything } from '#domain/access/scope.ts';
import { areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import { insertAccount } from '#server/access/account.store.ts';
import { hashOfToken, newToken } from '#server/access/authenticate.ts';
import { hashPassword } from '#server/access/password-hash.ts';
import { insertSession } from '#server/access/session.store.ts';
import { inScope } from '#server/database/connect.ts';
import type { Platform } from '#server/platform.ts';
import { type CastName, cast, castNames, type Person } from './cast.ts';
import type { Planted } from './plant.ts';

export const password = 'a cup of oil tea';

export interface Entered {
  readonly id: string;
  readonly token: string;
  readonly households: readonly string[] | null;
}

let hash: Promise<string> | undefined;

export async function enterCast(
  platform: Platform,
  planted: Planted,
  { empty, only }: { readonly empty?: boolean; readonly only?: 'home' | 'neighbour' },
): Promise<Readonly<Record<CastName, Entered>>> {
  const entered = new Map<CastName, Entered>();
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  await inScope(platform.db, everything, async (tx) => {
    for (const name of castNames) {
      const person: Person = cast[name];
      const area = areaCode(person.area);
      const id = platform.newId(countyNumberOf(area) ?? 0);
      const token = newToken();
      const side = person.area.startsWith('451225') ? 'neighbour' : 'home';
      const chosen = person.households?.flatMap((index) => planted[side].households[index] ?? []);
      const households = chosen ?? null;
      entered.set(name, { id, token, households });
      if (empty === true || (only !== undefined && only !== side)) continue;
      const now = platform.clock.now();
      const { username, displayName, title, role } = person;
      await insertAccount(tx, {
        id,
        username,
        passwordHash,
        role,
        displayName,
        title,
        area,
        areas: (person.areas ?? [person.area]).map(areaCode),
        households,
        language: 'zh',
        mustChangePassword: false,
        now,
      });
      const expiresAt = new Date(Date.parse(now) + 7 * 24 * 3600 * 1000).toISOString();
      const device = 'test';
      const tokenHash = hashOfToken(token);
      await insertSession(tx, { tokenHash, account: id, stage: 'full', now, expiresAt, device });
    }
  });
  return Object.fromEntries(entered) as Record<CastName, Entered>;
}
