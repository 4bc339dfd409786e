import { expect, test } from 'vitest';
import { aDatabase } from '#tests/world/database.ts';

const { owner } = await aDatabase();

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

async function tablesThatNameHouseholds(): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(`
    select t.relname as name,
      (select array_agg(a.attname::text) from pg_attribute a
       where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select array_agg(a.attname::text) from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indrelid = t.oid and i.indisprimary), '{}') as key
    from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and not t.relispartition
    order by 1`);
  return rows.filter(({ columns }) => columns.includes('household_id'));
}

/** Not seen by where it lives: an index of numbers. */
const withoutPlace = ['registry_person_key'];

test('every table that names a household has its county and its place, so that the rows follow a household that moves', async () => {
  const tables = await tablesThatNameHouseholds();
  const lost = tables.filter(
    ({ columns }) => !columns.includes('county') || !columns.includes('area_code'),
  );

  expect(tables.length).toBeGreaterThan(20);
  expect(lost.map(({ name }) => name)).toEqual(withoutPlace);
});

/** What the register gives back by itself, and what only says where a household stood among others. */
const stays = [
  'casework_campaign_household',
  'insight_burden_again',
  'registry_conflict',
  'registry_event',
  'registry_income_entry',
  'registry_income_year',
  'registry_person',
  'registry_person_key',
  'supervision_rating',
  'supervision_sample',
  'targeting_score',
  'workforce_proposed',
];

test('every table that names a household goes with one that is merged, but for those that are stated to stay', async () => {
  const tables = await tablesThatNameHouseholds();
  const { rows } = await owner.query<{ relation: string }>(
    'select relation::text from registry_owned_tables()',
  );
  const moved = new Set(rows.map(({ relation }) => relation));

  const left = tables.filter(({ name, columns }) => columns.includes('county') && !moved.has(name));
  expect(left.map(({ name }) => name)).toEqual(stays);
});
