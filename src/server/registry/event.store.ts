// All SQL of events: appended, read in the order recorded, never changed.

import type { Selectable } from 'kysely';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { EventChange, EventKind, RegistryEvent } from '#domain/registry/event.ts';
import type { Tx } from '#server/database/connect.ts';
import type { RegistryEventTable } from '#server/database/tables.ts';

export interface HouseholdKey {
  readonly county: number;
  readonly id: string;
}

export async function listEvents(
  tx: Tx,
  { county, id }: HouseholdKey,
): Promise<readonly RegistryEvent[]> {
  const rows = await tx
    .selectFrom('registry_event')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('version')
    .orderBy('recorded_at')
    .execute();
  return rows.map(fromEventRow);
}

/** Events of many households of a county at once, by household. */
export async function listEventsOfMany(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<ReadonlyMap<string, readonly RegistryEvent[]>> {
  const rows = await tx
    .selectFrom('registry_event')
    .selectAll()
    .where('county', '=', county)
    .where('household_id', 'in', [...households])
    .orderBy('version')
    .execute();
  const events = new Map<string, RegistryEvent[]>();
  for (const row of rows) {
    const own = events.get(row.household_id);
    if (own === undefined) events.set(row.household_id, [fromEventRow(row)]);
    else own.push(fromEventRow(row));
  }
  return events;
}

function fromEventRow(row: Selectable<RegistryEventTable>): RegistryEvent {
  return {
    id: row.id,
    kind: row.kind as EventKind,
    person: row.person_id,
    trueFrom: plainDate(row.true_from),
    recordedAt: row.recorded_at,
    author: row.author,
    authorName: row.author_name,
    typist: row.typist,
    typistName: row.typist_name,
    source: row.source,
    reason: row.reason,
    version: row.version,
    changes: row.changes as readonly EventChange[],
  };
}

export async function insertEvent(
  tx: Tx,
  place: HouseholdKey & { readonly area: string },
  event: RegistryEvent & { readonly baseVersion: number | null },
): Promise<void> {
  await tx
    .insertInto('registry_event')
    .values({
      county: place.county,
      id: event.id,
      household_id: place.id,
      person_id: event.person,
      area_code: place.area,
      kind: event.kind,
      true_from: event.trueFrom,
      recorded_at: event.recordedAt,
      author: event.author,
      author_name: event.authorName,
      typist: event.typist,
      typist_name: event.typistName,
      source: event.source,
      reason: event.reason,
      base_version: event.baseVersion,
      version: event.version,
      changes: JSON.stringify(event.changes),
    })
    .execute();
}
