// Reading SQL of areas: one state on a day, children one level at a time, the path above, and search
// by ranges of names and pinyin keys. Areas are public and carry no row security, so every function
// here takes the span it may look into.
import { sql } from 'kysely';
import {
  type AreaCode,
  type AreaLevel,
  type AreaSpan,
  areaCode,
  pathOf,
} from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Area, sinceAlways } from '#domain/registry/area.ts';
import type { AreaQuery } from '#domain/registry/area-query.ts';
import type { Tx } from '#server/database/connect.ts';

export interface AreaRow extends Area {
  readonly level: AreaLevel;
  readonly parent: AreaCode;
  readonly fullName: string;
  readonly pinyin: string;
  readonly initials: string;
}

interface StoredArea {
  readonly code: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly parent: string;
  readonly level: string;
  readonly name: string;
  readonly full_name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly source: string;
}

export async function findArea(
  tx: Tx,
  code: AreaCode,
  on: PlainDate,
): Promise<AreaRow | undefined> {
  const row = await inForce(tx, on).where('code', '=', code).selectAll().executeTakeFirst();
  return row === undefined ? undefined : fromAreaRow(row);
}

/** Every state the code ever had, oldest first. */
export async function listAreaStates(tx: Tx, code: AreaCode): Promise<readonly AreaRow[]> {
  const rows = await tx
    .selectFrom('registry_area')
    .where('code', '=', code)
    .orderBy('valid_from')
    .selectAll()
    .execute();
  return rows.map(fromAreaRow);
}

/** The areas directly below, on a day. */
export async function listAreaChildren(
  tx: Tx,
  parent: AreaCode,
  on: PlainDate,
): Promise<readonly AreaRow[]> {
  const rows = await inForce(tx, on)
    .where('parent', '=', parent)
    .orderBy('code')
    .selectAll()
    .execute();
  return rows.map(fromAreaRow);
}

/** Which of these areas have anything below them. */
export async function listAreasWithChildren(
  tx: Tx,
  codes: readonly string[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set();
  const rows = await inForce(tx, on)
    .where('parent', 'in', [...codes])
    .select('parent')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.parent));
}

/** From the province down to the area itself, as they were called on a day. */
export async function listAreaPath(
  tx: Tx,
  code: AreaCode,
  on: PlainDate,
): Promise<readonly AreaRow[]> {
  return listAreas(tx, pathOf(code), on);
}

/** Several areas at once, for lists that name them; codes unknown on the day are left out. */
export async function listAreas(
  tx: Tx,
  codes: readonly string[],
  on: PlainDate,
): Promise<readonly AreaRow[]> {
  if (codes.length === 0) return [];
  const rows = await inForce(tx, on)
    .where('code', 'in', [...codes])
    .orderBy('code')
    .selectAll()
    .execute();
  return rows.map(fromAreaRow);
}

/** What areas were last called, those that are no more among them. */
export async function listLastNames(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx
    .selectFrom('registry_area')
    .where('code', 'in', [...codes])
    .orderBy('valid_from')
    .select(['code', 'name'])
    .execute();
  return new Map(rows.map((row) => [row.code, row.name]));
}

/**
 * Everything in a span on a day in the order of their codes, for work over a whole county; of some levels
 * alone where hamlets would only be read to be dropped.
 */
export async function listAreasInSpan(
  tx: Tx,
  span: AreaSpan,
  on: PlainDate,
  levels?: readonly AreaLevel[],
): Promise<readonly AreaRow[]> {
  const inside = inForce(tx, on).where('code', '>=', span.low).where('code', '<', span.high);
  const rows = await (levels === undefined ? inside : inside.where('level', 'in', levels))
    .orderBy('code')
    .selectAll()
    .execute();
  return rows.map(fromAreaRow);
}

export interface AreaSearch {
  readonly query: AreaQuery;
  readonly span: AreaSpan;
  readonly on: PlainDate;
  readonly limit: number;
}

