// The grid: cells of a village without overlap or hole, an officer each, patrols, and events from found to
// closed.
import { z } from 'zod';
import { lateness } from '#domain/kernel/escalation.ts';
import { incidentKinds, incidentStates } from '#domain/workforce/grid.ts';
import { incidentActs } from '#domain/workforce/incident.ts';
import { AreaCodeText, Cursor, IdText, Limit, PlainDateText, pageOf } from './page.ts';
import { route } from './route.ts';

const CellParams = z.object({ id: IdText });
const Place = z.object({ code: z.string(), name: z.string(), households: z.number().int() });

const CellRow = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  places: z.array(Place),
  households: z.number().int(),
  officer: z.string().nullable(),
  officerSince: PlainDateText.nullable(),
  isMine: z.boolean(),
  patrolledOn: PlainDateText.nullable(),
  open: z.number().int(),
  late: z.number().int(),
});
export type CellRow = z.infer<typeof CellRow>;

export const getGrid = route({
  method: 'GET',
  path: '/api/workforce/grid',
  summary:
    'The grid of an area: places with their cells, holes, officers and events; the cells of a village',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({ area: AreaCodeText.optional() }),
  output: z.object({
    cells: z.number().int(),
    officers: z.number().int(),
    households: z.number().int(),
    uncovered: z.number().int(),
    open: z.number().int(),
    late: z.number().int(),
    /** Townships of a county, villages of a township, those with most overdue first. */
    below: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        cells: z.number().int(),
        officers: z.number().int(),
        households: z.number().int(),
        uncovered: z.number().int(),
        open: z.number().int(),
        late: z.number().int(),
        patrolledOn: PlainDateText.nullable(),
      }),
    ),
    /** Of a village; one’s own where one sees households by name. */
    items: z.array(CellRow),
    /** Places of a village that lie in no cell. */
    holes: z.array(Place),
    mayDraw: z.boolean(),
  }),
});
export type Grid = z.infer<typeof getGrid.output>;

const Officer = {
  name: z.string().trim().min(1).max(60),
  /** An account of the village, the township or a helper; null where there is none. */
  account: z.string().max(60).nullable().default(null),
};

