// A round of checks with its draw, a rater and a score, and a verification, marked with the word of their
// place. Its rules are not installed, so words of the place stand where titles would.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const on = '2016-09-01';
const at = `${on}T00:00:00.000Z`;

export async function plantRound(planting: Planting) {
  const { tx, side, word, place, households } = planting;
  const county = Number(place.county);
  const household_id = households[0] ?? '';
  const row = { county, household_id, area_code: place.village };
  const by = { account: anId(county), account_name: word };
  const entry = anId(county);
  await tx
    .insertInto('supervision_entry')
    .values({
      ...row,
      ...by,
      id: entry,
      verification: word,
      method: word,
      informant: word,
      informant_key: word,
      documents: [word],
      answers: JSON.stringify([{ field: 'houseArea', value: 80 }]),
      note: word,
      asked_on: on,
      recorded_at: at,
    })
    .execute();
  await tx
    .insertInto('supervision_kin')
    .values({
      ...row,
      ...by,
      id: anId(county),
      is_kin: true,
      cadre: word,
      relation: word,
      recorded_at: at,
    })
    .execute();
  return side === 'strange' ? {} : plantCampaign(planting);
}

async function plantCampaign(planting: Planting) {
  const { platform, tx, word, latin, place } = planting;
  const county = Number(place.county);
  const campaign = anId(county);
  await tx
    .insertInto('supervision_campaign')
    .values({
      id: campaign,
      area_code: place.village,
      title: word,
      pack: word,
      pack_edition: '1.0.0',
      sheet: word,
      design: word,
      compares: 'independentScores',
      plan: JSON.stringify({
        area: place.village,
        population: 'all',
        stages: [{ unit: 'household', take: { count: 1 }, how: 'random' }],
      }),
      claim: JSON.stringify({ right: 0.98, confidence: 0.95 }),
      asked_again: [],
      teams: JSON.stringify([{ id: 'team1', title: word, code: '123456' }]),
      allowed_difference: 5,
      seed_digest: latin,
      seed_sealed: platform.secrets.seal('supervision.seed', latin),
      planned_at: at,
      planned_on: on,
      planned_by: anId(county),
      planned_by_name: word,
      seed: latin,
      word,
      frame_digest: latin,
      frame_households: 1,
      frame_villages: 1,
      drawn_at: at,
      drawn_on: on,
      drawn_by_name: word,
    })
    .execute();
  const order = await plantScores(planting, campaign);
  return { campaign, order };
}

async function plantScores({ tx, word, latin, place, households }: Planting, campaign: string) {
  const county = Number(place.county);
  const row = { county, household_id: households[0] ?? '', area_code: place.village };
  const by = { account: anId(county), account_name: word };
  const scope = { campaign_id: campaign, area_code: place.village };
  await tx
    .insertInto('supervision_frame')
    .values({ ...scope, county, households: 1, listing: `\t${latin}` })
    .execute();
  const sampled = { ...row, campaign_id: campaign };
  await tx
    .insertInto('supervision_sample')
    .values({ ...sampled, household_no: latin, probability: 1, stratum: '' })
    .execute();
  await tx
    .insertInto('supervision_rater')
    .values({ ...scope, ...by, team: 'team1', joined_at: at })
    .execute();
  await tx
    .insertInto('supervision_rating')
    .values({
      ...sampled,
      ...by,
      team: 'team1',
      round: 1,
      id: anId(county),
      items: [1],
      total: 1,
      listed: true,
      answers: JSON.stringify([]),
      note: word,
      scored_on: on,
      recorded_at: at,
    })
    .execute();
  return plantFollowUp({ tx, word, county, village: place.village }, campaign);
}

interface FollowUp {
  readonly tx: Planting['tx'];
  readonly word: string;
  readonly county: number;
  readonly village: string;
}

async function plantFollowUp({ tx, word, county, village }: FollowUp, campaign: string) {
  const by = { account: anId(county), account_name: word };
  const scope = { campaign_id: campaign, area_code: village };
  const order = anId(county);
  await tx
    .insertInto('supervision_order')
    .values({
      ...scope,
      id: order,
      team: 'team1',
      items: [],
      reason: word,
      issued_at: at,
      issued_on: on,
      issued_by_name: word,
      due_on: on,
    })
    .execute();
  await tx
    .insertInto('supervision_session')
    .values({
      ...scope,
      ...by,
      id: anId(county),
      held_on: on,
      team: word,
      households: 1,
      observers: [word],
      remark: word,
      recorded_at: at,
    })
    .execute();
  await tx
    .insertInto('supervision_team')
    .values({
      ...by,
      id: anId(county),
      area_code: village,
      name: word,
      members: JSON.stringify([{ name: word, origin: 'county' }]),
      recorded_at: at,
    })
    .execute();
  return order;
}
