import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { organisationRoutes } from './organisation.routes.ts';

const app = await anApp({ routes: organisationRoutes });
const setDay = movableDay(app);
const chen = app.as('chen');
const county = '451226';
const url = '/api/workforce/organisation';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
});

const read = async (area: string = county, by = chen) => (await by.get(url, { area })).body;
const appoint = (post: string, name: string, more: object = {}) =>
  chen.post('/api/workforce/postings', {
    area: county,
    set: 'commandSeats',
    post,
    name,
    title: '县委书记',
    from: '2016-03-01',
    ...more,
  });
const seat = async (id: string) =>
  (await read()).sets
    .flatMap(({ posts }: { posts: object[] }) => posts)
    .find((post: { id: string }) => post.id === id);

test('[HJ-01] [JJ-04] the headquarters has its seats, held from a day to a day, and says how many are missing', async () => {
  expect((await app.nobody.get(url)).code).toBe('access/sign-in-needed');
  expect((await seat('deputyCommanders')).gap.zh).toBe('副指挥长要 13 名，还差 13 名。');
  expect((await appoint('nobody', '谭某')).code).toBe('workforce/no-such-post');
  const { id } = (await appoint('chiefCommander', '黄书记')).body;
  expect((await appoint('chiefCommander', '黄书记')).code).toBe('workforce/already-holds');
  expect((await appoint('chiefCommander', '韦书记')).code).toBe('workforce/seat-taken');
  expect(await seat('chiefCommander')).toMatchObject({
    gap: null,
    holders: [{ name: '黄书记', from: '2016-03-01' }],
  });

  const end = (body: object) => chen.post(`/api/workforce/postings/${id}/end`, body);
  expect((await end({ on: '2016-02-01', reason: '调任' })).code).toBe(
    'workforce/tenure-turned-round',
  );
  await end({ on: '2016-09-30', reason: '调任' });
  expect((await end({ on: '2016-09-30', reason: '调任' })).code).toBe('workforce/posting-ended');
  expect((await appoint('chiefCommander', '韦书记', { from: '2016-09-30' })).status).toBe(200);
  expect((await read()).past).toMatchObject([
    { name: '黄书记', to: '2016-09-30', post: { zh: '总指挥长' } },
  ]);
});

test('[HJ-02] [GS-72] task groups are seats of the county that somebody leads', async () => {
  await appoint('industry', '农业局局长', { set: 'taskGroups' });
  const groups = (await read()).sets.find(({ id }: { id: string }) => id === 'taskGroups');

  expect(groups.posts).toHaveLength(10);
  expect(groups.posts.filter(({ gap }: { gap: unknown }) => gap === null)).toHaveLength(1);
});

test('[HJ-03] a township headquarters lacks core staff until three are named', async () => {
  const before = (await read()).below.find(
    ({ code }: { code: string }) => code === places.township,
  );
  expect(before.gaps.map(({ zh }: { zh: string }) => zh)).toContain('业务骨干要 3 名，还差 3 名。');
  const zhao = app.as('zhao');
  for (const name of ['甲', '乙', '丙']) {
    const body = {
      area: places.township,
      set: 'townshipPosts',
      post: 'coreStaff',
      name,
      from: '2016-03-01',
    };
    expect((await zhao.post('/api/workforce/postings', body)).status).toBe(200);
  }

  const after = (await read()).below.find(({ code }: { code: string }) => code === places.township);
  expect(after).toMatchObject({ held: 3, gaps: [] });
});

test('[HJ-79] [HJ-30] a village says who answers for it with which duty', async () => {
  const body = {
    area: places.village,
    set: 'villageTeams',
    post: 'identificationTeams',
    name: '林桂英',
    title: '第一书记',
    duty: '包三屯，每周入户',
    from: '2016-03-01',
  };
  await chen.post('/api/workforce/postings', body);

  const village = await read(places.village, app.as('lin'));

  expect(
    village.sets.find(({ id }: { id: string }) => id === 'villageTeams').posts[0].holders[0],
  ).toMatchObject({
    name: '林桂英',
    duty: '包三屯，每周入户',
  });
});

