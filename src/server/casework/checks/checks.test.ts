import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { answerChecklist, answerItem } from '#tests/world/checklist.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from '../casework.routes.ts';

const app = await anApp({ routes: [...caseworkRoutes, ...attachmentRoutes] });
const setDay = movableDay(app);
const lin = app.as('lin');
const stranger = app.as('sun');
let team: Caller;
let owner: Caller;

const slots = [23, 32, 33, 34, 35, 36, 37, 38, 39];

beforeAll(async () => {
  setDay('2016-09-01');
  await installForPlace(app.platform, 'huanjiang-2016');
});

/** At the home verification, with a register that meets the standard. */
async function anExit(): Promise<{ readonly id: string; readonly household: string }> {
  const household = await aRegistered(app, {
    stage: 'LISTED',
    houseGrade: 'A',
    electricity: 'FULL',
  });
  const items = slots.map((slot) => `item_${slot} = ${slot === 23 ? 0 : 1}`).join(', ');
  await app.owner.query(
    `update registry_household set income_year = 2016, income_per_head_fen = 400000, ${items} where id = $1`,
    [household],
  );
  const username = `own${household.slice(-6)}`;
  owner = await aColleague(app, {
    username,
    displayName: '户主',
    title: '',
    role: 'household',
    area: places.village,
    sees: [household],
  });
  const begun = await owner.post(`/api/casework/households/${household}/cases`, {
    process: 'householdExit',
  });
  const { id } = begun.body;
  await act(id, owner, 'applied');
  team = lin;
  return { id, household };
}

async function act(id: string, by: Caller, outcome: string, more: object = {}) {
  const { body } = await app.as('chen').get(`/api/casework/cases/${id}`);
  return by.post(`/api/casework/cases/${id}/acts`, {
    seen: body.position,
    step: body.open.id,
    outcome,
    ...more,
  });
}

