// The first score of every household drawn: what the sheet of the round gives with the register's values
// on the day of the draw. Vetoes are left out on both sides, since a visit compares points with points.
import { refuse } from '#domain/kernel/refusal.ts';
import type { CompiledSheet } from '#domain/policy/pack/compile-sheet.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { compileScoreToSql } from '#domain/policy/pack/score-sheet.ts';
import { rulesGone } from '#domain/supervision/refusals.ts';
import type { Context } from '#server/http/context.ts';
import { householdColumns } from '#server/targeting/household-column.ts';
import type { CampaignRecord } from './campaign.store.ts';
import { findRules } from './plan-of.ts';
import { firstSheetParameter, scoreSamples } from './sample.store.ts';

export interface RoundRules {
  readonly pack: ResolvedPack;
  readonly sheet: CompiledSheet;
}

/** Pack and sheet the round began with. */
export function getRules(
  context: Pick<Context, 'platform'>,
  campaign: Pick<CampaignRecord, 'pack' | 'pack_edition' | 'planned_on' | 'sheet'>,
): RoundRules {
  const pack = findRules(context, campaign);
  const sheet = pack?.sheets.get(campaign.sheet);
  if (pack !== undefined && sheet !== undefined) return { pack, sheet };
  return refuse(rulesGone, { pack: `${campaign.pack} ${campaign.pack_edition}` });
}

export async function firstScores(
  context: Pick<Context, 'platform' | 'tx'>,
  campaign: Pick<CampaignRecord, 'id' | 'pack' | 'pack_edition' | 'planned_on' | 'sheet'>,
): Promise<void> {
  const { pack, sheet } = getRules(context, campaign);
  await scoreSamples(context.tx, campaign.id, {
    sheet: compileScoreToSql(sheet, householdColumns(pack), firstSheetParameter),
    cutOff: sheet.cutOff,
    lowerIsPoorer: sheet.sheet.direction === 'lowerIsPoorer',
  });
}
