import { beforeAll, describe, expect, test } from 'vitest';
import type { DecisionExplanation, DecisionList } from '#contract/targeting-explain.ts';
import { everything } from '#domain/access/scope.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { type CastName, places } from '#tests/world/cast.ts';
import { installHelpPack } from '#tests/world/help-pack.ts';
import { aHousehold, anId, aPerson, today } from '#tests/world/household.ts';
import { scoreAreaJob } from './score-area.ts';
import { targetingRoutes } from './targeting.routes.ts';

const app = await anApp({
  planted: true,
  routes: targetingRoutes,
  jobKinds: (platform) => [scoreAreaJob(platform)],
});
const { platform } = app;

const head = aPerson({ name: '谭永福' });

/** Three people, 80 square metres; repaired in June, when a tap was laid, too. In July its head was given dibao. */
const family = aHousehold(
  { areaCode: places.village, houseArea: 80, television: true, waterSafe: true },
  [
    head,
    aPerson({ name: '卢秀英', relation: 'SPOUSE' }),
    aPerson({ name: '谭小芳', relation: 'DAUGHTER' }),
  ],
  {
    items: { 3: 2 },
    incomes: [{ id: anId(), year: 2015, kind: 'migrant', amountFen: 800_000 }],
    events: [
      {
        id: anId(),
        kind: 'household.changed',
        trueFrom: plainDate('2016-06-01'),
        recordedAt: '2016-06-05T03:00:00.000Z',
        author: null,
        authorName: '林桂英',
        source: 'visit',
        reason: '入户',
        changes: [
          { field: 'houseArea', from: 24, to: 80 },
          { field: 'waterSafe', from: false, to: true },
        ],
      },
      {
        id: anId(),
        kind: 'person.changed',
        trueFrom: plainDate('2016-07-01'),
        recordedAt: '2016-07-04T03:00:00.000Z',
        author: null,
        authorName: '莫强志',
        source: 'visit',
        reason: '入户',
        changes: [{ field: 'dibao', person: head.id, from: false, to: true }],
      },
    ],
  },
);
const untold = aHousehold({ areaCode: places.village, houseArea: null, television: true });
const palace = aHousehold({ areaCode: places.village, houseArea: 900, television: true });
const stored = [family, untold, palace];

