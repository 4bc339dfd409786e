import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditHeads } from '#contract/audit.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { inScope } from '#server/database/connect.ts';
import { jobRoutes } from '#server/jobs/job.routes.ts';
import { anApp } from '#tests/world/app.ts';
import { county, places } from '#tests/world/cast.ts';
import { marker } from '#tests/world/markers.ts';
import { auditRoutes } from './audit.routes.ts';
import { headsNow, ownHeadsFile, readHeads, writeHeads } from './heads-file.ts';
import { makeHeadKeeper } from './keep-heads.ts';
import { macWith, recordAct } from './record-act.ts';
import { sealPending, startSealing } from './seal.ts';
import { verificationJob } from './verification-job.ts';
import { verifyAudit } from './verify-audit.ts';

const app = await anApp({
  routes: [...auditRoutes, ...jobRoutes],
  jobKinds: (platform) => [verificationJob(platform)],
  planted: true,
});
const { platform, owner, db } = app;
const mac = macWith(platform.secrets.auditKey);
const chain = Number(county);

const act = (area: string, more: { act?: string; subject?: string; facts?: object } = {}) => ({
  id: platform.newId(chain),
  at: platform.clock.now(),
  account: app.accounts.chen.id,
  act: more.act ?? 'registry.open',
  area: areaCode(area),
  subject: more.subject ?? '',
  facts: { ...more.facts },
});
const record = (area: string, more = {}) =>
  inScope(db, everything, (tx) => recordAct(tx, platform.secrets.auditKey, act(area, more)));
const seal = () => inScope(db, everything, (tx) => sealPending(tx, mac, platform.clock.now()));
const heads = () =>
  inScope(db, everything, (tx) => headsNow(tx, { now: platform.clock.now(), chains: undefined }));
const verify = (known?: AuditHeads) =>
  verifyAudit(db, { mac, now: platform.clock.now(), heads: known?.heads ?? [] });

/** So many acts of the county, sealed. */
async function aSealedTrail(length: number): Promise<void> {
  for (let index = 0; index < length; index += 1) await record(places.village);
  await seal();
}

/** Tampers as the owner of the database would, looks, and puts everything back. */
async function afterTampering(
  statements: string,
  known?: AuditHeads,
  meanwhile?: () => Promise<unknown>,
) {
  const tables = ['audit_entry', 'audit_seal', 'audit_pending'];
  for (const table of tables) await owner.query(`create table kept_${table} as table ${table}`);
  await owner.query(`alter table audit_entry no force row level security`);
  await owner.query(statements);
  await meanwhile?.();
  const report = await verify(known);
  for (const table of [...tables].reverse()) await owner.query(`delete from ${table}`);
  for (const table of tables) {
    await owner.query(`insert into ${table} select * from kept_${table}`);
    await owner.query(`drop table kept_${table}`);
  }
  return report;
}

await aSealedTrail(20);

const numberOf = (number: number) =>
  `(select entry from audit_seal where chain = ${chain} and number = ${number})`;

test('a trail nobody touched is sound, and says how many acts wait for the sealer', async () => {
  await record(places.village);

  const report = await verify(await heads());

  expect(report).toMatchObject({ sound: true, unsealed: 1, findings: [], findingsTotal: 0 });
  expect(report.chains).toBe(2);
  expect(report.headsCompared).toBe(2);
  await seal();
});

test.each([
  ['its act', `update audit_entry set act = 'registry.look' where id = ${numberOf(5)}`],
  ['who did it', `update audit_entry set account = null where id = ${numberOf(5)}`],
  [
    'when, by a microsecond',
    `update audit_entry set at = at + interval '1 microsecond' where id = ${numberOf(5)}`,
  ],
  ['where', `update audit_entry set area_code = '451226202' where id = ${numberOf(5)}`],
  ['its facts', `update audit_entry set facts = '{"n": 1}' where id = ${numberOf(5)}`],
  ['its digest', `update audit_entry set digest = '\\x00' where id = ${numberOf(5)}`],
  ['its chain', `update audit_entry set chain = 451225 where id = ${numberOf(5)}`],
])('an entry of which somebody changed %s is found [HJ-73]', async (_what, statement) => {
  const report = await afterTampering(statement);

  expect(report.sound).toBe(false);
  expect(report.findings).toMatchObject([{ kind: 'changed', chain, number: 5 }]);
  expect(report.findings[0]?.message.en).toContain('was changed');
});

