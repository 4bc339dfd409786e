import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { everything, scopeOfAreas } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { clientOf, inScope } from '#server/database/connect.ts';
import { aDatabase } from '#tests/world/database.ts';

const { db, owner } = await aDatabase();
await owner.query(`
  create table kernel_trial (area_code text collate "C", word text);
  grant select, insert on kernel_trial to bangfu_app;
  alter table kernel_trial enable row level security;
  create policy by_area on kernel_trial using (
    area_code >= current_setting('app.low', true) and area_code < current_setting('app.high', true));
  insert into kernel_trial values ('451226101', 'ours'), ('451225101', 'theirs')`);

const words = sql<{ word: string }>`select word from kernel_trial order by word`;

test('a transaction sees the rows of its scope and no others', async () => {
  const scope = scopeOfAreas([areaCode('451226')], null);

  const { rows } = await inScope(db, scope, (tx) => words.execute(tx));

  expect(rows).toEqual([{ word: 'ours' }]);
});

test('outside a scope no row is seen, not even after a scope was used on the same session', async () => {
  await Promise.all([1, 2, 3].map(() => inScope(db, everything, (tx) => words.execute(tx))));

  const { rows } = await words.execute(db);

  expect(rows).toEqual([]);
});

test('a row outside the scope cannot be written', async () => {
  const scope = scopeOfAreas([areaCode('451226')], null);

  const write = inScope(db, scope, (tx) =>
    sql`insert into kernel_trial values ('451225101', 'planted')`.execute(tx),
  );

  await expect(write).rejects.toThrow('row-level security');
});

test('what throws is rolled back, and the session is clean for the next one', async () => {
  const spoiled = inScope(db, everything, async (tx) => {
    await sql`insert into kernel_trial values ('451226101', 'undone')`.execute(tx);
    throw new Error('changed my mind');
  });

  await expect(spoiled).rejects.toThrow('changed my mind');
  const { rows } = await inScope(db, everything, (tx) => words.execute(tx));
  expect(rows.map(({ word }) => word)).toEqual(['ours', 'theirs']);
});

test('a session the server cut is not used again', async () => {
  const cut = inScope(db, everything, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    return words.execute(tx);
  });

  await expect(cut).rejects.toThrow();
  const { rows } = await inScope(db, everything, (tx) => words.execute(tx));
  expect(rows).toHaveLength(2);
});

test('reading refuses to write', async () => {
  const write = (tx: typeof db) => sql`insert into kernel_trial values ('4', 'x')`.execute(tx);

  await expect(inScope(db, everything, write, 'read')).rejects.toThrow('read-only');
});

test('a transaction inside a transaction is refused instead of ending the outer one early', async () => {
  const nested = inScope(db, everything, (tx) => tx.transaction().execute(async () => undefined));

  await expect(nested).rejects.toThrow('a transaction is open already');
});

test('a scope inside a scope is refused', async () => {
  const again = inScope(db, everything, (tx) => inScope(tx, everything, async () => undefined));

  await expect(again).rejects.toThrow('inScope needs the database');
});

test('the session behind a transaction is the transaction', async () => {
  const rows = await inScope(db, scopeOfAreas([areaCode('451226')], null), async (tx) => {
    const result = await clientOf(tx).query<{ word: string }>('select word from kernel_trial');
    return result.rows;
  });

  expect(rows).toEqual([{ word: 'ours' }]);
  expect(() => clientOf(db)).toThrow('only a transaction');
});

test('long results can be read row by row', async () => {
  const seen = await inScope(db, everything, async (tx) => {
    const found: unknown[] = [];
    const query = tx.selectNoFrom(sql<number>`generate_series(1, 2500)`.as('n'));
    for await (const { n } of query.stream(1000)) found.push(n);
    return found.length;
  });

  expect(seen).toBe(2500);
});

test('numbers, dates and instants arrive as plain values that lose nothing', async () => {
  const { rows } = await sql`select
    9007199254740991::int8 as fen, '{1,null}'::int8[] as counts, 12.50::numeric as area,
    date '2016-09-30' as day, '{2016-09-30,null}'::date[] as days,
    timestamptz '2016-09-30 08:00:00.123456+08' as at,
    '{2016-09-30 08:00:00+08,null}'::timestamptz[] as times,
    timestamp '2016-09-30 08:00:00' as local, timestamptz 'infinity' as never`.execute(db);

  expect(rows).toEqual([
    {
      fen: 9007199254740991,
      counts: [1, null],
      area: '12.50',
      day: '2016-09-30',
      days: ['2016-09-30', null],
      at: '2016-09-30T00:00:00.123456Z',
      times: ['2016-09-30T00:00:00Z', null],
      local: '2016-09-30T08:00:00',
      never: 'infinity',
    },
  ]);
});

test('an int8 a number cannot hold is refused instead of rounded', async () => {
  await expect(sql`select 9007199254740993::int8 as fen`.execute(db)).rejects.toThrow(
    'select it as text',
  );
});