/** Areas whose name or key begins with what was typed, by the indexes on names and keys. */
export async function searchAreasByBeginning(
  tx: Tx,
  { query, span, on, limit }: AreaSearch,
): Promise<readonly AreaRow[]> {
  if (query.kind === 'nothing') return [];
  if (query.kind === 'name') {
    const { name, within } = query;
    return upTo(limit, beginning(tx, 'name', name, { span, on }), within);
  }
  if (query.kind === 'code') return upTo(limit, beginning(tx, 'code', query.digits, { span, on }));
  const [byKey, byInitials] = await Promise.all([
    upTo(limit, beginning(tx, 'pinyin', query.key, { span, on })),
    upTo(limit, beginning(tx, 'initials', query.key, { span, on })),
  ]);
  return distinct([...byKey, ...byInitials]);
}

/**
 * Areas whose name contains what was typed. Only the span is an index here, so it looks at the areas
 * of a province at most; in a wider span at its provinces, cities and counties.
 */
export async function searchAreasByPart(
  tx: Tx,
  { query, span, on, limit }: AreaSearch,
): Promise<readonly AreaRow[]> {
  if (query.kind !== 'name' && query.kind !== 'latin') return [];
  const narrow = span.low.length >= 2;
  const candidates = inForce(tx, on)
    .where('code', '>=', span.low)
    .where('code', '<', span.high)
    .$if(!narrow, (areas) => areas.where('code', 'in', upperCodes(tx)));
  if (query.kind === 'latin') {
    return upTo(limit, candidates.where(sql<boolean>`strpos(pinyin, ${query.key}) > 0`));
  }
  const named = candidates.where(sql<boolean>`strpos(name, ${query.name}) > 0`);
  return upTo(limit, named, query.within);
}

function inForce(tx: Tx, on: PlainDate) {
  return tx
    .selectFrom('registry_area')
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]));
}

type Areas = ReturnType<typeof inForce>;

function beginning(
  tx: Tx,
  column: 'name' | 'code' | 'pinyin' | 'initials',
  start: string,
  { span, on }: { span: AreaSpan; on: PlainDate },
): Areas {
  // Bytes, not the language's order: the range is then exactly "begins with", and the index serves it.
  const key = column === 'name' ? sql<string>`(name collate "C")` : sql.ref<string>(column);
  // One letter begins a tenth of the country's names: beyond a province it finds counties at most.
  const isCrowded = column !== 'code' && start.length < 2 && span.low.length < 2;
  return inForce(tx, on)
    .where(sql<boolean>`${key} >= ${start} and ${key} < ${`${start}\u{10ffff}`}`)
    .where('code', '>=', span.low)
    .where('code', '<', span.high)
    .$if(isCrowded, (areas) => areas.where('code', 'in', upperCodes(tx)));
}

async function upTo(
  limit: number,
  areas: Areas,
  within: readonly string[] = [],
): Promise<readonly AreaRow[]> {
  let query = areas;
  for (const word of within) query = query.where(sql<boolean>`strpos(full_name, ${word}) > 0`);
  const rows = await query
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(fromAreaRow);
}

/** Provinces, cities and counties, found from the top down by the index on parents. */
function upperCodes(tx: Tx) {
  const provinces = tx.selectFrom('registry_area as province').where('province.parent', '=', '');
  const cities = tx
    .selectFrom('registry_area as upper')
    .innerJoin('registry_area as city', 'city.parent', 'upper.code')
    .where('upper.parent', '=', '');
  const counties = cities.innerJoin('registry_area as county', 'county.parent', 'city.code');
  return provinces
    .select('province.code')
    .union(cities.select('city.code'))
    .union(counties.select('county.code'));
}

function distinct(rows: readonly AreaRow[]): readonly AreaRow[] {
  return [...new Map(rows.map((row) => [row.code, row])).values()];
}

function fromAreaRow(row: StoredArea): AreaRow {
  return {
    code: areaCode(row.code),
    name: row.name,
    // PostgreSQL writes the year 1 as 0001.
    validFrom: row.valid_from < sinceAlways ? sinceAlways : plainDate(row.valid_from),
    validTo: row.valid_to === null ? null : plainDate(row.valid_to),
    parent: areaCode(row.parent),
    level: row.level as AreaLevel,
    fullName: row.full_name,
    pinyin: row.pinyin,
    initials: row.initials,
    source: row.source,
  };
}
