import { beforeAll, describe, expect, test } from 'vitest';
import { bookRoutes } from '#server/funds/books.routes.ts';
import { projectRoutes } from '#server/funds/projects/project.routes.ts';
import { attachmentRoutes } from '#server/registry/attachment.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { projectWorld } from '#tests/world/project-world.ts';
import { moneyNoticeRoutes } from './money-notice.routes.ts';
import { publicityRoutes } from './publicity.routes.ts';

const app = await anApp({
  routes: [
    ...bookRoutes,
    ...attachmentRoutes,
    ...projectRoutes,
    ...publicityRoutes,
    ...moneyNoticeRoutes,
  ],
});
const { chen, done, filled } = fundsWorld(app);
const { entered, approved, accepted, well } = projectWorld(app);
const zhao = app.as('zhao');
const sun = app.as('sun');

const words = {
  place: '乡政府公示栏',
  office: '下南乡人民政府',
  objectionPhone: '07788822222',
  supervisionPhone: '12317',
};
const post = (more: object, by = zhao) =>
  by.post('/api/publicity/money-notices', { area: places.township, ...words, ...more });

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await done({ kind: 'plan', amount: 500_000_00 });
  await filled(400_000_00, {});
  const household = await aRegistered(app, { stage: 'LISTED' });
  const from = { kind: 'allocated', area: places.township };
  await done({ kind: 'pay', amount: 1_200_00, from, to: { household } });
});

describe('a notice of money', () => {
  test.each([
    ['moneyPlan', county, '500,000.00'],
    ['moneyArrived', county, '400,000.00'],
    ['moneyArrived', places.township, '400,000.00'],
    ['moneyPaid', places.township, '1,200.00'],
  ])('of %s in %s is drafted from the books [TL-33]', async (topic, area, amount) => {
    const { content, term, daysVerified } = await well(
      chen.get('/api/publicity/money-draft', { area, topic }),
    );

    expect(content.lines[0].cells).toContain(amount);
    expect(term.zh).toBe('10 天');
    expect(daysVerified).toBe(false);
  });

  test('hangs ten days, is read and objected to by anybody, and goes down by itself', async () => {
    const short = await post({ topic: 'moneyPaid', lastDay: '2016-10-05' });
    expect(short.code).toBe('publicity/too-short');
    const { id, code } = await well(post({ topic: 'moneyPaid' }));
    const open = (await app.nobody.get(`/api/publicity/public/${code}`)).body;

    expect(open).toMatchObject({ daysLeft: 10, mayObject: true });
    expect(open.content.columns.map(({ field }: { field: string }) => field)).toEqual([
      'use',
      'paid',
      'households',
    ]);
    const said = { text: '金额和村里说的不一样', line: 1 };
    const objection = await app.nobody.post(`/api/publicity/public/${code}/objections`, said);
    expect(objection.code).toBeUndefined();
    const one = await well(zhao.get(`/api/publicity/notices/${id}`));
    expect(one).toMatchObject({
      topic: 'moneyPaid',
      isIntact: true,
      mayCorrect: false,
      mayTakeDown: true,
      objections: { open: 1 },
    });
    expect((await sun.get(`/api/publicity/notices/${id}`)).code).toBe('publicity/no-such-notice');
    expect((await post({ topic: 'moneyPaid' }, sun)).status).toBe(403);
  });

  test('is taken down with its reason, and the public page with it', async () => {
    const { id, code } = await well(post({ topic: 'moneyPaid' }));
    const down = (reason: string) =>
      zhao.post(`/api/publicity/money-notices/${id}/withdrawal`, { reason });

    expect((await down('电话 13877812345')).code).toBe('publicity/sensitive-text');
    await well(down('金额有误'));
    expect((await down('再撤一次')).code).toBe('publicity/no-such-notice');
    const gone = await app.nobody.get(`/api/publicity/public/${code}`);
    expect(gone.status).toBeGreaterThanOrEqual(400);
  });

  test('is not made of nothing', async () => {
    const empty = await chen.get('/api/publicity/money-draft', {
      area: places.otherTownship,
      topic: 'moneyPaid',
    });
    expect(empty.code).toBe('publicity/not-for-notice');
  });
});

