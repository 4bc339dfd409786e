// The same kind of change to many households of a county at once: each has its own event, rows and counts
// follow as they do for one, in a handful of statements.
import { areaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { FieldChange, RegistryEvent } from '#domain/registry/event.ts';
import { householdFields } from '#domain/registry/form.ts';
import type { Tx } from '#server/database/connect.ts';
import { appendCountDeltas, listCountLines } from './count.store.ts';
import { listEventsOfMany } from './event.store.ts';
import { valuesOfRow } from './form-row.ts';
import type { Row } from './household-write.store.ts';
import { project } from './project-change.ts';
import { insertStageEvents, lockHouseholds, updateStages } from './stages.store.ts';

export interface StageChange {
  readonly household: string;
  readonly to: string;
  /** Class a review put the household into; null leaves the class as it is. */
  readonly helpClass?: string | null;
  readonly event: string;
  readonly source: string;
  readonly reason: string;
}

export interface StageAuthor {
  readonly account: string;
  readonly name: string;
  readonly now: string;
  readonly today: PlainDate;
}

/** Households that stand at their stage already are left alone; the events that were recorded. */
export async function recordStages(
  tx: Tx,
  county: number,
  { changes, author }: { readonly changes: readonly StageChange[]; readonly author: StageAuthor },
): Promise<ReadonlySet<string>> {
  const ids = changes.map(({ household }) => household);
  const rows = new Map((await lockHouseholds(tx, county, ids)).map((row) => [String(row.id), row]));
  const moving = changes.filter((change) => {
    const row = rows.get(change.household);
    return row !== undefined && changesOf(change, row).length > 0;
  });
  if (moving.length === 0) return new Set();
  const moved = moving.map(({ household }) => household);
  const before = await listCountLines(tx, county, moved);
  const events = await listEventsOfMany(tx, county, moved);
  const recorded = moving.flatMap((change) => {
    const row = rows.get(change.household);
    if (row === undefined) return [];
    const event = eventOf(change, author, row);
    const state = {
      county,
      id: change.household,
      version: Number(row.version),
      area: areaCode(String(row.area_code)),
      row,
      values: valuesOfRow(householdFields, row),
      members: [],
      events: events.get(change.household) ?? [],
    };
    // A later stage that is known already stands.
    const shown = project(state, event).columns;
    return [
      {
        id: change.household,
        area: state.area,
        event,
        stage: 'stage' in shown ? change.to : null,
        helpClass: 'help_class' in shown ? (change.helpClass ?? null) : null,
      },
    ];
  });
  await insertStageEvents(tx, county, recorded);
  await updateStages(tx, county, { rows: recorded, now: author.now });
  await appendCountDeltas(tx, before, await listCountLines(tx, county, moved));
  return new Set(recorded.map(({ event }) => event.id));
}

function changesOf({ to, helpClass = null }: StageChange, row: Row): readonly FieldChange[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return [
    { field: 'stage', from: text(row.stage), to },
    {
      field: 'helpClass',
      from: text(row.help_class),
      to: helpClass ?? text(row.help_class),
    },
  ].filter((one) => one.from !== one.to);
}

function eventOf(
  change: StageChange,
  { account, name, now, today }: StageAuthor,
  row: Row,
): RegistryEvent {
  return {
    id: change.event,
    kind: 'household.stage',
    person: null,
    trueFrom: today,
    recordedAt: now,
    author: account,
    authorName: name,
    typist: null,
    typistName: null,
    source: change.source,
    reason: change.reason,
    version: Number(row.version) + 1,
    changes: changesOf(change, row),
  };
}
