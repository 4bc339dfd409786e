import { beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '#tests/world/app.ts';
import { measureOf, planned } from '#tests/world/assistance-world.ts';
import { householdRoutes } from '#tests/world/book-doors.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { printJob } from './print-job.ts';

const app = await anApp({
  routes: householdRoutes,
  jobKinds: (platform) => [printJob(platform)],
});
const lin = app.as('lin');
const zhao = app.as('zhao');

beforeAll(() => installForPlace(app.platform, 'huanjiang-2016'));

interface Page {
  readonly paper: string;
  readonly parts: readonly {
    readonly kind: string;
    readonly rows?: readonly (readonly string[])[];
    readonly facts?: readonly (readonly [string, string])[];
  }[];
}

const poor = () => aRegistered(app, { stage: 'LISTED', primaryCause: 'CAPITAL' });
const books = async (household: string): Promise<readonly Page[]> =>
  (await lin.get(`/api/assistance/households/${household}/books`)).body.pages;
const factOf = (page: Page | undefined, label: string) =>
  page?.parts.flatMap(({ facts }) => facts ?? []).find(([name]) => name === label)?.[1];

describe('the books', () => {
  test('[GS-23] [GS-24] [GS-25] plan, measures and ledger stand as they were recorded elsewhere, and no door takes a word for them', async () => {
    const household = await poor();
    await planned(app, household, [measureOf('INDUSTRY')]);
    const { body: pigs } = await lin.post(`/api/assistance/households/${household}/benefits`, {
      code: 'INDUSTRY',
      title: '仔猪',
      deliveredOn: '2016-09-12',
      promisedFen: 120000,
      deliveredFen: 120000,
    });
    expect(pigs.state).toBe('delivered');

    const pages = await books(household);

    expect(pages.map(({ paper }) => paper)).toEqual(['card', 'plan', 'measures', 'ledger']);
    const text = (paper: string) => JSON.stringify(pages.find((page) => page.paper === paper));
    expect(text('plan')).toContain('桑园 3 亩');
    expect(text('measures')).toContain('1,200');
    expect(text('ledger')).toContain('仔猪');
    const writes = householdRoutes.filter(
      ({ shape }) => shape.path.includes('/books') && shape.method !== 'GET',
    );
    expect(writes).toEqual([]);
  });

  test('say of a measure what its plan says: reported done is not delivered, delivered is not confirmed', async () => {
    const household = await poor();
    await planned(app, household, [measureOf('INDUSTRY')]);
    const page = async () => (await lin.get(`/api/assistance/households/${household}`)).body;
    const [{ line }] = (await page()).plan.measures;
    const said = async () => {
      const { plan } = await page();
      const card = (await books(household)).find(({ paper }) => paper === 'card');
      const rows = card?.parts.flatMap((part) => part.rows ?? []) ?? [];
      const own = rows.find((row) => row.includes('何文斌'));
      return [plan.measures[0].standing, own?.at(-1)];
    };
    const benefit = { code: 'INDUSTRY', title: '桑苗' };

    await lin.post(`/api/assistance/measures/${line}/progress`, {
      state: 'done',
      on: '2016-09-20',
      words: '',
    });
    const reported = await said();
    const { body } = await lin.post(`/api/assistance/households/${household}/benefits`, benefit);
    const promised = await said();
    await lin.post(`/api/assistance/benefits/${body.id}/delivery`, { on: '2016-09-22' });

    expect(reported).toEqual(['unrecorded', '已报完成，没有送到记录']);
    expect(promised).toEqual(['undelivered', '已报完成，还没送到']);
    expect(await said()).toEqual(['delivered', '已送到，等农户确认']);
    const ledger = (await books(household)).find(({ paper }) => paper === 'ledger');
    expect(JSON.stringify(ledger)).toContain('已报完成');
  });

  test('are set as a PDF with its fonts inside, on A4 and A3, and as a spreadsheet; the history says when', async () => {
    const household = await poor();
    const file = (query: string, paper = 'card') =>
      lin.get(`/api/assistance/households/${household}/books/${paper}?${query}`);

    const card = await file('format=pdf');

    expect(card.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(card.bytes.toString('latin1')).toContain('FontFile');
    expect((await file('format=pdf&size=a3', 'all')).status).toBe(200);
    expect((await file('format=xlsx', 'ledger')).bytes.subarray(0, 2).toString()).toBe('PK');
    const { body } = await lin.get(`/api/assistance/households/${household}/books`);
    expect(body.prints.map((one: { format: string }) => one.format)).toEqual(['xlsx', 'a3', 'a4']);
    expect(body.prints[1].pages).toBeGreaterThanOrEqual(4);
    expect(body.prints[0].by).toBe('林桂英');
  }, 60_000);

  test('of a township are one file made by a job with progress, which whoever asked can fetch', async () => {
    await poor();
    const { body: asked } = await zhao.post('/api/assistance/prints', {
      area: places.township,
      paper: 'card',
    });
    await app.runJobs();

    const file = await zhao.get(`/api/assistance/prints/${asked.print}/file`);

    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await app.as('sun').get(`/api/assistance/prints/${asked.print}/file`)).code).toBe(
      'assistance/no-such-print',
    );
    const wide = await app
      .as('chen')
      .post('/api/assistance/prints', { area: county, paper: 'card' });
    expect(wide.code).toBe('assistance/book-too-wide');
    const empty = await app
      .as('chen')
      .post('/api/assistance/prints', { area: places.thirdVillage, paper: 'card' });
    expect(empty.code).toBe('assistance/nothing-to-print');
    expect((await app.as('chen').get(`/api/assistance/books?area=${county}`)).code).toBe(
      'assistance/book-too-wide',
    );
  }, 60_000);
});

