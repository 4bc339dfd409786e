import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import type { HouseholdValues } from '#domain/registry/household.ts';
import { inScope } from '#server/database/connect.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { compactCounts } from '#server/registry/fold-counts.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { shipped, shippedTexts } from '#tests/world/shipped-packs.ts';
import { chartRoutes } from '../charts/charts.routes.ts';
import { screenRoutes } from '../screen/screen.routes.ts';
import { mapRoutes } from './map.routes.ts';

const app = await anApp({ routes: [...mapRoutes, ...screenRoutes, ...chartRoutes] });
/** A place without rules. */
const bare = await anApp({ routes: screenRoutes });
const { platform } = app;

const at = (areaCode: string, values: HouseholdValues) => aHousehold({ areaCode, ...values });

beforeAll(async () => {
  for (const id of ['china-2014', 'huanjiang-2016']) {
    const pack = shipped.get(id);
    if (pack !== undefined) await installPack(platform.db, shippedTexts(id), pack);
  }
  await platform.packs.reload();
  const rows = [
    at(places.village, { stage: 'SURVEYED' }),
    at(places.village, { stage: 'LISTED', primaryCause: 'ILLNESS' }),
    at(places.otherVillage, { stage: 'EXIT_ANNOUNCED', primaryCause: 'ILLNESS' }),
    at(places.farVillage, { stage: 'LISTED' }),
    at(places.neighbourVillage, { stage: 'LISTED', primaryCause: 'WATER' }),
  ].map((record) => toHouseholdRows(record, { secrets: platform.secrets, today }));
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await compactCounts(platform.db);
});

describe('the linked view', () => {
  test('a county is a cube whose rows add up to its households [HJ-68]', async () => {
    const { body } = await app.as('chen').get('/api/insight/map');

    expect(body.counts.kind).toBe('cube');
    const sum = (rows: number[][]) => rows.reduce((total, row) => total + (row[5] ?? 0), 0);
    expect(sum(body.counts.rows)).toBe(4);
    const illness = body.keys.cause.indexOf('ILLNESS');
    expect(sum(body.counts.rows.filter((row: number[]) => row[2] === illness))).toBe(2);
    expect(body.text ?? JSON.stringify(body)).not.toContain('WATER');
  });

  test('above a county there are kept counts and no cube, nor points', async () => {
    const { body } = await app.as('tang').get('/api/insight/map');
    expect(body.counts.kind).toBe('kept');

    const points = await app.as('tang').get('/api/insight/map/points');
    expect(points.status).toBe(422);
    expect(points.body.error.code).toBe('insight/map-too-wide');
  });

  test('a point is a registered household of one’s own, and says that it is schematic [HJ-67]', async () => {
    const { body } = await app.as('chen').get('/api/insight/map/points');

    expect(body.placement).toBe('schematic');
    expect(body.points).toHaveLength(3);
    expect((await app.as('sun').get('/api/insight/map/points')).body.points).toHaveLength(1);
    expect((await app.as('sun').get(`/api/insight/map/points?area=${county}`)).status).toBe(403);
  });
});

describe('the command screen', () => {
  test('says the numbers of the desk to the digit [HJ-69]', async () => {
    const screen = await app.as('chen').get('/api/insight/screen');
    const chart = await app.as('chen').get('/api/insight/charts/huanjiang-2016/statusMap');

    const panel = (body: { panels: { datum: string }[] }) =>
      body.panels.find(({ datum }) => datum === 'stages');
    expect(panel(screen.body)).toEqual(panel(chart.body.content));
    const { rows } = await app.owner.query(
      `select count(*)::integer as listed from registry_household
       where stage <> 'SURVEYED' and area_code like '451226%'`,
    );
    const listed = screen.body.funnel.find(({ stage }: { stage: string }) => stage === 'LISTED');
    expect(listed.households).toBe(rows[0]?.listed);
  });

  test('is sent as an event that ends when only one is asked for', async () => {
    const { status, text } = await app.as('chen').get('/api/insight/screen/events?once=true');

    expect(status).toBe(200);
    expect(text).toContain('event: screen');
    expect(text).toContain('"stage":"LISTED"');
  });

  test('has nothing to say where no pack is in force', async () => {
    const { status, body } = await bare.as('chen').get('/api/insight/screen/events?once=true');

    expect(status).toBe(409);
    expect(body.error.code).toBe('insight/no-pack-for-screen');
  });
});
