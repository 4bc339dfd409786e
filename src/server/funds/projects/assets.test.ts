import { beforeAll, describe, expect, test } from 'vitest';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { projectWorld } from '#tests/world/project-world.ts';
import { bookRoutes } from '../books.routes.ts';
import { assetRoutes } from './asset.routes.ts';
import { projectRoutes } from './project.routes.ts';

const app = await anApp({
  routes: [...bookRoutes, ...attachmentRoutes, ...projectRoutes, ...assetRoutes],
});
const { chen, fang } = fundsWorld(app);
const { accepted, entered, well } = projectWorld(app);
const zhao = app.as('zhao');
const sun = app.as('sun');
const at = (id: string, what = '') => `/api/funds/assets/${id}${what}`;
const of = (project: string) => `/api/funds/projects/${project}/assets`;

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

async function formed(more: object = {}): Promise<string> {
  const project = await accepted();
  const body = { title: '仪凤光伏电站', kind: 'operating', value: 500_000_00 };
  const asset = { ...body, formedOn: '2016-08-20', ...more };
  return (await well(zhao.post(of(project), asset))).id;
}

const act = (id: string, body: object) => zhao.post(at(id, '/acts'), { on: '2016-09-01', ...body });

async function inUse(more: object = {}): Promise<string> {
  const id = await formed(more);
  await well(act(id, { act: 'confirm', owner: '仪凤村集体', document: '确权1号' }));
  await well(act(id, { act: 'handOver', keeper: '仪凤村委会' }));
  return id;
}

async function aHome(): Promise<{ id: string; no: string }> {
  const id = await aRegistered(app, { stage: 'LISTED' });
  const { rows } = await app.owner.query(
    'select household_no as no from registry_household where id = $1',
    [id],
  );
  return { id, no: rows[0].no };
}

describe('an asset', () => {
  test('is formed by an accepted project, up to what was recognised of it', async () => {
    const open = await entered();
    const body = { title: '电站', kind: 'operating', value: 1 };
    const early = await zhao.post(of(open), { ...body, formedOn: '2016-08-20' });
    expect(early.code).toBe('funds/not-finished');
    const project = await accepted();
    const asset = { ...body, value: 880_000_01, formedOn: '2016-08-20' };
    expect((await zhao.post(of(project), asset)).code).toBe('funds/formed-already');
    const ahead = { ...asset, value: 1, formedOn: '2030-01-01' };
    expect((await zhao.post(of(project), ahead)).code).toBe('funds/day-ahead');
  });

  test('gets its title, its keeper, its repairs and its end, each on record', async () => {
    const id = await formed();
    expect((await act(id, { act: 'handOver', keeper: '村' })).code).toBe('funds/wrong-asset-state');
    await well(act(id, { act: 'confirm', owner: '仪凤村集体', document: '确权1号' }));
    await well(act(id, { act: 'handOver', keeper: '仪凤村委会' }));
    await well(act(id, { act: 'keepUp', cost: 3_000_00, note: '换逆变器' }));
    await well(act(id, { act: 'rest', note: '线路检修' }));
    await well(act(id, { act: 'resume' }));
    const end = { act: 'dispose', note: '水毁', document: '处置1号', proceeds: 20_000_00 };
    const over = await well(act(id, end));

    expect(over).toMatchObject({
      state: 'disposed',
      owner: '仪凤村集体',
      keeper: '仪凤村委会',
      disposed: 20_000_00,
      next: [],
    });
    expect(over.acts.map(({ kind }: { kind: string }) => kind)).toEqual(
      'form confirm handOver keepUp rest resume dispose'.split(' '),
    );
  });

  test('is seen and touched by nobody from the neighbouring county', async () => {
    const id = await formed();

    expect((await app.nobody.get(at(id))).status).toBe(401);
    expect((await sun.get(at(id))).code).toBe('funds/no-such-asset');
    expect((await sun.get('/api/funds/assets', {})).body.items).toEqual([]);
    expect((await sun.get('/api/funds/assets/counts', {})).body.toCount).toBe(0);
    const count = { condition: 'inUse', on: '2016-09-20' };
    expect((await sun.post(at(id, '/count'), count)).code).toBe('funds/no-such-asset');
  });
});

