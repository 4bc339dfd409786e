import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import type { Caller } from '#tests/world/caller.ts';
import { aColleague, aRegistered, movableDay } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { gridRoutes } from './grid.routes.ts';

const app = await anApp({ routes: gridRoutes });
const setDay = movableDay(app);
const [chen, zhao, lin, he, sun] = (['chen', 'zhao', 'lin', 'he', 'sun'] as const).map((name) =>
  app.as(name),
) as [Caller, Caller, Caller, Caller, Caller];
const village = places.village;
const hamlets = [`${village}101`, `${village}102`, `${village}103`] as const;
const cells = '/api/workforce/cells';
const gridOf = async (area: string = village, by = zhao) =>
  (await by.get('/api/workforce/grid', { area })).body;
const cellCalled = async (name: string) =>
  (await gridOf()).items.find((one: { name: string }) => one.name === name);
const draw = (body: object, by = zhao) => by.post(cells, { area: village, ...body });

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  setDay('2016-09-30');
  for (const [at, code] of hamlets.entries()) {
    await app.owner.query(
      `insert into registry_area (code, parent, level, name, full_name, pinyin, initials, source)
       values ($1, $2, 'hamlet', $3, $3, 'tun', 't', 'test')`,
      [code, village, `第${at + 1}屯`],
    );
    await aRegistered(app, { areaCode: code, stage: 'LISTED' });
  }
  // Entered in no hamlet: the village itself is their place.
  await aRegistered(app, { areaCode: village, stage: 'LISTED' });
});

describe('cells', () => {
  test('[HJ-72] are drawn by the township from hamlets that lie in no other, until none is left over', async () => {
    expect((await app.nobody.get('/api/workforce/grid')).code).toBe('access/sign-in-needed');
    const before = await gridOf();
    expect(before.cells).toBe(0);
    expect(before.uncovered).toBe(before.households);
    const open = before.holes.map(({ code }: { code: string }) => code);
    expect(open).toEqual(expect.arrayContaining([village, ...hamlets]));

    expect((await draw({ name: '一', places: [hamlets[0]] }, lin)).code).toBe(
      'access/not-permitted',
    );
    expect((await draw({ name: '一', places: [`${village}999`] })).code).toBe(
      'workforce/cell-place-unknown',
    );
    expect(
      (await zhao.post(cells, { area: places.township, name: '一', places: [hamlets[0]] })).code,
    ).toBe('workforce/cell-of-no-village');
    const first = await draw({ name: '第一网格', places: [hamlets[0], village] });
    expect(first.status).toBe(200);
    const taken = await draw({ name: '第二网格', places: [hamlets[0], hamlets[1]] });
    expect(taken.code).toBe('workforce/cell-overlaps');
    expect(taken.text).toContain('第一网格');
    const rest = open.filter((code: string) => code !== village && code !== hamlets[0]);
    const second = await draw({ name: '第二网格', places: rest });

    const after = await gridOf();
    expect(after).toMatchObject({ cells: 2, uncovered: 0, holes: [] });
    const lying = after.items.reduce(
      (sum: number, one: { households: number }) => sum + one.households,
      0,
    );
    expect(lying).toBe(after.households);
    const listed = [];
    for (const { id } of [first.body, second.body]) {
      const page = (await zhao.get(`${cells}/${id}/households`, { limit: 200 })).body;
      listed.push(...page.items.map(({ household }: { household: string }) => household));
    }
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(after.households);
  });

  test('[HJ-72] are redrawn against their version, never over another, and given up only without open events', async () => {
    const [first, second] = [await cellCalled('第一网格'), await cellCalled('第二网格')];
    const change = (id: string, body: object) => zhao.patch(`${cells}/${id}`, body);
    const own = second.places.map(({ code }: { code: string }) => code);
    expect((await change(second.id, { version: 9, name: '改' })).code).toBe(
      'workforce/cell-changed',
    );
    expect((await change(second.id, { version: 1, places: [...own, hamlets[0]] })).code).toBe(
      'workforce/cell-overlaps',
    );
    expect((await change(second.id, { version: 1, name: '第二片区' })).status).toBe(200);
    expect((await sun.patch(`${cells}/${first.id}`, { version: 1, name: '别人' })).code).toBe(
      'workforce/no-such-cell',
    );
    const without = own.filter((code: string) => code !== hamlets[2]);
    await change(second.id, { version: 2, places: without });
    expect((await gridOf()).holes).toMatchObject([
      { code: hamlets[2], name: '第3屯', households: 1 },
    ]);
    const third = (await draw({ name: '第三网格', places: [hamlets[2]] })).body;
    expect((await zhao.post(`${cells}/${third.id}/end`)).status).toBe(200);
    expect((await zhao.post(`${cells}/${third.id}/end`)).code).toBe('workforce/cell-ended');
    await draw({ name: '第四网格', places: [hamlets[2]] });
    expect((await gridOf(places.township)).below).toContainEqual(
      expect.objectContaining({ code: village, cells: 3, uncovered: 0 }),
    );
    expect((await gridOf('451226', chen)).cells).toBe(3);
  });

  test('have one officer at a time, an account that can patrol there or a name, and who was before is kept', async () => {
    const first = await cellCalled('第一网格');
    const name = (body: object, by = zhao) => by.post(`${cells}/${first.id}/officer`, body);
    expect((await lin.post(`${cells}/${first.id}/patrols`, { on: '2016-09-30' })).code).toBe(
      'workforce/cell-without-officer',
    );
    expect((await name({ name: '杨', account: app.accounts.yang.id })).code).toBe(
      'workforce/no-such-officer',
    );
    expect((await name({ name: '孙', account: app.accounts.sun.id })).code).toBe(
      'workforce/no-such-officer',
    );
    expect((await name({ name: '覃大叔' })).status).toBe(200);
    expect((await name({ name: '—', account: app.accounts.he.id })).status).toBe(200);
    const { officer, officers } = (await zhao.get(`${cells}/${first.id}`)).body;
    expect(officer).toBe('何文斌');
    expect(officers).toMatchObject([{ name: '覃大叔' }]);
  });
});

