// Conflicts opened and decided. Both sides are kept as they were said; the owner is a role, because
// persons change.
import { addDays } from '#domain/kernel/plain-date.ts';
import type { EventValue } from '#domain/registry/event.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { listSameIdentity, type SameIdentity, tellElsewhere } from './household-write.store.ts';

/** Days a question may stay open before it shows as due; a sample, no rule gives one. */
const daysToDecide = 10;

export interface StoredSide {
  readonly value: EventValue;
  readonly source: string;
  readonly observedOn: string | null;
  readonly authorName: string;
  readonly recordedAt: string | null;
  readonly current: boolean;
  /** Another household that carries the same identity number. */
  readonly household?: string;
  readonly person?: string;
}

interface Place {
  readonly county: number;
  readonly id: string;
  readonly area: string;
}

export interface NewConflict {
  readonly kind: 'value' | 'identity' | 'identity-elsewhere';
  readonly field: string;
  readonly person: string | null;
  readonly sides: readonly StoredSide[];
  readonly ownerRole: 'village' | 'township' | 'county';
}

/** What opening a question needs; an import has no more. */
export type Opening = Pick<Context, 'tx' | 'newId' | 'today' | 'now'>;

export async function openConflict(
  context: Opening,
  place: Place,
  conflict: NewConflict,
): Promise<string> {
  const id = context.newId(place.county);
  await context.tx
    .insertInto('registry_conflict')
    .values({
      county: place.county,
      id,
      household_id: place.id,
      person_id: conflict.person,
      area_code: place.area,
      kind: conflict.kind,
      field: conflict.field,
      sides: JSON.stringify(conflict.sides),
      owner_role: conflict.ownerRole,
      due_on: addDays(context.today, daysToDecide),
      opened_at: context.now,
    })
    .execute();
  return id;
}

/** One question for each person whose number somebody else carries; none is opened twice. */
export async function openIdentityConflicts(
  context: Opening,
  place: Place,
  persons: readonly string[],
): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const person of persons) {
    const key = await context.tx
      .selectFrom('registry_person_key')
      .select('identity_hash')
      .where('county', '=', place.county)
      .where('person_id', '=', person)
      .executeTakeFirst();
    if (key === undefined || (await hasOpenIdentityConflict(context, place, person))) continue;
    const same = await listSameIdentity(context.tx, {
      county: place.county,
      hash: key.identity_hash,
      except: person,
    });
    if (same.here.length > 0) {
      opened.push(await openConflict(context, place, identityConflict(person, same.here)));
    }
    if (same.elsewhere) {
      const conflict = { ...identityConflict(person, []), kind: 'identity-elsewhere' as const };
      opened.push(await openConflict(context, place, conflict));
      const dueOn = addDays(context.today, daysToDecide);
      await tellElsewhere(context.tx, place.county, {
        hash: key.identity_hash,
        dueOn,
        now: context.now,
      });
    }
  }
  return opened;
}

function identityConflict(person: string, others: readonly SameIdentity[]): NewConflict {
  const side = { value: null, source: '', observedOn: null, authorName: '', recordedAt: null };
  return {
    kind: 'identity',
    field: 'identity',
    person,
    ownerRole: 'county',
    sides: [
      { ...side, current: true, person },
      ...others.map((other) => ({ ...side, current: false, ...other })),
    ],
  };
}

async function hasOpenIdentityConflict(
  { tx }: Opening,
  { county, id }: Place,
  person: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('registry_conflict')
    .select('id')
    .where('county', '=', county)
    .where('household_id', '=', id)
    .where('person_id', '=', person)
    .where('kind', '<>', 'value')
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function settleConflict(
  { tx, now, actor }: Context,
  { county, id }: { readonly county: number; readonly id: string },
  resolution: { readonly choice: string; readonly reason: string; readonly authorName: string },
): Promise<void> {
  await tx
    .updateTable('registry_conflict')
    .set({
      resolved_at: now,
      resolved_by: actor.account,
      resolution: JSON.stringify(resolution),
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute();
}

/** Names a question, so that the same is not asked twice. */
export function questionKey(household: string, person: string | null, field: string): string {
  return `${household} ${person ?? ''} ${field}`;
}

/** Which questions about values of these households are open. */
export async function listOpenQuestions(
  tx: Tx,
  county: number,
  households: readonly string[],
): Promise<ReadonlySet<string>> {
  if (households.length === 0) return new Set();
  const rows = await tx
    .selectFrom('registry_conflict')
    .select(['household_id', 'person_id', 'field'])
    .where('county', '=', county)
    .where('household_id', 'in', [...households])
    .where('kind', '=', 'value')
    .where('resolved_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => questionKey(row.household_id, row.person_id, row.field)));
}
