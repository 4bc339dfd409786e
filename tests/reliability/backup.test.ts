// Everything copied from a working installation, put back into an empty one, and compared table by table.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCommands } from '#cli/commands.ts';
import { runCommand } from '#cli/run-command.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { ensureApplicationRole } from '#server/database/application-role.ts';
import { manifestName } from '#server/database/backup-manifest.ts';
import { inScope } from '#server/database/connect.ts';
import { migrate, migrationsFolder, readMigrations } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { insertHouseholds } from '#server/registry/bulk.store.ts';
import { toHouseholdRows } from '#server/registry/to-household-rows.ts';
import { aHousehold, today } from '#tests/world/household.ts';
import { insertSmallAreas } from '#tests/world/small-areas.ts';

const place = await mkdtemp(join(tmpdir(), 'bangfu-backup-'));
const dataFolder = join(place, 'data');
const backup = join(place, 'backup');
afterAll(() => rm(place, { recursive: true, force: true }));

async function run(folder: string, ...words: string[]) {
  let out = '';
  let error = '';
  const status = await runCommand(allCommands, words, {
    environment: { BANGFU_DATA: folder },
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { status, out, error };
}

/** Rows of every table and a digest of all of them, whatever their order. */
async function contentsOf(owner: ClientConfig): Promise<Record<string, string>> {
  const client = new Client(owner);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'kernel_migration'`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: sums } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from "${name}" t`,
    );
    contents[name] = sums[0]?.sum ?? '';
  }
  await client.end();
  return contents;
}

async function withInstallation<Result>(
  folder: string,
  work: (composed: Awaited<ReturnType<typeof compose>>) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ BANGFU_DATA: folder });
  const composed = await compose({ config, role: 'server', say: () => undefined });
  try {
    return await work(composed);
  } finally {
    await composed.close();
  }
}

beforeAll(async () => {
  await withInstallation(dataFolder, async (composed) => {
    const { platform } = composed;
    await composed.startWork();
    const records = Array.from({ length: 40 }, () => aHousehold({ stage: 'LISTED' }));
    await inScope(platform.db, everything, async (tx) => {
      await insertSmallAreas(tx);
      await insertHouseholds(
        tx,
        records.map((record) => toHouseholdRows(record, { secrets: platform.secrets, today })),
      );
      await recordAct(tx, platform.secrets.auditKey, {
        id: platform.newId(451226),
        at: platform.clock.now(),
        account: null,
        act: 'registry.open',
        area: areaCode('451226'),
        subject: '',
        facts: {},
      });
    });
  });
});

