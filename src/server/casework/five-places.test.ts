import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Answer, Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { caseworkRoutes } from './casework.routes.ts';

/** Each place’s own steps, from the first to the announcement. */
const packs = [
  {
    pack: 'huanjiang-2016',
    proves: '[HJ-52] [HJ-53]',
    way: 'verification firstDeliberation reassessment secondDeliberation firstNotice townshipReview secondNotice countyReview announcement',
  },
  {
    pack: 'gansu-2015',
    proves: '[GS-03] [GS-04]',
    way: 'look compare deliberation notice townshipReview countyRecheck announcement',
  },
  {
    pack: 'jiangjin-2015',
    proves: '[JJ-24]',
    way: 'deliberation townReview districtReview comparison postedList classing',
  },
  {
    pack: 'huaihua-2015',
    proves: '[HH-04] [HH-05]',
    way: 'nomination vote committeeReview townshipNotice countyRecheck countyAnnouncement',
  },
  {
    pack: 'tongliao-2015',
    proves: '',
    way: 'deliberation firstNotice townshipReview secondNotice countyRecheck announcement pairing',
  },
] as const;
const vote = { due: 30, present: 24, for: 20, against: 3, abstained: 1, secret: true };
const living = {
  stage: 'SURVEYED',
  houseArea: 90,
  houseStructure: 'EARTH',
  arableLand: 2,
} as const;

describe.each(packs)('under the rules of $pack', async ({ pack, proves, way: steps }) => {
  const app = await anApp({ routes: [...caseworkRoutes, ...attachmentRoutes] });
  const setDay = movableDay(app);
  let day = 1;
  let people: readonly Caller[];

  beforeAll(async () => {
    await installForPlace(app.platform, pack);
    const colleague = (username: string, role: 'village' | 'township', area: string) =>
      aColleague(app, { username, displayName: username, title: '', role, area });
    people = [
      app.as('lin'),
      await colleague('wei', 'village', places.village),
      await colleague('mo', 'township', places.township),
      app.as('zhao'),
      app.as('chen'),
      app.as('fang'),
    ];
  });

  const onDay = () => {
    day += 20;
    setDay(new Date(Date.UTC(2016, 8, day)).toISOString().slice(0, 10));
  };
  const attach = (household: string, id: string, by: Caller, kind: string) =>
    by.upload(`/api/registry/households/${household}/attachments?subject=case:${id}&kind=${kind}`, {
      name: `${kind}.pdf`,
      bytes: Buffer.from(`%PDF-1.7 ${kind} ${day}`),
    });

  async function answerAll(id: string, by: Caller): Promise<Answer> {
    const { body } = await by.get(`/api/casework/cases/${id}/interview`);
    for (const question of body.questions) {
      if (question.answer !== undefined) continue;
      const value = question.known?.value ?? (question.kind === 'remark' ? '无' : null);
      const answer = await by.send({
        method: 'PUT',
        url: `/api/casework/cases/${id}/interview/answers/${question.id}`,
        payload: { value },
      });
      expect([question.id, answer.code]).toEqual([question.id, undefined]);
    }
    return by.post(`/api/casework/cases/${id}/interview/completion`, {});
  }

  /** Whoever may act takes the open step as the rules propose it, with what they ask for. */
  async function step(household: string, id: string): Promise<string | null> {
    for (const by of people) {
      const { body } = await by.get(`/api/casework/cases/${id}`);
      if (body.open === null) return null;
      const { open } = body;
      if (open.capacities.length === 0) continue;
      if (open.kind === 'notice' && open.notice === null) {
        const seen = body.position;
        await by.post(`/api/casework/cases/${id}/posting`, { seen, place: '村公示栏' });
        onDay();
      }
      for (const need of open.needs) {
        if (need.id === 'interview') await answerAll(id, by);
        else await attach(household, id, by, need.id);
      }
      const { body: now } = await by.get(`/api/casework/cases/${id}`);
      const proposed = now.open.outcomes.find((one: { closed: unknown }) => one.closed === null);
      const acted = await by.post(`/api/casework/cases/${id}/acts`, {
        seen: now.position,
        step: open.id,
        outcome: proposed.id,
        capacity: open.capacities[0].code,
        ...(open.kind === 'meeting' ? { meeting: vote } : {}),
      });
      if (acted.code === undefined) return acted.body.open?.id ?? null;
      expect(acted.code).toBe('casework/own-work');
    }
    throw new Error(`nobody could act on ${id}`);
  }

  test(`${proves} a household is listed at the end of the place’s own steps`, async () => {
    onDay();
    const household = await aRegistered(app, living);
    const begun = await app
      .as('lin')
      .post(`/api/casework/households/${household}/cases`, { process: 'identification' });
    const { id } = begun.body;
    expect(begun.code).toBeUndefined();

    const way: (string | null)[] = [];
    while (way.at(-1) !== null && way.length < 30) way.push(await step(household, id));

    const { body } = await app.as('chen').get(`/api/casework/cases/${id}`);
    expect(way).toEqual([...steps.split(' '), null]);
    expect(body.end.id).toBe('listed');
    const { rows } = await app.owner.query('select stage from registry_household where id = $1', [
      household,
    ]);
    expect(rows[0].stage).toBe('LISTED');
    expect((await app.as('sun').get(`/api/casework/cases/${id}`)).status).toBe(404);
  }, 120_000);
});