describe('an event', () => {
  const incidents = '/api/workforce/incidents';
  const read = async (id: string, by = lin) => (await by.get(`${incidents}/${id}`)).body;
  const act = async (id: string, by: Caller, body: object) =>
    by.post(`${incidents}/${id}/acts`, { seen: (await read(id, chen)).position, ...body });

  test('[HJ-72] is found by the officer on a patrol, dispatched, handled and closed by another, with a clock', async () => {
    const [mine] = (await gridOf(village, he)).items;
    const patrol = (body: object, by = he) => by.post(`${cells}/${mine.id}/patrols`, body);
    expect(mine).toMatchObject({ name: '第一网格', isMine: true });
    expect((await patrol({ on: '2016-10-01' })).code).toBe('workforce/patrol-in-future');
    const id = app.platform.newId(451226);
    const found = { kind: 'hazard', words: '电线垂到路面', place: '第1屯路口' };
    const logged = await patrol({ id, on: '2016-09-30', note: '走了一圈', events: [found] });
    expect(logged.body).toMatchObject({ id, repeated: false });
    expect((await patrol({ id, on: '2016-09-30' })).body).toMatchObject({ repeated: true });
    const [incident] = logged.body.incidents;
    // Ten working days over the holiday.
    expect(await read(incident)).toMatchObject({ state: 'found', dueOn: '2016-10-19' });

    expect((await act(incident, he, { act: 'send' })).code).toBe('workforce/incident-not-yours');
    expect((await act(incident, lin, { act: 'send' })).code).toBe(
      'workforce/incident-handler-missing',
    );
    const send = { act: 'send', handler: { account: null, name: '镇供电所' }, dueOn: '2016-10-05' };
    expect((await act(incident, lin, { ...send, dueOn: '2016-09-01' })).code).toBe(
      'workforce/incident-day-past',
    );
    expect((await act(incident, lin, { ...send, seen: 7 })).code).toBe(
      'workforce/incident-changed',
    );
    expect((await act(incident, lin, send)).body).toMatchObject({
      state: 'sent',
      handler: '镇供电所',
      dueOn: '2016-10-05',
    });
    expect((await act(incident, lin, { act: 'close', words: '好了' })).code).toBe(
      'workforce/incident-not-here',
    );
    expect((await act(incident, lin, { act: 'handle' })).code).toBe(
      'workforce/incident-words-missing',
    );
    expect((await act(incident, lin, { act: 'handle', words: '已经架高' })).body.state).toBe(
      'handled',
    );
    expect((await act(incident, lin, { act: 'close', words: '看过' })).code).toBe(
      'workforce/incident-own-work',
    );
    expect((await act(incident, zhao, { act: 'back', words: '还有一处' })).body.state).toBe('sent');
    await act(incident, lin, { act: 'handle', words: '两处都架高' });
    expect((await zhao.post(`${cells}/${mine.id}/end`)).code).toBe(
      'workforce/cell-has-open-events',
    );
    const closed = await act(incident, zhao, { act: 'close', words: '现场看过' });
    expect(closed.body).toMatchObject({ state: 'closed', closedOn: '2016-09-30', may: [] });
    expect(closed.body.acts.map((one: { act: string }) => one.act)).toEqual([
      'find',
      'send',
      'handle',
      'back',
      'handle',
      'close',
    ]);
    expect((await act(incident, zhao, { act: 'remark', words: '记' })).code).toBe(
      'workforce/incident-closed',
    );
  });

  test('[HJ-72] that is late is told one level up, and further as the time given passes again', async () => {
    const [mine] = (await gridOf(village, he)).items;
    const events = [{ kind: 'facility', words: '水管漏水' }];
    const logged = await he.post(`${cells}/${mine.id}/patrols`, { on: '2016-09-30', events });
    const [incident] = logged.body.incidents;
    await act(incident, lin, {
      act: 'send',
      handler: { account: app.accounts.he.id, name: '' },
      dueOn: '2016-10-03',
    });
    const told: unknown[] = [];
    for (const day of ['2016-10-03', '2016-10-04', '2016-10-07', '2016-10-10']) {
      setDay(day);
      told.push([(await read(incident)).told, (await read(incident)).lateDays]);
    }
    expect(told).toEqual([
      [null, 0],
      ['township', 1],
      ['county', 4],
      ['city', 7],
    ]);
    const late = (await zhao.get(incidents, { late: 'yes' })).body;
    expect(late.items).toMatchObject([{ id: incident, isMine: false }]);
    expect((await he.get(incidents, { mine: 'yes' })).body.items).toMatchObject([
      { id: incident, isMine: true },
    ]);
    setDay('2016-09-30');
    expect((await act(incident, he, { act: 'handle', words: '换了接头' })).body.state).toBe(
      'handled',
    );
  });

  test('is seen by its officer and its handler among helpers, by no other, and by no neighbour', async () => {
    const [mine, other] = [await cellCalled('第一网格'), await cellCalled('第二片区')];
    const events = [{ kind: 'dispute', words: '两户争田埂' }];
    await zhao.post(`${cells}/${other.id}/officer`, { name: '蓝某' });
    const logged = await lin.post(`${cells}/${other.id}/patrols`, { on: '2016-09-30', events });
    const [incident] = logged.body.incidents;
    expect((await he.get(`${incidents}/${incident}`)).code).toBe('workforce/no-such-incident');
    expect((await he.get(`${cells}/${other.id}`)).code).toBe('workforce/no-such-cell');
    expect((await gridOf(village, he)).items.map(({ id }: { id: string }) => id)).toEqual([
      mine.id,
    ]);
    const all = [];
    for (const url of ['/api/workforce/grid', incidents]) all.push((await sun.get(url)).text);
    expect(all.join()).not.toContain('两户争田埂');
    expect((await sun.get(`${incidents}/${incident}`)).code).toBe('workforce/no-such-incident');
    expect((await sun.post(`${cells}/${other.id}/patrols`, { on: '2016-09-30' })).code).toBe(
      'workforce/no-such-cell',
    );

    const wei = await aColleague(app, {
      username: 'wei',
      displayName: '韦调解',
      title: '村调解员',
      role: 'village',
      area: village,
    });
    const patrol = { id: logged.body.id, on: '2016-09-30' };
    expect((await wei.post(`${cells}/${mine.id}/patrols`, patrol)).code).toBe(
      'workforce/patrol-elsewhere',
    );
  });
});
