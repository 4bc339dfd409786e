// Targets of loans from their papers, each with its base; and what is due as a spreadsheet, of one's own bank alone.
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { loansWorld } from '#tests/world/loans-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from '../books.routes.ts';
import { loanRoutes } from './loan.routes.ts';

const app = await anApp({ routes: [...bookRoutes, ...loanRoutes] });
const { chen, fang, lin, qian, aBank, given } = loansWorld(app);
const target = (body: object, by = fang) =>
  by.post('/api/funds/loans/targets', {
    area: county,
    year: 2016,
    kind: 'assigned',
    measure: 'amount',
    value: 200_000_00,
    document: '桂扶办〔2016〕18号',
    ...body,
  });
let bank = '';

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  bank = await aBank('县农村信用社', { officers: ['qian'] });
  await given(bank, { amount: 30_000_00, months: 6, on: '2016-04-20' });
  await given(bank, { amount: 50_000_00 });
});

test('[TL-31] [HJ-46] the assigned target and the own one stand apart, each with what was lent and its base', async () => {
  await target({});
  await target({ kind: 'own', value: 320_000_00, document: '环政〔2016〕9号' });
  await target({ kind: 'assigned', measure: 'households', value: 3 });
  const { items } = (await chen.get('/api/funds/loans/targets', { area: county })).body;

  expect(items).toMatchObject([
    { kind: 'assigned', measure: 'amount', value: 200_000_00, done: 80_000_00, rate: 0.4 },
    { kind: 'assigned', measure: 'households', value: 3, done: 2 },
    { kind: 'own', measure: 'amount', value: 320_000_00, done: 80_000_00, rate: 0.25 },
  ]);
  await target({ value: 100_000_00, document: '调整任务的通知' });
  const changed = (await fang.get('/api/funds/loans/targets', { area: county })).body;
  expect(changed.items[0]).toMatchObject({ rate: 0.8, document: '调整任务的通知' });
  const before = { area: county, year: 2015 };
  expect((await fang.get('/api/funds/loans/targets', before)).body.items).toEqual([]);
});

test('a target is of a county, entered by whoever approves, and no bank is judged by it', async () => {
  expect((await target({ area: places.township })).code).toBe('funds/county-needed');
  expect((await target({ value: 0 })).status).toBe(400);
  expect((await target({}, lin)).status).toBe(403);
  expect((await target({}, app.as('sun'))).status).toBe(403);
  expect((await qian.get('/api/funds/loans/targets', { area: county })).body.items).toEqual([]);
});

test('what is due soon goes out as a spreadsheet: of one’s own bank, and nothing to the neighbour', async () => {
  const asked = { area: county, show: 'dueSoon' };
  const answer = await qian.get('/api/funds/loans/file', asked);
  expect(answer.status).toBe(200);
  const { sheets } = await readXlsx(answer.bytes);
  const rows = sheets[0]?.rows ?? [];

  expect(rows[0]?.slice(0, 3)).toEqual(['户编号', '户主', '辖区']);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain('2016-10-20');
  expect(rows[1]).toContain(30_000);
  const all = await readXlsx((await chen.get('/api/funds/loans/file', { area: county })).bytes);
  expect(all.sheets[0]?.rows).toHaveLength(3);
  expect((await app.as('sun').get('/api/funds/loans/file', asked)).status).toBe(403);
});
