import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp, type TestApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

const routes = [...caseworkRoutes, ...attachmentRoutes];
const votes = { for: 20, against: 3, abstained: 1, reason: '' };
const no = { for: 4, against: 19, abstained: 1, reason: '家里有小车' };

interface Line {
  readonly household: string;
  readonly outcome: string;
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  readonly reason: string;
}

/** The minutes are handed in first, as the screen does. */
async function meeting(by: Caller, lines: readonly Line[], { hasMinutes = true, more = {} } = {}) {
  const id = randomUUID();
  if (hasMinutes) {
    const kept = await by.upload(
      `/api/registry/areas/${places.village}/attachments?subject=meeting:${id}&kind=minutes`,
      { name: '会议记录.pdf', bytes: Buffer.from(`%PDF-1.7 ${id}`) },
    );
    expect(kept.code).toBeUndefined();
  }
  return by.post('/api/casework/nominations', {
    area: places.village,
    meeting: id,
    due: 30,
    present: 24,
    secret: true,
    lines,
    ...more,
  });
}

const surveyed = (app: TestApp) => aRegistered(app, { stage: 'SURVEYED' });

describe('the meeting of a group under the rules of Huaihua', async () => {
  const app = await anApp({ routes });
  const setDay = movableDay(app);
  const [lin, zhao, chen, sun] = (['lin', 'zhao', 'chen', 'sun'] as const).map((name) =>
    app.as(name),
  ) as [Caller, Caller, Caller, Caller];
  const caseOf = async (id: string) => (await chen.get(`/api/casework/cases/${id}`)).body;

  beforeAll(async () => {
    setDay('2016-09-01');
    await installForPlace(app.platform, 'huaihua-2015');
  });

  test('[HH-04] [HH-05] nominates several households on one screen: each becomes a case with its votes and the minutes', async () => {
    const [first, second, third] = [await surveyed(app), await surveyed(app), await surveyed(app)];
    const before = await lin.get('/api/casework/nominees', { area: places.village });
    const entered = await meeting(lin, [
      { household: first, outcome: 'nominated', ...votes },
      { household: second, outcome: 'nominated', ...votes, for: 24, against: 0, abstained: 0 },
      { household: third, outcome: 'declined', ...no },
    ]);
    const [one, two, three] = entered.body.decided;

    expect(before.body.meeting).toMatchObject({
      step: { id: 'nomination' },
      opens: true,
      mayAct: true,
    });
    expect(before.body.items.map((item: { household: string }) => item.household)).toEqual(
      expect.arrayContaining([first, second, third]),
    );
    expect(entered.body.refused).toEqual([]);
    const nominated = await caseOf(one.case);
    expect(nominated.open.id).toBe('vote');
    expect(nominated.acts.map((act: { kind: string }) => act.kind)).toEqual([
      'begin',
      'decide',
      'decide',
    ]);
    expect(nominated.acts[1]).toMatchObject({ isTyped: true, outcome: { id: 'applied' } });
    expect(nominated.acts[2]).toMatchObject({ meeting: { due: 30, present: 24, for: 20 } });
    expect(nominated.acts[2].files).toMatchObject([{ kind: 'minutes' }]);
    expect((await caseOf(two.case)).acts[2].meeting).toMatchObject({ for: 24 });
    const declined = await caseOf(three.case);
    expect(declined).toMatchObject({ end: { id: 'notListed' } });
    expect(declined.acts[2]).toMatchObject({ reason: '家里有小车' });
    const again = await lin.get('/api/casework/nominees', { area: places.village });
    const left = again.body.items.map((item: { household: string }) => item.household);
    expect(left).not.toContain(first);
    expect(left).toContain(third);
  });

  test('what one record lacks stops that record alone, named with the rule', async () => {
    const [good, silent, few, twice] = [
      await surveyed(app),
      await surveyed(app),
      await surveyed(app),
      await surveyed(app),
    ];
    const listed = await aRegistered(app, { stage: 'LISTED' });
    const elsewhere = await aRegistered(app, { stage: 'SURVEYED', areaCode: places.otherVillage });
    const { body } = await meeting(lin, [
      { household: good, outcome: 'nominated', ...votes },
      { household: silent, outcome: 'declined', ...no, reason: '' },
      { household: few, outcome: 'nominated', ...votes, for: 3, against: 20 },
      { household: twice, outcome: 'nominated', ...votes },
      { household: twice, outcome: 'nominated', ...votes },
      { household: listed, outcome: 'nominated', ...votes },
      { household: elsewhere, outcome: 'nominated', ...votes },
    ]);
    const why = new Map<string, string>(
      body.refused.map((one: { household: string; code: string }) => [one.household, one.code]),
    );

    expect(body.decided.map((one: { household: string }) => one.household)).toEqual([good, twice]);
    expect(why.get(silent)).toBe('casework/reason-missing');
    expect(why.get(few)).toBe('casework/not-carried');
    expect(why.get(twice)).toBe('casework/named-twice');
    expect(why.get(listed)).toBe('casework/not-at-this-stage');
    expect(why.get(elsewhere)).toBe('casework/no-such-household');
    for (const household of [silent, few, listed]) {
      const { rows } = await app.owner.query(
        'select 1 from casework_case where household_id = $1',
        [household],
      );
      expect(rows).toEqual([]);
    }
  });

  test('a household that was decided meanwhile is told, and the meeting is refused to others', async () => {
    const household = await surveyed(app);
    const line = { household, outcome: 'nominated', ...votes };
    await meeting(lin, [line]);
    const again = await meeting(lin, [line]);
    const wide = await lin.get('/api/casework/nominees', { area: places.village });
    const township = await zhao.post('/api/casework/nominations', {
      area: places.township,
      meeting: randomUUID(),
      due: 30,
      present: 24,
      secret: true,
      lines: [line],
    });
    const notTheirs = await meeting(zhao, [{ ...line, household: await surveyed(app) }]);
    const neighbour = await sun.get('/api/casework/nominees', { area: places.village });

    expect(again.body.decided).toEqual([]);
    expect(again.body.refused).toMatchObject([{ code: 'casework/not-at-the-meeting' }]);
    expect(again.body.refused[0].message.zh).toContain('不在“村民小组提名”');
    expect(wide.body.capped).toBe(false);
    expect(township.code).toBe('casework/one-village');
    expect(notTheirs.body.refused).toMatchObject([{ code: 'casework/not-the-actor' }]);
    expect(neighbour.status).toBe(403);
  });
});

