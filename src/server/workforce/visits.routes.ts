// Doors of proposals and of visits.
import {
  adjustPair,
  confirmProposal,
  discardProposal,
  getProposal,
  listProposals,
  listProposedPairs,
  proposePairs,
} from '#contract/workforce-proposals.ts';
import {
  closeFinding,
  countDue,
  householdHelp,
  listDoubted,
  listDue,
  listFindings,
  listInterviews,
  logVisit,
  recordInterview,
} from '#contract/workforce-visits.ts';
import { type Served, serve } from '#server/http/serve.ts';
import {
  doubtedOf,
  dueCounts,
  dueOf,
  findingsOf,
  interview,
  interviewsOf,
  settleFinding,
} from './due.ts';
import { helpOf } from './household-help.ts';
import { log } from './log-visit.ts';
import { adjust, confirm, discard, pairsOf, proposalOf, proposalsOf } from './proposals.ts';
import { propose } from './propose.ts';

export const visitRoutes: readonly Served[] = [
  serve(proposePairs, propose),
  serve(listProposals, (context) => proposalsOf(context)),
  serve(getProposal, proposalOf),
  serve(listProposedPairs, pairsOf),
  serve(adjustPair, adjust),
  serve(confirmProposal, confirm),
  serve(discardProposal, discard),
  serve(householdHelp, helpOf),
  serve(listDue, dueOf),
  serve(countDue, (context) => dueCounts(context)),
  serve(logVisit, log),
  serve(listDoubted, doubtedOf),
  serve(listFindings, findingsOf),
  serve(closeFinding, settleFinding),
  serve(recordInterview, interview),
  serve(listInterviews, (context) => interviewsOf(context)),
];
