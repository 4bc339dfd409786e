// Reads households and their members as they stand: the projection of their events.
import { type AreaCode, areaCode } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { wasMerged } from '#domain/registry/duplicates/duplicate-refusals.ts';
import type { EventValue } from '#domain/registry/event.ts';
import { householdFields, itemColumn, itemSlots, personFields } from '#domain/registry/form.ts';
import { noSuchHousehold } from '#domain/registry/refusals.ts';
import type { Tx } from '#server/database/connect.ts';
import { listKeptInstead } from './duplicates/merge-rows.store.ts';
import { valuesOfRow } from './form-row.ts';

export type Values = Readonly<Record<string, EventValue>>;

export interface StoredPerson {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly values: Values;
  readonly extras: Readonly<Record<string, unknown>>;
}

export interface StoredHousehold {
  readonly county: number;
  readonly id: string;
  readonly version: number;
  readonly area: AreaCode;
  readonly values: Values;
  readonly items: Readonly<Record<string, number>>;
  readonly extras: Readonly<Record<string, unknown>>;
  /** Everyone whose row is here, those who left included, in the order of the form. */
  readonly persons: readonly StoredPerson[];
}

export async function findHousehold(tx: Tx, id: string): Promise<StoredHousehold | undefined> {
  return (await listHouseholds(tx, countyOfId(id), [id], 'shown'))[0];
}

/**
 * Households of a county by id, with everyone whose row is in them. Locked, their other writers wait
 * until this transaction ends; the order of ids keeps two such readers from waiting for each other.
 */
export async function listHouseholds(
  tx: Tx,
  county: number,
  ids: readonly string[],
  lock: 'shown' | 'locked',
): Promise<readonly StoredHousehold[]> {
  if (ids.length === 0) return [];
  const query = tx
    .selectFrom('registry_household')
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .selectAll();
  const rows = await (lock === 'locked' ? query.forUpdate() : query).execute();
  const persons = await tx
    .selectFrom('registry_person')
    .where('county', '=', county)
    .where('household_id', 'in', [...ids])
    .orderBy('position')
    .orderBy('id')
    .selectAll()
    .execute();
  const byHousehold = new Map<string, StoredPerson[]>();
  for (const person of persons) {
    const stored = {
      id: person.id,
      version: person.version,
      position: person.position,
      values: valuesOfRow(personFields, { ...person }),
      extras: (person.extras ?? {}) as Record<string, unknown>,
    };
    const others = byHousehold.get(person.household_id);
    if (others === undefined) byHousehold.set(person.household_id, [stored]);
    else others.push(stored);
  }
  return rows.map((row) => ({
    county,
    id: row.id,
    version: row.version,
    area: areaCode(row.area_code),
    values: valuesOfRow(householdFields, { ...row }),
    items: itemsOf({ ...row }),
    extras: (row.extras ?? {}) as Record<string, unknown>,
    persons: byHousehold.get(row.id) ?? [],
  }));
}

/** A household in sight, or a refusal. */
export async function getHousehold(tx: Tx, id: string): Promise<StoredHousehold> {
  return (await findHousehold(tx, id)) ?? refuseAbsent(tx, id);
}

/** Whoever asks for a household that was merged is told which one it became, where they may see that. */
export async function refuseAbsent(tx: Tx, id: string): Promise<never> {
  const [instead] = await listKeptInstead(tx, countyOfId(id), { ids: [id] });
  const kept = instead === undefined ? undefined : await findHousehold(tx, instead.kept);
  if (kept === undefined) return refuse(noSuchHousehold);
  const householdNo = String(kept.values.householdNo ?? '');
  return refuse(wasMerged, { householdNo }, { household: kept.id });
}

export interface ExternalIdRow {
  readonly system: string;
  readonly value: string;
  readonly person: string | null;
}

export async function listExternalIds(
  tx: Tx,
  { county, id }: Pick<StoredHousehold, 'county' | 'id'>,
): Promise<readonly ExternalIdRow[]> {
  const rows = await tx
    .selectFrom('registry_external_id')
    .where('county', '=', county)
    .where('household_id', '=', id)
    .orderBy('system')
    .orderBy('value')
    .select(['system', 'value', 'person_id'])
    .execute();
  return rows.map(({ system, value, person_id }) => ({ system, value, person: person_id }));
}

function itemsOf(row: Readonly<Record<string, unknown>>): Record<string, number> {
  const items: Record<string, number> = {};
  for (let slot = 1; slot <= itemSlots; slot += 1) {
    const value = row[itemColumn(slot)];
    if (typeof value === 'number') items[String(slot)] = value;
  }
  return items;
}
