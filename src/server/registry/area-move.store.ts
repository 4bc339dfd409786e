// SQL that takes every row of an area to another code at once: households and all that is theirs, the
// counts that name them, and the hamlets below. Rows below the area keep the digits after its code.
import { type RawBuilder, sql } from 'kysely';
import { type AreaCode, spanOf } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { Tx } from '#server/database/connect.ts';
import { copyInto } from '#server/database/copy-rows.ts';
import { markVillagesOf } from '#server/kernel/changed-village.store.ts';
import { countLines } from './count-lines.store.ts';
import { followHouseholdsIn } from './follow-households.store.ts';

export interface AreaMove {
  readonly from: AreaCode;
  readonly to: AreaCode;
}

export async function countHouseholdsIn(tx: Tx, area: AreaCode): Promise<number> {
  const { low, high } = spanOf(area);
  const row = await tx
    .selectFrom('registry_household')
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .select(sql<number>`count(*)`.as('households'))
    .executeTakeFirstOrThrow();
  return row.households;
}

export interface MovingHousehold {
  readonly county: number;
  readonly id: string;
  readonly version: number;
  readonly areaCode: string;
}

/** Locks the households of an area until the end of the transaction. */
export async function lockHouseholdsIn(
  tx: Tx,
  area: AreaCode,
): Promise<readonly MovingHousehold[]> {
  const { low, high } = spanOf(area);
  return tx
    .selectFrom('registry_household')
    .where('area_code', '>=', low)
    .where('area_code', '<', high)
    .orderBy('county')
    .orderBy('id')
    .select(['county', 'id', 'version', 'area_code as areaCode'])
    .forUpdate()
    .execute();
}

export interface MoveEvent {
  readonly id: string;
  readonly household: MovingHousehold;
  readonly to: string;
}

export interface MoveTestimony {
  readonly trueFrom: PlainDate;
  readonly now: string;
  readonly author: string | null;
  readonly authorName: string;
  readonly source: string;
  readonly reason: string;
}

const eventColumns = [
  'county',
  'id',
  'household_id',
  'area_code',
  'kind',
  'true_from',
  'recorded_at',
  'author',
  'author_name',
  'source',
  'reason',
  'base_version',
  'version',
  'changes',
] as const;

/** One event for each household, before its rows are moved. */
export async function appendMoveEvents(
  tx: Tx,
  events: readonly MoveEvent[],
  testimony: MoveTestimony,
): Promise<void> {
  const columns = eventColumns.join(', ');
  await sql`create temporary table if not exists moving_event (like registry_event including defaults) on commit delete rows`.execute(
    tx,
  );
  await copyInto(
    tx,
    'moving_event',
    eventColumns,
    events.map(({ id, household, to }) => [
      household.county,
      id,
      household.id,
      household.areaCode,
      'household.moved',
      testimony.trueFrom,
      testimony.now,
      testimony.author,
      testimony.authorName,
      testimony.source,
      testimony.reason,
      household.version,
      household.version + 1,
      JSON.stringify([{ field: 'areaCode', from: household.areaCode, to }]),
    ]),
  );
  await sql`insert into registry_event (${sql.raw(columns)})
    select ${sql.raw(columns)} from moving_event`.execute(tx);
}

/** Moves households and everything they own, and what is counted with them. */
export async function moveRows(tx: Tx, move: AreaMove, now: string): Promise<void> {
  await appendCounts(tx, move.from, -1);
  const villages = sql`select distinct area_code from registry_household where ${inside(move.from)}`;
  await markVillagesOf(tx, villages);
  await markVillagesOf(tx, sql`select ${recoded(move)} from (${villages}) as v`);
  await sql`update registry_household
    set area_code = ${recoded(move)}, version = version + 1, changed_at = ${now}
    where ${inside(move.from)}`.execute(tx);
  await followHouseholdsIn(tx, spanOf(move.to));
  const { low, high } = spanOf(move.from);
  await sql`select registry_recode_merged(${low}, ${high}, ${move.to})`.execute(tx);
  await appendCounts(tx, move.to, 1);
}

/** Hamlets and groups end under the old code and go on under the new one. */
export async function moveOwnAreas(tx: Tx, move: AreaMove, on: PlainDate): Promise<void> {
  const { low, high } = spanOf(move.from);
  const moving = sql`code > ${low} and code < ${high} and level in ('hamlet', 'group')
    and valid_to is null`;
  await sql`insert into registry_area
      (code, valid_from, valid_to, parent, level, name, full_name, pinyin, initials, source)
    select ${recoded(move, 'code')}, ${on}, null, ${recoded(move, 'parent')}, level, name,
      ${sql`(select full_name from registry_area where code = ${move.to} and valid_to is null)`}
        || right(full_name, -length((select full_name from registry_area where code = ${move.from}
             order by valid_from desc limit 1))),
      pinyin, initials, source
    from registry_area where ${moving}
    on conflict (code, valid_from) do nothing`.execute(tx);
  await sql`update registry_area set valid_to = greatest(${on}::date, valid_from + 1)
    where ${moving}`.execute(tx);
}

async function appendCounts(tx: Tx, area: AreaCode, sign: 1 | -1): Promise<void> {
  const households = sql`(select * from registry_household where ${inside(area)})`;
  const persons = sql`(select * from registry_person where ${inside(area)})`;
  await sql`insert into registry_count_delta (area_code, metric, key, households, persons)
    ${countLines(households, persons, sign)}`.execute(tx);
}

function inside(area: AreaCode): RawBuilder<boolean> {
  const { low, high } = spanOf(area);
  return sql<boolean>`area_code >= ${low} and area_code < ${high}`;
}

function recoded(
  { from, to }: AreaMove,
  column: 'area_code' | 'code' | 'parent' = 'area_code',
): RawBuilder<string> {
  return sql<string>`${to} || substr(${sql.ref(column)}, ${from.length + 1})`;
}
