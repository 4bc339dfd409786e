// Packs installed from the command line into a running installation.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allCommands } from '#cli/commands.ts';
import { runCommand } from '#cli/run-command.ts';
import { everything } from '#domain/access/scope.ts';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { inScope } from '#server/database/connect.ts';
import { refreshPacks } from '#server/policy/watch-packs.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-install-'));
const packs = await mkdtemp(join(tmpdir(), 'bangfu-install-packs-'));
const environment = { BANGFU_DATA: dataFolder };
afterAll(async () => {
  await rm(dataFolder, { recursive: true, force: true });
  await rm(packs, { recursive: true, force: true });
});

async function run(...words: readonly string[]) {
  let out = '';
  let error = '';
  const status = await runCommand(allCommands, words, {
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

async function club(name: string, ...changes: readonly (readonly [string, string, string])[]) {
  const folder = join(packs, name);
  await cp('policy/packs/tea-club', folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), text.replace(from, to));
  }
  return folder;
}

const running = compose({ config: readConfig(environment), role: 'server', say: () => undefined });
afterAll(async () => (await running).close());

test('a pack is checked, installed once, leaves an act, and a running server takes it up', async () => {
  const { platform } = await running;
  const folder = await club('first');

  const first = await run('pack', 'install', folder, '--json');
  expect(first.status).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({
    id: 'tea-club',
    version: '1.0.0',
    installed: true,
  });
  const again = await run('pack', 'install', folder);
  expect(again.status).toBe(0);
  expect(again.out).toContain('Already installed');
  const { rows } = await inScope(platform.db, everything, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('subject')
      .where('act', '=', 'policy.install')
      .execute()
      .then((found) => ({ rows: found })),
  );
  expect(rows.map(({ subject }) => subject)).toContain('pack:tea-club');

  expect(platform.packs.versions('tea-club')).toEqual([]);
  await refreshPacks(platform);
  expect(platform.packs.versions('tea-club').map(({ manifest }) => manifest.version)).toEqual([
    '1.0.0',
  ]);
});

test('a damaged pack, other texts under a known number, and a stranger are refused; nothing changes', async () => {
  const { platform } = await running;
  const damaged = await club('damaged', ['criteria/thirst.yaml', 'rule: leaf in', 'rule: leef in']);
  const other = await club('other', ['parameters/thirst.yaml', 'value: 7,', 'value: 8,']);

  const refused = await run('pack', 'install', damaged, '--json');
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.out).error.code).toBe('policy/pack-is-damaged');
  expect(refused.error).toContain('criteria/thirst.yaml:14');
  const taken = await run('pack', 'install', other, '--json');
  expect(JSON.parse(taken.out).error.code).toBe('policy/version-taken');
  expect((await run('pack', 'install', damaged, '--as', 'nobody')).status).toBe(1);
  expect((await run('pack', 'install', join(packs, 'nowhere'))).status).toBe(2);

  await refreshPacks(platform);
  expect(platform.packs.versions('tea-club')).toHaveLength(1);
});

test('an installed pack is compared and its examples run by its id and version', async () => {
  const next = await club(
    'next',
    ['pack.yaml', '1.0.0', '1.1.0'],
    ['parameters/thirst.yaml', 'value: 7,', 'value: 9,'],
  );

  const diff = await run('pack', 'diff', 'tea-club@1.0.0', next);
  expect(diff.status).toBe(0);
  expect(diff.out).toContain('张贴天数 7 天 → 9 天');
  expect((await run('pack', 'example', 'run', 'tea-club')).status).toBe(0);
  const unknown = await run('pack', 'diff', 'tea-club@3.0.0', next, '--json');
  expect(JSON.parse(unknown.out).error.code).toBe('policy/no-such-version');
  const absent = await run('pack', 'example', 'run', 'coffee-club', '--json');
  expect(JSON.parse(absent.out).error.code).toBe('policy/no-such-pack');
});
