// The same kind of change to many households of a county at once: each has its own event, rows and counts
// follow as they do for one, in a handful of statements.
import { areaCode } from '#domain/kernel/area-code.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import type { RegistryEvent } from '#domain/registry/event.ts';
import { householdFields } from '#domain/registry/form.ts';
import type { Tx } from '#server/database/connect.ts';
import { appendCountDeltas, listCountLines } from './count.store.ts';
import { listEventsOfMany } from './event.store.ts';
import { valuesOfRow } from './form-row.ts';
import { project } from './project-change.ts';
import { insertStageEvents, lockHouseholds, updateStages } from './stages.store.ts';

export interface StageChange {
  readonly household: string;
  readonly to: string;
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
  const moving = changes.filter(({ household, to }) => {
    const row = rows.get(household);
    return row !== undefined && row.stage !== to;
  });
  if (moving.length === 0) return new Set();
  const moved = moving.map(({ household }) => household);
  const before = await listCountLines(tx, county, moved);
  const events = await listEventsOfMany(tx, county, moved);
  const recorded = moving.flatMap((change) => {
    const row = rows.get(change.household);
    if (row === undefined) return [];
    const event = eventOf(change, author, { from: row.stage, version: Number(row.version) + 1 });
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
    const isShown = 'stage' in project(state, event).columns;
    return [{ id: change.household, area: state.area, event, stage: isShown ? change.to : null }];
  });
  await insertStageEvents(tx, county, recorded);
  await updateStages(tx, county, { rows: recorded, now: author.now });
  await appendCountDeltas(tx, before, await listCountLines(tx, county, moved));
  return new Set(recorded.map(({ event }) => event.id));
}

function eventOf(
  change: StageChange,
  { account, name, now, today }: StageAuthor,
  { from, version }: { readonly from: unknown; readonly version: number },
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
    version,
    changes: [{ field: 'stage', from: typeof from === 'string' ? from : null, to: change.to }],
  };
}
