// Writing SQL of what a county adds to the division codes: hamlets and villager groups, outlines, and
// the fact that a revision was applied.
import { sql } from 'kysely';
import { type AreaCode, type AreaSpan, areaCode } from '#domain/kernel/area-code.ts';
import { type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { type Boundary, type Geometry, inventedSource } from '#domain/registry/area-boundary.ts';
import type { AreaLink, RevisionKind } from '#domain/registry/area-revision.ts';
import type { Tx } from '#server/database/connect.ts';
import type { AreaRow } from '#server/registry/area.store.ts';

/** Every code ever given directly below, ended ones included, so that none is given twice. */
export async function listUsedEndings(tx: Tx, parent: AreaCode): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('registry_area')
    .where('parent', '=', parent)
    .select(sql<string>`right(code, 3)`.as('ending'))
    .distinct()
    .orderBy('ending')
    .execute();
  return rows.map((row) => row.ending);
}

export async function insertArea(tx: Tx, area: AreaRow): Promise<void> {
  await tx
    .insertInto('registry_area')
    .values({
      code: area.code,
      valid_from: area.validFrom,
      valid_to: area.validTo,
      parent: area.parent,
      level: area.level,
      name: area.name,
      full_name: area.fullName,
      pinyin: area.pinyin,
      initials: area.initials,
      source: area.source,
    })
    .execute();
}

export async function endArea(tx: Tx, area: AreaRow, on: PlainDate): Promise<void> {
  await tx
    .updateTable('registry_area')
    .set({ valid_to: on })
    .where('code', '=', area.code)
    .where('valid_from', '=', area.validFrom)
    .execute();
}

/** A state that began today is corrected in place: it was never true under its first name. */
export async function correctArea(tx: Tx, area: AreaRow): Promise<void> {
  await tx
    .updateTable('registry_area')
    .set({
      name: area.name,
      full_name: area.fullName,
      pinyin: area.pinyin,
      initials: area.initials,
    })
    .where('code', '=', area.code)
    .where('valid_from', '=', area.validFrom)
    .execute();
}

export interface StoredRevision {
  readonly id: string;
  readonly county: string;
  readonly kind: RevisionKind;
  readonly on: PlainDate | null;
  readonly after: PlainDate | null;
  readonly by: PlainDate;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly note: { readonly zh: string; readonly en: string };
  readonly source: string;
  readonly verified: boolean;
  readonly appliedAt: string | null;
}

/** As the rules about revisions read it. */
export function linkOf({ id, on, by, from, to, verified }: StoredRevision): AreaLink {
  const coded = (codes: readonly string[]) => codes.map((code) => ({ code: areaCode(code) }));
  return { id, on, by, verified, from: coded(from), to: coded(to) };
}

export async function listRevisions(tx: Tx, county: string): Promise<readonly StoredRevision[]> {
  const rows = await tx
    .selectFrom('registry_area_revision')
    .where('county', '=', county)
    .orderBy(sql`coalesce(on_date, by_date)`)
    .orderBy('id')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    county: row.county,
    kind: row.kind as RevisionKind,
    on: row.on_date === null ? null : plainDate(row.on_date),
    after: row.after_date === null ? null : plainDate(row.after_date),
    by: plainDate(row.by_date),
    from: row.from_codes,
    to: row.to_codes,
    note: { zh: row.note_zh, en: row.note_en },
    source: row.source,
    verified: row.verified,
    appliedAt: row.applied_at,
  }));
}

export async function markRevisionApplied(tx: Tx, id: string, now: string): Promise<void> {
  await tx
    .updateTable('registry_area_revision')
    .set({ applied_at: now })
    .where('id', '=', id)
    .execute();
}

const rowsAtOnce = 200;

export async function replaceBoundaries(
  tx: Tx,
  boundaries: readonly Boundary[],
  { source, now }: { readonly source: string; readonly now: string },
): Promise<void> {
  for (let from = 0; from < boundaries.length; from += rowsAtOnce) {
    const rows = boundaries.slice(from, from + rowsAtOnce).map(({ code, geometry }) => ({
      code,
      geometry: JSON.stringify(geometry),
      source,
      loaded_at: now,
    }));
    await tx
      .insertInto('registry_area_boundary')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((given) => ({
          geometry: given.ref('excluded.geometry'),
          source: given.ref('excluded.source'),
          loaded_at: given.ref('excluded.loaded_at'),
        })),
      )
      .execute();
  }
}

/** Takes away what came from one source; how many that were. */
export async function deleteBoundariesOf(tx: Tx, source: string, span: AreaSpan): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('registry_area_boundary')
    .where('source', '=', source)
    .where('code', '>=', span.low)
    .where('code', '<', span.high)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Who may be asked about the outlines of a county: of its own before made-up ones; undefined where it has none. */
export async function findBoundarySource(tx: Tx, span: AreaSpan): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registry_area_boundary')
    .where('code', '>=', span.low)
    .where('code', '<', span.high)
    .select('source')
    .orderBy(sql`source = ${inventedSource}`)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row?.source;
}

export async function listBoundaries(
  tx: Tx,
  codes: readonly string[],
): Promise<readonly { code: string; geometry: Geometry; source: string }[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .selectFrom('registry_area_boundary')
    .where('code', 'in', [...codes])
    .orderBy('code')
    .select(['code', 'geometry', 'source'])
    .execute();
  return rows.map((row) => ({ ...row, geometry: row.geometry as Geometry }));
}

/** Whether any of these areas has an outline, for screens that choose between map and tiles. */
export async function hasBoundaries(tx: Tx, codes: readonly string[]): Promise<boolean> {
  if (codes.length === 0) return false;
  const row = await tx
    .selectFrom('registry_area_boundary')
    .where('code', 'in', [...codes])
    .select('code')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
