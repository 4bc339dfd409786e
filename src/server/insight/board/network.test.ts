import { beforeAll, describe, expect, test } from 'vitest';
import type { Network } from '#contract/insight-board.ts';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { keepAllMovements } from '../charts/keep-movements.ts';
import { hubOf, watchedView } from '../screen/watch-screen.ts';
import { boardRoutes } from './board.routes.ts';
import { networkOf } from './network.ts';

const app = await anApp({ routes: boardRoutes });
const { platform } = app;

async function register(areaCode: string): Promise<void> {
  const rows = [
    toHouseholdRows(aHousehold({ areaCode, stage: 'LISTED' }), {
      secrets: platform.secrets,
      today,
    }),
  ];
  await inScope(platform.db, everything, (tx) => insertHouseholds(tx, rows));
  await keepAllMovements(platform);
}

beforeAll(() => register(places.village));

const partsIn = (text: string) =>
  (JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '[]') as Network).map(({ code }) => code);

describe('the live network', () => {
  test('is sent at once: a city sees its counties, a county its townships, and nobody a neighbour’s', async () => {
    const events = async (who: 'tang' | 'chen' | 'sun') =>
      partsIn((await app.as(who).get('/api/insight/board/network/events', { once: true })).text);
    const [city, own, other] = [await events('tang'), await events('chen'), await events('sun')];
    expect(city).toContain(county);
    expect(own).toContain(places.township);
    expect(own.every((code) => code.startsWith(county))).toBe(true);
    expect(other.some((code) => code.startsWith(county))).toBe(false);
    const strange = await app.as('sun').get('/api/insight/board/network/events', { area: county });
    expect(strange.code).toBe('access/outside-area');
  });

  test('two hundred who watch one scope cost one reading for each change, and all are sent it', async () => {
    const watchers = Array.from({ length: 200 }, () => new AbortController());
    let reads = 0;
    const read = async (reader: Context) => {
      reads += 1;
      return JSON.stringify(await networkOf(reader));
    };
    const scope = { ...everything, low: county, high: '451227' };
    const heard: string[][] = [];
    const listening: Promise<void>[] = [];
    await inScope(platform.db, scope, async (tx) => {
      for (const [watcher, gone] of watchers.entries()) {
        const actor = { account: `account ${watcher}` };
        const context = { platform, tx, actor, area: county, scope, today, gone: gone.signal };
        const { body } = await watchedView(context as unknown as Context, {
          name: 'test',
          once: false,
          read,
        });
        const own: string[] = [];
        heard.push(own);
        listening.push(
          (async () => {
            for await (const one of body) if (one.startsWith('event')) own.push(one);
          })(),
        );
        // The stream begins when it is read; the next one finds the scope watched already.
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await expect.poll(() => heard.every((own) => own.length === 1)).toBe(true);
    await hubOf(platform).tick();
    const before = reads;

    await register(places.farVillage);
    await hubOf(platform).tick();
    await hubOf(platform).tick();

    expect(reads - before).toBe(1);
    await expect.poll(() => heard.every((own) => own.length === 2)).toBe(true);
    expect(new Set(heard.map((own) => own[1])).size).toBe(1);
    for (const gone of watchers) gone.abort();
    await Promise.all(listening);
  });
});
