// An event of the grid as people read it: where, whose, by when, and who is told that it is late.
import type { Incident } from '#contract/workforce-grid.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { noClock, standingOf } from '#domain/kernel/escalation.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import type { IncidentKind, IncidentState } from '#domain/workforce/grid.ts';
import type { IncidentActor, IncidentStanding } from '#domain/workforce/incident.ts';
import type { Context } from '#server/http/context.ts';
import { nameAreas } from '#server/registry/area-names.ts';
import type { IncidentRecord } from './incident.store.ts';

export async function incidentViews(
  context: Context,
  rows: readonly IncidentRecord[],
): Promise<Incident[]> {
  const { tx, today, actor } = context;
  const villages = rows.map(({ area_code }) => area_code);
  const named = rows.length === 0 ? undefined : await nameAreas(tx, villages, today);
  return rows.map((row) => {
    const place = named?.(row.area_code);
    const runs = row.state === 'found' || row.state === 'sent';
    const standing =
      runs && row.due_on !== null
        ? standingOf(
            areaCode(row.area_code),
            { since: plainDate(row.sent_on ?? row.found_on), due: plainDate(row.due_on) },
            today,
          )
        : noClock;
    return {
      id: row.id,
      cell: row.cell_id,
      cellName: row.cell_name,
      areaCode: row.area_code,
      township: place?.township ?? '',
      village: place?.village ?? '',
      kind: row.kind as IncidentKind,
      words: row.words,
      place: row.place,
      state: row.state as IncidentState,
      position: row.position,
      foundOn: row.found_on,
      foundBy: row.found_by_name,
      handler: row.handler_name,
      isMine: row.handler_account === actor.account,
      dueOn: row.due_on,
      handledOn: row.handled_on,
      closedOn: row.closed_on,
      ...standing,
    };
  });
}

export function incidentStanding(row: IncidentRecord): IncidentStanding {
  return {
    state: row.state as IncidentState,
    foundBy: row.found_by,
    isSent: row.handler_name !== null,
    handlerAccount: row.handler_account,
    handledBy: row.handled_by,
  };
}

/** Offices that see the whole village dispatch and close; a helper finds and handles. */
export function incidentActor({ actor, scope }: Context): IncidentActor {
  return { account: actor.account, mayDispatch: scope.households === null };
}
