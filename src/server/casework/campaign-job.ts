// Opens the cases of a campaign, a thousand households a transaction. What is committed is not done again:
// a server that was killed goes on after the last household it reached.

import { noSuchCampaign } from '#domain/casework/campaign-refusals.ts';
import type { CaseAct } from '#domain/casework/case-act.ts';
import { mayEnter } from '#domain/casework/case-rules.ts';
import { foldCase } from '#domain/casework/case-state.ts';
import { rulesGone } from '#domain/casework/refusals.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Tx } from '#server/database/connect.ts';
import { inScope } from '#server/database/connect.ts';
import type { JobKind, Work } from '#server/jobs/jobs.ts';
import type { Platform } from '#server/platform.ts';
import {
  addOpened,
  type CampaignHousehold,
  type CampaignRecord,
  findCampaign,
  insertCampaignCases,
  nextHouseholds,
} from './campaign.store.ts';
import { insertCases } from './case-bulk.store.ts';
import { findRules } from './load-case.ts';
import { projectionOf } from './projection.ts';

export const campaignKind = 'casework.campaign';

const chunkSize = 1000;

interface Checkpoint {
  readonly after: string;
  readonly done: number;
}

export function campaignJob(platform: Platform): JobKind {
  return { kind: campaignKind, run: (work) => openCampaign(platform, work) };
}

async function openCampaign(platform: Platform, work: Work): Promise<unknown> {
  const { campaign: id } = work.input as { readonly campaign: string };
  const campaign = await inScope(platform.db, work.scope, (tx) => readCampaign(tx, id), 'read');
  let checkpoint = work.checkpoint as Checkpoint | null;
  for (;;) {
    const next: Checkpoint | null = await work.chunk(async (tx) => {
      const asked = {
        span: spanOf(areaCode(campaign.area_code)),
        stages: campaign.stages,
        chosenFor: campaign.choice === null ? undefined : campaign,
        process: campaign.process,
        after: checkpoint?.after ?? null,
        limit: chunkSize,
      };
      const households = await nextHouseholds(tx, asked);
      const last = households.at(-1);
      const opened = await openFor(platform, tx, { campaign, households });
      const isLast = households.length < chunkSize;
      const passedOver = households.length - opened;
      await addOpened(tx, campaign, { opened, passedOver, isLast });
      const done = (checkpoint?.done ?? 0) + households.length;
      const result = last === undefined || isLast ? null : { after: last.id, done };
      const step = isLast ? 'casework.campaignOpened' : 'casework.campaignOpening';
      return {
        result,
        progress: { done, total: isLast ? done : null, step, checkpoint: result },
      };
    });
    if (next === null) return { campaign: id };
    checkpoint = next;
  }
}

async function readCampaign(tx: Tx, id: string): Promise<CampaignRecord> {
  return (await findCampaign(tx, { county: countyOfId(id), id })) ?? refuse(noSuchCampaign);
}

/** How many were opened; who is in such a case already, or stands elsewhere, is passed over. */
async function openFor(
  platform: Platform,
  tx: Tx,
  {
    campaign,
    households,
  }: { readonly campaign: CampaignRecord; readonly households: readonly CampaignHousehold[] },
): Promise<number> {
  const { rules } =
    findRules({ platform }, campaign) ?? refuse(rulesGone, { pack: campaign.pack_edition });
  const today = plainDate(campaign.begun_on);
  const act: CaseAct = {
    position: 1,
    kind: 'begin',
    step: rules.start,
    account: campaign.account,
    accountName: campaign.account_name,
    capacity: '',
    isTyped: false,
    on: today,
    at: platform.clock.now(),
    reason: campaign.title,
  };
  const projection = projectionOf(rules, foldCase(rules, [act]), today);
  const open = households
    .filter(({ is_busy, stage }) => !is_busy && mayEnter(rules, stage, stages))
    .map((household) => ({ caseId: platform.newId(household.county), household }));
  await insertCases(
    tx,
    open.map(({ caseId, household }) => ({
      row: {
        county: household.county,
        id: caseId,
        household_id: household.id,
        area_code: household.area_code,
        pack: campaign.pack,
        pack_edition: campaign.pack_edition,
        process: campaign.process,
        begun_on: today,
        begun_by: campaign.account,
        ...projection,
      },
      acts: [act],
    })),
  );
  await insertCampaignCases(tx, campaign, open);
  return open.length;
}
