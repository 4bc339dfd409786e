import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { deliverDue } from './deliver.ts';
import { exploreRoutes } from './explore.routes.ts';

const app = await anApp({ routes: exploreRoutes });
const { platform } = app;

beforeAll(async () => {
  const several = (count: number, areaCode: string, stage: string) =>
    Array.from({ length: count }, () => aHousehold({ areaCode, stage }));
  const rows = [
    ...several(8, places.village, 'LISTED'),
    ...several(3, places.village, 'EXIT_ANNOUNCED'),
    ...several(11, places.farVillage, 'LISTED'),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
});

const question = { indicator: 'registered', rows: 'stage' } as const;
const save = async (body: object) => app.as('chen').post('/api/insight/views', body);

describe('a saved view', () => {
  test('is one’s own until it is shared; shared with a role it is seen by that role below, each its own area', async () => {
    const own = await save({ title: '自己看', question });
    const shared = await save({ title: '给乡镇', question, role: 'township' });

    const mine = await app.as('chen').get('/api/insight/views');
    expect(mine.body.items.map(({ title }: { title: string }) => title)).toEqual([
      '给乡镇',
      '自己看',
    ]);
    const theirs = await app.as('zhao').get('/api/insight/views');
    expect(theirs.body.items).toMatchObject([{ title: '给乡镇', isOwn: false }]);
    expect((await app.as('lin').get('/api/insight/views')).body.items).toEqual([]);
    expect((await app.as('sun').get('/api/insight/views')).body.items).toEqual([]);

    const opened = await app.as('zhao').get(`/api/insight/views/${shared.body.id}`);
    expect(opened.body.exploration.area.code).toBe(places.township);
    expect(opened.body.exploration.panel.table.rows.at(-1).cells[1].n).toBe(11);
    for (const [who, id] of [
      ['zhao', own.body.id],
      ['sun', shared.body.id],
    ] as const) {
      const { body } = await app.as(who).get(`/api/insight/views/${id}`);
      expect(body.error.code).toBe('insight/no-such-view');
    }
  });

  test('for a department it shows no small number and leads to no household', async () => {
    const { body: saved } = await save({ title: '给部门', question, role: 'department' });

    const { body } = await app.as('yang').get(`/api/insight/views/${saved.id}`);

    expect(body.exploration).toMatchObject({ mustMask: true, masked: true });
    const cells = body.exploration.panel.table.rows.flatMap(
      (row: { cells: unknown[] }) => row.cells,
    );
    expect(cells.some(({ n }: { n?: number }) => n === 3)).toBe(false);
    expect(cells.some(({ opens }: { opens?: unknown }) => opens != null)).toBe(false);
    expect((await app.as('yang').get('/api/insight/explore')).status).toBe(403);
  });

  test('is deleted by whoever saved it alone', async () => {
    const { body: saved } = await save({ title: '县里共用', question, role: 'county' });
    const foreign = await app.as('fang').delete(`/api/insight/views/${saved.id}`);
    expect(foreign.body.error.code).toBe('insight/not-your-view');
    expect((await app.as('chen').delete(`/api/insight/views/${saved.id}`)).status).toBe(204);
  });

  test('a question that cannot be answered is not saved', async () => {
    const { body } = await save({ title: '错', question: { indicator: 'left', rows: 'cause' } });
    expect(body.error.code).toBe('insight/cut-not-offered');
  });
});

describe('a view by the clock', () => {
  const idOf = (name: 'zhao' | 'yang' | 'sun' | 'he') => app.accounts[name].id;

  test('goes to each in their own area and words, once a day, and nobody else opens it', async () => {
    const { body: saved } = await save({ title: '月报', question, role: 'township' });
    const { body: schedule } = await app
      .as('chen')
      .post(`/api/insight/views/${saved.id}/schedules`, {
        every: 'month',
        format: 'xlsx',
        accounts: [idOf('zhao'), idOf('yang')],
      });
    expect(schedule.nextOn).toBe(today);

    expect(await deliverDue(platform)).toBe(2);
    expect(await deliverDue(platform)).toBe(0);

    const received = await app.as('zhao').get('/api/insight/deliveries');
    expect(received.body.items).toMatchObject([{ title: '月报', masked: false, openedAt: null }]);
    const [file] = received.body.items;
    const bytes = await app.as('zhao').get(`/api/insight/deliveries/${file.id}/file`);
    expect(bytes.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    const after = await app.as('zhao').get('/api/insight/deliveries');
    expect(after.body.items[0].openedAt).not.toBeNull();
    expect((await app.as('yang').get('/api/insight/deliveries')).body.items[0].masked).toBe(true);
    for (const who of ['yang', 'chen', 'sun'] as const) {
      const { body } = await app.as(who).get(`/api/insight/deliveries/${file.id}/file`);
      expect(body.error.code).toBe('insight/no-such-delivery');
    }
    const { body: list } = await app.as('chen').get('/api/insight/schedules');
    expect(list.items).toMatchObject([
      { delivered: 2, leftOut: 0, lastOn: today, nextOn: '2016-10-01' },
    ]);
    expect((await app.as('sun').get('/api/insight/schedules')).body.items).toEqual([]);
  });

  test('is sent to nobody outside the area and to nobody who sees named households only', async () => {
    const { body: saved } = await save({ title: '不发', question });
    const { status, body } = await app.as('chen').post(`/api/insight/views/${saved.id}/schedules`, {
      every: 'day',
      format: 'pdf',
      accounts: [idOf('sun'), idOf('he'), idOf('zhao')],
    });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: 'insight/no-such-recipient' });
    expect(body.error.message).toContain('2');

    const people = await app.as('chen').get('/api/insight/recipients');
    const ids = people.body.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(idOf('zhao'));
    expect(ids).not.toContain(idOf('sun'));
    expect(ids).not.toContain(idOf('he'));
  });

  test('a page is set for printing, and a schedule that was stopped sends nothing more', async () => {
    const { body: saved } = await save({ title: '打印', question: { ...question, rows: 'part' } });
    const sent = await app.as('chen').post(`/api/insight/views/${saved.id}/schedules`, {
      every: 'day',
      format: 'pdf',
      accounts: [idOf('zhao')],
    });
    expect(await deliverDue(platform)).toBe(1);
    const received = await app.as('zhao').get('/api/insight/deliveries');
    const page = received.body.items.find(({ title }: { title: string }) => title === '打印');
    const { bytes } = await app.as('zhao').get(`/api/insight/deliveries/${page.id}/file`);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');

    const stop = () => app.as('chen').post(`/api/insight/schedules/${sent.body.id}/stop`, {});
    expect((await stop()).status).toBe(204);
    expect((await stop()).body.error.code).toBe('insight/no-such-schedule');
    expect(county).toHaveLength(6);
  });
});
