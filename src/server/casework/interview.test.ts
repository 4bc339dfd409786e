import { beforeAll, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

const app = await anApp({
  routes: [...caseworkRoutes, ...attachmentRoutes, ...householdWriteRoutes],
});
const lin = app.as('lin');
let wei: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦主任',
    title: '',
    role: 'village',
    area: places.village,
  });
});

const at = (id: string) => `/api/casework/cases/${id}/interview`;
const say = (by: Caller, id: string, question: string, value: unknown) =>
  by.send({ method: 'PUT', url: `${at(id)}/answers/${question}`, payload: { value } });

async function begun(values: object = {}): Promise<{ id: string; household: string }> {
  const household = await aRegistered(app, { stage: 'SURVEYED', houseArea: 90, ...values });
  const { body } = await lin.post(`/api/casework/households/${household}/cases`, {
    process: 'identification',
  });
  return { id: body.id, household };
}

async function answerRest(by: Caller, id: string, values: Readonly<Record<string, unknown>> = {}) {
  for (const one of (await by.get(at(id))).body.questions) {
    if (one.answer !== undefined) continue;
    const remark = one.kind === 'remark' ? '无' : null;
    const value = values[one.id] ?? one.known?.value ?? remark;
    const { code, text } = await say(by, id, one.id, value);
    expect([one.id, code, code === undefined ? '' : text]).toEqual([one.id, undefined, '']);
  }
}

const poor = {
  houseStructure: 'EARTH',
  houseGrade: 'D',
  houseDecoration: 0,
  appliances: 1,
  vehicle: 0,
  drinkingWater: 'POND',
  electricity: 'NONE',
} as const;

test('[HJ-52] [HJ-53] the visit asks in the parts of the method, each value once, with what is recorded', async () => {
  const { id } = await begun();
  const { body } = await lin.get(at(id));

  const parts = body.questions.map((one: { part: { id: string } | null }) => one.part?.id);
  expect([...new Set(parts)]).toEqual(['enter', 'look', 'calculate', 'compare', 'discuss']);
  const ids = body.questions.map((one: { id: string }) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  const area = body.questions.find((one: { id: string }) => one.id === 'houseArea');
  expect(area).toMatchObject({
    kind: 'field',
    known: { value: 90 },
    guide: { zh: expect.any(String) },
  });
  expect(area.answer).toBeUndefined();
  const figures = body.questions.filter((one: { kind: string }) => one.kind === 'figure');
  expect(figures.map((one: { id: string }) => one.id)).toContain('incomePerHead');
  expect(body.result).toBeNull();
});

test('answers are kept one by one, taken up again, and no score is told before the end', async () => {
  const { id } = await begun();
  expect((await say(lin, id, 'houseArea', 60)).body.answered).toBe(1);
  expect((await say(lin, id, 'nonsense', 1)).code).toBe('casework/no-such-question');

  const resumed = (await lin.get(at(id))).body;
  expect(resumed.questions.find((one: { id: string }) => one.id === 'houseArea').answer).toBe(60);
  expect(JSON.stringify(resumed)).not.toContain('"total"');
  const early = await lin.post(`${at(id)}/completion`, {});
  expect([early.status, early.code]).toEqual([422, 'casework/interview-unfinished']);
});

test('a step whose interview is missing is not decided; finished, it writes what is new and scores it', async () => {
  const { id, household } = await begun({ houseStructure: 'BRICK_TIMBER' });
  const act = { seen: 1, step: 'firstVisit', outcome: 'scored' };
  const refused = await lin.post(`/api/casework/cases/${id}/acts`, act);
  expect([refused.status, refused.code]).toEqual([422, 'casework/evidence-missing']);
  expect(refused.text).toContain('入户访谈');
  const absent = await lin.post(`/api/casework/cases/${id}/acts`, {
    ...act,
    outcome: 'absent',
    reason: '全家外出，初五再来',
  });
  expect(absent.code).toBeUndefined();

  await answerRest(lin, id, poor);
  const { body } = await lin.post(`${at(id)}/completion`, {});
  expect(body.result.items.find((one: { id: string }) => one.id === 'houseBuild').points).toBe(0);
  expect(body.result.by).toBe('林桂英');

  const { rows } = await app.owner.query(
    `select kind, source, changes from registry_event where household_id = $1 and source like 'case:%'`,
    [household],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ kind: 'household.changed', source: `case:${id}` });
  const fields = rows[0].changes.map((one: { field: string }) => one.field);
  expect(fields).toContain('houseStructure');
  expect(fields).not.toContain('houseArea');

  const acted = await lin.post(`/api/casework/cases/${id}/acts`, { ...act, seen: 2 });
  expect(acted.body.open.id).toBe('verification');
});

test('what others found stays hidden from whoever has still to make up their own mind', async () => {
  const { id } = await begun();
  await answerRest(lin, id, poor);
  await lin.post(`${at(id)}/completion`, {});

  expect((await wei.get(at(id))).body).toMatchObject({
    result: null,
    earlier: [],
    mayAnswer: true,
  });
  await answerRest(wei, id, poor);
  const { body } = await wei.post(`${at(id)}/completion`, {});
  expect(body.earlier).toHaveLength(1);
  expect((await app.as('chen').get(at(id))).body.earlier).toHaveLength(2);
});

test('a value that nobody knows leaves the score open and says which; a veto says how it may be answered', async () => {
  const { id } = await begun();
  await answerRest(lin, id, { ...poor, townProperty: true });
  const { body } = await lin.post(`${at(id)}/completion`, {});

  expect(body.result.total).toBeNull();
  expect(body.result.missing.length).toBeGreaterThan(0);
  expect(body.result.vetoes[0]).toMatchObject({ id: 'ownsTownProperty' });
  expect(body.result.vetoes[0].rebuttal.zh.length).toBeGreaterThan(4);
});

test('only who may make the visit answers; a step without one has no interview', async () => {
  const { id } = await begun();
  expect((await say(app.as('chen'), id, 'houseArea', 10)).code).toBe('casework/not-the-actor');
  expect((await app.as('sun').get(at(id))).status).toBe(404);
  await answerRest(lin, id, poor);
  await lin.post(`${at(id)}/completion`, {});
  const acted = await lin.post(`/api/casework/cases/${id}/acts`, {
    seen: 1,
    step: 'firstVisit',
    outcome: 'scored',
  });
  expect(acted.code).toBeUndefined();
  expect((await lin.get(at(id))).code).toBe('casework/no-interview');
});

test('[HJ-52] minutes are asked of the village’s deliberation, and the act carries the files it rests on', async () => {
  const { id, household } = await begun();
  const { position } = (await lin.get(`/api/casework/cases/${id}`)).body;
  const file = { name: '评议记录.pdf', bytes: Buffer.from('%PDF-1.7 minutes') };
  const door = `/api/registry/households/${household}/attachments?subject=case:${id}&kind=minutes`;
  const sent = (await lin.upload(door, file)).body;
  const acted = await lin.post(`/api/casework/cases/${id}/acts`, {
    seen: position,
    step: 'firstVisit',
    outcome: 'absent',
    reason: '不在家',
  });

  expect(acted.body.acts.at(-1).files).toEqual([
    { id: sent.id, kind: 'minutes', fileName: '评议记录.pdf' },
  ]);
  expect((await lin.delete(`/api/registry/attachments/${sent.id}`)).code).toBe(
    'kernel/attachment-in-use',
  );
});
