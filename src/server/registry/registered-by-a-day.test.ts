import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { HouseholdRecord } from '#domain/registry/household.ts';
import { isRegistered } from '#domain/registry/stage.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { numberIn, rowOf } from '#tests/world/pack-rows.ts';
import { shippedOn } from '#tests/world/shipped-packs.ts';
import { insertHouseholds } from './bulk.store.ts';
import { registryHouseholdRoutes } from './household.routes.ts';
import { toHouseholdRows } from './to-household-rows.ts';

const app = await anApp({ routes: registryHouseholdRoutes });
const endOf2014 = '2014-12-31';

/** Surveyed on a day and listed on another. */
function poor(surveyedOn: string, listedOn: string): HouseholdRecord {
  const written = <Kind extends string>(day: string, kind: Kind) => ({
    id: anId(),
    kind,
    trueFrom: plainDate(day),
    recordedAt: `${day}T02:00:00.000Z`,
    author: null,
    authorName: '林村干',
    source: 'visit',
  });
  return aHousehold(
    { areaCode: places.village, stage: 'LISTED', surveyedOn, listedOn },
    [aPerson(), aPerson({ relation: 'SPOUSE', birthDate: '1970-04-04' })],
    {
      registration: written(surveyedOn, 'household.registered'),
      events: [
        {
          ...written(listedOn, 'household.stage'),
          changes: [{ field: 'stage', from: 'SURVEYED', to: 'LISTED' }],
        },
      ],
    },
  );
}

const inTime = [poor('2014-05-10', '2014-10-20'), poor('2014-06-02', endOf2014)];
const tooLate = poor('2014-12-01', '2015-01-01');

beforeAll(async () => {
  const { secrets } = app.platform;
  await inScope(app.db, everything, (tx) =>
    insertHouseholds(
      tx,
      [...inTime, tooLate].map((record) => toHouseholdRows(record, { secrets, today })),
    ),
  );
});

/** Of the poor there are by now, how many had a card and a file on that day, in per cent. */
async function registeredOn(day: string, all: readonly HouseholdRecord[]): Promise<number> {
  const cards = await Promise.all(
    all.map(
      async ({ id }) =>
        (await app.as('lin').get(`/api/registry/households/${id}/at`, { trueOn: day })).body,
    ),
  );
  const filed = cards.filter(
    ({ existed, values, members }) =>
      existed &&
      isRegistered(String(values.stage)) &&
      values.householdNo !== null &&
      members.length > 0,
  );
  return (100 * filed.length) / all.length;
}

test('[TL-07] all poor people have card and file by the end of 2014, and one listed the day after misses it', async () => {
  const pack = shippedOn('tongliao-2015', endOf2014);
  const [target] = rowOf(pack.rows.plans, 'registered').targets;
  const required = Number(numberIn(pack, 'fullCoverage'));

  expect([target?.by, target?.value]).toEqual([endOf2014, required]);
  expect(await registeredOn(endOf2014, inTime)).toBe(required);
  expect(await registeredOn('2014-12-30', inTime)).toBeLessThan(required);
  expect(await registeredOn(endOf2014, [...inTime, tooLate])).toBeLessThan(required);
  expect(await registeredOn('2015-01-01', [...inTime, tooLate])).toBe(required);
});
