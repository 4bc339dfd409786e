import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { hashIdentity, openField } from '#server/registry/sealing.ts';
import { anApp } from '#tests/world/app.ts';
import { county } from '#tests/world/cast.ts';
import { comparisonWorld, numberOf } from '#tests/world/comparison-world.ts';
import {
  beginKeys,
  clearStages,
  findMatches,
  type HitsOf,
  openLeads,
  sealedPersons,
  stageKeys,
  stageOneMatch,
  stageRows,
  writeHits,
} from './match.store.ts';
import { matchHash } from './match-hash.ts';

const app = await anApp({ demonstration: true, routes: [] });
const { secrets, db } = app.platform;
const span = spanOf(areaCode(county));
const registered = 40;
const aList = app.platform.newId(Number(county));

beforeAll(async () => {
  const { aListedHousehold } = comparisonWorld(app);
  for (let serial = 1; serial <= registered; serial += 2) {
    await aListedHousehold([
      { serial, name: '韦大' },
      { serial: serial + 1, name: '韦小' },
    ]);
  }
});

class RolledBack extends Error {}

/** What a run would leave, without leaving it. */
async function tried<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  await inScope(db, everything, async (tx) => {
    result = await work(tx);
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return result as Result;
}

async function hitsIn(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ hit: string }>`
    select person_id::text || ' ' || row_no as hit from match_hit order by 1`.execute(tx);
  return rows.map(({ hit }) => hit);
}

const rowsOf = (serials: readonly number[], hash: (citizen: string) => Buffer) =>
  serials.map((serial, index) => [index + 2, hash(numberOf(serial)), '桂M', null] as const);

const byNumber = (serials: readonly number[]) =>
  tried(async (tx) => {
    const rows = await stageRows(
      tx,
      rowsOf(serials, (citizen) => hashIdentity(secrets, citizen)),
    );
    await findMatches(tx, { rows, list: aList, span, keys: 'register' });
    return hitsIn(tx);
  });

const byHash = (serials: readonly number[], key: Buffer) =>
  tried(async (tx) => {
    const rows = await stageRows(
      tx,
      rowsOf(serials, (citizen) => matchHash(key, citizen)),
    );
    await beginKeys(tx);
    for await (const persons of sealedPersons(tx, span)) {
      await stageKeys(
        tx,
        persons.map(({ identity_sealed, county: of, id, household_id }) => {
          const citizen = openField(secrets, 'identity', identity_sealed).slice(0, 18);
          return [matchHash(key, citizen), of, id, household_id];
        }),
      );
    }
    await findMatches(tx, { rows, list: aList, span, keys: 'staged' });
    return hitsIn(tx);
  });

/** Some of the register, some of nobody, some twice. */
const serials = fc.array(fc.integer({ min: 1, max: registered * 2 }), { maxLength: 40 });

test('matching by hashes finds exactly what matching by numbers finds', async () => {
  await fc.assert(
    fc.asyncProperty(serials, async (list) => {
      const found = await byNumber(list);

      expect(found).toHaveLength(list.filter((serial) => serial <= registered).length);
      expect(await byHash(list, randomBytes(32))).toEqual(found);
    }),
    { numRuns: 5 },
  );
});

const registerSum = async (tx: Tx) => {
  const { rows } = await sql<{ sum: string }>`
    select (select md5(string_agg(h::text, '' order by id)) from registry_household h)
      || (select md5(string_agg(p::text, '' order by id)) from registry_person p)
      || (select md5(string_agg(e::text, '' order by id)) from registry_event e) as sum`.execute(
    tx,
  );
  return rows[0]?.sum;
};

test('[JJ-25] a machine removes nobody: whatever a list holds, its run leaves the register as it was', async () => {
  const list = app.platform.newId(Number(county));
  const of: HitsOf = {
    ...{ list, kind: 'vehicles', title: '车辆', way: 'number', accountName: '交警' },
    ...{ today: '2016-09-01', now: '2016-09-01T00:00:00.000Z', dueOn: '2016-09-18' },
  };
  await fc.assert(
    fc.asyncProperty(serials, async (held) => {
      await tried(async (tx) => {
        const before = await registerSum(tx);
        const rows = await stageRows(
          tx,
          rowsOf(held, (citizen) => hashIdentity(secrets, citizen)),
        );
        await findMatches(tx, { rows, list, span, keys: 'register' });
        const hits = await writeHits(tx, of);
        const opened = await openLeads(tx, of);

        const households = new Set(
          held.filter((serial) => serial <= registered).map((serial) => Math.ceil(serial / 2)),
        );
        expect(opened).toMatchObject({ households: households.size, newLeads: households.size });
        expect(hits).toBe(held.filter((serial) => serial <= registered).length);
        expect(await registerSum(tx)).toBe(before);
      });
    }),
    { numRuns: 5 },
  );
});

test('what is found after a lead was decided opens another, and the same row is asked once', async () => {
  const of: HitsOf = {
    ...{ list: aList, kind: 'vehicles', title: '车辆', way: 'name', accountName: '陈' },
    ...{ today: '2016-09-01', now: '2016-09-01T00:00:00.000Z', dueOn: null },
  };
  const counted = await tried(async (tx) => {
    const { rows } = await sql<{ id: string; household_id: string; area_code: string }>`
      select id, household_id, area_code from registry_person order by id limit 1`.execute(tx);
    const person = rows[0];
    if (person === undefined) throw new Error('the register is empty');
    const found = async (row: number) => {
      await stageOneMatch(tx, aList, {
        ...{ row, object: '桂M', since: null, county: Number(county) },
        ...{ person: person.id, household: person.household_id, area: person.area_code },
      });
      const hits = await writeHits(tx, of);
      const { newLeads } = await openLeads(tx, of);
      await clearStages(tx);
      return [hits, newLeads];
    };
    const first = await found(2);
    const whileOpen = await found(3);
    await sql`update targeting_lead set state = 'decided', outcome = 'cleared',
      decided_on = '2016-09-02'`.execute(tx);
    return { first, whileOpen, again: await found(3), later: await found(4) };
  });

  expect(counted).toEqual({ first: [1, 1], whileOpen: [1, 0], again: [0, 0], later: [1, 1] });
});