describe('a notice of a project', () => {
  test('is posted before it is built and when it is done, each from its page', async () => {
    const early = await entered();
    const plan = (project: string, topic = 'projectPlan') => post({ topic, project });
    expect((await plan(early)).code).toBe('publicity/not-for-notice');
    const project = await approved();
    expect((await plan(project, 'projectDone')).code).toBe('publicity/not-for-notice');
    await well(plan(project));
    const built = await accepted();
    await well(plan(built, 'projectDone'));

    const listed = await well(
      zhao.get('/api/publicity/project-notices', { area: places.village, project: built }),
    );
    expect(listed.items).toMatchObject([
      { topic: 'projectDone', lastDay: '2016-10-09', isOver: false },
    ]);
    const { content } = await well(zhao.get(`/api/publicity/notices/${listed.items[0].id}`));
    expect(content.lines[0].cells).toEqual(
      expect.arrayContaining(['880,000.00', '硬化道路 3 公里', '2016-03-20']),
    );
    expect((await plan('45122600-0000-8000-8000-000000000000')).status).toBeGreaterThanOrEqual(400);
  });

  test('that names a household in what was typed is refused with the line', async () => {
    const household = await aRegistered(app, { stage: 'LISTED' });
    const { rows } = await app.owner.query(
      'select household_no as no, head_name as name from registry_household where id = $1',
      [household],
    );
    const project = await approved({ title: `${rows[0].name}门前道路` });
    const add = [rows[0].no];
    await well(zhao.post(`/api/funds/projects/${project}/households`, { add }));

    const refused = await post({ topic: 'projectPlan', project });
    expect(refused.code).toBe('publicity/sensitive-text');
    expect(refused.text).toContain('第 1 行');
  });
});

describe('a long notice of money', () => {
  const paidFor = (from: number, to: number) =>
    app.owner.query(
      `insert into funds_tally (county, area_code, kind, source, purpose, true_on, amount_fen)
       select $1, $2, 'spent', 'countyFinance', 'USE' || lpad(g::text, 5, '0'), '2016-03-01', 100 * g
       from generate_series($3::int, $4::int) as g`,
      [Number(county), places.village, from, to],
    );

  test('has every line on the paper, and the public reads it part by part [TL-33]', async () => {
    await paidFor(1, 450);
    const { id, code } = await well(post({ topic: 'moneyPaid' }));
    const { content } = await well(zhao.get(`/api/publicity/notices/${id}`));
    const parts = [];
    for (let after = 0; after < content.lines.length; after += 100) {
      parts.push((await app.nobody.get(`/api/publicity/public/${code}`, { after })).body);
    }

    expect(content.lines.length).toBeGreaterThan(450);
    expect(parts.map(({ lines }) => lines)).toEqual(parts.map(() => content.lines.length));
    expect(parts[0].content.lines).toHaveLength(100);
    expect(parts.flatMap((part) => part.content.lines)).toEqual(content.lines);
    const last = content.lines.length;
    const said = { text: '这一行的金额不对', line: last };
    const objects = (line: number) =>
      app.nobody.post(`/api/publicity/public/${code}/objections`, { ...said, line });
    expect((await objects(last)).code).toBeUndefined();
    expect((await objects(last + 1)).code).toBe('publicity/no-such-line');
  });

  test('too long for one paper is refused with what to do instead, and never cut', async () => {
    await paidFor(451, 5001);
    const { code, text } = await post({ topic: 'moneyPaid' });

    expect(code).toBe('publicity/too-many-lines');
    expect(text).toContain('5000');
    expect(text).toContain('分乡镇');
  });
});
