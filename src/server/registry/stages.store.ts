// SQL of a change of stage of many households of a county.
import { sql } from 'kysely';
import type { RegistryEvent } from '#domain/registry/event.ts';
import type { Tx } from '#server/database/connect.ts';
import { markHouseholds } from '#server/kernel/changed-village.store.ts';
import type { Row } from './household-write.store.ts';

/** In the order of ids, so that two such writers follow one another. */
export async function lockHouseholds(
  tx: Tx,
  county: number,
  ids: readonly string[],
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('registry_household')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

interface Recorded {
  readonly id: string;
  readonly area: string;
  readonly event: RegistryEvent;
  /** Null where a later stage stands. */
  readonly stage: string | null;
  /** Null where it stays what it is. */
  readonly helpClass: string | null;
}

export async function insertStageEvents(
  tx: Tx,
  county: number,
  recorded: readonly Recorded[],
): Promise<void> {
  await tx
    .insertInto('registry_event')
    .values(
      recorded.map(({ id, area, event }) => ({
        county,
        id: event.id,
        household_id: id,
        area_code: area,
        kind: event.kind,
        true_from: event.trueFrom,
        recorded_at: event.recordedAt,
        author: event.author,
        author_name: event.authorName,
        source: event.source,
        reason: event.reason,
        version: event.version,
        changes: JSON.stringify(event.changes),
      })),
    )
    .execute();
}

export async function updateStages(
  tx: Tx,
  county: number,
  { rows, now }: { readonly rows: readonly Recorded[]; readonly now: string },
): Promise<void> {
  await sql`
    update registry_household h
    set stage = coalesce(n.stage, h.stage), help_class = coalesce(n.help_class, h.help_class),
      version = n.version, changed_at = ${now}
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ stage }) => stage)}::text[],
      ${rows.map(({ helpClass }) => helpClass)}::text[],
      ${rows.map(({ event }) => event.version)}::integer[]) as n (id, stage, help_class, version)
    where h.county = ${county} and h.id = n.id`.execute(tx);
  await markHouseholds(
    tx,
    county,
    rows.map(({ id }) => id),
  );
}
