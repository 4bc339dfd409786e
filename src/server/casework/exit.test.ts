import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { answerChecklist } from '#tests/world/checklist.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({ routes: caseworkRoutes });
const setDay = movableDay(app);
const lin = app.as('lin');
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: false };

beforeAll(async () => {
  await installForPlace(app.platform, 'jiangjin-2015');
  setDay('2016-09-01');
});

async function act(id: string, by: Caller, outcome: string, more: object = {}) {
  const { body } = await app.as('chen').get(`/api/casework/cases/${id}`);
  return by.post(`/api/casework/cases/${id}/acts`, {
    seen: body.position,
    step: body.open.id,
    outcome,
    ...more,
  });
}

async function anExit(
  values: object,
): Promise<{ readonly id: string; readonly household: string }> {
  const household = await aRegistered(app, { stage: 'LISTED', ...values });
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'householdExit',
  });
  await act(begun.body.id, lin, 'proposed', { meeting: vote });
  return { id: begun.body.id, household };
}

test('[JJ-52] an exit the household refuses ends there with its reason, and nobody signs for it', async () => {
  const { id, household } = await anExit({ houseGrade: 'A' });
  const checked = await act(id, lin, 'meets');
  expect(checked.code).toBe('casework/condition-unknown');
  await app.owner.query(
    `update registry_household set income_year = 2015, income_per_head_fen = 900000 where id = $1`,
    [household],
  );
  await answerChecklist(lin, id);
  expect((await act(id, lin, 'meets')).body.open.id).toBe('householdConfirms');
  const own = await aColleague(app, {
    username: 'own',
    displayName: '户主',
    title: '',
    role: 'household',
    area: places.village,
    sees: [household],
  });

  expect((await act(id, lin, 'agrees')).code).toBe('casework/not-the-actor');
  expect((await act(id, own, 'refuses')).code).toBe('casework/reason-missing');
  const refused = await act(id, own, 'refuses', { reason: '收入是一次性的，明年没有' });

  expect(refused.body.end.title.zh).toBe('继续帮扶');
  const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
    household,
  ]);
  expect(rows[0].stage).toBe('LISTED');
});

test('[JJ-52] an outcome whose condition does not hold is closed with the values that close it', async () => {
  const { id, household } = await anExit({ houseGrade: 'A' });
  await app.owner.query(
    `update registry_household set income_year = 2015, income_per_head_fen = 100000 where id = $1`,
    [household],
  );

  const refused = await act(id, lin, 'meets');
  const { body } = await lin.get(`/api/casework/cases/${id}`);

  expect(refused.code).toBe('casework/condition-fails');
  const [meets] = body.open.outcomes;
  expect(meets.closed.zh).toContain('1,000');
  expect(meets.decision).toBe('outcome.householdExit.homeCheck.meets');
});

test('a case whose rules are not installed any more says so, and still stands in the queue', async () => {
  const { id } = await anExit({ houseGrade: 'A' });
  await app.owner.query(`update casework_case set pack_edition = '0.0.1+gone@1' where id = $1`, [
    id,
  ]);

  const opened = await lin.get(`/api/casework/cases/${id}`);
  const queue = await lin.get('/api/casework/cases', { limit: '200' });

  expect(opened.code).toBe('casework/rules-gone');
  expect(queue.body.items.map((one: { id: string }) => one.id)).toContain(id);
});

test('a household elsewhere cannot be given a case', async () => {
  const household = app.platform.newId(451226);
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'householdExit',
  });

  expect(begun.code).toBe('casework/no-such-household');
});