beforeAll(async () => {
  await installHelpPack(platform);
  const rows = stored.map((one) => toHouseholdRows(one, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
});

const pathOf = (id: string, decision = '') =>
  `/api/targeting/households/${id}/decisions${decision === '' ? '' : `/${decision}`}`;

async function listed(id: string, query = '', who: CastName = 'lin') {
  const { status, body } = await app.as(who).get(`${pathOf(id)}${query}`);
  return { status, body: body as DecisionList & { error: { code: string; message: string } } };
}

async function explained(id: string, decision: string, query = '', who: CastName = 'lin') {
  const { status, body } = await app.as(who).get(`${pathOf(id, decision)}${query}`);
  return {
    status,
    body: body as DecisionExplanation & { error: { code: string; message: string } },
  };
}

describe('the decisions about a household', () => {
  test('are those of every kind the pack in force makes, each with its result in one line', async () => {
    const { status, body } = await listed(family.id);

    expect(status).toBe(200);
    expect(body.packs).toMatchObject([{ id: 'small-help', version: '1.0.0' }]);
    expect(body.items.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['sheet.house', 'beyond'],
      ['set.both', 'fails'],
      ['outcome.leaving.check.meets', 'fails'],
      ['table.repair', 'fine'],
      ['product.loan', 'fails'],
      ['benefit.kettle', 'fails'],
      ['trigger.falling', 'holds'],
      ['criterion.overLine', 'fails'],
      ['criterion.waterGood', 'holds'],
    ]);
    expect(body.items[0]?.sentence.zh).toBe(
      '小屋评分表：80 分（满分 100），比分数线 50 高 30 分，在分数线以外。',
    );
  });

  test('rest on verified rules or say that they do not', async () => {
    const { body } = await listed(family.id);
    const verified = new Map(body.items.map((item) => [item.key, item.verified]));

    expect(verified.get('sheet.house')).toBe(false);
    expect(verified.get('set.both')).toBe(true);
  });

  test('as of a past day are made of what was true and known then', async () => {
    const outcome = async (query: string) => {
      const { body } = await listed(family.id, query);
      return body.items.find(({ key }) => key === 'criterion.waterGood')?.outcome;
    };

    expect(await outcome('?on=2016-05-31')).toBe('fails');
    expect(await outcome('?on=2016-06-02')).toBe('fails');
    expect(await outcome('?on=2016-06-02&known=now')).toBe('holds');
    expect(await outcome('?on=2016-06-06')).toBe('holds');
  });

  test('of a day to come, of a day before the household was known, of no day are refused in words', async () => {
    expect((await listed(family.id, '?on=2016-12-31')).body.error.code).toBe(
      'targeting/day-to-come',
    );
    const before = await listed(family.id, '?on=2015-06-01');
    expect(before).toMatchObject({
      status: 409,
      body: { error: { code: 'targeting/not-known-then' } },
    });
    expect(before.body.error.message).toContain('2015-06-01');
    expect((await listed(family.id, '?on=2016-02-31')).body.error.code).toBe(
      'registry/no-such-day',
    );
  });

  test('are asked for in vain where no pack is in force', async () => {
    const [neighbour = ''] = app.planted.neighbour.households;

    expect((await listed(neighbour, '', 'sun')).body.error.code).toBe('policy/no-pack-in-force');
  });
});

describe('one decision explained', () => {
  test('says in a sentence and in a tree which clause and which value decided [HH-05]', async () => {
    const { body } = await explained(family.id, 'criterion.overLine');

    expect(body.decision.sentence.zh).toBe(
      '收入过线：不符合，因为“人均纯收入 > 贫困线”不成立（人均纯收入 2,666.67 元/人/年，贫困线 2,952 元/人/年）。',
    );
    expect(body.parts[0]?.says[0]?.zh).toBe('您家收入没有过线。');
    const exit = await explained(family.id, 'outcome.leaving.check.meets');
    expect(exit.body.parts[0]?.says.map(({ zh }) => zh)).toEqual(['您家收入没有过线。']);
    expect(body.parts[0]?.tree).toMatchObject([
      { depth: 0, kind: 'test', value: false, decisive: true, text: 'incomePerHead > povertyLine' },
    ]);
    expect(body.mark).toMatchObject({
      verified: true,
      source: { title: { zh: '试验章程' }, place: '六' },
    });
    expect(body.parameters).toMatchObject([
      { name: 'povertyLine', from: '2016-01-01', verified: true },
    ]);
  });

  test('says of every value who stated it, when and on what grounds', async () => {
    const { body } = await explained(family.id, 'sheet.house');
    const origin = new Map(body.facts.map((one) => [one.fact, one.origin]));

    expect(origin.get('houseArea')).toMatchObject({
      kind: 'recorded',
      authorName: '林桂英',
      source: 'visit',
      trueFrom: '2016-06-01',
      recordedAt: '2016-06-05T03:00:00Z',
    });
    expect(origin.get('television')).toMatchObject({ kind: 'recorded', trueFrom: '2015-11-02' });
    // Who has dibao is not who is there.
    expect(origin.get('members')).toMatchObject({ kind: 'members', trueFrom: '2015-11-02' });
    const loan = await explained(family.id, 'product.loan');
    expect(loan.body.facts[0]).toMatchObject({ fact: 'tractors', origin: { kind: 'recorded' } });
    const income = await explained(family.id, 'criterion.overLine');
    expect(income.body.facts[0]).toMatchObject({
      fact: 'incomePerHead',
      origin: { kind: 'incomes', trueFrom: '2015-11-02', authorName: '林村干' },
    });
  });

  test('names the nearest change of one value that flips it, and it does', async () => {
    const { body } = await explained(family.id, 'sheet.house');

    expect(body.flips.map(({ fact, to, outcome, total }) => [fact, to.zh, outcome, total])).toEqual(
      [
        ['houseArea', '29.99 平方米', 'within', 50],
        ['members', '9 人', 'within', 50],
        ['television', '否', 'within', 40],
      ],
    );
    expect(body.flips[1]?.sentence.zh).toBe(
      '若“家庭人口”不是 3 人 而是 9 人（多 6 人），则总分 50，在分数线以内。',
    );
    expect(body.flips[1]?.items).toEqual([
      { title: { zh: '住房', en: 'House' }, from: 40, to: 10 },
    ]);
    expect(body.exact).toBe(true);
  });

  test('shows how a veto is rebutted and what would lift it', async () => {
    const { body } = await explained(palace.id, 'sheet.house');

    expect(body.decision.outcome).toBe('vetoed');
    const veto = body.parts.find(({ role }) => role === 'veto');
    expect(veto).toMatchObject({ decisive: true, guide: { zh: '可说明是合住。' } });
    expect(body.flips[0]).toMatchObject({
      fact: 'houseArea',
      to: { zh: '500 平方米' },
      outcome: 'beyond',
    });
  });

  test('with a value missing says which, and what it would be if it were known', async () => {
    const { body } = await explained(untold.id, 'table.repair');

    expect(body.decision.outcome).toBe('unknown');
    expect(body.missing).toMatchObject([{ fact: 'houseArea' }]);
    expect(body.ifKnown).toMatchObject([
      {
        fact: 'houseArea',
        cases: [
          { shown: { zh: '19.99 平方米 及以下' }, outcome: 'small' },
          { shown: { zh: '20 平方米 及以上' }, outcome: 'fine' },
        ],
      },
    ]);
    expect(body.facts[0]).toMatchObject({ known: false, origin: null });
  });

  test('names the days of the notice at which one may object, and that they are unverified', async () => {
    const { body } = await explained(family.id, 'set.both');

    expect(body.objection).toMatchObject({
      days: 7,
      step: { zh: '村内公示' },
      process: { zh: '退出' },
      verified: false,
    });
    expect((await explained(family.id, 'benefit.kettle')).body.objection).toBeNull();
  });

  test('compares a score with the village, for whoever sees the village', async () => {
    const { body } = await explained(family.id, 'sheet.house');

    expect(body.score).toMatchObject({ total: 80, cutOff: 50 });
    expect(body.score?.villageScored).toBeGreaterThanOrEqual(3);
    const [own = ''] = app.planted.home.households;
    expect((await explained(own, 'sheet.house', '', 'ma')).body.score?.villageScored).toBe(0);
  });

  test('that no pack in force makes is refused with the way on', async () => {
    const { status, body } = await explained(family.id, 'criterion.gold');

    expect(status).toBe(404);
    expect(body.error.code).toBe('targeting/no-such-decision');
    expect(body.error.message).toContain('criterion.gold');
  });
});

describe('who may read an explanation', () => {
  test('the household its own, its helper theirs, nobody from the next county [HH-05]', async () => {
    const [own = '', other = ''] = app.planted.home.households;

    expect((await explained(own, 'sheet.house', '', 'ma')).status).toBe(200);
    expect((await explained(other, 'sheet.house', '', 'ma')).body.error.code).toBe(
      'targeting/no-such-household',
    );
    expect((await explained(other, 'sheet.house', '', 'he')).status).toBe(200);
    expect((await explained(family.id, 'sheet.house', '', 'he')).status).toBe(404);
    expect((await explained(family.id, 'sheet.house', '', 'sun')).status).toBe(404);
    expect((await listed(family.id, '', 'sun')).status).toBe(404);
  });
});

describe('a score that a run stored', () => {
  test('is explained by the version of the run, as the register was when it ran [HJ-65]', async () => {
    const { body: started } = await app
      .as('chen')
      .post('/api/targeting/runs', { area: places.village });
    await app.runJobs();
    const query = `?run=${started.run}`;

    const { body } = await explained(family.id, 'sheet.house', query);

    expect(body.run).toMatchObject({
      id: started.run,
      asOf: '2016-09-30',
      total: 80,
      agrees: true,
    });
    expect(body.pack.version).toBe('1.0.0');
    expect(body.decision.outcome).toBe('beyond');

    await installHelpPack(platform, { version: '2.0.0', cutOff: 90 });
    expect((await explained(family.id, 'sheet.house')).body.decision.outcome).toBe('within');
    const again = (await explained(family.id, 'sheet.house', query)).body;
    expect(again.decision.outcome).toBe('beyond');
    expect(again.pack).toMatchObject({ version: '1.0.0', missingVersion: null });

    const other = await explained(family.id, 'criterion.overLine', query);
    expect(other.body.error.code).toBe('targeting/no-such-decision');
    const none = await explained(
      family.id,
      'sheet.house',
      '?run=00000000-0000-4000-8000-000000000000',
    );
    expect(none.body.error.code).toBe('targeting/no-such-run');
    const late = aHousehold({ areaCode: places.village }, undefined, {});
    await inScope(platform.db, everything, (tx) =>
      insertHouseholds(tx, [toHouseholdRows(late, { secrets: platform.secrets, today })]),
    );
    expect((await explained(late.id, 'sheet.house', query)).body.error.code).toBe(
      'targeting/not-in-run',
    );
  });
});
