// Doors of exploring, of saved views and of what comes by the clock.
import {
  deleteView,
  explore,
  exportExploration,
  listExploreChoices,
  listIndicators,
  listMovedHouseholds,
  listViews,
  openView,
  saveView,
} from '#contract/insight-explore.ts';
import {
  listDeliveries,
  listRecipients,
  listSchedules,
  openDelivery,
  scheduleView,
  stopSchedule,
} from '#contract/insight-schedules.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { choicesOf, indicatorsOf } from './choices.ts';
import { exploredFile } from './exploration-file.ts';
import { exploredOf } from './explore.ts';
import { movedHouseholdsOf } from './moved-list.ts';
import {
  deliveriesOf,
  openedDelivery,
  recipientsOf,
  scheduledView,
  schedulesOf,
  stoppedSchedule,
} from './schedules.ts';
import { deletedView, openedView, savedView, viewsOf } from './views.ts';

export const exploreRoutes: readonly Served[] = [
  serve(explore, exploredOf),
  serve(exportExploration, exploredFile),
  serve(listExploreChoices, choicesOf),
  serve(listIndicators, indicatorsOf),
  serve(listMovedHouseholds, movedHouseholdsOf),
  serve(listViews, viewsOf),
  serve(saveView, savedView),
  serve(openView, openedView),
  serve(deleteView, deletedView),
  serve(listRecipients, recipientsOf),
  serve(scheduleView, scheduledView),
  serve(listSchedules, schedulesOf),
  serve(stopSchedule, stoppedSchedule),
  serve(listDeliveries, deliveriesOf),
  serve(openDelivery, openedDelivery),
];
