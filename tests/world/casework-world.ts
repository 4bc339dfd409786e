// A household whose people can act in cases, colleagues for those who may not review their own work, and
// a day that moves on.
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { insertAccount } from '#server/access/account.store.ts';
import { hashOfToken, newToken } from '#server/access/authenticate.ts';
import { insertOffice } from '#server/access/office.store.ts';
import { insertSession } from '#server/access/session.store.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import type { TestApp } from './app.ts';
import type { Caller } from './caller.ts';
import { type Person, places } from './cast.ts';
import { aHousehold, aPerson, today } from './household.ts';

export async function aRegistered(app: TestApp, values: HouseholdValues): Promise<string> {
  const [id = ''] = await manyRegistered(app, values, 1);
  return id;
}

/** So many households alike, stored together. */
export async function manyRegistered(
  app: TestApp,
  values: HouseholdValues,
  count: number,
): Promise<readonly string[]> {
  const records = Array.from({ length: count }, () =>
    aHousehold({ areaCode: places.village, ...values }, [aPerson()]),
  );
  await inScope(app.platform.db, everything, (tx) =>
    insertHouseholds(
      tx,
      records.map((record) => toHouseholdRows(record, { secrets: app.platform.secrets, today })),
    ),
  );
  return records.map(({ id }) => id);
}

/** Somebody of one's own choosing, signed in. */
export async function aColleague(app: TestApp, person: Colleague): Promise<Caller> {
  return app.withToken(await aToken(app, person));
}

type Colleague = Omit<Person, 'households'> & {
  readonly sees?: readonly string[];
  readonly offices?: readonly string[];
  /** Since when the offices are held. */
  readonly since?: string;
};

/** The token of their session, for a browser. */
export async function aToken(app: TestApp, person: Colleague): Promise<string> {
  const { platform } = app;
  const id = platform.newId(451226);
  const token = newToken();
  const { username, displayName, title, role, area, sees, offices = [] } = person;
  const from = plainDate(person.since ?? '2016-01-01');
  await inScope(platform.db, everything, async (tx) => {
    await insertAccount(tx, {
      id,
      username,
      passwordHash: '',
      role,
      displayName,
      title,
      area: areaCode(area),
      areas: [areaCode(area)],
      households: sees ?? null,
      language: 'zh',
      mustChangePassword: false,
      now: platform.clock.now(),
    });
    for (const office of offices) {
      const tenure = { county: 451226, id: platform.newId(451226), account: id, office };
      await insertOffice(tx, { ...tenure, area: areaCode(area), from, until: null });
    }
    await insertSession(tx, {
      tokenHash: hashOfToken(token),
      account: id,
      stage: 'full',
      now: platform.clock.now(),
      expiresAt: '2017-12-01T00:00:00.000Z',
      device: 'test',
    });
  });
  return token;
}

/** The days of the installation go on; its instants stay the test's. */
export function movableDay({ platform }: TestApp): (day: string) => void {
  const clock = platform.clock as { today: () => PlainDate };
  return (day) => {
    clock.today = () => plainDate(day);
  };
}
