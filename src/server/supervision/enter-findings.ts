// At the end of a round what the teams found becomes sources of the household's values: an independent
// score, and the answers to what was asked again. Answers that differ become questions of the register.
import { areaCode } from '#domain/kernel/area-code.ts';
import type { Context } from '#server/http/context.ts';
import type { CampaignRecord } from './campaign.store.ts';
import { type EntryRow, insertEntries } from './entry.store.ts';
import { askDisputed } from './open-questions.ts';
import { findRules } from './plan-of.ts';
import type { Findings } from './report.ts';
import type { RatingRow } from './sample.store.ts';
import { askAgainMethod, scoreMethod, verificationSetOf } from './verification-set.ts';

type Entering = Pick<Context, 'tx' | 'newId' | 'now' | 'today' | 'platform'>;

export async function enterFindings(
  context: Entering,
  campaign: CampaignRecord,
  { ratings }: Pick<Findings, 'ratings'>,
): Promise<void> {
  const pack = findRules(context, campaign);
  const set = verificationSetOf(pack);
  if (set === undefined) return;
  const last = new Map<string, RatingRow>();
  for (const rating of ratings) last.set(`${rating.household_id} ${rating.team}`, rating);
  const rows = [...last.values()].flatMap((rating): EntryRow[] => {
    const entry = entryOf(context, { campaign, rating, set: set.id });
    const score = { ...entry, method: scoreMethod, answers: [] };
    if (rating.answers.length === 0) return [score];
    return [score, { ...entry, id: context.newId(rating.county), method: askAgainMethod }];
  });
  await insertEntries(context.tx, rows);
  const source = set.rows.find(({ id }) => id === askAgainMethod)?.title.zh ?? campaign.title;
  for (const rating of last.values()) {
    await askDisputed(
      context,
      rating.household_id,
      rating.answers.map(({ field, value }) => ({
        field,
        value,
        source,
        by: rating.account_name,
        on: rating.scored_on,
      })),
    );
  }
}

function entryOf(
  { newId, now }: Entering,
  { campaign, rating, set }: { campaign: CampaignRecord; rating: RatingRow; set: string },
): Omit<EntryRow, 'method'> {
  const team = campaign.teams.find(({ id }) => id === rating.team)?.title ?? rating.team;
  return {
    county: rating.county,
    id: newId(rating.county),
    household_id: rating.household_id,
    area_code: areaCode(rating.area_code),
    verification: set,
    informant: team,
    informant_key: `${campaign.id} ${rating.team}`,
    documents: [],
    answers: rating.answers,
    note: rating.note,
    asked_on: rating.scored_on,
    account: rating.account,
    account_name: rating.account_name,
    campaign_id: campaign.id,
    recorded_at: now,
  };
}
