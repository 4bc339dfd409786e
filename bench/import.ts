// A county's spreadsheet through the product's own import: read, checked, sealed, compared, counted,
// audited and stored, into an empty register; and the rows it made once more by a bare COPY. Run as it is
// shipped: the built command in a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { generate } from '#server/demonstration/generate.ts';
import type { Installation } from './installation.ts';
import { type Line, seconds, timed } from './measure.ts';
import { buildFirst } from './start.ts';

const persons = 66_600;
const command = fileURLToPath(new URL('../dist/node/cli-main.js', import.meta.url));
/** As `npm run bangfu` starts it. */
const young = '--max-semi-space-size=32';
const goals = { csv: 10, xlsx: 20 } as const;

/** Empties the register: afterwards the installation holds areas, accounts and packs. */
export async function measureImport(installation: Installation): Promise<readonly Line[]> {
  await buildFirst();
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-bench-files-'));
  try {
    const [written] = await generate({
      scale: 'county',
      folder,
      formats: ['csv', 'xlsx'],
      onFile: () => undefined,
    });
    const lines: Line[] = [];
    for (const format of ['csv', 'xlsx'] as const) {
      const path = written?.files.find((file) => file.endsWith(`.${format}`));
      if (path === undefined) throw new Error(`no .${format} was written`);
      await emptyRegister(installation);
      const time = await timed(() => importFile(installation.composed.platform.dataFolder, path));
      const bare = await bareCopy(installation);
      lines.push({
        what: `import of ${persons.toLocaleString('en')} persons, .${format}`,
        goal: `≤ ${goals[format]} s`,
        measured: seconds(time),
        comparison: `${(time / bare).toFixed(1)} × a bare COPY of the rows it made (${seconds(bare)})`,
        met: time <= goals[format] * 1000,
      });
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As somebody types it: the built command, its own start included, beside the server's database. */
async function importFile(dataFolder: string, path: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [young, command, 'import', path, '--area', '451226', '--json'],
    {
      env: { ...process.env, BANGFU_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const said: Buffer[] = [];
  for await (const piece of child.stdout) said.push(piece as Buffer);
  const report = JSON.parse(Buffer.concat(said).toString()) as { persons: number; refused: number };
  if (report.persons !== persons || report.refused > 0) {
    throw new Error(`${report.persons} persons were read and ${report.refused} households refused`);
  }
}

const owned = [
  'registry_household',
  'registry_person',
  'registry_person_key',
  'registry_event',
  'registry_income_entry',
  'registry_income_year',
  'registry_external_id',
] as const;

export async function emptyRegister({ asOwner }: Installation): Promise<void> {
  const tables = [...owned, 'registry_count', 'registry_count_delta', 'exchange_import'];
  await asOwner(`truncate ${tables.join(', ')} cascade`, 'checkpoint');
  await setTimeout(1000);
}

/** The same rows into tables without index or constraint, read beforehand. */
async function bareCopy({ composed }: Installation): Promise<number> {
  const client = new Client(composed.database.owner);
  await client.connect();
  try {
    let total = 0;
    for (const table of owned) {
      const pieces: Buffer[] = [];
      await pipeline(client.query(copyTo(`copy ${table} to stdout`)), async (chunks) => {
        for await (const chunk of chunks) pieces.push(chunk as Buffer);
      });
      await client.query(`create table bench_copy (like ${table})`);
      total += await timed(async () => {
        const stream = client.query(copyFrom('copy bench_copy from stdin'));
        const stored = once(stream, 'finish');
        for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
        stream.end();
        await stored;
      });
      await client.query('drop table bench_copy');
    }
    return total;
  } finally {
    await client.end();
  }
}