test('a removed entry is found, with or without its seal', async () => {
  const entry = await afterTampering(`delete from audit_entry where id = ${numberOf(5)}`);
  const both = await afterTampering(
    `delete from audit_entry where id = ${numberOf(5)};
     delete from audit_seal where chain = ${chain} and number = 5`,
  );
  const sealOnly = await afterTampering(
    `delete from audit_seal where chain = ${chain} and number = 5`,
  );

  expect(entry.findings).toMatchObject([{ kind: 'removed', number: 5 }]);
  expect(entry.findings[0]?.message.zh).toContain('被删除');
  expect(both.findings).toMatchObject([{ kind: 'removed', number: 5 }]);
  expect(both.findings[0]?.message.en).toContain('gap');
  expect(sealOnly.findings.map((one) => one.kind).sort()).toEqual(['removed', 'unaccounted']);
});

test('entries in another order are found, each with the place it belongs to', async () => {
  const report = await afterTampering(`
    create temp table swap as select number, entry from audit_seal
      where chain = ${chain} and number in (4, 9);
    update audit_seal set entry = gen_random_uuid() where chain = ${chain} and number in (4, 9);
    update audit_seal seal set entry = swap.entry from swap
      where seal.chain = ${chain} and seal.number = 13 - swap.number;
    drop table swap`);

  expect(report.findings).toMatchObject([
    { kind: 'reordered', number: 4 },
    { kind: 'reordered', number: 9 },
  ]);
  expect(report.findings[0]?.message.en).toContain('belongs at 9');
});

test('a rewritten seal is found', async () => {
  const report = await afterTampering(
    `update audit_seal set hash = sha256(hash) where chain = ${chain} and number = 6`,
  );

  expect(report.findings).toMatchObject([{ kind: 'seal-changed', number: 6 }]);
});

test('a tail cut off is found against the heads exported before, and against those kept beside the data', async () => {
  const before = await heads();
  const cut = `
    delete from audit_entry where id in
      (select entry from audit_seal where chain = ${chain} and number > 15);
    delete from audit_seal where chain = ${chain} and number > 15`;

  const blind = await afterTampering(cut);
  const seen = await afterTampering(cut, before);

  expect(blind.sound).toBe(true);
  expect(seen.findings).toMatchObject([{ kind: 'cut-off', chain }]);
  expect(seen.findings[0]?.message.en).toContain('the chain ends at 15');
});

test('a tail cut off and sealed anew is found against the heads exported before', async () => {
  const before = await heads();
  const number = before.heads.find((head) => head.chain === chain)?.number ?? 0;
  const cut = `
    delete from audit_entry where id in
      (select entry from audit_seal where chain = ${chain} and number > 15);
    delete from audit_seal where chain = ${chain} and number > 15`;

  const report = await afterTampering(cut, before, () => aSealedTrail(number));

  expect(report.findings).toMatchObject([{ kind: 'cut-off', chain, number }]);
  expect(report.findings[0]?.message.en).toContain('written anew');
});

test('an entry written past the system is found, sealed or not', async () => {
  const forged = (id: string) => `
    insert into audit_entry (id, chain, at, act, area_code, digest)
      values ('${id}', ${chain}, now(), 'registry.open', '${county}', '\\x00')`;
  const id = platform.newId(chain);

  const alone = await afterTampering(forged(id));
  const queued = await afterTampering(
    `${forged(id)}; insert into audit_pending values ('${id}', ${chain})`,
  );

  expect(alone.findings.map((one) => one.kind)).toEqual(['changed', 'unaccounted']);
  expect(queued.findings.map((one) => one.kind)).toEqual(['changed']);
});