const itemOf = (body: { items: { id: string }[] }, id: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  body.items.find((one) => one.id === id) as any;

describe('the checklist of a home verification', () => {
  test('[HJ-50] has the eight haves and the one exceed, each with what the register says and from which values', async () => {
    const { id } = await anExit();

    const { body } = await team.get(`/api/casework/cases/${id}/checks`);

    expect(body.form.zh).toBe('贫困户脱贫摘帽“双认定”验收表');
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([
      'hasIncomeSource',
      'hasHouse',
      'hasMedical',
      'hasSchooling',
      'hasRoad',
      'hasWater',
      'hasPower',
      'hasTelevision',
      'exceedsLine',
    ]);
    const house = itemOf(body, 'hasHouse');
    expect(house).toMatchObject({ needsEvidence: true, verified: false, answer: null });
    expect(house.register.holds).toBe(true);
    expect(house.register.values.map((one: { id: string }) => one.id)).toEqual([
      'housingAssured',
      'houseGrade',
    ]);
    expect(itemOf(body, 'exceedsLine').register.values[0]).toMatchObject({
      kind: 'figure',
      shown: { zh: '4,000 元/人/年' },
    });
  });

  test('[HJ-49] [HJ-50] stands in the way until every item is answered and proved', async () => {
    const { id } = await anExit();

    const none = await act(id, team, 'meets');
    await answerChecklist(team, id, { except: ['hasRoad'], of: { hasWater: { paper: '' } } });
    const one = await act(id, team, 'meets');
    await answerItem(team, id, 'hasRoad');
    const unproved = await act(id, team, 'meets');
    await answerItem(team, id, 'hasWater');
    const passed = await act(id, team, 'meets');

    expect(none.code).toBe('casework/checks-open');
    expect(one.body.error.message).toContain('有路通村屯');
    expect(unproved.code).toBe('casework/check-unproved');
    expect(unproved.body.error.message).toContain('有饮用水');
    expect(passed.body.open.id).toBe('dualConfirmation');
    expect(passed.body.hasChecklist).toBe(true);
  });

  test('[HJ-50] an item found wanting needs its words, and the standard cannot be said to be met', async () => {
    const { id } = await anExit();
    await answerChecklist(team, id, { except: ['hasWater'] });

    const silent = await answerItem(team, id, 'hasWater', { holds: false });
    await answerItem(team, id, 'hasWater', { holds: false, note: '枯水期要到两公里外挑水' });
    const refused = await act(id, team, 'meets');
    const falls = await act(id, team, 'falls', { reason: '饮水没有解决' });

    expect(silent.code).toBe('casework/wanting-what');
    expect(refused.code).toBe('casework/check-not-met');
    expect(falls.body.end.title.zh).toBe('继续帮扶');
    const form = await team.get(`/api/casework/cases/${id}/checks`);
    expect(form.body.isOpen).toBe(false);
    expect(itemOf(form.body, 'hasWater').answer.note).toBe('枯水期要到两公里外挑水');
  });

  test('what was found to differ goes to the register once, and the item is computed from it', async () => {
    const { id, household } = await anExit();

    const wrong = await answerItem(team, id, 'hasHouse', { found: { houseGrade: 'X' } });
    const found = await answerItem(team, id, 'hasHouse', {
      holds: false,
      note: '后墙开裂',
      found: { houseGrade: 'D', housingAssured: false, members: 9 },
    });

    expect(wrong.status).toBe(422);
    const house = itemOf(found.body, 'hasHouse');
    expect(house.answer.register).toMatchObject({ holds: false });
    expect(house.answer.register.values[1]).toMatchObject({ id: 'houseGrade', value: 'D' });
    const { rows } = await app.owner.query(
      `select h.house_grade, h.item_33, h.members, e.source from registry_household h
       join registry_event e on e.household_id = h.id where h.id = $1 order by e.recorded_at desc, e.source limit 1`,
      [household],
    );
    expect(rows[0]).toMatchObject({ house_grade: 'D', item_33: 0, source: `case:${id}` });
  });

  test('a file proves an item only where it was handed in for this case, and then it stays', async () => {
    const { id, household } = await anExit();
    const { id: other } = await anExit();
    const file = { name: 'house.pdf', bytes: Buffer.from('%PDF-1.7 house') };
    const path = `/api/registry/households/${household}/attachments?subject=case:${id}&kind=picture`;
    const { body: kept } = await lin.upload(path, file);

    const strange = await answerItem(lin, other, 'hasHouse', { attachment: kept.id });
    const own = await answerItem(lin, id, 'hasHouse', { attachment: kept.id, paper: '' });
    const taken = await lin.delete(`/api/registry/attachments/${kept.id}`);

    expect(strange.code).toBe('casework/file-not-of-the-case');
    expect(itemOf(own.body, 'hasHouse').answer.file.fileName).toBe('house.pdf');
    expect(taken.status).toBeGreaterThanOrEqual(400);
  });

  test('is answered anew where the case comes back, with the last answers beside it', async () => {
    const { id } = await anExit();
    await answerChecklist(team, id);
    await act(id, team, 'meets');
    await act(id, owner, 'householdRefuses', { reason: '路只通到坳口' });

    const { body } = await team.get(`/api/casework/cases/${id}/checks`);
    const refused = await act(id, team, 'meets');

    expect(itemOf(body, 'hasRoad').answer).toBeNull();
    expect(itemOf(body, 'hasRoad').earlier.paper).toBe('入户核验记录第3号');
    expect(refused.code).toBe('casework/checks-open');
  });

  test('is answered by those the step names, of the day or before, item by item', async () => {
    const { id } = await anExit();

    const ahead = await answerItem(team, id, 'hasRoad', { seenOn: '2016-09-02' });
    const unknown = await answerItem(team, id, 'hasHelicopter');
    const county = await answerItem(app.as('chen'), id, 'hasRoad');
    const neighbour = await answerItem(stranger, id, 'hasRoad');
    const { body } = await app.as('chen').get(`/api/casework/cases/${id}/checks`);

    expect(ahead.code).toBe('casework/seen-ahead');
    expect(unknown.code).toBe('casework/no-such-check');
    expect(county.code).toBe('casework/not-the-actor');
    expect(neighbour.code).toBe('casework/no-such-case');
    expect(body).toMatchObject({ mayAnswer: false });
    expect(body.barred.zh).not.toBe('');
  });

  test('a step without one says so', async () => {
    const { id } = await anExit();
    await answerChecklist(team, id);
    await act(id, team, 'meets');

    expect((await answerItem(team, id, 'hasRoad')).code).toBe('casework/no-checklist');
  });
});
