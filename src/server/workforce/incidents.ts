// Events of the grid: the list by the clock, one with its history, and the acts.
import { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type {
  actOnIncident,
  getIncident,
  IncidentView,
  listIncidents,
} from '#contract/workforce-grid.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { incidentStates } from '#domain/workforce/grid.ts';
import * as refusals from '#domain/workforce/grid-refusals.ts';
import { decideIncident, type IncidentAct, incidentActsFor } from '#domain/workforce/incident.ts';
import type { Context } from '#server/http/context.ts';
import { pageFrom, readCursor } from '#server/http/cursor.ts';
import { officerOf } from './draw-cells.ts';
import {
  countIncidents,
  findIncident,
  type IncidentRecord,
  insertIncidentActs,
  listIncidentActs,
  listIncidentRows,
  saveIncident,
} from './incident.store.ts';
import { incidentActor, incidentStanding, incidentViews } from './incident-view.ts';

const Keys = z.tuple([z.string(), z.string()]);

export async function incidentsOf(
  context: Context,
  { query }: InputOf<typeof listIncidents>,
): Promise<OutputOf<typeof listIncidents>> {
  const { tx, area, today, actor } = context;
  const span = spanOf(area);
  const rows = await listIncidentRows(tx, {
    span,
    isClosed: query.show === 'closed',
    isLate: query.late === 'yes',
    account: query.mine === 'yes' ? actor.account : undefined,
    cell: undefined,
    today,
    after: readCursor(query.cursor, Keys),
    limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, (row) => [row.order_key, row.id]);
  const counts = await countIncidents(tx, { span, digits: 6, today });
  return {
    items: await incidentViews(context, page.items),
    next: page.next,
    states: incidentStates.map((state) => {
      const own = counts.filter((one) => one.state === state);
      return {
        state,
        count: own.reduce((sum, { count }) => sum + count, 0),
        late: own.reduce((sum, { late }) => sum + late, 0),
      };
    }),
  };
}

export async function incidentOne(
  context: Context,
  { params }: InputOf<typeof getIncident>,
): Promise<IncidentView> {
  const row = await findIncident(context.tx, params.id, 'shown');
  return viewOf(context, row ?? refuse(refusals.noSuchIncident));
}

async function viewOf(context: Context, row: IncidentRecord): Promise<IncidentView> {
  const { tx, today } = context;
  const [view] = await incidentViews(context, [row]);
  if (view === undefined) return refuse(refusals.noSuchIncident);
  return {
    ...view,
    acts: (await listIncidentActs(tx, row)).map((one) => ({
      position: one.position,
      act: one.act as 'find' | IncidentAct,
      words: one.words,
      handler: one.handler_name,
      dueOn: one.due_on,
      by: one.account_name,
      on: one.acted_on,
    })),
    may: [...incidentActsFor(incidentStanding(row), incidentActor(context), today)],
  };
}

export async function actOn(
  context: Context,
  { params, body }: InputOf<typeof actOnIncident>,
): Promise<IncidentView> {
  const { tx, today, now, actor } = context;
  const row = (await findIncident(tx, params.id, 'locked')) ?? refuse(refusals.noSuchIncident);
  if (row.position !== body.seen) refuse(refusals.incidentChanged);
  const { act, words } = body;
  const handler =
    act !== 'send' || body.handler === undefined
      ? null
      : await officerOf(context, row.area_code, body.handler);
  const dueOn = act !== 'send' || body.dueOn === undefined ? null : plainDate(body.dueOn);
  const decided = decideIncident(
    incidentStanding(row),
    incidentActor(context),
    { act, words, handler: handler?.name ?? null, dueOn },
    today,
  );
  if (!decided.ok) return refuse(decided.why);
  const { to } = decided;
  const after: IncidentRecord = {
    ...row,
    position: row.position + 1,
    state: to,
    ...(handler === null
      ? {}
      : {
          handler_account: handler.account,
          handler_name: handler.name,
          sent_on: today,
          due_on: dueOn,
        }),
    ...(act === 'handle' ? { handled_by: actor.account, handled_on: today } : {}),
    ...(act === 'back' ? { handled_by: null, handled_on: null } : {}),
    closed_on: to === 'closed' ? today : null,
  };
  await insertIncidentActs(tx, [
    {
      county: row.county,
      incident_id: row.id,
      position: after.position,
      area_code: row.area_code,
      act,
      state: to,
      words,
      handler_name: handler?.name ?? null,
      due_on: dueOn,
      account: actor.account,
      account_name: actor.displayName,
      acted_on: today,
      acted_at: now,
    },
  ]);
  await saveIncident(tx, after);
  const area = areaCode(row.area_code);
  context.note({ area, subject: `incident:${row.id}`, facts: { act, state: to } });
  return viewOf(context, after);
}