describe('the deliberation of Gansu', async () => {
  const app = await anApp({ routes });
  const setDay = movableDay(app);
  const lin = app.as('lin');

  beforeAll(async () => {
    setDay('2016-09-01');
    // Its visits ask for an interview each; here it is the meeting that is looked at.
    await installForPlace(app.platform, 'gansu-2015', {
      changed: (path, text) =>
        path === 'gansu-2015/processes/identification.yaml'
          ? text.replace(/^ +needs: \[interview\]\n/gm, '')
          : text,
    });
  });

  const act = async (id: string, outcome: string) => {
    const { body } = await lin.get(`/api/casework/cases/${id}`);
    return lin.post(`/api/casework/cases/${id}/acts`, {
      seen: body.position,
      step: body.open.id,
      outcome,
    });
  };

  test('[GS-04] looks at households that have come so far, with the minutes its rules ask for', async () => {
    const households = [await surveyed(app), await surveyed(app)];
    const early = await surveyed(app);
    const ids: string[] = [];
    for (const household of households) {
      const begun = await lin.post(`/api/casework/households/${household}/cases`, {
        process: 'identification',
      });
      ids.push(begun.body.id);
      await act(begun.body.id, 'checked');
      await act(begun.body.id, 'seen');
      await act(begun.body.id, 'proposed');
    }
    const { body } = await lin.get('/api/casework/nominees', { area: places.village });
    const lines = households.map((household) => ({ household, outcome: 'nominated', ...votes }));
    const bare = await meeting(lin, lines, { hasMinutes: false });
    const entered = await meeting(lin, [
      ...lines,
      { household: early, outcome: 'nominated', ...votes },
    ]);

    expect(body.meeting).toMatchObject({ step: { id: 'deliberation' }, opens: false });
    expect(body.meeting.needs).toMatchObject([{ id: 'minutes' }]);
    expect(body.items.map((one: { case: string }) => one.case).sort()).toEqual([...ids].sort());
    expect(bare.body.refused.map((one: { code: string }) => one.code)).toEqual([
      'casework/evidence-missing',
      'casework/evidence-missing',
    ]);
    expect(entered.body.decided).toHaveLength(2);
    expect(entered.body.refused).toMatchObject([
      { household: early, code: 'casework/not-at-the-meeting' },
    ]);
  });
});

test('rules that name no meeting nominate nobody', async () => {
  const app = await anApp({ routes });
  movableDay(app)('2016-09-01');
  await installForPlace(app.platform, 'huaihua-2015', {
    changed: (path, text) =>
      path.endsWith('processes/identification.yaml')
        ? text.replaceAll('kind: meeting', 'kind: review')
        : text,
  });
  const lin = app.as('lin');
  const { body } = await lin.get('/api/casework/nominees', { area: places.village });
  const household = await surveyed(app);
  const refused = await meeting(lin, [{ household, outcome: 'nominated', ...votes }]);

  expect(body).toMatchObject({ meeting: null, items: [] });
  expect(refused.code).toBe('casework/no-nomination');
});
