// SQL of reminders: open steps by their days, and what an account has read.
import { type RawBuilder, sql } from 'kysely';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

export interface DueRow {
  readonly pack: string;
  readonly pack_edition: string;
  readonly process: string;
  readonly step: string;
  readonly waits_for: readonly string[];
  readonly since: string;
  readonly due_key: string;
  readonly cases: number;
}

const line = sql`pack, pack_edition, process, step, waits_for, since, due_key`;

/** Lines due within these days, from the kept counts of areas that do not overlap. */
export async function listDueLines(
  tx: Tx,
  areas: readonly AreaCode[],
  days: { readonly from: string; readonly to: string },
): Promise<readonly DueRow[]> {
  const spans = areas.map(spanOf);
  const inDays = sql`due_key between ${days.from}::date and ${days.to}::date`;
  const { rows } = await sql<DueRow>`
    select ${line}, sum(cases)::integer as cases from (
      select ${line}, cases from casework_count
      where area_code = any(${[...areas]}::text[]) and ${inDays}
      union all
      select ${line}, cases
      from unnest(${spans.map(({ low }) => low)}::text[], ${spans.map(({ high }) => high)}::text[])
        as wide (low, high)
      join casework_count_delta d
        on d.area_code >= wide.low collate "C" and d.area_code < wide.high collate "C"
      where ${inDays} and current_setting('app.households', true) = ''
    ) as lines group by ${line} having sum(cases) > 0`.execute(tx);
  return rows;
}

/** The same from the cases, for whoever sees named households only. */
export async function listDueLinesNow(
  tx: Tx,
  where: RawBuilder<unknown>,
  days: { readonly from: string; readonly to: string },
): Promise<readonly DueRow[]> {
  const { rows } = await sql<DueRow>`
    select pack, pack_edition, process, step, waits_for, step_since as since, due_key, 1 as cases
    from casework_case c
    where c.step is not null and due_key between ${days.from}::date and ${days.to}::date
      and ${where}`.execute(tx);
  return rows;
}

export async function listRead(tx: Tx, account: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('casework_reminder_read')
    .where('account', '=', account)
    .select('key')
    .execute();
  return new Set(rows.map(({ key }) => key));
}

export async function insertRead(
  tx: Tx,
  account: string,
  { keys, now }: { readonly keys: readonly string[]; readonly now: string },
): Promise<void> {
  await tx
    .insertInto('casework_reminder_read')
    .values(keys.map((key) => ({ account, key, read_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
