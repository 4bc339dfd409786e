// Doors of notices and of village supervisors’ reports: those of the offices, and those that need no session.
import {
  answerPublicObjection,
  correctNotice,
  draftNotice,
  enterEvidence,
  getNotice,
  listNotices,
  listObjections,
  listWaiting,
  openObjection,
  postPublicNotice,
  takeObjection,
} from '#contract/publicity.ts';
import { objectPublicly, readAnswer, readPublicNotice } from '#contract/publicity-public.ts';
import {
  answerReport,
  handReportOn,
  listReports,
  listSlips,
  makeSlip,
  openReport,
} from '#contract/publicity-reports.ts';
import { pictureBySlip, readSlip, reportBySlip } from '#contract/publicity-slip.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { correct } from './correct-notice.ts';
import { draftOf, waitingIn } from './draft-notice.ts';
import { keepEvidence } from './enter-evidence.ts';
import { writeDown } from './file-objection.ts';
import { answerOne, openOne } from './hear-objection.ts';
import { answerOneReport, handOn, openOneReport, reportsIn } from './hear-report.ts';
import { makeSlipFor, slipsOf } from './make-slip.ts';
import { noticeOf, noticesOf } from './notice-view.ts';
import { objectionsIn } from './objection-view.ts';
import { postNotice } from './post-notice.ts';
import { answerFor, objectFromPage, readPublic } from './public-notice.ts';
import { pageOfSlip, pictureBy, reportBy } from './slip-page.ts';

export const publicityRoutes: readonly Served[] = [
  serve(listNotices, noticesOf),
  serve(listWaiting, waitingIn),
  serve(draftNotice, draftOf),
  serve(postPublicNotice, postNotice),
  serve(getNotice, noticeOf),
  serve(correctNotice, correct),
  serve(enterEvidence, keepEvidence),
  serve(takeObjection, writeDown),
  serve(listObjections, objectionsIn),
  serve(openObjection, openOne),
  serve(answerPublicObjection, answerOne),
  serve(readPublicNotice, readPublic),
  serve(objectPublicly, objectFromPage),
  serve(readAnswer, answerFor),
  serve(listSlips, slipsOf),
  serve(makeSlip, makeSlipFor),
  serve(listReports, reportsIn),
  serve(openReport, openOneReport),
  serve(handReportOn, handOn),
  serve(answerReport, answerOneReport),
  serve(readSlip, pageOfSlip),
  serve(reportBySlip, reportBy),
  serve(pictureBySlip, pictureBy),
];
