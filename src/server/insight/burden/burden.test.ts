import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { packRounds } from '#domain/insight/burden/budget.ts';
import { hoursOf } from '#domain/insight/burden/burden.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { campaignRoutes } from '#server/casework/campaign.routes.ts';
import { campaignJob } from '#server/casework/campaign-job.ts';
import { inScope } from '#server/database/connect.ts';
import { registryHouseholdRoutes } from '#server/registry/household.routes.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { insightRoutes } from '../insight.routes.ts';
import { burdenRoutes } from './burden.routes.ts';
import { keepBurden } from './burden.store.ts';
import { keepAllBurden } from './keep-burden.ts';
import { budgetView } from './load-budget.ts';

const app = await anApp({
  routes: [
    ...insightRoutes,
    ...burdenRoutes,
    ...registryHouseholdRoutes,
    ...householdWriteRoutes,
    ...campaignRoutes,
  ],
  jobKinds: (platform) => [campaignJob(platform)],
  demonstration: true,
});
const { platform } = app;
let household: string;

type Level = { level: string; typed: number; again: number; hours: number; begun: number };

const burden = async (who: 'chen' | 'lin' | 'sun' | 'lu', area?: string) =>
  (await app.as(who).get(`/api/insight/burden${area === undefined ? '' : `?area=${area}`}`)).body;
const levelIn = (body: { levels: Level[] }, level: string) =>
  body.levels.find((one) => one.level === level) as Level;

let version = 1;
async function change(field: string, from: unknown, to: unknown, reason = '') {
  const { body } = await app.as('lin').patch(`/api/registry/households/${household}`, {
    baseVersion: version,
    trueFrom: '2016-09-01',
    source: 'visit',
    reason,
    changes: [{ field, from, to }],
  });
  version = body.version;
}

/** As the loop does, and again at once: what was done since is to be seen. */
async function count() {
  const county = 451226;
  await inScope(platform.db, everything, (tx) =>
    keepBurden(tx, {
      county,
      from: '2016-01-01' as never,
      today: platform.clock.today(),
      now: platform.clock.now(),
    }),
  );
}

beforeAll(async () => {
  await installForPlace(platform, 'huanjiang-2016');
  household = await aRegistered(app, { stage: 'LISTED', houseArea: 80, areaCode: places.village });
  await keepAllBurden(platform);
});

describe('what is typed', () => {
  test('each field counts once for the level that typed it, and asking again without a reason counts twice', async () => {
    const before = levelIn(await burden('chen'), 'village');
    await change('houseArea', 80, 96, '重新丈量');
    await change('television', null, true);
    await change('television', true, false);
    await change('houseArea', 96, 97, '又丈量一次');
    await count();

    const after = levelIn(await burden('chen'), 'village');
    // Four values and two reasons.
    expect(after.typed - before.typed).toBe(6);
    expect(after.again - before.again).toBe(1);
    expect(after.hours).toBeCloseTo(hoursOf(after.typed));
    const { body } = await app.as('chen').get('/api/insight/burden/asked-twice');
    expect(body.items).toMatchObject([
      { id: household, level: 'village', times: 2, person: null, firstBy: '林桂英' },
    ]);
    expect(body.items[0].field.zh).not.toBe('television');
  });

  test('the sums of the places are the sum of the whole, at every level one may look from', async () => {
    for (const [who, area] of [
      ['lu', '45'],
      ['chen', '451226'],
      ['chen', places.township],
    ] as const) {
      const { levels, parts } = await burden(who, area);
      const whole = levels.reduce((sum: number, one: Level) => sum + one.typed, 0);
      const places_ = parts.reduce((sum: number, one: Level) => sum + one.typed, 0);
      expect(places_, area).toBe(whole);
      expect(whole, area).toBeGreaterThan(0);
    }
  });

  test('pages and months add up to what a level typed', async () => {
    const { body } = await app.as('chen').get('/api/insight/burden?level=village');
    const typed = levelIn(body, 'village').typed;
    const sum = (rows: { typed: number }[]) => rows.reduce((all, one) => all + one.typed, 0);
    expect(sum(body.pages)).toBe(typed);
    expect(sum(body.months)).toBe(typed);
  });

  test('a list that is exported is a report whose cells nobody typed', async () => {
    const before = (await burden('chen')).outputs;
    expect(before).toEqual([]);
    const { bytes } = await app
      .as('chen')
      .get('/api/registry/households/export?format=csv&columns=householdNo,houseArea,primaryCause');
    await count();

    const { outputs, goal } = await burden('chen');
    const [head = '', ...lines] = bytes.toString('utf8').trim().split('\r\n');
    const filled = lines.flatMap((line) => line.split(',')).filter((cell) => cell !== '').length;
    expect(head.split(',')).toHaveLength(3);
    expect(outputs).toMatchObject([{ kind: 'households', outputs: 1, cells: filled, typed: 0 }]);
    expect(goal).toBe(0.95);
  });

  test('a supervisor of two townships takes a list away, and it counts for the first of them', async () => {
    const { status } = await app.as('du').get('/api/insight/measures/export?format=xlsx');
    expect(status).toBe(200);
    const { rows } = await app.owner.query(
      `select area_code, kind from kernel_output where kind = 'measures'`,
    );
    expect(rows).toEqual([{ area_code: places.township, kind: 'measures' }]);
  });

  test('a village sees its own, the neighbouring county nothing of it', async () => {
    expect(levelIn(await burden('lin'), 'village').typed).toBeGreaterThan(0);
    expect(levelIn(await burden('sun'), 'village').again).toBe(0);
    const asked = await app.as('sun').get(`/api/insight/burden?area=${places.village}`);
    expect(asked.status).toBe(403);
    const list = await app.as('sun').get('/api/insight/burden/asked-twice');
    expect(list.body.items).toEqual([]);
  });

  test('above a county households are not listed, and the answer says what to do', async () => {
    const { status, code } = await app.as('lu').get('/api/insight/burden/asked-twice?area=45');
    expect([status, code]).toEqual([422, 'insight/burden-list-too-wide']);
  });

  test('a county is left alone for a while, and counted again once somebody acted', async () => {
    expect(await keepAllBurden(platform)).toBe(0);
    app.clock.advance(600);
    await change('houseArea', 97, 98);
    app.clock.advance(600);
    expect(await keepAllBurden(platform)).toBe(1);
  });
});

