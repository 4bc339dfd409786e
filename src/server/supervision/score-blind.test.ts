import { beforeAll, describe, expect, test } from 'vitest';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { targetingRoutes } from '#server/targeting/targeting.routes.ts';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { aTownship } from '#tests/world/supervision-world.ts';
import { blindGuard } from './blind-guard.ts';
import { supervisionRoutes } from './supervision.routes.ts';

const app = await anApp({
  routes: [
    ...supervisionRoutes,
    ...registryHouseholdRoutes,
    ...householdWriteRoutes,
    ...targetingRoutes,
  ],
});
const [chen, zhao, fang, sun] = (['chen', 'zhao', 'fang', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller];
let wei: Caller;

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await aTownship(app, { hamlets: 3, households: 6 });
  wei = await aColleague(app, {
    username: 'wei',
    displayName: '韦复核',
    title: '复核组',
    role: 'township',
    area: places.township,
  });
});

interface Round {
  readonly id: string;
  readonly households: readonly string[];
}

/** Drawn by the county, Zhao in the first team, Fang in the second. */
async function drawn(total = 4, more: object = {}): Promise<Round> {
  const { body, code } = await chen.post('/api/supervision/campaigns', {
    area: places.township,
    title: '复核',
    population: 'all',
    claim: { right: 0.98, confidence: 0.95 },
    teams: ['一组', '二组'],
    stages: [{ unit: 'household', take: { total }, how: 'random' }],
    askedAgain: ['houseArea'],
    ...more,
  });
  expect(code).toBeUndefined();
  const { body: round } = await chen.post(`/api/supervision/campaigns/${body.id}/draw`, {});
  const [one, other] = round.teams;
  await zhao.post(`/api/supervision/campaigns/${body.id}/raters`, { code: one.code });
  if (other !== undefined) {
    await fang.post(`/api/supervision/campaigns/${body.id}/raters`, { code: other.code });
  }
  const { items } = (await chen.get(`/api/supervision/campaigns/${body.id}/sample`)).body;
  return {
    id: body.id,
    households: items.map(({ household }: { household: string }) => household),
  };
}

async function sheet(round: Round, household: string, by: Caller) {
  return (await by.get(`/api/supervision/campaigns/${round.id}/households/${household}/sheet`))
    .body;
}

/** Points of every item by its first or its last answer. */
async function score(
  round: Round,
  household: string,
  by: Caller,
  which: 'low' | 'high',
  area = 100,
) {
  const { sheet: empty } = await sheet(round, household, by);
  const items = empty.items.map(
    ({ choices, max }: { choices: { points: number }[]; max: number }) =>
      choices.length === 0
        ? which === 'low'
          ? 0
          : max
        : (which === 'low' ? Math.min : Math.max)(...choices.map(({ points }) => points)),
  );
  return by.post(`/api/supervision/campaigns/${round.id}/households/${household}/ratings`, {
    items,
    answers: [{ field: 'houseArea', value: area }],
  });
}

