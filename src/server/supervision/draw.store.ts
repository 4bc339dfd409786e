// All SQL of a draw. The frame is frozen in one statement, village by village, and the households of the
// last stage come out of one statement in the order of SHA-256: no list of ids leaves the database, and a
// province takes no more statements than a village.
import { type RawBuilder, sql } from 'kysely';
import { type AreaCode, type AreaSpan, spanOf } from '#domain/kernel/area-code.ts';
import type { Allotted, FrameVillage } from '#domain/supervision/draw-households.ts';
import type { Population } from '#domain/supervision/draw-plan.ts';
import type { Unit } from '#domain/supervision/draw-units.ts';
import type { Tx } from '#server/database/connect.ts';
import { countyOfIdIn } from '#server/kernel/county-of-id.store.ts';

function isIn(population: Population): RawBuilder<unknown> {
  switch (population) {
    case 'all':
      return sql`true`;
    case 'listed':
      return sql`h.stage <> 'SURVEYED'`;
    case 'unlisted':
      return sql`h.stage = 'SURVEYED'`;
    case 'exited':
      return sql`h.stage = 'EXIT_ANNOUNCED'`;
  }
}

function isWithin({ low, high }: AreaSpan): RawBuilder<unknown> {
  return sql`h.area_code >= ${low} and h.area_code < ${high}`;
}

/** Inside any of these areas, which may be of several levels. */
function isInside(within: readonly string[]): RawBuilder<unknown> {
  const lengths = [...new Set(within.map((code) => code.length))];
  const ofLength = (length: number) => within.filter((code) => code.length === length);
  const each = lengths.map(
    (length) => sql`left(h.area_code, ${length}::integer) = any (${ofLength(length)}::text[])`,
  );
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
}

interface FrameAsked {
  readonly area: AreaCode;
  readonly population: Population;
}

/** Room for one pass over a province without temporary files; until the transaction ends. */
export async function makeRoom(tx: Tx): Promise<void> {
  await sql`set local work_mem = '128MB'`.execute(tx);
  await sql`set local enable_mergejoin = off`.execute(tx);
}

/**
 * The register of the area once, village by village: how many households, and their lines. Stands until the
 * frame is frozen; made with all processes there are.
 */
export async function readFrame(
  tx: Tx,
  { area, population }: FrameAsked,
): Promise<readonly Unit[]> {
  await sql`
    create temporary table draw_village on commit drop as
    select left(h.area_code, 12) as code, count(*)::integer as households,
      string_agg(substr(h.area_code, 13) || e'\t' || h.household_no, e'\n') as listing
    from registry_household h
    where ${isWithin(spanOf(area))} and ${isIn(population)}
    group by 1`.execute(tx);
  const { rows } = await sql<Unit>`
    select code, households from draw_village order by code`.execute(tx);
  return rows;
}

/**
 * Keeps the frame that was read: every village with its number, and line by line those that may give households.
 * The others are never asked for more than their number, so a draw from a province does not copy it.
 */
export async function freezeFrame(
  tx: Tx,
  campaign: string,
  listed: readonly string[],
): Promise<readonly FrameVillage[]> {
  const { rows } = await sql<FrameVillage>`
    insert into supervision_frame (county, campaign_id, area_code, households, listing)
    select left(v.code, 6)::integer, ${campaign}::uuid, v.code, v.households,
      case when l.code is null then '' else v.listing end
    from draw_village v left join unnest(${[...listed]}::text[]) as l (code) on l.code = v.code
    order by v.code
    returning area_code as code, households,
      encode(sha256(convert_to(listing, 'UTF8')), 'hex') as digest`.execute(tx);
  await sql`drop table draw_village`.execute(tx);
  return rows;
}

/** Units of one level inside an area with their households, for a stage of areas. */
export async function countUnitsOf(
  tx: Tx,
  { area, population }: FrameAsked,
  { digits, within }: { readonly digits: number; readonly within: readonly string[] },
): Promise<readonly Unit[]> {
  const { rows } = await sql<Unit>`
    select left(h.area_code, ${digits}::integer) as code, count(*)::integer as households
    from registry_household h
    where ${isWithin(spanOf(area))} and ${isIn(population)} and ${isInside(within)}
    group by 1 order by 1`.execute(tx);
  return rows;
}

