import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { openSecrets } from '#server/access/secrets.ts';
import { macWith, recordAct } from '#server/audit/record-act.ts';
import { sealPending } from '#server/audit/seal.ts';
import { dropApplicationRole } from '#server/database/application-role.ts';
import { inScope } from '#server/database/connect.ts';
import { anApp } from '#tests/world/app.ts';
import type { Command } from './command.ts';
import { allCommands } from './commands.ts';
import { runCommand } from './run-command.ts';

const app = await anApp({ routes: [] });
const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-cli-'));
const secrets = openSecrets(dataFolder, 'international');
afterAll(async () => {
  await dropApplicationRole(app.ownerConnection, dataFolder);
  await rm(dataFolder, { recursive: true, force: true });
});

const { user, password, host, port, database } = app.ownerConnection;
const databaseUrl = `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`;

async function run(words: string, folder = dataFolder, commands: readonly Command[] = allCommands) {
  const printed = { out: '', error: '' };
  const status = await runCommand(commands, words.split(' ').filter(Boolean), {
    environment: { DATABASE_URL: databaseUrl, BANGFU_DATA: folder },
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  });
  return { status, ...printed };
}

const record = (area: string) =>
  inScope(app.db, everything, async (tx) => {
    await recordAct(tx, secrets.auditKey, {
      id: app.platform.newId(451226),
      at: app.clock.now(),
      account: null,
      act: 'registry.open',
      area: areaCode(area),
      subject: '',
      facts: {},
    });
    await sealPending(tx, macWith(secrets.auditKey), app.clock.now());
  });

test('without words it shows every command, and each command has its own help', async () => {
  const all = await run('');
  expect(all.status).toBe(0);
  for (const { name, summary } of allCommands) {
    expect(all.out).toContain(name);
    const help = await run(`${name} --help`);
    expect(help.status).toBe(0);
    expect(help.out).toContain(summary.zh);
    expect(help.out).toContain(summary.en);
    expect(help.out).toContain('--json');
  }
  expect((await run('audit --help')).out).not.toContain('access unlock');
});

test.each([
  ['no such command', 'audit verfy'],
  ['an unknown option', 'audit verify --haed x'],
  ['a word too many', 'audit verify now'],
  ['a missing word', 'access password'],
  ['a missing option', 'audit export-head'],
  ['options before the command', '--json audit verify'],
])('wrong usage, such as %s, is told in both languages with status 2', async (_what, words) => {
  const { status, error } = await run(words);

  expect(status).toBe(2);
  expect(error).toMatch(/[\u4e00-\u9fff]/);
  expect(error).toMatch(/[a-z]{4}/);
});

test('a folder without an installation is not made into one', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'bangfu-none-'));
  const { status, out, error } = await run('audit verify --json', empty);

  expect(status).toBe(1);
  expect(JSON.parse(out).error.code).toBe('platform/start');
  expect(error).toContain('npm start');
  await rm(empty, { recursive: true });
});

test('the proof of the trail answers yes with 0 and no with 1, as JSON alone where asked', async () => {
  for (let round = 0; round < 4; round += 1) await record('451226202');
  await record('451225100');
  const file = join(dataFolder, 'heads.json');

  const sound = await run('audit verify');
  expect(sound).toMatchObject({ status: 0 });
  expect(sound.out).toContain('审计链完整');
  const exported = await run(`audit export-head --out ${file}`);
  expect(exported.status).toBe(0);
  expect(JSON.parse(await readFile(file, 'utf8')).heads).toHaveLength(2);
  await app.owner.query(
    'delete from audit_entry where id in (select entry from audit_seal where chain = 451226 and number > 2)',
  );
  await app.owner.query('delete from audit_seal where chain = 451226 and number > 2');
  expect((await run('audit verify')).status).toBe(0);
  const cut = await run(`audit verify --head ${file} --json`);
  expect(cut.status).toBe(1);
  expect(JSON.parse(cut.out)).toMatchObject({
    sound: false,
    findings: [{ kind: 'cut-off', chain: 451226, number: 4 }],
  });
  const text = await run(`audit verify --head ${file}`);
  expect(text.out).toContain('链尾被截断');
});

test('a file that holds no heads is refused by name', async () => {
  const file = join(dataFolder, 'not-heads.json');
  await writeFile(file, '{"heads": 3}');

  const { status, out } = await run(`audit verify --json --head ${file}`);

  expect(status).toBe(1);
  expect(JSON.parse(out).error.code).toBe('audit/unreadable-heads');
});

test('as an account a command obeys its permissions and its area', async () => {
  const chens = await run('audit verify --as chen --json');
  expect(JSON.parse(chens.out)).toMatchObject({ chains: 1 });
  const zhaos = await run('access list --as zhao --json');
  const names = JSON.parse(zhaos.out).map((account: { username: string }) => account.username);
  expect(names).toContain('lin');
  expect(names).not.toContain('chen');
  expect((await run('access unlock sun --as chen')).status).toBe(1);
  const lin = await run('audit verify --as lin --json');
  expect(lin.status).toBe(1);
  expect(JSON.parse(lin.out).error.code).toBe('access/not-permitted');
  const ghost = await run('audit verify --as nobody --json');
  expect(JSON.parse(ghost.out).error.code).toBe('access/no-such-actor');
});

test('the keeper of the data folder gives an administrator a new password, and leaves an act', async () => {
  const { status, out } = await run('access password root --json');

  expect(status).toBe(0);
  expect(JSON.parse(out).password).toMatch(/^\w{5}-\w{5}-\w{5}$/);
  expect((await run('access unlock root')).status).toBe(0);
  expect((await run('access second-factor-off root --json')).out).toContain('second-factor-is-off');
  const { rows } = await app.owner.query(
    "select account, facts from audit_entry where act = 'access.password-reset'",
  );
  expect(rows).toEqual([{ account: null, facts: { by: 'command line' } }]);
});

test('what breaks in the middle is a no with its message, and the installation is closed', async () => {
  const broken: Command = {
    name: 'break',
    summary: { zh: '坏', en: 'break' },
    async run({ open }) {
      await open();
      throw new Error('it broke');
    },
  };

  const { status, out } = await run('break --json', dataFolder, [broken]);

  expect(status).toBe(1);
  expect(JSON.parse(out).error.message).toBe('it broke');
});
