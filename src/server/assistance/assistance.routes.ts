// Doors of plans, needs and deliveries.
import { householdAssistance, meetNeed, noteNeed } from '#contract/assistance.ts';
import { householdChanges } from '#contract/assistance-changes.ts';
import {
  answerBenefit,
  confirmList,
  deliverBenefit,
  getList,
  listDisputes,
  listLists,
  listSheet,
  markRow,
  openList,
  recordBenefit,
  settleDispute,
  uploadList,
} from '#contract/assistance-delivery.ts';
import {
  beginPlan,
  beginVillagePlan,
  decidePlan,
  getPlan,
  reachMilestone,
  reportMeasure,
  savePlan,
  submitPlan,
  villageAssistance,
} from '#contract/assistance-plans.ts';
import { getAssistance, listPlans } from '#contract/assistance-summary.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { answer, disputesOf, settle } from './answer-benefit.ts';
import { begin, beginVillage } from './begin-plan.ts';
import { confirm, mark } from './confirm-list.ts';
import { decide, submit } from './decide-plan.ts';
import { assistanceOf, villageHelp } from './household-assistance.ts';
import { sheetOf, upload } from './list-sheet.ts';
import { listsOf, open, rowsOfList } from './lists.ts';
import { viewOf } from './load-plan.ts';
import { meet, note, reach, report } from './progress.ts';
import { deliver, record } from './record-benefit.ts';
import { save } from './save-plan.ts';
import { plansIn, summaryOf } from './summary.ts';
import { changesOf } from './what-changed.ts';

export const assistanceRoutes: readonly Served[] = [
  serve(householdAssistance, assistanceOf),
  serve(householdChanges, changesOf),
  serve(noteNeed, note),
  serve(meetNeed, meet),
  serve(beginPlan, begin),
  serve(villageAssistance, villageHelp),
  serve(beginVillagePlan, beginVillage),
  serve(getPlan, (context, { params }) =>
    viewOf(context, { county: countyOfId(params.id), id: params.id }),
  ),
  serve(savePlan, save),
  serve(submitPlan, submit),
  serve(decidePlan, decide),
  serve(reportMeasure, report),
  serve(reachMilestone, reach),
  serve(recordBenefit, record),
  serve(deliverBenefit, deliver),
  serve(answerBenefit, answer),
  serve(settleDispute, settle),
  serve(listDisputes, disputesOf),
  serve(openList, open),
  serve(listLists, listsOf),
  serve(getList, rowsOfList),
  serve(listSheet, sheetOf),
  serve(uploadList, upload),
  serve(markRow, mark),
  serve(confirmList, confirm),
  serve(getAssistance, summaryOf),
  serve(listPlans, plansIn),
];
