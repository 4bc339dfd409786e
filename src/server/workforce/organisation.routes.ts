// Doors of seats, posts, pledges and units, and of the appointment of village supervisors.
import * as doors from '#contract/workforce-organisation.ts';
import { getSchedule } from '#contract/workforce-schedule.ts';
import * as supervisors from '#contract/workforce-supervisors.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { appointTo, endTenure, organisationOf, sign } from './organisation.ts';
import { scheduleOf } from './schedule.ts';
import { appointSupervisorTo, dismissOne, supervisorsOf } from './supervisors.ts';
import { enterUnitOf, unitsOf } from './units.ts';

export const organisationRoutes: readonly Served[] = [
  serve(doors.getOrganisation, organisationOf),
  serve(doors.appoint, appointTo),
  serve(doors.endPosting, endTenure),
  serve(doors.signPledge, sign),
  serve(getSchedule, scheduleOf),
  serve(doors.listUnits, unitsOf),
  serve(doors.enterUnit, enterUnitOf),
  serve(supervisors.listSupervisors, supervisorsOf),
  serve(supervisors.appointSupervisor, appointSupervisorTo),
  serve(supervisors.dismissSupervisor, dismissOne),
];
