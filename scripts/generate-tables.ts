// Writes src/server/database/tables.ts, the row types of every table, from a migrated database.
// Usage: npm run generate:tables; DATABASE_URL may name a migrated database to read instead.
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { compose } from '#server/compose.ts';
import { readConfig } from '#server/config.ts';

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  has_default: boolean;
}

const typeOf: Readonly<Record<string, string>> = {
  text: 'string',
  bpchar: 'string',
  uuid: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  float4: 'number',
  numeric: 'string',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
  _int2: 'number[]',
  _float8: 'number[]',
};

export async function tablesOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable,
      (c.column_default is not null or c.is_identity = 'YES' or c.is_generated = 'ALWAYS') as has_default
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by c.table_name collate "C", c.ordinal_position`);
  const names = [...new Set(rows.map((row) => row.table_name))];
  const interfaces = names.map((name) => {
    const columns = rows.filter((row) => row.table_name === name).map(lineOf);
    return `export interface ${pascal(name)}Table {\n${columns.join('\n')}\n}\n`;
  });
  const index = names.map((name) => `  ${name}: ${pascal(name)}Table;`).join('\n');
  return `// Row types of every table, generated from the migrated schema by scripts/generate-tables.ts; a test
// proves them fresh. int8 is read as a number and refuses what a number cannot hold; dates are
// YYYY-MM-DD, instants ISO 8601.
import type { ColumnType, Generated } from 'kysely';

/** Read as parsed JSON, written as JSON text. */
export type Json = ColumnType<unknown, string, string>;

${interfaces.join('\n')}
export interface Tables {
${index}
}
`;
}

function lineOf(column: Column): string {
  const base = typeOf[column.udt_name];
  if (base === undefined) throw new Error(`no type for ${column.table_name}.${column.column_name}`);
  const nullable = column.is_nullable === 'YES' ? nullableOf(base) : base;
  const type = column.has_default
    ? base === 'Json'
      ? 'ColumnType<unknown, string | undefined, string>'
      : `Generated<${nullable}>`
    : nullable;
  return `  ${column.column_name}: ${type};`;
}

function nullableOf(base: string): string {
  return base === 'Json' ? 'ColumnType<unknown, string | null, string | null>' : `${base} | null`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** A database of the schema as it stands here: the one named, or one of our own for the moment. */
async function withMigrated<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-tables-'));
  const composed =
    url === undefined
      ? await compose({
          config: readConfig({ BANGFU_DATA: folder, BANGFU_DEMO: 'none' }),
          role: 'server',
          say: () => undefined,
        })
      : undefined;
  const client = new pg.Client(composed?.database.owner ?? { connectionString: url });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
    await composed?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = new URL('../src/server/database/tables.ts', import.meta.url);
  const text = await withMigrated(tablesOf);
  if (readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
