import { beforeAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope } from '#server/database/connect.ts';
import { duplicateRoutes } from '#server/registry/duplicates/duplicate.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { anId } from '#tests/world/household.ts';
import { head, mergingWorld } from '#tests/world/merging-world.ts';
import { moneyPart } from './merge-money.ts';
import { postEntries } from './post-entries.ts';

const app = await anApp({ demonstration: true, routes: duplicateRoutes });
const { aStored, aPair, merge } = mergingWorld(app);

beforeAll(() => {
  Object.assign(app.platform, { mergeParts: [moneyPart] });
});

test('a record with money in the books is the one that is kept: the other way is refused with what to do', async () => {
  const [paid, other] = [await aStored({}, [head()]), await aStored({}, [head()])];
  const code = Number(county);
  const purse = (kind: 'treasury' | 'spent', household: string | null) => ({
    kind,
    source: 'county',
    purpose: 'INDUSTRY',
    area: areaCode(places.village),
    holder: '',
    project: null,
    household,
  });
  const entry = { on: plainDate('2016-03-01'), document: '文1', memo: '', reverses: null };
  await inScope(app.platform.db, everything, (tx) =>
    postEntries(
      {
        tx,
        county: code,
        area: areaCode(places.village),
        author: { account: anId(code), name: '覃' },
        now: '2016-09-20T00:00:00.000Z',
        newId: anId,
      },
      [
        {
          ...entry,
          id: anId(code),
          kind: 'arrive',
          lines: [
            { account: { ...purse('treasury', null), kind: 'source' }, amount: -100n },
            { account: purse('treasury', null), amount: 100n },
          ],
        },
        {
          ...entry,
          id: anId(code),
          kind: 'pay',
          document: '文2',
          lines: [
            { account: purse('treasury', null), amount: -100n },
            { account: purse('spent', paid.id), amount: 100n },
          ],
        },
      ],
    ),
  );
  const pair = await aPair(paid.id, other.id);

  const refused = await merge(pair, other.id);
  expect(refused.body.error?.message).toContain('请保留有资金的一户');
  expect((await merge(pair, paid.id)).body.pair?.state).toBe('merged');
});
