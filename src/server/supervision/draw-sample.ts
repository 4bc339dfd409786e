// The draw: the frame is frozen, the seed revealed and mixed with the word of those who are checked, areas
// are picked stage by stage, and the households of the last stage come out of one statement together with
// the score the register gives them today. Once for a round; the proof does the same and compares.

import type { z } from 'zod';
import type { InputOf, OutputOf } from '#contract/route.ts';
import type { Campaign, drawSample, verifyDraw } from '#contract/supervision.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type FrameVillage, frameDigest } from '#domain/supervision/draw-households.ts';
import { digestOf } from '#domain/supervision/hash-order.ts';
import {
  closedAlready,
  drawnAlready,
  emptyFrame,
  noSuchCampaign,
  notDrawn,
  nothingToDraw,
} from '#domain/supervision/refusals.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Context } from '#server/http/context.ts';
import { type CampaignRecord, findCampaign, markDrawn } from './campaign.store.ts';
import { campaignView, getOne } from './campaign-view.ts';
import {
  countFrameUnits,
  digestFrame,
  drawFromFrame,
  freezeFrame,
  keepSample,
  listShort,
  makeRoom,
  readFrame,
} from './draw.store.ts';
import { firstScores } from './first-scores.ts';
import { seedField } from './plan-campaign.ts';
import { areaOf } from './plan-of.ts';
import { listSamples } from './sample.store.ts';
import { type CountUnits, countNow, selectUnits } from './select-units.ts';

/** What is hashed: the committed seed, and the word said at the draw where there is one. */
export function effectiveSeed(seed: string, word: string): string {
  return word === '' ? seed : digestOf(`${seed}/${word}`);
}

export async function draw(
  context: Context,
  { params, body }: InputOf<typeof drawSample>,
): Promise<z.input<typeof Campaign>> {
  const { tx, now, today, actor, platform } = context;
  const campaign = (await findCampaign(tx, params.id, 'locked')) ?? refuse(noSuchCampaign);
  if (campaign.drawn_on !== null) refuse(drawnAlready, { on: campaign.drawn_on });
  if (campaign.closed_on !== null) refuse(closedAlready, { on: campaign.closed_on });
  if (campaign.compares === 'observers') refuse(nothingToDraw);

  const seed = platform.secrets.open(seedField, campaign.seed_sealed);
  const drawn = await drawInto(tx, campaign, effectiveSeed(seed, body.word));
  if (drawn.households === 0) {
    const { areaName } = await campaignView(context, campaign.id);
    refuse(emptyFrame, { area: areaName });
  }
  await firstScores(context, campaign);
  await markDrawn(tx, campaign.id, {
    seed,
    word: body.word,
    frame_digest: frameDigest(drawn.villages),
    frame_households: drawn.frame,
    frame_villages: drawn.villages.length,
    drawn_at: now,
    drawn_on: today,
    drawn_by_name: actor.displayName,
  });
  context.note({
    area: areaOf(campaign),
    subject: `campaign:${campaign.id}`,
    facts: { frame: drawn.frame, households: drawn.households, seed: campaign.seed_digest },
  });
  return campaignView(context, campaign.id);
}

export interface DrawnInto {
  readonly villages: readonly FrameVillage[];
  readonly frame: number;
  readonly households: number;
}

/** Freezes the frame and keeps the sample, without anybody's scores yet. */
export async function drawInto(
  tx: Tx,
  campaign: Pick<CampaignRecord, 'id' | 'area_code' | 'plan'>,
  seed: string,
): Promise<DrawnInto> {
  const { plan, id } = campaign;
  const asked = { area: areaOf(campaign), population: plan.population };
  await makeRoom(tx);
  const counted = await readFrame(tx, asked);
  const { units, digits, frame, listed } = await selectUnits(plan, {
    seed,
    villages: counted,
    count: countNow(tx, plan),
  });
  const villages = await freezeFrame(tx, id, listed);
  const wanted = units.reduce((sum, { take }) => sum + take, 0);
  let households = await keepSample(tx, id, asked, { seed, digits, units, keys: 'likely' });
  if (households < wanted) {
    const short = await listShort(tx, id, { units, digits });
    households += await keepSample(tx, id, asked, { seed, digits, units: short, keys: 'all' });
  }
  return { villages, frame, households };
}

/** Draws again from the kept frame, without the register, and compares. */
export async function prove(
  context: Context,
  { params }: InputOf<typeof verifyDraw>,
): Promise<OutputOf<typeof verifyDraw>> {
  const { tx } = context;
  const campaign = await getOne(context, params.id);
  const { id, plan } = campaign;
  if (campaign.seed === null) return refuse(notDrawn);
  const seed = effectiveSeed(campaign.seed, campaign.word ?? '');
  const villages = await digestFrame(tx, id);
  const count: CountUnits = (digits, within) => countFrameUnits(tx, id, { digits, within });
  const { units, digits } = await selectUnits(plan, { seed, villages, count });
  const again = await drawFromFrame(tx, id, { seed, digits, units, keys: 'all' });
  const kept = await listSamples(tx, id);
  const names = (rows: readonly { area_code: string; household_no: string }[]) =>
    rows
      .map((row) => `${row.area_code}/${row.household_no}`)
      .sort()
      .join();
  return {
    seedHolds: digestOf(campaign.seed) === campaign.seed_digest,
    frameHolds: frameDigest(villages) === campaign.frame_digest,
    sampleHolds: names(kept) === names(again),
    kept: kept.length,
    again: again.length,
  };
}
