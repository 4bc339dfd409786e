// What a copy of the database holds: every table with its columns, in an order in which each comes after
// those it refers to, and the counters behind identity columns. Read from the catalogue, so that a new
// table is in the next copy without anybody remembering it.

import type { ClientBase } from 'pg';

export interface BackedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Column whose values the database counts up by itself. */
  readonly identity: string | null;
  /** Row security binds the owner too and has to be lifted while rows are put back. */
  readonly forced: boolean;
}

/** The list of migrations is written by the migrations themselves. */
const ownRecord = 'kernel_migration';

export async function listBackedTables(client: ClientBase): Promise<readonly BackedTable[]> {
  const { rows } = await client.query<BackedTable>(
    `select c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns,
            max(a.attname::text) filter (where a.attidentity <> '') as identity,
            c.relforcerowsecurity as forced
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> $1
      group by c.oid, c.relname, c.relforcerowsecurity
      order by c.relname collate "C"`,
    [ownRecord],
  );
  const references = await client.query<{ child: string; parent: string }>(
    `select distinct k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent
       from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  );
  return inOrderOfReference(rows, references.rows);
}

/** Tables that refer to one another in a circle keep the order of their names. */
export function inOrderOfReference(
  tables: readonly BackedTable[],
  references: readonly { readonly child: string; readonly parent: string }[],
): readonly BackedTable[] {
  const placed: BackedTable[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const next = waiting.findIndex(
      ({ name }) => !references.some(({ child, parent }) => child === name && names.has(parent)),
    );
    placed.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return placed;
}
