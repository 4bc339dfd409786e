import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { stoppable } from './stoppable.ts';

const { platform } = await anApp({ routes: [] });

test('when whoever asked hangs up, the database stops and the session serves the next one', async () => {
  const hungUp = new AbortController();
  const waiting = inScope(platform.db, everything, (tx) =>
    stoppable({ tx, platform, gone: hungUp.signal }, async () => {
      hungUp.abort();
      return sql`select pg_sleep(60)`.execute(tx);
    }),
  );

  await expect(waiting).rejects.toMatchObject({ kind: { code: 'insight/simulation-too-long' } });
  const { rows } = await inScope(platform.db, everything, (tx) =>
    sql<{ one: number }>`select 1 as one`.execute(tx),
  );
  expect(rows).toEqual([{ one: 1 }]);
});

test('a statement over its time is refused with what to do, not waited for', async () => {
  const late = inScope(platform.db, everything, (tx) =>
    stoppable({ tx, platform, gone: new AbortController().signal }, async () => {
      await sql`set local statement_timeout = 50`.execute(tx);
      return sql`select pg_sleep(60)`.execute(tx);
    }),
  );

  await expect(late).rejects.toMatchObject({ kind: { code: 'insight/simulation-too-long' } });
});