test('[GS-74] pledges are signed level by level, each office once', async () => {
  const sign = (party: string, office: number, area: string = places.township) =>
    chen.post('/api/workforce/pledges', {
      area,
      pledge: 'countyTownshipPledge',
      party,
      office,
      name: '黄书记',
      on: '2016-03-10',
    });
  expect((await sign('county', 0)).status).toBe(200);
  expect((await sign('county', 0)).code).toBe('workforce/pledge-signed');
  expect((await sign('county', 7)).code).toBe('workforce/no-such-pledge');
  await sign('township', 1);

  const [pledge] = (await read()).pledges;
  const place = pledge.places.find(({ code }: { code: string }) => code === places.township);
  expect(pledge).toMatchObject({ id: 'countyTownshipPledge', signers: 4 });
  expect(place.signed).toHaveLength(2);
});

test('[HJ-43] [HJ-29] co-operatives and partners are entered once, with capital and members summed', async () => {
  const units = '/api/workforce/units';
  const enter = (name: string, more: object = {}) =>
    chen.post(units, {
      area: county,
      name,
      kind: 'cooperative',
      capitalFen: 100_000_00,
      members: 24,
      ...more,
    });
  await enter('仪凤牛业合作社');
  await enter('下南核桃合作社', { members: 10 });
  expect((await enter('仪凤牛业合作社')).code).toBe('workforce/unit-known');
  await enter('某企业', {
    kind: 'partner',
    link: 'linkFirms',
    capitalFen: undefined,
    members: undefined,
  });

  const { items, sums, links } = (await chen.get(units)).body;
  expect(sums).toContainEqual({
    kind: 'cooperative',
    count: 2,
    capitalFen: 200_000_00,
    members: 34,
    joinedHouseholds: 0,
    led: 0,
  });
  expect(items.find(({ kind }: { kind: string }) => kind === 'partner').link.zh).toBe('联企');
  expect(links).toHaveLength(5);
});

test('the neighbouring county has none of it', async () => {
  const sun = app.as('sun');
  setDay('2016-09-30');
  expect((await sun.get(url, { area: county })).code).toBe('access/outside-area');
  const own = (await sun.get(url)).body;
  expect(own.past).toEqual([]);
  expect(
    (
      await sun.post(`/api/workforce/postings/${app.platform.newId(451226)}/end`, {
        on: '2016-09-30',
        reason: '调任',
      })
    ).code,
  ).toBe('workforce/no-such-posting');
  expect((await sun.get('/api/workforce/units')).body.items).toEqual([]);
});

test('[HJ-79] the schedule tells who answers for which village, a township for all of its own, and holes as holes', async () => {
  setDay('2016-09-30');
  const scheduleAt = async (area: string, by = chen) =>
    (await by.get('/api/workforce/schedule', { area })).body;
  const before = await scheduleAt(places.village);
  expect(before.columns.map(({ post }: { post: string }) => post)).toEqual([
    'firstSecretaries',
    'countyLeaders',
    'leadingGroup',
    'townshipLeaders',
    'beautifulGuangxiLeads',
    'squadLeads',
    'cityTeams',
    'workTeam',
    'identificationTeams',
  ]);
  expect(before.villages).toMatchObject([{ name: '仪凤村', units: [], supervisors: [] }]);
  expect(before.villages[0].cells[0]).toEqual({ holders: [], missing: 1 });

  const from = '2016-03-01';
  const force = (area: string, post: string, name: string) =>
    chen.post('/api/workforce/postings', { area, set: 'forces', post, name, from });
  expect((await force(county, 'firstSecretaries', '林某')).code).toBe('workforce/no-such-post');
  await force(places.village, 'firstSecretaries', '林某');
  await force(places.township, 'countyLeaders', '县领导某');
  const after = await scheduleAt(places.village);
  expect(after.villages[0].cells.slice(0, 2)).toMatchObject([
    { holders: [{ name: '林某', isOfTownship: false }], missing: 0 },
    { holders: [{ name: '县领导某', isOfTownship: true }], missing: 0 },
  ]);
  expect(after).toMatchObject({ holes: before.holes - 2, complete: 0 });
  const whole = await scheduleAt(county);
  expect(
    whole.villages.find(({ code }: { code: string }) => code === places.otherVillage).cells[1],
  ).toMatchObject({ missing: 0 });
  expect((await app.as('sun').get('/api/workforce/schedule', { area: county })).code).toBe(
    'access/outside-area',
  );
});
