// Doors of cases.
import {
  actOnCase,
  answerObjection,
  beginCase,
  countCases,
  getCase,
  householdCases,
  listCases,
  objectToNotice,
  postNotice,
  takeCode as takeCodeShape,
  withdrawCase,
} from '#contract/casework.ts';
import { areaCases, beginAreaCase, listAreaExits } from '#contract/casework-areas.ts';
import {
  downloadRefusedRecords,
  getBatch,
  listBatches,
  resumeBatch,
  startBatch,
} from '#contract/casework-batch.ts';
import { answerCheck, getChecklist } from '#contract/casework-checks.ts';
import { answerQuestion, finishInterview, getInterview } from '#contract/casework-interview.ts';
import { enterNominations, listNominees } from '#contract/casework-nominations.ts';
import { getPipeline } from '#contract/casework-pipeline.ts';
import { listReminders, readReminders } from '#contract/casework-reminders.ts';
import * as shapes from '#contract/casework-rosters.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { answer, decide, object, post, withdraw } from './act-on-case.ts';
import { begin as beginOfArea, casesOfArea } from './areas/area-cases.ts';
import { exitsOfAreas } from './areas/area-exits.ts';
import * as batches from './batches.ts';
import { begin, casesOfHousehold } from './begin-case.ts';
import { caseView } from './case-view.ts';
import { answer as answerItem, checklist } from './checks/checklist.ts';
import { takeCode } from './household-word.ts';
import { answer as answerAtVisit, finish, interviewOf } from './interview.ts';
import { loadCase } from './load-case.ts';
import { enter as nominate } from './nominations.ts';
import { nominees } from './nominees.ts';
import { pipelineOf } from './pipeline.ts';
import { queueCounts, queueOf } from './queue.ts';
import * as reminders from './reminders.ts';
import { openRoster, rosters } from './rosters.ts';
import { sign } from './sign-roster.ts';
import { exportRows, roster, signatures } from './signatures.ts';

export const caseworkRoutes: readonly Served[] = [
  serve(listCases, queueOf),
  serve(countCases, queueCounts),
  serve(getCase, async (context, { params }) =>
    caseView(context, await loadCase(context, params.id, 'shown')),
  ),
  serve(householdCases, casesOfHousehold),
  serve(beginCase, begin),
  serve(actOnCase, decide),
  serve(takeCodeShape, takeCode),
  serve(postNotice, post),
  serve(objectToNotice, object),
  serve(answerObjection, answer),
  serve(withdrawCase, withdraw),
  serve(listNominees, nominees),
  serve(enterNominations, nominate),
  serve(getPipeline, pipelineOf),
  serve(listReminders, reminders.list),
  serve(readReminders, reminders.markRead),
  serve(startBatch, batches.begin),
  serve(listBatches, batches.list),
  serve(getBatch, batches.read),
  serve(resumeBatch, batches.resume),
  serve(downloadRefusedRecords, batches.download),
  serve(getInterview, interviewOf),
  serve(answerQuestion, answerAtVisit),
  serve(finishInterview, finish),
  serve(areaCases, casesOfArea),
  serve(beginAreaCase, beginOfArea),
  serve(listAreaExits, exitsOfAreas),
  serve(getChecklist, checklist),
  serve(answerCheck, answerItem),
  serve(shapes.listRosters, rosters),
  serve(shapes.getOpenRoster, openRoster),
  serve(shapes.signRoster, sign),
  serve(shapes.getRoster, roster),
  serve(shapes.listSignatures, signatures),
  serve(shapes.exportSignatures, exportRows),
];
