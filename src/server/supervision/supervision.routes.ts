// Doors of verification and samples.
import {
  drawSample,
  exportFrame,
  foreseeDraw,
  getCampaign,
  listCampaigns,
  listDesigns,
  planCampaign,
  verifyDraw,
} from '#contract/supervision.ts';
import {
  answerOrder,
  campaignReport,
  closeCampaign,
  enterSession,
  exportReport,
  issueOrder,
} from '#contract/supervision-report.ts';
import {
  blindSheet,
  householdScores,
  joinTeam,
  listSample,
  rateHousehold,
} from '#contract/supervision-scores.ts';
import {
  enterTeam,
  enterVerification,
  householdSources,
  listTeams,
  markKin,
} from '#contract/supervision-sources.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { campaignOf, campaignsOf } from './campaign-view.ts';
import { draw, prove } from './draw-sample.ts';
import { enter, mark } from './enter-verification.ts';
import { frameFile, reportFile } from './files.ts';
import { answer, close, issue, watched } from './follow-up.ts';
import { sourcesOfHousehold } from './household-sources.ts';
import { designsOf, foresee, plan } from './plan-campaign.ts';
import { join, sampleOf } from './rater-teams.ts';
import { reportOf } from './report.ts';
import { openSheet, rate, scoresOf } from './score-blind.ts';
import { addTeam, rosterOf } from './teams.ts';

export const supervisionRoutes: readonly Served[] = [
  serve(listDesigns, designsOf),
  serve(foreseeDraw, foresee),
  serve(listCampaigns, campaignsOf),
  serve(getCampaign, campaignOf),
  serve(planCampaign, plan),
  serve(drawSample, draw),
  serve(verifyDraw, prove),
  serve(exportFrame, frameFile),
  serve(joinTeam, join),
  serve(listSample, sampleOf),
  serve(blindSheet, openSheet),
  serve(rateHousehold, rate),
  serve(householdScores, scoresOf),
  serve(campaignReport, reportOf),
  serve(exportReport, reportFile),
  serve(issueOrder, issue),
  serve(answerOrder, answer),
  serve(enterSession, watched),
  serve(closeCampaign, close),
  serve(householdSources, sourcesOfHousehold),
  serve(enterVerification, enter),
  serve(markKin, mark),
  serve(listTeams, rosterOf),
  serve(enterTeam, addTeam),
];
