// Packs installed from the command line into a running installation.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allCommands } from '#cli/commands.ts';
import { runCommand } from '#cli/run-command.ts';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';
import { listEntryRows } from '#server/audit/audit.store.ts';

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
