// A county's spreadsheet through the product's own import: read, checked, sealed, compared, counted,
// audited and stored, into an empty register; and the rows it made once more by a bare COPY.

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { everything } from '#domain/access/scope.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { generate } from '#server/demonstration/generate.ts';
import { importNow } from '#server/exchange/import-now.ts';
import { usualIncomeYear } from '#server/exchange/load-import-context.ts';
import type { Installation } from './installation.ts';
import { type Line, seconds, timed } from './measure.ts';

const persons = 66_600;
/** As the command line signs: the keeper of the data folder has no account. */
const nobody = '00000000-0000-0000-0000-000000000000';
const goals = { csv: 10, xlsx: 20 } as const;

/** Empties the register: afterwards the installation holds areas, accounts and packs. */
export async function measureImport(installation: Installation): Promise<readonly Line[]> {
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
      const time = await timed(() => importFile(installation, path));
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

async function importFile({ composed }: Installation, path: string): Promise<void> {
  const { platform } = composed;
  const { counts } = await importNow(platform, {
    path,
    fileName: basename(path),
    area: areaCode('451226'),
    incomeYear: usualIncomeYear(platform.clock.today()),
    scope: everything,
    actor: { account: nobody, displayName: 'bench' },
    onProgress: () => undefined,
  });
  if (counts.persons !== persons || counts.refused > 0) {
    throw new Error(`${counts.persons} persons were read and ${counts.refused} households refused`);
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