describe('a collection budget', () => {
  const ask = (query: string, who: 'chen' | 'sun' = 'chen') =>
    app.as(who).get(`/api/insight/burden/ask?${query}`);
  const set = (body: object, who: 'chen' | 'zhao' | 'sun' = 'chen') =>
    app.as(who).send({
      method: 'PUT',
      url: '/api/insight/burden/budget',
      payload: {
        area: '451226',
        level: 'village',
        fields: null,
        rounds: null,
        reason: '减负',
        ...body,
      },
    });
  const recheck = 'of=campaign&process=recheck&stages=LISTED';

  test('what a campaign asks is counted before it begins, and no limit breaks where none is set', async () => {
    const { body } = await ask(recheck);
    const village = body.asks.find((one: Level) => one.level === 'village');
    expect(village.fields).toBeGreaterThan(0);
    expect(body.asks.flatMap((one: { breaks: string[] }) => one.breaks)).toEqual([]);
    const { body: none } = await ask('of=campaign&process=recheck&stages=EXIT_APPLIED');
    expect(none.asks.every((one: { fields: number }) => one.fields === 0)).toBe(true);
  });

  test('one that would break is told with who set it and why, and may still begin', async () => {
    const { status, body: kept } = await set({ fields: 0, rounds: 0, reason: '中央减负通知' });
    expect([status, kept.by, kept.roundsFrom]).toEqual([200, '陈国强', 'county']);

    const { body } = await ask(recheck);
    const village = body.asks.find((one: Level) => one.level === 'village');
    expect(village.breaks).toEqual(['fields', 'rounds']);
    expect(village.budget).toMatchObject({ by: '陈国强', reason: '中央减负通知', fields: 0 });

    const begun = await app.as('chen').post('/api/casework/campaigns', {
      area: '451226',
      title: '秋季复查',
      process: 'recheck',
      stages: ['LISTED'],
    });
    expect(begun.status).toBe(200);
    await app.runJobs();
    const after = await burden('chen');
    expect(levelIn(after, 'village').begun).toBe(1);
    expect(after.campaigns).toMatchObject([{ title: '秋季复查', by: '陈国强' }]);
  });

  test('indicators and tasks are counted by their cells and monthly reports', async () => {
    const { body: task } = await ask(
      'of=task&level=township&places=12&startOn=2016-09-01&dueOn=2016-12-31',
    );
    expect(task.asks).toMatchObject([{ level: 'township', fields: 3 * 4 * 12, rounds: 0 }]);
    const { body } = await ask('of=indicators&set=elevenHaves');
    const { code } = await ask('of=indicators&set=noSuchSet');
    expect(code).toBe('insight/nothing-to-count');
    expect(body.asks).toMatchObject([{ level: 'department', rounds: 1 }]);
    expect(body.asks[0].fields % body.asks[0].units).toBe(0);
    expect(body.asks[0].fields).toBeGreaterThan(0);
  });

  test('only a county sets one, for itself, and one that changes nothing is refused', async () => {
    expect((await set({ fields: 0, rounds: 0 })).code).toBe('insight/budget-says-nothing');
    expect((await set({ area: places.township, fields: 5 })).code).toBe(
      'insight/budget-not-of-county',
    );
    expect((await set({ fields: 5 }, 'zhao')).status).toBe(403);
    expect((await set({ fields: 5 }, 'sun')).status).toBe(403);
    const { body } = await ask(`${recheck}&area=451225`, 'sun');
    expect(body.asks.flatMap((one: { breaks: string[] }) => one.breaks)).toEqual([]);
  });

  test('a village is told the limits that protect it', async () => {
    const { levels } = await burden('lin');
    const own = levels.find((one: Level) => one.level === 'village');
    expect(own.budget).toMatchObject({ fields: 0, rounds: 0, by: '陈国强' });
  });

  test('where the county sets no rounds those of the rules hold, from their day on', () => {
    const on = (day: string) =>
      packRounds(platform.packs.inForce(areaCode('451226'), plainDate(day)), 'household');
    expect([on('2018-08-19'), on('2018-08-20')]).toEqual([null, 1]);
    expect(budgetView(undefined, 1, platform.clock.today())).toMatchObject({
      rounds: 1,
      roundsFrom: 'pack',
      by: null,
    });
  });
});
