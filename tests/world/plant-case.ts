// A case at a notice with an objection, marked with the word of its place. Its rules are not installed, so
// the words of the place stand where titles would.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const begun = '2016-09-01';

export async function plantCase({ tx, side, word, place, households }: Planting) {
  const county = Number(place.county);
  const id = anId(county);
  const roster = anId(county);
  const household = households[0] ?? '';
  const row = { county, household_id: household, area_code: place.village };
  await tx
    .insertInto('casework_case')
    .values({
      ...row,
      id,
      pack: word,
      pack_edition: '1.0.0',
      process: word,
      begun_on: begun,
      begun_by: anId(county),
      position: 2,
      step: word,
      step_since: begun,
      due_on: '2016-09-15',
      waits_for: ['village', 'helper', 'township', 'county', 'household'],
    })
    .execute();
  await tx
    .insertInto('casework_count_delta')
    .values({
      area_code: place.village.slice(0, 12),
      pack: word,
      pack_edition: '1.0.0',
      process: word,
      step: word,
      waits_for: ['village', 'helper', 'township', 'county', 'household'],
      since: begun,
      due_key: '2016-09-15',
      cases: 1,
    })
    .execute();
  const act = {
    ...row,
    case_id: id,
    step: word,
    account: anId(county),
    account_name: word,
    capacity: word,
    is_typed: false,
    true_on: begun,
    recorded_at: `${begun}T00:00:00.000Z`,
    reason: word,
    objector: word,
  };
  await tx
    .insertInto('casework_act')
    .values([
      { ...act, position: 1, kind: 'begin' },
      { ...act, position: 2, kind: 'object' },
      { ...act, position: 3, kind: 'sign', roster },
    ])
    .execute();
  await plantCheck({ tx, word, place, households }, id);
  await plantRoster({ tx, word, place }, roster);
  const batch = await plantBatch({ tx, word, place, households }, id);
  const planted = { case: id, batch, roster };
  if (side === 'strange') return planted;
  return { ...planted, caseCampaign: await plantCampaign({ tx, word, place, households }, id) };
}

/** What was found of one item of its checklist. */
async function plantCheck(
  { tx, word, place, households }: Pick<Planting, 'tx' | 'word' | 'place' | 'households'>,
  id: string,
): Promise<void> {
  const county = Number(place.county);
  await tx
    .insertInto('casework_check')
    .values({
      county,
      case_id: id,
      household_id: households[0] ?? '',
      area_code: place.village,
      place: 1,
      step: word,
      item: word,
      seen: 2,
      holds: true,
      note: word,
      register: JSON.stringify([]),
      paper: word,
      seen_on: begun,
      account: anId(county),
      account_name: word,
      recorded_at: `${begun}T00:00:00.000Z`,
    })
    .execute();
}

/** A sheet on which it was signed. */
async function plantRoster(
  { tx, word, place }: Pick<Planting, 'tx' | 'word' | 'place'>,
  roster: string,
): Promise<void> {
  await tx
    .insertInto('casework_roster')
    .values({
      county: Number(place.county),
      id: roster,
      area_code: place.village,
      pack: word,
      pack_edition: '1.0.0',
      process: word,
      step: word,
      account: anId(Number(place.county)),
      account_name: word,
      capacity: word,
      also: [],
      signed_on: begun,
      recorded_at: `${begun}T00:00:00.000Z`,
      signed: 1,
      left_out: 0,
    })
    .execute();
}

/** A batch over that case, which it refused. */
async function plantBatch(
  { tx, word, place, households }: Pick<Planting, 'tx' | 'word' | 'place' | 'households'>,
  id: string,
): Promise<string> {
  const county = Number(place.county);
  const row = { county, household_id: households[0] ?? '', area_code: place.village };
  const batch = anId(county);
  await tx
    .insertInto('casework_batch')
    .values({
      county,
      id: batch,
      area_code: place.village,
      account: anId(county),
      account_name: word,
      process: word,
      step: word,
      act: 'decide',
      outcome: word,
      reason: word,
      place: '',
      total: 1,
      created_at: `${begun}T00:00:00.000Z`,
    })
    .execute();
  await tx
    .insertInto('casework_batch_record')
    .values({
      ...row,
      batch,
      case_id: id,
      place: 1,
      seen: 2,
      outcome: word,
      reason: word,
      state: 'refused',
      code: word,
      message: JSON.stringify({ zh: word, en: word }),
    })
    .execute();
  return batch;
}

/** A campaign that opened it. */
async function plantCampaign(
  { tx, word, place, households }: Pick<Planting, 'tx' | 'word' | 'place' | 'households'>,
  id: string,
): Promise<string> {
  const county = Number(place.county);
  const row = { county, household_id: households[0] ?? '', area_code: place.village };
  const campaign = anId(county);
  await tx
    .insertInto('casework_campaign')
    .values({
      county,
      id: campaign,
      area_code: place.village,
      title: word,
      pack: word,
      pack_edition: '1.0.0',
      process: word,
      stages: ['LISTED'],
      state: 'open',
      opened: 1,
      account: anId(county),
      account_name: word,
      begun_on: begun,
      begun_at: `${begun}T00:00:00.000Z`,
    })
    .execute();
  await tx
    .insertInto('casework_campaign_case')
    .values({
      ...row,
      campaign_id: campaign,
      case_id: id,
      stage: 'LISTED',
      members: 3,
    })
    .execute();
  return campaign;
}
