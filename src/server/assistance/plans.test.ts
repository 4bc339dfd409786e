import { beforeAll, describe, expect, test } from 'vitest';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { visitRoutes } from '#server/workforce/visits.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { measureOf, planned, write } from '#tests/world/assistance-world.ts';
import { aColleague, aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { assistanceRoutes } from './assistance.routes.ts';

const app = await anApp({
  routes: [...assistanceRoutes, ...householdWriteRoutes, ...visitRoutes],
});
const lin = app.as('lin');
const zhao = app.as('zhao');
const chen = app.as('chen');

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

const poor = (more: object = {}) =>
  aRegistered(app, { stage: 'LISTED', primaryCause: 'CAPITAL', arableLand: 3, ...more });
const help = async (household: string, by = lin) =>
  (await by.get(`/api/assistance/households/${household}`)).body;
const begin = (household: string, by = lin) =>
  by.post(`/api/assistance/households/${household}/plans`);

describe('what the rules suggest', () => {
  test('[HJ-39] labour and land suggest measures with the values that decided; without a word for it nothing is invented', async () => {
    const { suggestions } = await help(await poor());

    const [first] = suggestions;
    expect(first.table).toBe('labourLand');
    expect(first.gives.map((one: { code: string }) => one.code)).toEqual(['INDUSTRY', 'CREDIT']);
    expect(first.sentence.zh).toContain('有劳动力、有土地');
    expect(first.verified).toBe(true);
    const landless = await help(await poor({ arableLand: 0 }));
    expect(landless.suggestions[0]).toMatchObject({ gives: [], verified: false });
    expect(landless.suggestions[0].sentence.zh).toContain('来源没有规定');
    const unknown = await help(await poor({ arableLand: null }));
    expect(unknown.suggestions[0].missing.length).toBeGreaterThan(0);
    expect(unknown.suggestions[0].gives).toEqual([]);
  });

  test('[GS-02] [TL-09] one page has the cause, the need, the policy, who answers and what is open', async () => {
    const household = await poor({ otherCauses: ['SKILLS'] });
    const page = await help(household);

    expect(page.causes.primary.title.zh).toBe('缺资金');
    expect(page.causes.others.map((one: { code: string }) => one.code)).toEqual(['SKILLS']);
    expect(page.choices.taxonomies[0].measures).toHaveLength(7);
    const ranger = page.choices.benefits.find((one: { id: string }) => one.id === 'forestRanger');
    expect(ranger).toMatchObject({ kind: 'work', to: 'person', measure: 'ECOLOGY' });
    const interest = page.choices.benefits.find(
      (one: { id: string }) => one.id === 'interestSubsidy',
    );
    expect(interest.entitled).toBe(true);
  });

  test('a household outside the register gets neither suggestion nor plan', async () => {
    const household = await aRegistered(app, { stage: 'SURVEYED' });

    expect(await help(household)).toMatchObject({ needed: false, suggestions: [], mayPlan: false });
    expect((await begin(household)).code).toBe('assistance/not-registered');
  });
});

describe('a need', () => {
  test('[JJ-27] is of a list of the rules or in words, once while it is open, and is met', async () => {
    const household = await poor();
    const note = (body: object) => lin.post(`/api/assistance/households/${household}/needs`, body);

    expect((await note({})).status).toBe(400);
    expect((await note({ list: 'difficulty', code: 'WATER' })).code).toBe(
      'assistance/unknown-need',
    );
    const { body } = await note({ words: '缺化肥' });
    expect((await help(household)).needs[0].title.zh).toBe('缺化肥');
    const meet = () => lin.post(`/api/assistance/needs/${body.id}/closing`);
    expect((await meet()).status).toBe(200);
    expect((await meet()).code).toBe('assistance/no-such-need');
    expect((await help(household)).needs[0].metOn).toBe('2016-09-30');
  });

  test('a need that a visit found is taken over, and is open in one place only', async () => {
    const household = await poor();
    await zhao.post(`/api/workforce/households/${household}/visits`, {
      on: '2016-09-30',
      findings: [{ kind: 'need', words: '想养两头牛，缺本钱' }],
    });
    const [found] = (await help(household)).found;

    await lin.post(`/api/assistance/households/${household}/needs`, {
      words: found.words,
      finding: found.id,
    });

    const page = await help(household);
    expect(page.found).toEqual([]);
    expect(page.needs[0].words).toBe('想养两头牛，缺本钱');
  });
});

describe('a plan', () => {
  test('[HJ-20] [GS-57] is submitted with goal, focus, method, owner and deadline of every measure, and says which is missing', async () => {
    const household = await poor();
    const { body: plan } = await begin(household);
    expect((await lin.post(`/api/assistance/plans/${plan.id}/submission`)).code).toBe(
      'assistance/plan-is-empty',
    );
    const bare = measureOf('INDUSTRY', { owner: '', dueOn: null, judgedBy: '年底看存栏' });
    const { body: saved } = await write(lin, plan, { measures: [bare] });
    expect(saved.measures[0].missing).toEqual(['owner', 'dueOn']);
    expect(saved.measures[0].judgedBy).toBe('年底看存栏');

    const refused = await lin.post(`/api/assistance/plans/${plan.id}/submission`);

    expect(refused.code).toBe('assistance/plan-incomplete');
    expect(refused.body.error.message).toContain('责任主体、完成时限');
    const whole = measureOf('INDUSTRY', { line: saved.measures[0].line });
    await write(lin, saved, { measures: [whole] });
    const submitted = await lin.post(`/api/assistance/plans/${plan.id}/submission`);
    expect(submitted.body).toMatchObject({ state: 'submitted', submittedBy: '林桂英' });
  });

  test('nobody decides what they drafted or submitted; returned with a reason it is written on again', async () => {
    const household = await poor();
    const { body: plan } = await begin(household, zhao);
    await write(zhao, plan, { measures: [measureOf('INDUSTRY')] });
    await zhao.post(`/api/assistance/plans/${plan.id}/submission`);
    const decide = (by: typeof zhao, body: object) =>
      by.post(`/api/assistance/plans/${plan.id}/decision`, body);

    expect((await decide(zhao, { approve: true })).code).toBe('assistance/own-plan');
    expect((await decide(chen, { approve: false })).status).toBe(400);
    const returned = await decide(chen, { approve: false, reason: '亩数与户表不符' });
    expect(returned.body).toMatchObject({ state: 'returned', reason: '亩数与户表不符' });
    expect((await decide(chen, { approve: true })).code).toBe('assistance/plan-not-in-state');
    const again = await write(zhao, returned.body, { measures: [measureOf('CREDIT')] });
    expect(again.body.measures[0].code).toBe('CREDIT');
  });

  test('approved, writes its primary measure into the register once, with the plan as the source', async () => {
    const household = await poor();
    const both = [measureOf('INDUSTRY'), measureOf('CREDIT')];
    const { body: begun } = await begin(household);
    await write(lin, begun, { measures: both });
    expect((await lin.post(`/api/assistance/plans/${begun.id}/submission`)).code).toBe(
      'assistance/primary-needed',
    );
    const { body: now } = await lin.get(`/api/assistance/plans/${begun.id}`);
    await write(lin, now, { measures: both, primaryMeasure: 'CREDIT' });
    await lin.post(`/api/assistance/plans/${begun.id}/submission`);

    await chen.post(`/api/assistance/plans/${begun.id}/decision`, { approve: true });

    const { rows } = await app.owner.query(
      `select h.primary_measure, e.source, e.reason from registry_household h
       join registry_event e on e.household_id = h.id and e.kind = 'household.changed' where h.id = $1`,
      [household],
    );
    expect(rows).toEqual([
      { primary_measure: 'CREDIT', source: `plan:${begun.id}`, reason: '第1版帮扶计划' },
    ]);
    expect((await help(household)).primaryMeasure.code).toBe('CREDIT');
  });

  test('goes on in versions: a measure keeps its line and how far it is, and the older version stays readable', async () => {
    const household = await poor();
    const first = await planned(app, household, [measureOf('INDUSTRY')]);
    const [before] = (await help(household)).plan.measures;
    await lin.post(`/api/assistance/measures/${before.line}/progress`, {
      state: 'underway',
      on: '2016-09-20',
      words: '苗已到户',
    });
    const { body: second } = await begin(household);
    expect(second.measures[0]).toMatchObject({ line: before.line, state: 'underway' });
    expect((await begin(household)).code).toBe('assistance/plan-is-open');
    await lin.post(`/api/assistance/measures/${before.line}/progress`, {
      state: 'done',
      on: '2016-09-28',
      words: '',
    });
    const kept = { ...measureOf('INDUSTRY'), line: before.line };
    await write(lin, second, { measures: [kept, measureOf('CREDIT')], primaryMeasure: 'INDUSTRY' });
    await lin.post(`/api/assistance/plans/${second.id}/submission`);
    await chen.post(`/api/assistance/plans/${second.id}/decision`, { approve: true });

    const page = await help(household);

    expect(page.plan.number).toBe(2);
    expect(page.plan.measures.map((one: { state: string }) => one.state)).toEqual([
      'done',
      'planned',
    ]);
    expect(page.plan.measures[0].progress).toHaveLength(2);
    expect((await lin.get(`/api/assistance/plans/${first}`)).body.state).toBe('replaced');
  });

  test('written by two at once is saved for the first and refused for the second', async () => {
    const { body: plan } = await begin(await poor());
    await write(lin, plan, { measures: [measureOf('INDUSTRY')] });

    const stale = await write(zhao, plan, { measures: [measureOf('CREDIT')] });

    expect(stale.code).toBe('assistance/plan-changed');
  });

  test('takes no measure the rules do not know, no unknown benefit, and none due outside its years', async () => {
    const { body: plan } = await begin(await poor());
    const code = async (measure: object) => (await write(lin, plan, { measures: [measure] })).code;

    expect(await code(measureOf('FIREWORKS'))).toBe('assistance/unknown-measure');
    expect(await code(measureOf('INDUSTRY', { benefit: 'gold' }))).toBe(
      'assistance/unknown-benefit',
    );
    expect(await code(measureOf('INDUSTRY', { dueOn: '2017-03-01' }))).toBe(
      'assistance/due-outside-plan',
    );
  });

  test('a measure after exit is refused, but for what the rules grant those who have exited', async () => {
    const household = await poor();
    await planned(app, household, [measureOf('INDUSTRY')]);
    await app.owner.query(
      `update registry_household set stage = 'EXIT_ANNOUNCED', exited_on = '2016-09-15' where id = $1`,
      [household],
    );
    const { body: plan } = await begin(household);
    const kept = plan.measures.map((one: { line: string }) => ({
      ...measureOf('INDUSTRY'),
      line: one.line,
    }));

    const refused = await write(lin, plan, { measures: [...kept, measureOf('HOUSING')] });

    expect(refused.code).toBe('assistance/after-exit');
    expect(refused.body.error.message).toContain('2016-09-15');
    const granted = measureOf('INDUSTRY', { benefit: 'exitIndustryMoney' });
    expect((await write(lin, plan, { measures: [...kept, granted] })).status).toBe(200);
  });
});

describe('targets and milestones', () => {
  test('[HJ-05] [HJ-27] [JJ-48] yearly targets stand beside the actual, milestones count back from the deadline, late ones show', async () => {
    const household = await poor();
    await planned(app, household, [measureOf('INDUSTRY')], {
      targets: [
        { kind: 'year', metric: 'incomePerHead', dueOn: '2016-12-31', value: 3500, unit: '元' },
        { kind: 'milestone', metric: 'milestone', dueOn: '2016-09-01', title: '桑苗下地' },
        { kind: 'milestone', metric: 'milestone', dueOn: '2016-11-01', title: '第一批茧' },
      ],
    });
    const { plan } = await help(household);
    const [late, later] = plan.targets;

    expect(late).toMatchObject({ title: '桑苗下地', standing: 'missed' });
    expect(later.standing).toBe('open');
    expect(plan.targets[2]).toMatchObject({ actual: null, standing: 'open' });
    const reach = (on: string) => lin.post(`/api/assistance/targets/${late.line}/reached`, { on });
    expect((await reach('2016-10-01')).code).toBe('assistance/delivered-in-future');
    expect((await reach('2016-09-10')).body.targets[0]).toMatchObject({
      standing: 'met',
      doneBy: '林桂英',
    });
    const line = app.platform.newId(451226);
    const gone = await lin.post(`/api/assistance/targets/${line}/reached`, { on: '2016-09-10' });
    expect(gone.code).toBe('assistance/no-such-measure');
  });

  test('[HJ-27] the plan of a village has its own versions, and exits counted, not typed', async () => {
    const url = `/api/assistance/villages/${places.village}`;
    expect((await lin.get(`/api/assistance/villages/${county}`)).status).toBe(403);
    expect((await chen.get(`/api/assistance/villages/${county}`)).code).toBe(
      'assistance/village-needed',
    );
    await aRegistered(app, { stage: 'EXIT_ANNOUNCED', exitedOn: '2016-09-10' });
    const { body: plan } = await lin.post(`${url}/plans`);
    await write(lin, plan, {
      measures: [measureOf('INDUSTRY', { quantity: 300, unit: '亩' })],
      targets: [
        { kind: 'year', metric: 'exitedHouseholds', dueOn: '2016-12-31', value: 1, unit: '户' },
      ],
    });
    await lin.post(`/api/assistance/plans/${plan.id}/submission`);
    await chen.post(`/api/assistance/plans/${plan.id}/decision`, { approve: true });

    const { body } = await lin.get(url);

    expect(body.plan).toMatchObject({ state: 'approved', household: null });
    expect(body.plan.targets[0].actual).toBeGreaterThanOrEqual(1);
    expect(body.plan.targets[0].standing).toBe('met');
  });
});

test('plans are of the place: a helper writes those of their households, the neighbour sees none', async () => {
  const household = await poor();
  const id = await planned(app, household, [measureOf('INDUSTRY')]);
  const helper = await aColleague(app, {
    username: 'own-helper',
    displayName: '黄小平',
    title: '',
    role: 'helper',
    area: places.village,
    sees: [household],
  });
  const other = await poor();

  const { body: draft } = await begin(household, helper);
  expect(draft.state).toBe('draft');
  expect((await begin(other, helper)).status).toBe(404);
  expect((await app.as('sun').get(`/api/assistance/plans/${id}`)).code).toBe(
    'assistance/no-such-plan',
  );
  expect((await app.as('ma').get(`/api/assistance/plans/${id}`)).status).toBe(404);
});

test('where no rules are in force nothing can be planned, and the page says so', async () => {
  const household = await poor();
  await app.owner.query('delete from policy_pack');
  await app.platform.packs.reload();

  const { code } = await lin.get(`/api/assistance/households/${household}`);

  expect(code).toBe('assistance/no-rules-here');
});
