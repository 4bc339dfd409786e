// A server killed in the middle of paying a list: nothing is half-done, the next one goes on, the books balance.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { manyRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { anId } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { foldDays } from './fold-days.store.ts';
import { listRoutes } from './list.routes.ts';
import { insertList, updateList } from './list.store.ts';
import { postListJob } from './list-jobs.ts';
import { insertPayments, placePayments } from './payment.store.ts';

const app = await anApp({
  routes: [...bookRoutes, ...listRoutes],
  jobKinds: (platform) => [postListJob(platform)],
});
const { filled, books, fang } = fundsWorld(app);
const lines = 5000;
const each = 120_00;
const runner = fileURLToPath(
  new URL('../../../tests/reliability/batch-runner.ts', import.meta.url),
);

/** A list that is checked and waits for its approval. */
async function aWaitingList(): Promise<string> {
  const { platform } = app;
  const ids = await manyRegistered(app, { stage: 'LISTED' }, lines);
  const { rows: households } = await app.owner.query(
    'select household_no as no from registry_household where id = any($1::uuid[])',
    [ids],
  );
  const id = anId();
  const list = {
    county: Number(county),
    id,
    area_code: county,
    title: '产业奖补',
    holder: '',
    source: 'countyFinance',
    purpose: 'INDUSTRY',
    from_area: places.township,
    from_project: null,
    benefit: null,
    period: '2016',
    document: '奖补1号',
    pay_on: '2016-09-20',
    state: 'waiting',
    author: app.accounts.chen.id,
    author_name: '陈国强',
    created_at: '2016-09-20T02:00:00.000Z',
    retry_of: null,
  } as const;
  await inScope(platform.db, everything, async (tx) => {
    await insertList(tx, list);
    await insertPayments(
      tx,
      list,
      households.map((one, index) => ({
        id: anId(),
        position: index + 1,
        householdNo: String(one.no),
        name: '',
        amount: BigInt(each),
      })),
    );
    await placePayments(tx, list);
    await updateList(tx, list, { lines, held: 0, total_fen: lines * each });
  });
  return id;
}

function start(): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), runner, JSON.stringify(app.application)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

/** Payments that say they were posted, entries that paid one, and what is out of balance. */
async function standing() {
  const { rows } = await app.owner.query(`
    select
      (select count(*)::int from funds_payment where state = 'posted') as posted,
      (select count(distinct cause)::int from funds_entry where cause like 'payment:%') as entries,
      (select count(*)::int from funds_payment p where state = 'posted' and not exists (
        select from funds_entry e where e.county = p.county and e.id = p.entry_id and e.cause = 'payment:' || p.id)) as bare,
      (select count(*)::int from (
        select from funds_line group by county, entry_id having sum(amount_fen) <> 0) as u) as unbalanced`);
  return rows[0] as { posted: number; entries: number; bare: number; unbalanced: number };
}

test('a list whose server is killed while it is paid, twice, is paid once to each and the books balance [TL-33]', async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await filled(1_000_000_00);
  const id = await aWaitingList();
  const before = (await books()).total;
  const answered = await fang.post(`/api/funds/lists/${id}/answer`, { approve: true });
  expect(answered.code).toBeUndefined();

  const kills: number[] = [];
  for (const least of [0, 1]) {
    const child = start();
    const ended = once(child, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 300));
    while ((await standing()).posted < least && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await ended;
    const now = await standing();
    kills.push(now.posted);
    expect(now).toMatchObject({ entries: now.posted, bare: 0, unbalanced: 0 });
    await app.owner.query(`update jobs_run set held_until = now() - interval '1 second'`);
  }
  await once(start(), 'exit');

  expect(kills.some((count) => count > 0 && count < lines)).toBe(true);
  expect(await standing()).toEqual({ posted: lines, entries: lines, bare: 0, unbalanced: 0 });
  const unfolded = (await books()).total;
  await inScope(app.platform.db, everything, foldDays);
  const after = (await books()).total;
  expect(after).toEqual(unfolded);
  expect(after.paid - before.paid).toBe(lines * each);
  expect(before.left - after.left).toBe(lines * each);
}, 120_000);
