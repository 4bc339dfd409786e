// Kept sums of help say what the rows say, before and after villages are counted anew.
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { householdWriteRoutes } from '#server/registry/household-write.routes.ts';
import { recordStages } from '#server/registry/record-stages.ts';
import { anApp } from '#tests/world/app.ts';
import { measureOf, planned } from '#tests/world/assistance-world.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { places } from '#tests/world/cast.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { assistanceRoutes } from './assistance.routes.ts';
import { countKeptRegistered, countRegistered, countSums, listKeptSums } from './help-sum.store.ts';
import { keepHelpSums } from './keep-sums.ts';

const app = await anApp({ routes: [...assistanceRoutes, ...householdWriteRoutes] });
const chen = app.as('chen');
const asked = { span: spanOf(areaCode('451226')), digits: 9, today: '2016-09-30' };

beforeAll(() => installForPlace(app.platform, 'jiangjin-2015'));

const poor = (more: object = {}) =>
  aRegistered(app, { stage: 'LISTED', primaryCause: 'ILLNESS', ...more });

async function expectEqual(): Promise<void> {
  await inScope(app.platform.db, everything, async (tx) => {
    expect(await listKeptSums(tx, asked)).toEqual(await countSums(tx, asked));
  });
}

const leavesPoverty = (household: string) =>
  inScope(app.platform.db, everything, (tx) =>
    recordStages(tx, 451226, {
      changes: [
        {
          household,
          to: 'EXIT_ANNOUNCED',
          event: app.platform.newId(451226),
          source: 'case',
          reason: '公告脱贫',
        },
      ],
      author: {
        account: app.platform.newId(451226),
        name: '陈',
        now: app.platform.clock.now(),
        today: app.platform.clock.today(),
      },
    }),
  );

const due = async () =>
  Number((await app.owner.query('select count(*) from kernel_changed_village')).rows[0].count);

/** Counted before the timer comes, and after it has been. */
async function expectKept(): Promise<void> {
  expect(await due()).toBeGreaterThan(0);
  await expectEqual();
  await keepHelpSums(app.platform.db);
  expect(await due()).toBe(0);
  await expectEqual();
}

describe('kept sums of help', () => {
  test('follow plans, benefits and what becomes of a household, and are those of the rows', async () => {
    const both = [measureOf('INDUSTRY', { dueOn: '2016-03-31' }), measureOf('EDUCATION')];
    const first = await poor();
    await planned(app, first, both, { primaryMeasure: 'INDUSTRY' });
    await planned(app, await poor(), [measureOf('DIBAO')]);
    await expectKept();
    await inScope(app.platform.db, everything, async (tx) => {
      expect(await countKeptRegistered(tx, asked)).toEqual(await countRegistered(tx, asked));
    });

    const benefit = await chen.post(`/api/assistance/households/${first}/benefits`, {
      code: 'INDUSTRY',
      title: '桑苗 3000 株',
      year: 2016,
      promisedFen: 120000,
      deliveredOn: '2016-04-20',
      deliveredFen: 120000,
    });
    expect([benefit.status, benefit.text]).toEqual([200, benefit.text]);
    await expectKept();

    const path = `/api/registry/households/${first}`;
    const said = { trueFrom: '2016-09-20', source: 'visit', reason: '入户核实' };
    const county = async () => (await chen.get('/api/assistance/summary?area=451226')).body;
    const before = await county();
    await chen.patch(path, {
      ...said,
      baseVersion: 999,
      changes: [{ field: 'primaryCause', to: 'SCHOOLING' }],
    });
    await expectKept();
    await chen.post(`${path}/persons`, {
      ...said,
      joinedReason: 'BORN',
      values: { name: '韦新', relation: 'SON', ethnicity: 'MULAO' },
    });
    await expectKept();
    await chen.post(`${path}/move`, { ...said, area: places.farVillage });
    await expectKept();
    const after = await county();
    expect(after.helped.persons).toBe(before.helped.persons + 1);
    expect(after.cells).toContainEqual(
      expect.objectContaining({ cause: 'SCHOOLING', code: 'INDUSTRY', households: 1 }),
    );
    expect(after.byArea).toHaveLength(2);
    expect(after.late).toBe(1);

    await leavesPoverty(first);
    await expectKept();
    const gone = await county();
    expect(gone.late).toBe(0);
    expect(gone.planned).toBe(after.planned - 1);
  });

  test('are not read by the neighbouring county', async () => {
    await keepHelpSums(app.platform.db);
    const { rows } = await app.owner.query(
      'select distinct left(area_code, 6) as county from assistance_sum',
    );
    expect(rows).toEqual([{ county: '451226' }]);
    const sun = app.as('sun');
    expect((await sun.get(`/api/assistance/summary?area=${places.village}`)).status).toBe(403);
    const own = (await sun.get('/api/assistance/summary')).body;
    expect([own.planned, own.helped.households, own.cells]).toEqual([0, 0, []]);
  });
});
