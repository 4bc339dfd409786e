// Whom a campaign is begun for: all of an area at some stages, those the household list finds by a filter,
// or those a capability above knows of. The same choice is counted before and taken when it begins.
import type { CampaignChoice, countChoice as countShape } from '#contract/casework-campaigns.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { campaignProcesses } from '#domain/casework/campaign.ts';
import { campaignTooWide, chosenNobody, noSuchSource } from '#domain/casework/campaign-refusals.ts';
import { type CaseRules, caseRulesOf, mayEnter } from '#domain/casework/case-rules.ts';
import { noSuchProcess } from '#domain/casework/refusals.ts';
import { countyNumberOf, spanOf } from '#domain/kernel/area-code.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import { type Stage, stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { rowFilterOf } from '#server/registry/household-filter.ts';
import { type Chosen, countChosen } from './campaign.store.ts';

export interface Choice {
  readonly chosen: Chosen;
  /** As the campaign keeps it; null where it is all of an area at some stages. */
  readonly kept: CampaignChoice | null;
}

interface Asked {
  readonly stages?: readonly Stage[] | undefined;
  readonly filter?: Extract<CampaignChoice, { kind: 'filter' }>['filter'] | undefined;
  readonly source?: { readonly kind: 'leads' | 'quality'; readonly key: string } | undefined;
}

export async function chooseHouseholds(context: Context, asked: Asked): Promise<Choice> {
  const { area } = context;
  const { filter, source } = asked;
  if (source !== undefined) {
    const known = (context.platform.householdSources ?? []).find(
      ({ kind }) => kind === source.kind,
    );
    const title: Bilingual = (await known?.titleOf(context, source.key)) ?? refuse(noSuchSource);
    const ids = (await known?.households(context, source.key)) ?? [];
    return {
      chosen: { kind: 'ids', span: spanOf(area), ids },
      kept: { kind: source.kind, key: source.key, title },
    };
  }
  if (filter !== undefined) {
    return {
      chosen: { kind: 'filter', filter: await rowFilterOf(context, filter) },
      kept: { kind: 'filter', filter },
    };
  }
  const at = asked.stages ?? [];
  if (at.length === 0) refuse(chosenNobody);
  return { chosen: { kind: 'stages', span: spanOf(area), stages: at }, kept: null };
}

/** A county or less: campaigns are of one county, and its register is read once. */
export function campaignRules(
  context: Context,
  process: string,
): { readonly pack: ResolvedPack; readonly rules: CaseRules; readonly county: number } {
  const { area, today, platform } = context;
  const pack = platform.packs.inForce(area, today) ?? refuse(noPackInForce, { area, on: today });
  const county = countyNumberOf(area) ?? refuse(campaignTooWide);
  const rules = campaignProcesses(pack).some(({ id }) => id === process)
    ? caseRulesOf(pack, process)
    : undefined;
  return { pack, rules: rules ?? refuse(noSuchProcess, { process }), county };
}

export async function countChoice(
  context: Context,
  { query }: InputOf<typeof countShape>,
): Promise<OutputOf<typeof countShape>> {
  const { process, area: _area, stages: at, source, key, ...filter } = query;
  const { rules } = campaignRules(context, process);
  const isFilter = at === undefined && source === undefined;
  const { chosen, kept } = await chooseHouseholds(context, {
    stages: stagesIn(at),
    ...(isFilter ? { filter } : {}),
    ...(source === undefined ? {} : { source: { kind: source, key: key ?? '' } }),
  });
  const counted = await countChosen(context.tx, chosen, {
    process,
    stages: stages.filter((stage) => mayEnter(rules, stage, stages)),
  });
  return { ...counted, choice: kept };
}

function stagesIn(text: string | undefined): readonly Stage[] | undefined {
  if (text === undefined) return undefined;
  const named = text.split(',');
  return stages.filter((stage) => named.includes(stage));
}