test('an entry removed before it was sealed is found by its place in the queue', async () => {
  await record(places.village);

  const report = await afterTampering(
    'delete from audit_entry where id in (select entry from audit_pending)',
  );

  expect(report.findings).toMatchObject([{ kind: 'removed', number: null }]);
  await seal();
});

test('writers never queue on the head of a chain: many write while one holds it open', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let wroteFirst = () => {};
  const begun = new Promise<void>((resolve) => {
    wroteFirst = resolve;
  });
  const slow = inScope(db, everything, async (tx) => {
    await recordAct(tx, platform.secrets.auditKey, act(places.village));
    wroteFirst();
    await held;
  });
  await begun;

  await Promise.all(Array.from({ length: 20 }, () => record(places.village)));
  const sealed = await seal();
  release();
  await slow;

  expect(sealed).toBe(20);
  expect(await seal()).toBe(1);
  expect((await verify()).sound).toBe(true);
});

test('two sealers at once seal every act once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => record(places.village)));

  await Promise.all([seal(), seal(), seal()]);
  await seal();

  const report = await verify();
  expect(report).toMatchObject({ sound: true, unsealed: 0 });
  expect(report.entries).toBe(report.seals);
});

test('the sealer at work seals what is written without being asked, and keeps the heads beside the data', async () => {
  const stop = startSealing(platform);
  await record(places.village);
  // Looked at before it is stopped, which seals whatever is left.
  await expect.poll(async () => (await verify()).unsealed).toBe(0);
  await stop();

  const kept = await readHeads(ownHeadsFile(platform.dataFolder));
  expect(kept.heads).toEqual((await heads()).heads);
});

test('heads kept beside the data are not written over by a chain that was cut off', async () => {
  const before = await readHeads(ownHeadsFile(platform.dataFolder));
  const number = before.heads.find((head) => head.chain === chain)?.number ?? 0;
  const cut = `
    delete from audit_entry where id in
      (select entry from audit_seal where chain = ${chain} and number > ${number - 2});
    delete from audit_seal where chain = ${chain} and number > ${number - 2}`;

  const report = await afterTampering(cut, before, async () => {
    const keeper = makeHeadKeeper(platform);
    await aSealedTrail(4);
    await keeper.keep();
    const kept = await readHeads(ownHeadsFile(platform.dataFolder));
    expect(kept.heads).toEqual(before.heads);
  });

  expect(report.findings).toMatchObject([{ kind: 'cut-off', chain, number }]);
});

test('heads are exported to a file that is read back, and no other file is taken for one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-heads-'));
  const file = join(folder, 'heads.json');
  await writeHeads(file, await heads());

  const back = await readHeads(file);

  expect(back.heads).toEqual((await heads()).heads);
  expect(JSON.parse(await readFile(file, 'utf8')).format).toBe('bangfu-audit-heads');
  await expect(readHeads(join(folder, 'none.json'))).rejects.toThrow('audit/unreadable-heads');
  await rm(folder, { recursive: true });
});

test('the trail shows the acts of one’s area with who did them, and none of the neighbour’s', async () => {
  const chen = await app.as('chen').get('/api/audit/entries', { limit: 5 });
  const sun = await app.as('sun').get('/api/audit/entries');

  expect(chen.status).toBe(200);
  expect(chen.body.items[0]).toMatchObject({
    act: 'registry.open',
    account: { username: 'chen', displayName: '陈国强', role: 'county' },
    areaCode: places.village,
    areaName: '仪凤村',
    seal: { chain },
  });
  expect(chen.body.next).not.toBeNull();
  const second = await app
    .as('chen')
    .get('/api/audit/entries', { limit: 5, cursor: chen.body.next });
  expect(second.body.items[0].id).not.toBe(chen.body.items[4].id);
  expect(sun.text).not.toContain(marker.home);
  expect(sun.body.items).toHaveLength(1);
  expect((await app.as('lin').get('/api/audit/entries')).code).toBe('access/not-permitted');
  expect((await app.as('sun').get('/api/audit/entries', { area: places.village })).code).toBe(
    'access/outside-area',
  );
});

