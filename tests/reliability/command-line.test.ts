// The command line beside a running server, and alone on a folder whose server is gone.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allCommands } from '#cli/commands.ts';
import { runCommand } from '#cli/run-command.ts';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { inScope } from '#server/database/connect.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-command-'));
const environment = { BANGFU_DATA: dataFolder };
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

async function run(words: string) {
  let out = '';
  let error = '';
  const status = await runCommand(allCommands, words.split(' '), {
    environment,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  return { status, out, error };
}

/** As whoever owns the database could, past every rule of the product. */
async function changeBehindItsBack(...statements: readonly string[]): Promise<void> {
  const server = await compose({
    config: readConfig(environment),
    role: 'server',
    say: () => undefined,
  });
  const { default: pg } = await import('pg');
  const owner = new pg.Client(server.database.owner);
  await owner.connect();
  for (const statement of statements) await owner.query(statement);
  await owner.end();
  await server.close();
}

const isPostmasterThere = async () =>
  (await readdir(join(dataFolder, 'postgres', 'cluster'))).includes('postmaster.pid');

test('a command joins the database of a running server, and starts and stops one where none runs', async () => {
  const server = await compose({
    config: readConfig(environment),
    role: 'server',
    say: () => undefined,
  });
  const { platform } = server;
  await server.startWork();
  for (let round = 0; round < 5; round += 1) {
    await inScope(platform.db, everything, (tx) =>
      recordAct(tx, platform.secrets.auditKey, {
        id: platform.newId(451226),
        at: platform.clock.now(),
        account: null,
        act: 'registry.open',
        area: areaCode('451226202'),
        subject: '',
        facts: { round },
      }),
    );
  }

  const beside = await run('audit verify --json');
  await inScope(platform.db, everything, (tx) =>
    tx.selectFrom('kernel_setting').select('key').execute(),
  );
  expect(beside.status).toBe(0);
  expect(JSON.parse(beside.out)).toMatchObject({ sound: true, entries: 5 });

  await server.close();
  expect(await isPostmasterThere()).toBe(false);
  const alone = await run('audit verify --json');
  expect(JSON.parse(alone.out)).toMatchObject({
    sound: true,
    seals: 5,
    unsealed: 0,
    headsCompared: 1,
  });
  expect(await isPostmasterThere()).toBe(false);
});

test('a tail cut off while nobody looked is found by the heads kept beside the data', async () => {
  await changeBehindItsBack(
    'delete from audit_entry where id in (select entry from audit_seal where number > 3)',
    'delete from audit_seal where number > 3',
  );

  const { status, out } = await run('audit verify --json');

  expect(status).toBe(1);
  expect(JSON.parse(out).findings).toMatchObject([{ kind: 'cut-off', number: 5 }]);
});

test('a command that may not touch a database of a newer version says so and leaves none running', async () => {
  await changeBehindItsBack(
    "insert into kernel_migration (name, checksum) values ('9999-later.sql', '')",
  );

  const { status, error } = await run('audit verify --json');

  expect(status).not.toBe(0);
  expect(error).toContain('9999-later.sql');
  expect(await isPostmasterThere()).toBe(false);
});
