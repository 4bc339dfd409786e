// A helper with a pair, an offer and a proposal, marked with the word of its place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantHelp(planting: Planting) {
  const { tx, word, place, households } = planting;
  const county = Number(place.county);
  const household = households[0] ?? '';
  const unit = anId(county);
  const helper = anId(county);
  const next = anId(county);
  const pairing = anId(county);
  const handover = anId(county);
  const row = { county, area_code: place.village };
  await tx
    .insertInto('workforce_unit')
    .values({ ...row, id: unit, name: word, kind: 'office', from_on: '2016-01-01' })
    .execute();
  const person = {
    ...row,
    name: word,
    name_key: word,
    kind: 'cadre',
    rank: 'STAFF',
    title: word,
    unit_id: unit,
    joined_on: '2016-01-01',
  };
  await tx
    .insertInto('workforce_helper')
    .values([
      { ...person, id: helper, households: 1 },
      { ...person, id: next },
    ])
    .execute();
  await tx
    .insertInto('workforce_kin')
    .values({ ...row, helper_id: next, household_id: household, relation: word })
    .execute();
  await tx
    .insertInto('workforce_pairing')
    .values({
      ...row,
      id: pairing,
      household_id: household,
      helper_id: helper,
      helper_name: word,
      helper_rank: 'STAFF',
      unit_id: unit,
      from_on: '2016-01-01',
      made_by: anId(county),
      made_by_name: word,
      due_on: '2016-09-30',
    })
    .execute();
  await tx
    .insertInto('workforce_handover')
    .values({
      ...row,
      id: handover,
      household_id: household,
      pairing_id: pairing,
      from_helper: helper,
      from_name: word,
      to_helper: next,
      to_name: word,
      reason: word,
      offered_on: '2016-09-20',
      offered_by_name: word,
      state: 'offered',
    })
    .execute();
  const helped = { household, helper, unit };
  return {
    helper,
    nextHelper: next,
    unit,
    handover,
    proposal: await plantProposal(planting, helped),
    finding: await plantVisit(planting, helped),
  };
}

interface Helped {
  readonly household: string;
  readonly helper: string;
  readonly unit: string;
}

async function plantProposal({ tx, word, place }: Planting, { household, helper }: Helped) {
  const county = Number(place.county);
  const row = { county, area_code: place.village };
  const proposal = anId(county);
  await tx
    .insertInto('workforce_proposal')
    .values({
      ...row,
      id: proposal,
      state: 'open',
      made_by: anId(county),
      made_by_name: word,
      made_at: '2016-09-20T00:00:00.000Z',
      households: 1,
      paired: 1,
    })
    .execute();
  await tx
    .insertInto('workforce_proposed')
    .values({
      ...row,
      proposal_id: proposal,
      household_id: household,
      helper_id: helper,
      helper_name: word,
      why: '{}',
    })
    .execute();
  return proposal;
}

async function plantVisit({ tx, word, place }: Planting, { household, helper, unit }: Helped) {
  const county = Number(place.county);
  const row = { county, area_code: place.village };
  const visit = anId(county);
  const finding = anId(county);
  await tx
    .insertInto('workforce_visit')
    .values({
      ...row,
      id: visit,
      household_id: household,
      helper_id: helper,
      helper_name: word,
      unit_id: unit,
      visited_on: '2016-09-20',
      recorded_at: '2016-09-20T00:00:00.000Z',
      way: 'onSite',
      note: word,
      findings: 1,
      doubts: JSON.stringify([{ zh: word, en: word }]),
    })
    .execute();
  await tx
    .insertInto('workforce_finding')
    .values({
      ...row,
      id: finding,
      visit_id: visit,
      household_id: household,
      kind: 'need',
      words: word,
      found_on: '2016-09-20',
      found_by_name: word,
    })
    .execute();
  await tx
    .insertInto('workforce_interview')
    .values({
      ...row,
      id: anId(county),
      unit_id: unit,
      unit_name: word,
      held_on: '2016-09-20',
      held_by_name: word,
      reason: word,
      outcome: word,
      account: anId(county),
    })
    .execute();
  return finding;
}