test('a supervisor of two townships reads their acts and no third one’s', async () => {
  await record(places.thirdVillage, { subject: 'household:third' });
  await record(places.farVillage, { subject: 'household:second' });

  const du = await app.as('du').get('/api/audit/entries', { limit: 200 });

  expect(du.text).toContain('household:second');
  expect(du.text).not.toContain('household:third');
});

test('a household is named by its head to whoever may look it up there, and to nobody else', async () => {
  const [household = ''] = app.planted.home.households;
  const [beyond = ''] = app.planted.neighbour.households;
  await record(places.village, { subject: `household:${household}` });
  await record(places.village, { subject: `household:${beyond}` });
  await seal();
  const read = async (who: 'chen' | 'gu', about: string) =>
    (await app.as(who).get('/api/audit/entries', { subject: `household:${about}` })).body.items[0];

  expect((await read('chen', household)).names[household].zh).toContain(marker.home);
  expect((await read('gu', household)).names).toEqual({});
  expect((await read('chen', beyond)).names).toEqual({});
});

test('acts are found by kind, by capability, by account, by subject and by day', async () => {
  await record(places.village, { act: 'exchange.import', subject: 'job:7' });
  const count = async (query: object) =>
    (await app.as('chen').get('/api/audit/entries', { limit: 200, ...query })).body.items.length;

  expect(await count({ act: 'exchange.import' })).toBe(1);
  expect(await count({ act: 'exchange.' })).toBe(1);
  expect(await count({ subject: 'job:7' })).toBe(1);
  expect(await count({ subject: 'job:' })).toBe(1);
  expect(await count({ account: app.accounts.lin.id })).toBe(0);
  expect(await count({ from: '2016-10-02' })).toBe(0);
  expect(await count({ to: '2016-09-29' })).toBe(0);
  expect(await count({ from: '2016-09-30', to: '2016-09-30' })).toBeGreaterThan(20);
  expect((await app.as('chen').get('/api/audit/entries', { from: 'yesterday' })).code).toBe(
    'input/invalid',
  );
});

test('the trail as a file carries digests and seals, runs nothing, and leaves an act', async () => {
  await record(places.village, { subject: '=cmd()' });

  const file = await app.as('chen').get('/api/audit/entries/export', { act: 'registry.' });

  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.text.startsWith('\u{feff}时间,用户名')).toBe(true);
  expect(file.text).toContain("'=cmd()");
  expect(file.text).not.toContain(',=cmd');
  expect(file.text).not.toContain(marker.neighbour);
  const lines = file.text.trim().split('\r\n');
  expect(lines[5]?.split(',').at(-1)).toMatch(/^[0-9a-f]{64}$/);
  const acts = await app.as('chen').get('/api/audit/entries', { act: 'audit.export' });
  expect(acts.body.items).toHaveLength(1);
});

test('heads and proofs are those of one’s own counties', async () => {
  await seal();

  const chen = await app.as('chen').get('/api/audit/heads');
  const lu = await app.as('lu').get('/api/audit/heads');

  expect(chen.body.heads.map((head: { chain: number }) => head.chain)).toEqual([chain]);
  expect(lu.body.heads.map((head: { chain: number }) => head.chain)).toEqual([451225, chain]);
  expect((await app.as('zhao').get('/api/audit/heads')).code).toBe('access/not-permitted');
});

test('a proof asked for in the browser is a job whose result is the report', async () => {
  const known = (await app.as('chen').get('/api/audit/heads')).body;
  await owner.query(`delete from audit_seal where chain = ${chain} and number = 2`);

  const started = await app.as('chen').post('/api/audit/verifications', { heads: known });
  await app.runJobs();

  const run = await app.as('chen').get(`/api/jobs/runs/${started.body.job}`);
  expect(run.body).toMatchObject({ state: 'done', result: { sound: false, headsCompared: 2 } });
  expect(run.body.result.findings[0]).toMatchObject({ kind: 'removed', number: 2 });
  expect((await app.as('sun').get(`/api/jobs/runs/${started.body.job}`)).status).toBe(404);
});