describe('a backup', () => {
  test('is put back whole into an empty folder, and the audit trail is proved there', async () => {
    const taken = await run(dataFolder, 'backup', backup, '--with-keys', '--json');
    expect(taken.error).not.toMatch(/Error/);
    expect(taken.status).toBe(0);
    expect((await run(dataFolder, 'backup', 'check', backup)).status).toBe(0);

    const other = join(place, 'restored');
    const restored = await run(other, 'restore', backup, '--json');
    expect(restored.error.match(/Error|未成功/)).toBeNull();
    expect(restored.status).toBe(0);

    const before = await withInstallation(dataFolder, ({ database }) => contentsOf(database.owner));
    const after = await withInstallation(other, ({ database }) => contentsOf(database.owner));
    expect(after).toEqual(before);
    expect(after.registry_household).toMatch(/^40 /);
    const proved = await run(other, 'audit', 'verify', '--json');
    expect(JSON.parse(proved.out)).toMatchObject({ sound: true });
  });

  test('goes on counting where it stood, and opens what was sealed', async () => {
    await withInstallation(join(place, 'restored'), async ({ platform }) => {
      const person = await inScope(platform.db, everything, (tx) =>
        tx.selectFrom('registry_person').select('identity_sealed').limit(1).executeTakeFirst(),
      );
      expect(platform.secrets.open('identity', person?.identity_sealed ?? Buffer.alloc(0))).toMatch(
        /^990000/,
      );
      await inScope(platform.db, everything, (tx) =>
        insertHouseholds(tx, [
          toHouseholdRows(aHousehold({ stage: 'LISTED' }), { secrets: platform.secrets, today }),
        ]),
      );
    });
  });

  test('is not written over another, nor restored over anything', async () => {
    const again = await run(dataFolder, 'backup', backup);
    const onto = await run(dataFolder, 'restore', backup);

    expect([again.status, onto.status]).toEqual([1, 1]);
    expect(again.error).toContain('is not empty');
    expect(onto.error).toContain('is not empty');
  });

  test('without keys asks for them, and takes no others', async () => {
    const bare = join(place, 'bare');
    await run(dataFolder, 'backup', bare);
    expect(await readdir(bare)).not.toContain('keys');
    const target = join(place, 'without-keys');

    const none = await run(target, 'restore', bare);
    const others = join(place, 'other-keys');
    await cp(join(dataFolder, 'keys'), others, { recursive: true });
    const text = await readFile(join(others, 'keys.json'), 'utf8');
    const spoilt = { ...JSON.parse(text), audit: Buffer.alloc(32).toString('base64') };
    await writeFile(join(others, 'keys.json'), JSON.stringify(spoilt));
    const wrong = await run(target, 'restore', bare, '--keys', others);
    const right = await run(target, 'restore', bare, '--keys', join(dataFolder, 'keys'));

    expect([none.status, wrong.status, right.status]).toEqual([1, 1, 0]);
    expect(none.error).toContain('holds no keys');
    expect(wrong.error).toContain('The keys of this backup are not in');
  });

  test('that was altered, cut short or is none is refused before anything is written', async () => {
    const altered = join(place, 'altered');
    await cp(backup, altered, { recursive: true });
    await writeFile(join(altered, 'registry_household.copy.gz'), 'x');
    const cut = join(place, 'cut');
    await cp(backup, cut, { recursive: true });
    await rm(join(cut, manifestName));
    const target = join(place, 'never');

    const answers = [
      await run(target, 'restore', altered),
      await run(target, 'restore', cut),
      await run(target, 'backup', 'check', altered),
    ];

    expect(answers.map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(answers[0]?.error).toContain('registry_household.copy.gz');
    expect(answers[1]?.error).toContain('is no complete backup');
    await expect(readdir(target)).rejects.toThrow('ENOENT');
  });

  test('of a newer version is refused in a sentence', async () => {
    const newer = join(place, 'newer');
    await cp(backup, newer, { recursive: true });
    const manifest = JSON.parse(await readFile(join(newer, manifestName), 'utf8'));
    manifest.migrations.push({ name: '9999-later.sql', checksum: 'x' });
    await writeFile(join(newer, manifestName), JSON.stringify(manifest));

    const { status, error } = await run(join(place, 'never'), 'restore', newer);

    expect(status).toBe(1);
    expect(error).toContain('whose schema this version does not know');
  });

  test('of an earlier schema comes back and is brought up to date', async () => {
    const earlier = join(place, 'earlier-data');
    const names = (await readMigrations(migrationsFolder)).map(({ name }) => name);
    const until = names[names.indexOf('0011-access-session.sql')];
    const request = { dataFolder: earlier, role: 'server', say: () => undefined } as const;
    const database = await openDatabase(request);
    await ensureApplicationRole(database.owner, earlier);
    await migrate(database.owner, { until });
    const copied = join(place, 'earlier');
    const { writeBackup } = await import('#server/database/backup.ts');
    await writeBackup({
      owner: database.owner,
      folder: copied,
      dataFolder,
      withKeys: true,
      auditKey: Buffer.from(
        JSON.parse(await readFile(join(dataFolder, 'keys', 'keys.json'), 'utf8')).audit,
        'base64',
      ),
      version: '0.0.1',
      engine: 'embedded',
      now: '2016-09-30T00:00:00.000Z',
    });
    await database.stop();

    const target = join(place, 'upgraded');
    const { status, error } = await run(target, 'restore', copied);

    expect(error).toContain('Migrating');
    expect(status).toBe(0);
    await withInstallation(target, ({ platform }) =>
      inScope(platform.db, everything, (tx) => tx.selectFrom('policy_pack').select('id').execute()),
    );
  });
});
