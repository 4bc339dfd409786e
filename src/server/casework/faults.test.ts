import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({ routes: caseworkRoutes });
const setDay = movableDay(app);
const lin = app.as('lin');
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: false };

beforeAll(async () => {
  setDay('2016-09-01');
  await installForPlace(app.platform, 'huaihua-2015', { isUndemanding: true });
});

async function aCase(): Promise<string> {
  const household = await aRegistered(app, { stage: 'SURVEYED' });
  const begun = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  return begun.body.id;
}

async function act(id: string, outcome: string, more: object = {}) {
  const { body } = await lin.get(`/api/casework/cases/${id}`);
  const asked = { seen: body.position, step: body.open.id, outcome, ...more };
  return lin.post(`/api/casework/cases/${id}/acts`, asked);
}

const read = async (id: string) => (await lin.get(`/api/casework/cases/${id}`)).body;

/** As the county publishes it: the same packs with another version and another text. */
async function publish(version: string, changed: (path: string, text: string) => string) {
  await installForPlace(app.platform, 'huaihua-2015', {
    isUndemanding: true,
    changed: (path, text) =>
      path.endsWith('/pack.yaml')
        ? text.replace(/^version: .*$/m, `version: ${version}`)
        : changed(path, text),
  });
}

test('a vote without a quorum says how many must come, in both languages', async () => {
  const id = await aCase();
  const first = await read(id);
  await act(id, first.open.outcomes[0].id);
  let now = await read(id);
  while (now.open.kind !== 'meeting') {
    await act(id, now.open.outcomes[0].id);
    now = await read(id);
  }
  const short = { ...vote, present: 10, for: 8, against: 1, abstained: 1 };
  const refused = await act(id, now.open.outcomes[0].id, { meeting: short });

  expect(refused.code).toBe('casework/no-quorum');
  expect(refused.body.error.message).toContain('10');
});

test('a holiday added afterwards moves the last day of cases that begin under it, and of no other', async () => {
  const before = await aCase();
  const due = (await read(before)).clock.dueOn;
  await publish('9.1.0', (path, text) =>
    path.startsWith('china-2014/parameters/')
      ? text.replace("'2016-09-15',", "'2016-09-02', '2016-09-05', '2016-09-06', '2016-09-15',")
      : text,
  );
  const later = await aCase();

  expect((await read(before)).clock.dueOn).toBe(due);
  expect((await read(later)).clock.dueOn > due).toBe(true);
});

test('a pack published midway leaves a case under the steps it began with', async () => {
  const before = await aCase();
  const { pack, line } = await read(before);
  await publish('9.2.0', (path, text) =>
    path.startsWith('huaihua-2015/processes/')
      ? text.replace(/^( {4,8})title: \{ zh: ([^,]+), en/m, '$1title: { zh: 新$2, en')
      : text,
  );
  const now = await read(before);
  const later = await read(await aCase());

  expect(now.pack.edition).toBe(pack.edition);
  expect(now.line).toEqual(line);
  expect(later.pack.edition).not.toBe(pack.edition);
  const moved = await act(before, now.open.outcomes[0].id);
  expect(moved.status).toBe(200);
});
