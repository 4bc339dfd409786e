// Doors of the grid: cells, patrols, events.
import * as doors from '#contract/workforce-grid.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { draw, giveUp, nameOfficerOf, redraw } from './draw-cells.ts';
import { cellOne, gridOf, householdsOfCell } from './grid.ts';
import { actOn, incidentOne, incidentsOf } from './incidents.ts';
import { patrol } from './patrol.ts';

export const gridRoutes: readonly Served[] = [
  serve(doors.getGrid, gridOf),
  serve(doors.drawCell, draw),
  serve(doors.redrawCell, redraw),
  serve(doors.nameOfficer, nameOfficerOf),
  serve(doors.giveUpCell, giveUp),
  serve(doors.getCell, cellOne),
  serve(doors.listCellHouseholds, householdsOfCell),
  serve(doors.logPatrol, patrol),
  serve(doors.listIncidents, incidentsOf),
  serve(doors.getIncident, incidentOne),
  serve(doors.actOnIncident, actOn),
];
