// Answers to checklists, in the order in which they were given.
import { sql } from 'kysely';
import type { CaseKey, CaseRecord } from '#server/casework/case.store.ts';
import type { Tx } from '#server/database/connect.ts';

export interface CheckRecord {
  readonly place: number;
  readonly step: string;
  readonly item: string;
  readonly seen: number;
  readonly holds: boolean;
  readonly value: number | null;
  readonly note: string;
  readonly computed: boolean | null;
  /** The values it stood on, as the contract has them. */
  readonly register: unknown;
  readonly attachment_id: string | null;
  readonly file_kind: string | null;
  readonly file_name: string | null;
  readonly paper: string;
  readonly seen_on: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

export async function listChecks(tx: Tx, { county, id }: CaseKey): Promise<readonly CheckRecord[]> {
  return tx
    .selectFrom('casework_check as c')
    .leftJoin('kernel_attachment as a', (join) =>
      join.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.attachment_id'),
    )
    .select([
      'c.place',
      'c.step',
      'c.item',
      'c.seen',
      'c.holds',
      'c.value',
      'c.note',
      'c.computed',
      'c.register',
      'c.attachment_id',
      'a.kind as file_kind',
      'a.file_name',
      'c.paper',
      'c.seen_on',
      'c.account_name',
      'c.recorded_at',
    ])
    .where('c.county', '=', county)
    .where('c.case_id', '=', id)
    .orderBy('c.place')
    .execute();
}

export interface NewCheck {
  readonly place: number;
  readonly step: string;
  readonly item: string;
  readonly seen: number;
  readonly holds: boolean;
  readonly value: number | null;
  readonly note: string;
  readonly computed: boolean | null;
  readonly register: readonly object[];
  readonly attachment: string | null;
  readonly paper: string;
  readonly seenOn: string;
  readonly account: string;
  readonly accountName: string;
  readonly at: string;
}

/** A row as it is kept. */
export interface NewCheckRow {
  readonly county: number;
  readonly case_id: string;
  readonly household_id: string | null;
  readonly area_code: string;
  readonly place: number;
  readonly step: string;
  readonly item: string;
  readonly seen: number;
  readonly holds: boolean;
  readonly value: number | null;
  readonly note: string;
  readonly computed: boolean | null;
  readonly register: readonly object[];
  readonly paper: string;
  readonly seen_on: string;
  readonly account: string;
  readonly account_name: string;
  readonly recorded_at: string;
}

/** Many answers in one statement. */
export async function insertChecks(tx: Tx, rows: readonly NewCheckRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`
    insert into casework_check (${columns})
    select ${columns} from jsonb_populate_recordset(
      null::casework_check, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

type Place = Pick<CaseRecord, 'county' | 'id' | 'household_id' | 'area_code'>;

export async function insertCheck(
  tx: Tx,
  { county, id, household_id, area_code }: Place,
  one: NewCheck,
): Promise<void> {
  await tx
    .insertInto('casework_check')
    .values({
      county,
      case_id: id,
      household_id,
      area_code,
      place: one.place,
      step: one.step,
      item: one.item,
      seen: one.seen,
      holds: one.holds,
      value: one.value,
      note: one.note,
      computed: one.computed,
      register: JSON.stringify(one.register),
      attachment_id: one.attachment,
      paper: one.paper,
      seen_on: one.seenOn,
      account: one.account,
      account_name: one.accountName,
      recorded_at: one.at,
    })
    .execute();
}

export async function isFileOfCase(
  tx: Tx,
  { county, id }: CaseKey,
  attachment: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('kernel_attachment')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', attachment)
    .where('subject', '=', `case:${id}`)
    .executeTakeFirst();
  return row !== undefined;
}
