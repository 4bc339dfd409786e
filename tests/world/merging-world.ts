// Two records of one household, merged and undone, and the register around them as anybody would read it.
import { sql } from 'kysely';
import { expect } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import type { HouseholdValues, PersonRecord, PersonValues } from '#domain/registry/household.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { countNow, countsOf } from '#server/registry/count.store.ts';
import { countLines } from '#server/registry/count-lines.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import type { TestApp } from './app.ts';
import { places } from './cast.ts';
import { aHousehold, anId, aPerson, today } from './household.ts';

export interface Stored {
  readonly id: string;
  readonly persons: readonly string[];
}

type Choices = { fields?: object; years?: object; members?: readonly object[] };

/** Versions and instants go on; what anybody would read is compared. */
const moving = "'{version,changed_at,position}'::text[]";

export const head = (values: PersonValues = {}) => aPerson({ name: '覃大山', ...values });

export function mergingWorld(app: TestApp) {
  const { secrets } = app.platform;
  const [chen, fang] = [app.as('chen'), app.as('fang')];
  const asSystem = <Result>(work: (tx: Tx) => Promise<Result>) => inScope(app.db, everything, work);

  async function aStored(
    values: HouseholdValues,
    persons: readonly PersonRecord[],
    incomes: readonly (readonly [year: number, yuan: number])[] = [],
  ): Promise<Stored> {
    const record = aHousehold({ areaCode: places.village, stage: 'SURVEYED', ...values }, persons, {
      incomes: incomes.map(([year, yuan]) => ({
        id: anId(),
        year,
        kind: 'villagePost' as const,
        amountFen: yuan * 100,
      })),
    });
    await asSystem((tx) => insertHouseholds(tx, [toHouseholdRows(record, { secrets, today })]));
    return { id: record.id, persons: record.persons.map(({ id }) => id) };
  }

  async function aPair(one: string, other: string): Promise<string> {
    const named = await chen.post(`/api/registry/households/${one}/duplicates`, {
      other,
      reason: '入户时发现',
    });
    expect(named.status).toBe(200);
    return named.body.id;
  }

  /** Merges as proposed, with the choices given instead where they are. */
  async function merge(pair: string, kept: string, { members, ...choices }: Choices = {}) {
    const { body } = await chen.get(`/api/registry/duplicates/${pair}`, { keep: kept });
    const proposed = await chen.post(`/api/registry/duplicates/${pair}/merge`, {
      kept,
      choices: { members: members ?? body.comparison.fates, ...choices },
      reason: '同一户登记了两次',
      position: body.pair.position,
    });
    if (proposed.body.pair?.state !== 'proposed') return proposed;
    return fang.post(`/api/registry/duplicates/${pair}/confirmation`, {
      position: proposed.body.pair.position,
    });
  }

  const undo = (pair: string) =>
    chen.post(`/api/registry/duplicates/${pair}/undo`, { reason: '查明是两户' });

  async function registerOf(ids: readonly string[]) {
    const { rows: tables } = await app.owner.query(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and a.attname = 'household_id' and c.relname not in ('registry_event', 'registry_count_delta')
       order by 1`,
    );
    const all: Record<string, unknown> = {};
    for (const { name } of tables) {
      const { rows } = await app.owner.query(
        `select (to_jsonb(t) - ${moving})::text as row from ${name} t where household_id = any($1) order by 1`,
        [ids],
      );
      all[name] = rows.map(({ row }) => row);
    }
    const { rows } = await app.owner.query(
      `select (to_jsonb(t) - ${moving})::text as row from registry_household t where id = any($1) order by 1`,
      [ids],
    );
    const accounts = await app.owner.query(
      `select id, (select array_agg(h order by h) from unnest(households) h) as households
       from access_account where households is not null order by id`,
    );
    const cover = await app.owner.query(
      `select area_code, sum(households) as households, sum(persons) as persons
       from (select area_code, households, persons from workforce_count
         union all select area_code, households, persons from workforce_count_delta) counted
       group by area_code having sum(households) <> 0 or sum(persons) <> 0 order by 1`,
    );
    return {
      ...all,
      households: rows.map(({ row }) => row),
      accounts: accounts.rows,
      cover: cover.rows,
    };
  }

  const cards = async (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const { body } = await chen.get(`/api/registry/households/${id}`);
        const { version: _version, latestChange: _latest, members, ...card } = body;
        return {
          ...card,
          members: members.map(({ version: _, ...member }: { version: number }) => member),
        };
      }),
    );

  async function expectCountsTrue() {
    for (const area of ['451226', places.township, places.village]) {
      const lines = await asSystem(async (tx) => [
        await countsOf(tx, [areaCode(area)]),
        await countNow(tx, [areaCode(area)]),
      ]);
      const [kept, counted] = lines.map((all) =>
        all.map((line) => `${line.metric} ${line.key} ${line.households} ${line.persons}`).sort(),
      );
      expect(kept).toEqual(counted);
    }
  }

  /** Counts of rows that were put in behind the register's back. */
  async function recount(): Promise<void> {
    await app.owner.query('delete from registry_count; delete from registry_count_delta');
    await asSystem((tx) =>
      sql`insert into registry_count_delta (area_code, metric, key, households, persons)
        ${countLines(sql`registry_household`, sql`registry_person`)}`.execute(tx),
    );
  }

  return { aStored, aPair, merge, undo, registerOf, cards, expectCountsTrue, recount };
}
