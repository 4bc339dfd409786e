import { beforeAll, expect, test } from 'vitest';
import type { ChartContent, ChartPanel } from '#domain/insight/charts/chart-shape.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { anApp } from '#tests/world/app.ts';
import { places } from '#tests/world/cast.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { chartRoutes } from './charts.routes.ts';

const app = await anApp({ routes: chartRoutes, planted: true });
const { platform } = app;

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016', 'tongliao-2015']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
});

async function view(chart: string, pack = 'huanjiang-2016', query = '') {
  const { status, body } = await app.as('chen').get(`/api/insight/charts/${pack}/${chart}${query}`);
  expect(status).toBe(200);
  return body as { readonly own: boolean; readonly content: ChartContent };
}

test('a form of another place says so, and shows what is drawn of where it is and not what its own level has [GS-26] [TL-08]', async () => {
  const lent = await view('bannerMonitor', 'tongliao-2015');
  const titles = lent.content.panels.map(({ title }) => title.zh);
  expect(lent.own).toBe(false);
  expect(lent.content.shows.zh).toBe(`${titles.join('、')}（${lent.content.area.name}）`);
  expect(lent.content.shows.zh).not.toContain('苏木');
  const own = await view('targetChart');
  expect(own.own).toBe(true);
  expect(own.content.shows.zh).toContain('全县七个一批');
  const below = await view('targetChart', 'huanjiang-2016', `?area=${places.township}`);
  expect(below.own).toBe(true);
  expect(below.content.shows.zh).not.toContain('全县');
});

test('a step without a published limit says so, and what its late cases are late by [HJ-10]', async () => {
  const { drawing, table, definition } = panelOf(
    (await view('workflowChart')).content,
    'processes',
  );

  const limits = new Map(
    table?.rows.map(({ id, cells }) => [id, cells[3]?.kind === 'text' ? cells[3].text.zh : '']),
  );
  expect(limits.get('householdExit.selfApplication')).toBe('没有公布时限');
  expect(limits.get('householdExit.villageNotice')).toBe('公示 7 天');
  expect(definition.zh).toContain('逾期按政策包自设的 10 个工作日算，不是公布的时限');
  const steps = drawing?.kind === 'flow' ? (drawing.lanes[0]?.steps ?? []) : [];
  expect(steps[0]).toMatchObject({ days: null, isPosted: false });
  expect(steps.find(({ isPosted }) => isPosted)).toMatchObject({ days: 7 });
});

function panelOf({ panels }: ChartContent, datum: string): ChartPanel {
  const panel = panels.find((one) => one.datum === datum);
  if (panel === undefined) throw new Error(`no panel ${datum}`);
  return panel;
}