export const drawCell = route({
  method: 'POST',
  path: '/api/workforce/cells',
  summary: 'Draws a cell of a village from hamlets that lie in no other',
  permission: 'workforce.manage',
  area: 'body.area',
  audit: 'workforce.draw-cell',
  body: z.object({
    area: AreaCodeText,
    name: z.string().trim().min(1).max(60),
    places: z.array(AreaCodeText).min(1).max(200),
    officer: z.object(Officer).optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const redrawCell = route({
  method: 'PATCH',
  path: '/api/workforce/cells/:id',
  summary: 'Changes the name or the hamlets of a cell',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.redraw-cell',
  params: CellParams,
  body: z.object({
    version: z.number().int(),
    name: z.string().trim().min(1).max(60).optional(),
    places: z.array(AreaCodeText).min(1).max(200).optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const nameOfficer = route({
  method: 'POST',
  path: '/api/workforce/cells/:id/officer',
  summary: 'Names who answers for a cell from today; who did before is kept',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.name-officer',
  params: CellParams,
  body: z.object(Officer),
  output: z.object({ id: z.string() }),
});

export const giveUpCell = route({
  method: 'POST',
  path: '/api/workforce/cells/:id/end',
  summary: 'Gives a cell up; its hamlets are a hole until another one takes them',
  permission: 'workforce.manage',
  area: 'row',
  audit: 'workforce.give-up-cell',
  params: CellParams,
  output: z.object({ id: z.string() }),
});

export const Incident = z.object({
  id: z.string(),
  cell: z.string(),
  cellName: z.string(),
  areaCode: z.string(),
  township: z.string(),
  village: z.string(),
  kind: z.enum(incidentKinds),
  words: z.string(),
  place: z.string(),
  state: z.enum(incidentStates),
  position: z.number().int(),
  foundOn: PlainDateText,
  foundBy: z.string(),
  handler: z.string().nullable(),
  isMine: z.boolean(),
  dueOn: PlainDateText.nullable(),
  handledOn: PlainDateText.nullable(),
  closedOn: PlainDateText.nullable(),
  colour: z.enum(lateness),
  lateDays: z.number().int(),
  /** The level that is told because it is late. */
  told: z.string().nullable(),
});
export type Incident = z.infer<typeof Incident>;

export const getCell = route({
  method: 'GET',
  path: '/api/workforce/cells/:id',
  summary: 'One cell: its hamlets, officers, patrols and events',
  permission: 'workforce.visit',
  area: 'row',
  audit: null,
  params: CellParams,
  output: CellRow.extend({
    endedOn: PlainDateText.nullable(),
    officers: z.array(z.object({ name: z.string(), from: PlainDateText, to: PlainDateText })),
    patrols: z.array(
      z.object({
        id: z.string(),
        on: PlainDateText,
        by: z.string(),
        note: z.string(),
        events: z.number().int(),
      }),
    ),
    incidents: z.array(Incident),
    mayDraw: z.boolean(),
    mayPatrol: z.boolean(),
  }),
});
export type CellView = z.infer<typeof getCell.output>;

export const listCellHouseholds = route({
  method: 'GET',
  path: '/api/workforce/cells/:id/households',
  summary: 'Households of a cell, hamlet by hamlet',
  permission: 'workforce.visit',
  area: 'row',
  audit: null,
  params: CellParams,
  query: z.object({ cursor: Cursor.optional(), limit: Limit }),
  output: pageOf(
    z.object({
      household: z.string(),
      householdNo: z.string(),
      headName: z.string().nullable(),
      members: z.number().int(),
      areaCode: z.string(),
      isRegistered: z.boolean(),
    }),
  ),
});

export const logPatrol = route({
  method: 'POST',
  path: '/api/workforce/cells/:id/patrols',
  summary: 'Logs a patrol with the events it found; repeating one with the same id changes nothing',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.patrol',
  params: CellParams,
  body: z.object({
    /** Made by the device. */
    id: IdText.optional(),
    on: PlainDateText,
    note: z.string().trim().max(500).default(''),
    events: z
      .array(
        z.object({
          kind: z.enum(incidentKinds),
          words: z.string().trim().min(2).max(500),
          place: z.string().trim().max(120).default(''),
        }),
      )
      .max(10)
      .default([]),
  }),
  output: z.object({ id: z.string(), incidents: z.array(z.string()), repeated: z.boolean() }),
});

export const listIncidents = route({
  method: 'GET',
  path: '/api/workforce/incidents',
  summary:
    'Events of the grid, those to be handled first, by their last day, and how many stand where',
  permission: 'workforce.visit',
  area: 'query.area',
  audit: null,
  query: z.object({
    area: AreaCodeText.optional(),
    show: z.enum(['open', 'closed']).default('open'),
    late: z.literal('yes').optional(),
    mine: z.literal('yes').optional(),
    cursor: Cursor.optional(),
    limit: Limit,
  }),
  output: pageOf(Incident).extend({
    states: z.array(
      z.object({ state: z.enum(incidentStates), count: z.number().int(), late: z.number().int() }),
    ),
  }),
});

export const getIncident = route({
  method: 'GET',
  path: '/api/workforce/incidents/:id',
  summary: 'One event with everything that was done about it',
  permission: 'workforce.visit',
  area: 'row',
  audit: null,
  params: CellParams,
  output: Incident.extend({
    acts: z.array(
      z.object({
        position: z.number().int(),
        act: z.enum(['find', ...incidentActs]),
        words: z.string(),
        handler: z.string().nullable(),
        dueOn: PlainDateText.nullable(),
        by: z.string(),
        on: PlainDateText,
      }),
    ),
    may: z.array(z.enum(incidentActs)),
  }),
});
export type IncidentView = z.infer<typeof getIncident.output>;

export const actOnIncident = route({
  method: 'POST',
  path: '/api/workforce/incidents/:id/acts',
  summary: 'Dispatches an event, handles it, sends it back, closes it or remarks on it',
  permission: 'workforce.visit',
  area: 'row',
  audit: 'workforce.act-on-incident',
  params: CellParams,
  body: z.object({
    /** Position of the last act that was seen. */
    seen: z.number().int(),
    act: z.enum(incidentActs),
    words: z.string().trim().max(1000).default(''),
    handler: z
      .object({ account: z.string().max(60).nullable(), name: z.string().trim().max(80) })
      .optional(),
    dueOn: PlainDateText.optional(),
  }),
  output: getIncident.output,
});
