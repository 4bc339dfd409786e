// A round of a cell: by whom, when, what was found. What was found are events that wait to be dispatched.
// Repeating the patrol of a device changes nothing.
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { logPatrol } from '#contract/workforce-grid.ts';
import { addWorkdays } from '#domain/casework/calendar.ts';
import { stepClockOf } from '#domain/casework/case-rules.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate, plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import * as refusals from '#domain/workforce/grid-refusals.ts';
import type { Context } from '#server/http/context.ts';
import { type CellRecord, findCell, findPatrol, insertPatrols, saveCell } from './grid.store.ts';
import { type IncidentRecord, insertIncidents } from './incident.store.ts';
import { rulesHere } from './rules-here.ts';

type Logged = OutputOf<typeof logPatrol>;

export async function patrol(
  context: Context,
  { params, body }: InputOf<typeof logPatrol>,
): Promise<Logged> {
  const { tx, today, now, actor } = context;
  const cell = (await findCell(tx, params.id, 'locked')) ?? refuse(refusals.noSuchCell);
  if (cell.to_on !== null) refuse(refusals.cellEnded, { cell: cell.name, on: cell.to_on });
  if (cell.officer_name === null) refuse(refusals.cellWithoutOfficer, { cell: cell.name });
  const on = plainDate(body.on);
  if (on > today || on < addDays(today, -366)) refuse(refusals.patrolInFuture, { on, today });
  const id = body.id ?? context.newId(cell.county);
  const before = await findPatrol(tx, id);
  if (before !== undefined && before.cell_id !== cell.id) refuse(refusals.patrolElsewhere);
  if (before !== undefined) return { id, incidents: [], repeated: true };

  const { events } = body;
  await insertPatrols(tx, [
    {
      county: cell.county,
      id,
      cell_id: cell.id,
      area_code: cell.area_code,
      account: actor.account,
      account_name: actor.displayName,
      patrolled_on: on,
      recorded_at: now,
      note: body.note,
      events: events.length,
    },
  ]);
  const dueOn = dispatchDay(context, cell);
  const incidents = events.map((event) =>
    incidentOf(context, cell, { ...event, on, patrol: id, dueOn }),
  );
  const acts = incidents.map((one) => ({
    county: one.county,
    incident_id: one.id,
    position: 1,
    area_code: one.area_code,
    act: 'find',
    state: 'found',
    words: one.words,
    handler_name: null,
    due_on: dueOn,
    account: actor.account,
    account_name: actor.displayName,
    acted_on: today,
    acted_at: now,
  }));
  await insertIncidents(tx, incidents, acts);
  if (cell.patrolled_on === null || cell.patrolled_on < on) {
    await saveCell(tx, cell, { patrolled_on: on });
  }
  const area = areaCode(cell.area_code);
  context.note({ area, subject: `cell:${cell.id}`, facts: { patrol: id, events: events.length } });
  return { id, incidents: incidents.map((one) => one.id), repeated: false };
}

interface Event {
  readonly kind: string;
  readonly words: string;
  readonly place: string;
  readonly on: PlainDate;
  readonly patrol: string;
  readonly dueOn: PlainDate | null;
}

function incidentOf(
  { actor, newId }: Context,
  cell: CellRecord,
  { kind, words, place, on, patrol: patrolId, dueOn }: Event,
): IncidentRecord {
  return {
    county: cell.county,
    id: newId(cell.county),
    cell_id: cell.id,
    cell_name: cell.name,
    patrol_id: patrolId,
    area_code: cell.area_code,
    kind,
    words,
    place,
    state: 'found',
    position: 1,
    found_on: on,
    found_by: actor.account,
    found_by_name: actor.displayName,
    handler_account: null,
    handler_name: null,
    sent_on: null,
    due_on: dueOn,
    handled_by: null,
    handled_on: null,
    closed_on: null,
  };
}

/** Working days as for any step, where the rules name them; else no clock runs before it is dispatched. */
function dispatchDay(context: Context, { area_code }: CellRecord): PlainDate | null {
  const { pack } = rulesHere(context, areaCode(area_code));
  if (pack === undefined) return null;
  const { workdays, calendar } = stepClockOf(pack);
  return workdays === null ? null : addWorkdays(context.today, workdays, calendar);
}