describe('what an asset earned', () => {
  test('is shared out by a list that another approves, and stands in each household’s books', async () => {
    const id = await inUse({ title: '仪凤光伏电站一期' });
    const homes = [await aHome(), await aHome()];
    const list = {
      on: '2016-09-20',
      document: '收益分配1号',
      payer: '县供电公司',
      rows: homes.map(({ no }, index) => ({ householdNo: no, amount: 300_00 + index })),
    };
    const [share] = (await well(chen.post(at(id, '/shares'), list))).shares;
    expect(share).toMatchObject({ state: 'waiting', total: 600_01, households: 2 });
    const answer = (by: typeof chen, body: object = { approve: true }) =>
      by.post(`/api/funds/shares/${share.id}/answer`, body);
    expect((await answer(chen)).code).toBe('funds/own-order');
    expect((await answer(fang, { approve: false })).code).toBe('funds/reason-needed');
    const posted = await well(answer(fang));

    expect(posted).toMatchObject({ shared: 600_01, shares: [{ state: 'posted' }] });
    expect((await answer(fang)).code).toBe('funds/no-such-share');
    const rows = (await chen.get(`/api/funds/shares/${share.id}/households`, {})).body.items;
    expect(rows.map(({ amount }: { amount: number }) => amount).sort()).toEqual([300_00, 300_01]);
    const { items } = (
      await chen.get('/api/funds/lines', { area: county, source: 'asset/仪凤光伏电站一期' })
    ).body;
    expect(items).toHaveLength(3);
    const sum = items.reduce((total: number, one: { amount: number }) => total + one.amount, 0);
    expect(sum).toBe(0);
  });

  test('is refused where a household stands twice or is unknown, and where nothing is earned', async () => {
    const id = await inUse();
    const home = await aHome();
    const row = { householdNo: home.no, amount: 100 };
    const list = (rows: object[], by = id) =>
      chen.post(at(by, '/shares'), { on: '2016-09-20', document: '1号', payer: '电网', rows });

    expect((await list([row, row])).code).toBe('funds/share-twice');
    expect((await list([{ ...row, householdNo: '999' }])).code).toBe('funds/households-unknown');
    const road = await inUse({ kind: 'public', title: '屯级路' });
    expect((await list([row], road)).code).toBe('funds/earns-nothing');
    const [share] = (await well(list([row]))).shares;
    const no = { approve: false, reason: '名单没有公示' };
    const refused = await well(fang.post(`/api/funds/shares/${share.id}/answer`, no));
    expect(refused).toMatchObject({ shared: 0, shares: [{ state: 'refused' }] });
  });
});

test('the yearly stock-take meets each asset once, finds what lies idle, and knows what is left', async () => {
  const lin = app.as('lin');
  const one = await inUse({ title: '水柜' });
  const other = await inUse({ title: '养殖场' });
  const before = (await lin.get('/api/funds/assets/counts', {})).body;
  const count = (id: string, condition: string) =>
    lin.post(at(id, '/count'), { condition, on: '2016-09-20' });

  expect((await well(count(one, 'idle'))).state).toBe('idle');
  await well(count(other, 'inUse'));
  expect((await count(other, 'inUse')).code).toBe('funds/counted-already');

  const after = (await lin.get('/api/funds/assets/counts', {})).body;
  expect(after.counted - before.counted).toBe(2);
  const left = (await lin.get('/api/funds/assets', { uncounted: 'true', area: places.village }))
    .body.items;
  const ids = left.map(({ id }: { id: string }) => id);
  expect(ids).not.toContain(one);
  expect((await lin.get('/api/funds/assets', { state: 'idle' })).body.items).toMatchObject([
    { id: one, countedYear: 2016 },
  ]);
});