describe('blind scores', () => {
  test('[HJ-57] a sheet names place and head and nothing that was found before', async () => {
    const round = await drawn();
    const [household = ''] = round.households;

    const answer = await zhao.get(
      `/api/supervision/campaigns/${round.id}/households/${household}/sheet`,
    );

    expect(answer.body).toMatchObject({ team: '一组', round: 1, first: null, order: null });
    expect(answer.body.household.headName).toMatch(/^覃/);
    expect(answer.body.sheet.items.length).toBe(18);
    expect(Object.keys(answer.body.household).sort()).toEqual([
      'hamlet',
      'headName',
      'id',
      'no',
      'township',
      'village',
    ]);
    expect(answer.text).not.toContain('"total"');
  });

  test('[HJ-58] first score and other teams stay closed until the own score is in, then open', async () => {
    const round = await drawn();
    const [household = ''] = round.households;
    const scores = (by: Caller) =>
      by.get(`/api/supervision/campaigns/${round.id}/households/${household}/scores`);
    await score(round, household, fang, 'high');

    const closed = await scores(zhao);
    await score(round, household, zhao, 'low', 55);
    const open = await scores(zhao);

    expect(closed.code).toBe('supervision/still-blind');
    expect(closed.text).not.toContain('二组');
    expect(open.body.scores.map(({ team }: { team: string }) => team)).toEqual(['二组', '一组']);
    expect(open.body.scores[1].answers).toEqual([{ field: 'houseArea', value: 55 }]);
  });

  test('the report stays closed to whoever still has a household to score', async () => {
    const round = await drawn(2);
    const report = (by: Caller) => by.get(`/api/supervision/campaigns/${round.id}/report`);
    for (const household of round.households) await score(round, household, fang, 'low');

    expect((await report(zhao)).code).toBe('supervision/still-blind');
    expect((await report(fang)).status).toBe(200);
    expect((await report(chen)).status).toBe(200);
  });

  test('a team scores a household once, and one person for one team only', async () => {
    const round = await drawn();
    const [household = ''] = round.households;
    const first = await score(round, household, zhao, 'low');

    const again = await zhao.get(
      `/api/supervision/campaigns/${round.id}/households/${household}/sheet`,
    );
    const { teams } = (await chen.get(`/api/supervision/campaigns/${round.id}`)).body;
    const join = (by: Caller, code: string) =>
      by.post(`/api/supervision/campaigns/${round.id}/raters`, { code });

    expect(first.status).toBe(200);
    expect(again.code).toBe('supervision/scored-already');
    expect((await join(zhao, teams[1].code)).code).toBe('supervision/in-another-team');
    expect((await join(chen, teams[0].code)).code).toBe('supervision/organiser-scores');
    expect((await join(wei, '000000')).code).toBe('supervision/wrong-code');
    expect(
      (await zhao.get(`/api/supervision/campaigns/${round.id}`)).body.teams[1].code,
    ).toBeNull();
  });

  test('whoever recorded a household does not check it', async () => {
    const round = await drawn(36);
    const [household = ''] = round.households;
    await app.owner.query(
      `update supervision_sample set first_by = array[$1::uuid] where campaign_id = $2 and household_id = $3`,
      [app.accounts.zhao.id, round.id, household],
    );

    const answer = await zhao.get(
      `/api/supervision/campaigns/${round.id}/households/${household}/sheet`,
    );
    const { items } = (await zhao.get(`/api/supervision/campaigns/${round.id}/sample`)).body;

    expect(answer.code).toBe('supervision/own-record');
    expect(items.find((one: { household: string }) => one.household === household).mine).toBe(
      'own',
    );
  });

  test('points the sheet does not know, a missing item and a missing answer are refused by name', async () => {
    const round = await drawn();
    const [household = ''] = round.households;
    const url = `/api/supervision/campaigns/${round.id}/households/${household}/ratings`;
    const { sheet: empty } = await sheet(round, household, zhao);
    const items = empty.items.map(
      ({ choices }: { choices: { points: number }[] }) => choices[0]?.points ?? 0,
    );

    expect((await zhao.post(url, { items: [1] })).code).toBe('supervision/sheet-mismatch');
    const odd = await zhao.post(url, { items: [1, ...items.slice(1)] });
    expect(odd.code).toBe('supervision/points-outside');
    expect(odd.body.error.message).toContain('人均住房面积');
    expect((await zhao.post(url, { items })).code).toBe('supervision/answers-missing');
    const wrong = { items, answers: [{ field: 'houseArea', value: -3 }] };
    expect((await zhao.post(url, wrong)).code).toBe('registry/invalid-value');
    expect((await wei.post(url, { items })).code).toBe('supervision/not-in-team');
  });

  test('a joint re-check is not blind: both teams see the first score', async () => {
    const round = await drawn(4, {
      area: places.village,
      design: 'hamletExchange',
      sizes: [2, 3],
      stages: undefined,
      teams: ['两组共同'],
    });
    const [household = ''] = round.households;

    const { first } = await sheet(round, household, zhao);

    expect(first).toHaveLength(18);
  });

  test('a round nobody drew has no sheet, an undrawn household none either, and a neighbour sees neither', async () => {
    const round = await drawn(1);
    const [household = ''] = round.households;
    const { rows } = await app.owner.query(
      'select id from registry_household where id <> $1 limit 1',
      [household],
    );
    const of = (by: Caller, one: string) =>
      by.get(`/api/supervision/campaigns/${round.id}/households/${one}/sheet`);

    expect((await of(zhao, rows[0].id)).code).toBe('supervision/no-such-sample');
    expect((await of(sun, household)).code).toBe('supervision/no-such-campaign');
    const { body } = await chen.post('/api/supervision/campaigns', {
      area: places.township,
      title: '未抽',
      population: 'all',
      claim: { right: 0.98, confidence: 0.95 },
      teams: ['一组'],
      stages: [{ unit: 'household', take: { total: 2 }, how: 'random' }],
    });
    const undrawn = await zhao.get(
      `/api/supervision/campaigns/${body.id}/households/${household}/sheet`,
    );
    expect(undrawn.code).toBe('supervision/not-drawn');
    expect((await zhao.get(`/api/supervision/campaigns/${body.id}/report`)).code).toBe(
      'supervision/not-drawn',
    );
    expect((await zhao.get(`/api/supervision/campaigns/${body.id}/proof`)).code).toBe(
      'supervision/not-drawn',
    );
  });
});

test('a household stays closed to a rater until the own score is in: card, history, ledger and what rules say of it [HJ-57]', async () => {
  Object.assign(app.platform, { readGuards: [blindGuard] });
  await app.owner.query(
    'update supervision_campaign set closed_at = drawn_at where closed_at is null',
  );
  const round = await drawn();
  const [household = '', other = ''] = round.households;
  const reads = ['', '/events', '/at', '/income'].map(
    (part) => `/api/registry/households/${household}${part}`,
  );
  const codes = (by: Caller) => Promise.all(reads.map(async (url) => (await by.get(url)).code));

  expect(new Set(await codes(zhao))).toEqual(new Set(['supervision/closed-while-blind']));
  expect((await zhao.get(`/api/targeting/households/${household}/decisions`)).code).toBe(
    'supervision/closed-while-blind',
  );
  const closed = await zhao.get(reads[0] ?? '');
  expect(closed.body.error.details).toEqual({ campaign: round.id, household });
  // Whoever does not score it reads on, in the county and in the household's own village.
  expect(new Set(await codes(chen))).toEqual(new Set([undefined]));
  await score(round, household, zhao, 'low');
  expect(new Set(await codes(zhao))).toEqual(new Set([undefined]));
  expect((await zhao.get(`/api/registry/households/${other}`)).code).toBe(
    'supervision/closed-while-blind',
  );
  Object.assign(app.platform, { readGuards: [] });
});
