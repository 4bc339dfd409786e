// Doors of drafts, and of what changed between two versions.
import {
  approveDraft,
  createDraft,
  editDraft,
  getDraft,
  getDraftNames,
  getDraftRow,
  getPackDiff,
  listDrafts,
  rebaseDraft,
  returnDraft,
  submitDraft,
  tryRule,
  withdrawDraft,
} from '#contract/policy-drafts.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { approve, giveBack, submit, withdraw } from './decide-draft.ts';
import { beginDraft, carryOver, saveEdits } from './edit-draft.ts';
import { draftsOf, draftView } from './read-draft.ts';
import { draftNames, draftRow, trialOf } from './read-draft-row.ts';
import { versionDiff } from './read-versions.ts';

export const draftRoutes: readonly Served[] = [
  serve(listDrafts, draftsOf),
  serve(createDraft, beginDraft),
  serve(getDraft, (context, { params }) => draftView(context, params.id)),
  serve(getDraftRow, (context, { params }) => draftRow(context, params)),
  serve(getDraftNames, (context, { params }) => draftNames(context, params.id)),
  serve(tryRule, trialOf),
  serve(editDraft, saveEdits),
  serve(rebaseDraft, carryOver),
  serve(submitDraft, submit),
  serve(withdrawDraft, withdraw),
  serve(approveDraft, approve),
  serve(returnDraft, giveBack),
  serve(getPackDiff, (context, { params, query }) => versionDiff(context, { ...params, ...query })),
];
