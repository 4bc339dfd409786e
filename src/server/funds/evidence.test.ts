// Evidence taken away from the books proves itself, and tells whatever was done to it.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import { aRegistered } from '#tests/world/casework-world.ts';
import { county, places } from '#tests/world/cast.ts';
import { fundsWorld } from '#tests/world/funds-world.ts';
import { installForPlace } from '#tests/world/place-pack.ts';
import { bookRoutes } from './books.routes.ts';
import { checkEvidence } from './evidence-package.ts';
import { findingRoutes } from './findings.routes.ts';
import { lookJob } from './look.ts';

const app = await anApp({
  routes: [...bookRoutes, ...findingRoutes],
  jobKinds: (platform) => [lookJob(platform)],
});
const auditor = app.as('wu');
const number = Number(county);
const { done, filled } = fundsWorld(app);

beforeAll(async () => {
  await installForPlace(app.platform, 'huanjiang-2016');
  await filled(400_000_00, {});
  const from = { kind: 'allocated', area: places.township };
  for (let place = 1; place <= 9; place += 1) {
    const household = await aRegistered(app, { stage: 'LISTED' });
    await done({ kind: 'pay', amount: place * 100_00, from, to: { household } });
  }
});

describe('an evidence package', () => {
  const take = async () => {
    const answer = await auditor.get('/api/funds/evidence', {
      area: county,
      from: '2016-01-01',
      to: '2016-12-31',
    });
    expect(answer.status).toBe(200);
    return new Uint8Array(answer.bytes);
  };

  test('proves itself, holds every line of its entries, and leaves its digest in the audit trail [TL-33]', async () => {
    const bytes = await take();
    const report = checkEvidence(bytes);
    expect(report).toMatchObject({ sound: true, problems: [] });
    expect(report.entries).toBeGreaterThan(10);
    const { rows } = await inScope(app.platform.db, everything, async (tx) => ({
      rows: await tx
        .selectFrom('audit_entry')
        .selectAll()
        .where('act', '=', 'funds.evidence')
        .execute(),
    }));
    expect(JSON.stringify(rows.at(-1))).toContain(report.manifest?.digest);
  });

  test('tells what was changed, added, left out or put out of balance', async () => {
    const files = unzipSync(await take());
    const again = (change: Record<string, Uint8Array | undefined>) => {
      const all = Object.entries({ ...files, ...change }).flatMap(([name, own]) =>
        own === undefined ? [] : [[name, own] as const],
      );
      return checkEvidence(zipSync(Object.fromEntries(all))).problems;
    };
    const lines = strFromU8(files['lines.csv'] ?? new Uint8Array());
    const doctored = strToU8(lines.replace(/,-?\d{3,},/, ',1,'));
    expect(again({})).toEqual([]);
    expect(again({ 'orders.csv': undefined })).toEqual([
      { part: 'orders.csv', problem: 'missing' },
    ]);
    expect(again({ 'x.csv': strToU8('x') })).toEqual([{ part: 'x.csv', problem: 'added' }]);
    expect(again({ 'lines.csv': doctored }).map(({ problem }) => problem)).toEqual([
      'changed',
      'unbalanced',
    ]);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    const renamed = strToU8(manifest.replace('"rows": ', '"rows": 1'));
    expect(again({ 'manifest.json': renamed })).toEqual([
      { part: 'manifest.json', problem: 'digestDiffers' },
    ]);
    expect(checkEvidence(strToU8('no zip')).problems[0]?.problem).toBe('notAPackage');
  });

  test('has what the latest look questioned, with its moment and how many there are in all', async () => {
    const findings = async () =>
      JSON.parse(strFromU8(unzipSync(await take())['findings.json'] ?? strToU8('')));
    expect((await findings()).lookedAt).toBeNull();
    await auditor.post('/api/funds/findings/look', { area: county });
    await app.runJobs();
    const { lookedAt, rules } = await findings();
    const outside = rules.find(({ rule }: { rule: string }) => rule === 'outsideList');

    expect(lookedAt).toMatch(/^2016-09-30T/);
    expect(outside).toMatchObject({ count: 9, listed: 9 });
    expect(outside.items[0]).toMatchObject({ amount: 900_00 });
  });

  test('is refused for days without entries, the wrong way round, or with too many', async () => {
    const ask = (from: string, to: string) => auditor.get('/api/funds/evidence', { from, to });
    expect((await ask('2010-01-01', '2010-12-31')).code).toBe('funds/nothing-in-period');
    expect((await ask('2016-12-31', '2016-01-01')).code).toBe('funds/period-backwards');
    await app.owner.query(
      `insert into funds_entry (county, id, area_code, kind, true_on, document, memo, amount_fen, author,
         author_name, approvers, recorded_at)
       select $1, gen_random_uuid(), $2, 'pay', '2001-05-01', 'x' || g, '', 1, gen_random_uuid(), '', '[]', now()
       from generate_series(1, 100001) as g`,
      [number, county],
    );
    expect((await ask('2001-01-01', '2001-12-31')).code).toBe('funds/period-too-long');
  });
});
