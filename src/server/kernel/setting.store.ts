// What this installation is: a demonstration or not, its today, its notes.

import { everything } from '#domain/access/scope.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import { type Db, inScope, type Tx } from '#server/database/connect.ts';

export interface Settings {
  readonly demonstration: boolean;
  /** Fixed day of a demonstration; null where today is today. */
  readonly today: string | null;
  readonly notes: readonly Note[];
}

/** What the screens of an area, of what is in it and of what it is in, say of the demonstration. */
export interface Note extends Bilingual {
  readonly area: string;
}

export async function readSettings(tx: Tx): Promise<Settings> {
  const rows = await tx.selectFrom('kernel_setting').select(['key', 'value']).execute();
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return {
    demonstration: values.get('demonstration') === true,
    today: (values.get('today') as string | undefined) ?? null,
    notes: (values.get('notes') as Note[] | undefined) ?? [],
  };
}

export async function findSetting(tx: Tx, key: string): Promise<unknown> {
  const row = await tx
    .selectFrom('kernel_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

/** Which of the keys have a value. */
export async function listSettings(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('kernel_setting')
    .select('key')
    .where('key', 'in', keys)
    .execute();
  return new Set(rows.map(({ key }) => key));
}

export async function saveSetting(tx: Tx, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await tx
    .insertInto('kernel_setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}

/** True once anybody has an account or a household: then it is somebody's system. */
export async function isInUse(db: Db): Promise<boolean> {
  return inScope(db, everything, async (tx) => {
    const account = await tx.selectFrom('access_account').select('id').limit(1).executeTakeFirst();
    const household = await tx
      .selectFrom('registry_household')
      .select('id')
      .limit(1)
      .executeTakeFirst();
    return account !== undefined || household !== undefined;
  });
}
