// DuckDB as the yardstick of scans and joins: it is no part of the product, so the bench fetches it for the
// length of one run, and does without where no package registry can be reached.
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { to as copyTo } from 'pg-copy-streams';
import { clientOf, type Tx } from '#server/database/connect.ts';
import type { StagedRows } from '#server/targeting/comparison/match.store.ts';
import { timed } from './measure.ts';

const wanted = '@duckdb/node-api@1.5.6-r.1';

interface DuckModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckSession> }> };
}

interface DuckSession {
  run(statement: string): Promise<unknown>;
  runAndReadAll(statement: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  closeSync(): void;
}

/** A DuckDB in memory with two threads; undefined where it cannot be fetched. */
export async function openDuckDb(folder: string): Promise<DuckSession | undefined> {
  const own = join(folder, 'duckdb');
  try {
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'package.json'), '{"private":true}');
    await promisify(execFile)(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', wanted],
      { cwd: own, timeout: 120_000 },
    );
  } catch {
    return undefined;
  }
  const entry = join(own, 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js');
  const { DuckDBInstance } = (await import(pathToFileURL(entry).href)) as DuckModule;
  const session = await (await DuckDBInstance.create(':memory:')).connect();
  await session.run('set threads = 2');
  return session;
}

export interface DuckJoin {
  readonly duck: DuckSession;
  readonly folder: string;
}

/** The list and the register of a round, joined there with the hits written; milliseconds, and how many. */
export async function joinByDuckDb(
  tx: Tx,
  rowsOfList: StagedRows,
  { duck, folder }: DuckJoin,
): Promise<{ readonly ms: number; readonly hits: number }> {
  const sources = {
    list: `select encode(hash, 'hex'), row_no from ${rowsOfList}`,
    register: "select encode(identity_hash, 'hex'), person_id from registry_person_key",
  };
  for (const [table, query] of Object.entries(sources)) {
    const path = join(folder, `${table}.csv`);
    const rows = clientOf(tx).query(copyTo(`copy (${query}) to stdout with (format csv)`));
    await pipeline(rows, createWriteStream(path));
    await duck.run(
      `create or replace table ${table} as select unhex(column0) as hash, column1 as id from read_csv('${path}', header = false)`,
    );
  }
  const ms = await timed(async () => {
    await duck.run(
      'create or replace table hit as select l.id as row, r.id as person from list l join register r using (hash)',
    );
  });
  const counted = await duck.runAndReadAll('select count(*) from hit');
  return { ms, hits: Number(counted.getRows()[0]?.[0] ?? 0) };
}
