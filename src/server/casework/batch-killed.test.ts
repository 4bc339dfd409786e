import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { caseRulesOf } from '#domain/casework/case-rules.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { batchJob } from '#server/casework/batch-job.ts';
import { insertCases } from '#server/casework/case-bulk.store.ts';
import { caseworkRoutes } from '#server/casework/casework.routes.ts';
import { projectionOf } from '#server/casework/projection.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, anId, today } from '#tests/world/household.ts';
import { installForPlace } from '#tests/world/place-pack.ts';

const app = await anApp({
  routes: caseworkRoutes,
  jobKinds: (platform) => [batchJob(platform)],
});
const records = 5000;
const runner = fileURLToPath(
  new URL('../../../tests/reliability/batch-runner.ts', import.meta.url),
);

/** Cases that wait for their first visit, as they stand on the day they began. */
async function openCases(): Promise<void> {
  const { platform } = app;
  const pack = platform.packs.inForce(county as never, today);
  const rules = pack && caseRulesOf(pack, 'identification');
  if (pack === undefined || rules === undefined) throw new Error('the process is not installed');
  const households = Array.from({ length: records }, () =>
    aHousehold({ areaCode: places.village, stage: 'SURVEYED' }),
  );
  const begun = plainDate('2016-09-20');
  await inScope(platform.db, everything, async (tx) => {
    await insertHouseholds(
      tx,
      households.map((one) => toHouseholdRows(one, { secrets: platform.secrets, today })),
    );
    const cases = households.map(({ id: household_id }) => {
      const account = anId();
      const act = {
        position: 1,
        kind: 'begin',
        step: rules.start,
        account,
        accountName: '文书',
        capacity: '',
        isTyped: false,
        on: begun,
        at: '2016-09-20T02:00:00.000Z',
        reason: '',
      } as const;
      const row = {
        county: Number(county),
        id: anId(),
        household_id,
        area_code: places.village,
        pack: pack.id,
        pack_edition: pack.edition,
        process: rules.process,
        begun_on: begun,
        begun_by: account,
        ...projectionOf(rules, foldCase(rules, [act]), begun),
      };
      return { row, acts: [act] };
    });
    await insertCases(tx, cases);
  });
}

function start(): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), runner, JSON.stringify(app.application)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

async function settled(): Promise<number> {
  const { rows } = await app.owner.query(
    `select count(*)::integer as records from casework_batch_record where state <> 'waiting'`,
  );
  return rows[0].records;
}

test('a batch whose process is killed, twice, goes on: each record is decided once and none is lost', async () => {
  await installForPlace(app.platform, 'huanjiang-2016', { isUndemanding: true });
  await openCases();
  const { body } = await app.as('lin').post('/api/casework/batches', {
    process: 'identification',
    step: 'firstVisit',
    outcome: 'scored',
    select: { all: true },
  });
  expect(body.total).toBe(records);

  const kills: number[] = [];
  for (const least of [1, 2000]) {
    const child = start();
    const ended = once(child, 'exit');
    while ((await settled()) < least && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill('SIGKILL');
    await ended;
    kills.push(await settled());
    // The next process is the only one: it takes over what the killed one held.
    await app.owner.query(`update jobs_run set held_until = now() - interval '1 second'`);
  }
  const last = start();
  await once(last, 'exit');

  expect(kills.some((count) => count > 0 && count < records)).toBe(true);
  const { rows: acts } = await app.owner.query(
    `select acts, count(*)::integer as cases from (
       select case_id, count(*)::integer as acts from casework_act group by case_id) as each
     group by acts`,
  );
  expect(acts).toEqual([{ acts: 2, cases: records }]);
  expect((await app.as('lin').get(`/api/casework/batches/${body.id}`)).body).toMatchObject({
    decided: records,
    waiting: 0,
    refused: 0,
  });
  const { rows } = await app.owner.query(`select step, position from casework_case group by 1, 2`);
  expect(rows).toEqual([{ step: 'verification', position: 2 }]);
}, 180_000);