test('[HJ-79] the schedule of villages leaves as A3 and as a spreadsheet, and its history says what was printed when', async () => {
  const asked = { area: places.township };
  const file = (format: string) => zhao.get('/api/assistance/schedule/file', { ...asked, format });
  const printed = async (by = zhao) =>
    (await by.get('/api/assistance/schedule/prints', asked)).body.items;
  expect(await printed()).toEqual([]);

  const pdf = await file('pdf');
  await file('xlsx');

  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const seen = await printed();
  expect(seen.map((one: { format: string }) => one.format)).toEqual(['xlsx', 'a3']);
  expect(seen[1]).toMatchObject({ paper: 'schedule', by: '赵立新', job: null });
  const { body } = await zhao.get(`/api/assistance/books?area=${places.township}`);
  expect(body.prints.map((one: { paper: string }) => one.paper)).not.toContain('schedule');
  expect((await app.as('sun').get('/api/assistance/schedule/prints', asked)).status).toBe(403);
}, 60_000);

test('the file of an earlier run is let go when a place is set anew, and its history no longer offers it', async () => {
  const asked = { area: places.township, paper: 'card' };
  await poor();
  const { body: first } = await zhao.post('/api/assistance/prints', asked);
  await app.runJobs();
  const { body: second } = await zhao.post('/api/assistance/prints', asked);
  await app.runJobs();

  const { body } = await zhao.get(`/api/assistance/books?area=${places.township}`);
  const jobOf = (print: string) => body.prints.find(({ id }: { id: string }) => id === print).job;
  expect([jobOf(first.print), jobOf(second.print)]).toEqual([null, second.job]);
  expect((await zhao.get(`/api/assistance/prints/${first.print}/file`)).code).toBe(
    'assistance/no-such-print',
  );
  expect((await zhao.get(`/api/assistance/prints/${second.print}/file`)).status).toBe(200);
}, 60_000);

test('[HH-07] a birth entered once changes the card, the books, the village register, the plan’s head count and the income per head', async () => {
  const household = await aRegistered(app, {
    stage: 'LISTED',
    areaCode: places.otherVillage,
    householdNo: '生001',
  });
  const earned = await zhao.post(`/api/registry/households/${household}/income`, {
    year: 2016,
    kind: 'crop',
    amountFen: 600000,
    source: 'visit',
  });
  expect(earned.code).toBeUndefined();
  const seen = async () => {
    const { body: own } = await zhao.get(`/api/assistance/households/${household}/books`);
    const pages = own.pages as readonly Page[];
    const { body: village } = await zhao.get(`/api/assistance/books?area=${places.otherVillage}`);
    const { body: help } = await zhao.get(`/api/assistance/households/${household}`);
    const card = pages.find(({ paper }) => paper === 'card');
    const plan = pages.find(({ paper }) => paper === 'plan');
    return {
      card: factOf(card, '人口'),
      members: card?.parts[0]?.rows?.length,
      plan: factOf(plan, '人口'),
      register: village.page.parts[1].rows.find((row: string[]) => row[0] === '生001')[2],
      planned: help.open?.members,
      perHead: card?.parts[2]?.rows?.[0]?.[2],
    };
  };
  await zhao.post(`/api/assistance/households/${household}/plans`);
  const before = await seen();

  const born = await zhao.post(`/api/registry/households/${household}/persons`, {
    values: { name: '韦新生', sex: 'MALE', birthDate: '2016-09-01', relation: 'SON' },
    joinedReason: 'BORN',
    trueFrom: '2016-09-01',
    source: 'statement',
    reason: '出生',
  });

  expect(born.code).toBeUndefined();
  const after = await seen();
  expect(before).toMatchObject({
    card: '1',
    members: 1,
    plan: '1',
    register: '1',
    planned: 1,
    perHead: '6,000',
  });
  expect(after).toMatchObject({
    card: '2',
    members: 2,
    plan: '2',
    register: '2',
    planned: 2,
    perHead: '3,000',
  });
});