export interface HouseholdDraw {
  readonly seed: string;
  readonly digits: number;
  readonly units: readonly Allotted[];
  /** `likely` sorts only keys that are low enough to be among the first, `all` every key. */
  readonly keys: 'likely' | 'all';
}

/**
 * Keeps the first households of each unit in hash order, with their chances, and gives how many. Who
 * recorded a household is written down with it: nobody checks their own work.
 */
export async function keepSample(
  tx: Tx,
  campaign: string,
  { area, population }: FrameAsked,
  draw: HouseholdDraw,
): Promise<number> {
  await sql`
    create temporary table draw_key on commit drop as ${keysOf(draw, {
      // No more than the index of places holds: a province's households need not be read themselves.
      columns: sql`${countyOfIdIn(sql`h.id`)} as county, h.id,`,
      from: sql`registry_household`,
      where: sql`${isWithin(spanOf(area))} and ${isIn(population)}`,
    })}`.execute(tx);
  const { numAffectedRows } = await sql`
    insert into supervision_sample (county, campaign_id, household_id, area_code, household_no,
      probability, stratum, cluster, first_by)
    select d.county, ${campaign}::uuid, d.id, d.area_code, d.household_no, d.chance, d.stratum,
      d.cluster, coalesce((
        select array_agg(distinct e.author) from registry_event e
        where e.county = d.county and e.household_id = d.id and e.author is not null
          and e.kind in ('household.registered', 'household.changed')), '{}')
    from (${firstOf(sql`draw_key`)}) as d
    order by d.county, d.id
    ${draw.keys === 'all' ? sql`on conflict do nothing` : sql``}`.execute(tx);
  await sql`drop table draw_key`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export interface DrawnRow {
  readonly area_code: string;
  readonly household_no: string;
}

/** The same out of a frame that was kept. */
export async function drawFromFrame(
  tx: Tx,
  campaign: string,
  draw: HouseholdDraw,
): Promise<readonly DrawnRow[]> {
  const keys = keysOf(draw, {
    columns: sql``,
    from: keptLines(campaign, villagesOf(draw)),
    where: sql`true`,
  });
  const { rows } = await firstOf<DrawnRow>(sql`(${keys})`).execute(tx);
  return rows;
}

/** Beyond so many units one pass over the register is shorter than looking each of them up. */
const manyUnits = 2000;

/** Households of the units with what they are ordered by; of `likely` ones those alone that may be among the first. */
function keysOf(
  { seed, digits, units, keys }: HouseholdDraw,
  { columns, from, where }: Readonly<Record<'columns' | 'from' | 'where', RawBuilder<unknown>>>,
): RawBuilder<unknown> {
  const wanted = units.filter(({ take }) => take > 0);
  const drawn = sql`unnest(
    ${wanted.map(({ code }) => code)}::text[], ${wanted.map(({ take }) => take)}::integer[],
    ${wanted.map(({ chance }) => Math.min(1, chance))}::float8[],
    ${wanted.map(({ stratum }) => stratum)}::text[], ${wanted.map(({ cluster }) => cluster)}::text[],
    ${wanted.map((unit) => (keys === 'all' ? null : limitOf(unit)))}::bytea[]
  ) with ordinality as u (unit, take, chance, stratum, cluster, below, number)`;
  const inUnit = sql`left(h.area_code, ${digits}::integer) = u.unit`;
  const key = sql`sha256(convert_to(
    ${`${seed}/household/`} || h.area_code || '/' || h.household_no, 'UTF8'))`;
  // Worked out again for the few that are kept, so that the others never leave the process that read them.
  const isLikely =
    keys === 'all' ? sql`true` : sql`(u.below is null or substr(${key}, 1, 4) < u.below)`;
  return wanted.length > manyUnits
    ? sql`
      select ${columns} h.area_code, h.household_no, u.number, u.take, u.chance, u.stratum, u.cluster, ${key} as key
      from ${from} h join ${drawn} on ${inUnit} where ${where} and ${isLikely}`
    : sql`
      select f.*, u.number, u.take, u.chance, u.stratum, u.cluster from ${drawn} cross join lateral (
        select ${columns} h.area_code, h.household_no, ${key} as key from ${from} h
        where h.area_code >= u.unit and h.area_code < u.unit || ':' and ${inUnit} and ${where} and ${isLikely}
        offset 0
      ) as f`;
}

function firstOf<Row>(keyed: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select placed.* from (
      select keyed.*,
        row_number() over (partition by number order by key, area_code, household_no) as place
      from ${keyed} as keyed
    ) as placed
    where place <= take`;
}

/** The beginning of a hash, as bytes are written, so far above the number wanted that one unit in two hundred has fewer below it: those are drawn again by all keys. */
function limitOf({ take, households }: Allotted): string | null {
  const share = (take + 3 * Math.sqrt(take) + 1) / households;
  if (share >= 1) return null;
  const hex = Math.floor(share * 0x1_0000_0000).toString(16);
  return `\\x${hex.padStart(8, '0')}`;
}

/** Units that gave fewer households than they were to. */
export async function listShort(
  tx: Tx,
  campaign: string,
  { units, digits }: Pick<HouseholdDraw, 'units' | 'digits'>,
): Promise<readonly Allotted[]> {
  const { rows } = await sql<{ unit: string; households: number }>`
    select left(area_code, ${digits}::integer) as unit, count(*)::integer as households
    from supervision_sample where campaign_id = ${campaign}::uuid group by 1`.execute(tx);
  const kept = new Map(rows.map(({ unit, households }) => [unit, households]));
  return units.filter(({ code, take }) => (kept.get(code) ?? 0) < take);
}

function villagesOf({ units }: HouseholdDraw): readonly string[] {
  return [...new Set(units.flatMap(({ code, take }) => (take === 0 ? [] : [code.slice(0, 12)])))];
}

/** Households of a kept frame, of some of its villages or of all. */
function keptLines(campaign: string, villages: readonly string[] | undefined): RawBuilder<unknown> {
  const isAsked =
    villages === undefined ? sql`true` : sql`f.area_code = any (${[...villages]}::text[])`;
  return sql`(
    select f.area_code || split_part(line, e'\t', 1) as area_code,
      split_part(line, e'\t', 2) as household_no
    from supervision_frame f
    cross join lateral unnest(string_to_array(f.listing, e'\n')) as line
    where f.campaign_id = ${campaign}::uuid and f.listing <> '' and ${isAsked}
  )`;
}

export async function countFrameUnits(
  tx: Tx,
  campaign: string,
  { digits, within }: { readonly digits: number; readonly within: readonly string[] },
): Promise<readonly Unit[]> {
  const { rows } = await sql<Unit>`
    select left(h.area_code, ${digits}::integer) as code, count(*)::integer as households
    from ${keptLines(campaign, within.every((code) => code.length >= 12) ? within.map((code) => code.slice(0, 12)) : undefined)} h
    where ${isInside(within)}
    group by 1 order by 1`.execute(tx);
  return rows;
}

/** Villages of a kept frame, their lines hashed anew. */
export async function digestFrame(tx: Tx, campaign: string): Promise<readonly FrameVillage[]> {
  const { rows } = await sql<FrameVillage>`
    select area_code as code, households, encode(sha256(convert_to(listing, 'UTF8')), 'hex') as digest
    from supervision_frame where campaign_id = ${campaign}::uuid
    order by area_code`.execute(tx);
  return rows;
}

export interface FrameRow {
  readonly area_code: string;
  readonly households: number;
  readonly listing: string;
}

/** A page of the frame, by village. */
export async function listFrame(
  tx: Tx,
  campaign: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly FrameRow[]> {
  return tx
    .selectFrom('supervision_frame')
    .select(['area_code', 'households', 'listing'])
    .where('campaign_id', '=', campaign)
    .where('area_code', '>', after)
    .orderBy('area_code')
    .limit(limit)
    .execute();
}
