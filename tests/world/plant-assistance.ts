// A plan with a measure and a milestone, a need, a list and a benefit on it, marked with the word of the place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantAssistance(planting: Planting) {
  return { ...(await plantPlan(planting)), ...(await plantDelivery(planting)) };
}

function rowsOf({ word, place, households }: Planting) {
  const county = Number(place.county);
  const row = { county, area_code: place.village };
  const own = { ...row, household_id: households[0] ?? '' };
  const by = { account: anId(county), account_name: word, recorded_at: '2016-09-01T00:00:00.000Z' };
  return { county, row, own, by };
}

async function plantPlan(planting: Planting) {
  const { tx, word } = planting;
  const { county, own, by } = rowsOf(planting);
  const [plan = '', line = '', target = ''] = [0, 1, 2].map(() => anId(county));
  await tx
    .insertInto('assistance_plan')
    .values({
      ...own,
      id: plan,
      number: 1,
      state: 'approved',
      from_year: 2016,
      to_year: 2016,
      goal: word,
      primary_measure: 'INDUSTRY',
      pack: word,
      edition: '1',
      made_by: anId(county),
      made_by_name: word,
      made_at: '2016-03-01T00:00:00.000Z',
      submitted_by: anId(county),
      submitted_by_name: word,
      submitted_at: '2016-03-02T00:00:00.000Z',
      decided_by: anId(county),
      decided_by_name: word,
      decided_at: '2016-03-03T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('assistance_measure')
    .values({
      ...own,
      id: anId(county),
      plan_id: plan,
      line: line,
      position: 0,
      code: 'INDUSTRY',
      goal: word,
      focus: word,
      method: word,
      owner: word,
      due_on: '2016-08-01',
      is_current: true,
    })
    .execute();
  await tx
    .insertInto('assistance_target')
    .values({
      ...own,
      id: anId(county),
      plan_id: plan,
      line: target,
      kind: 'milestone',
      metric: 'milestone',
      title: word,
      due_on: '2016-08-01',
    })
    .execute();
  await tx
    .insertInto('assistance_progress')
    .values({
      ...own,
      id: anId(county),
      line: line,
      state: 'underway',
      on_day: '2016-07-01',
      words: word,
      ...by,
    })
    .execute();
  return { helpPlan: plan, helpLine: line, helpTarget: target };
}

async function plantDelivery(planting: Planting) {
  const { tx, word } = planting;
  const { county, row, own, by } = rowsOf(planting);
  const [need = '', list = '', benefit = ''] = [0, 1, 2].map(() => anId(county));
  await tx
    .insertInto('assistance_need')
    .values({ ...own, id: need, words: word, noted_on: '2016-07-01', noted_by_name: word })
    .execute();
  await tx
    .insertInto('assistance_list')
    .values({
      ...row,
      id: list,
      title: word,
      code: 'INDUSTRY',
      year: 2016,
      deliverer: word,
      account: anId(county),
      state: 'open',
      made_by: anId(county),
      made_by_name: word,
      made_at: '2016-08-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('assistance_benefit')
    .values({
      ...own,
      id: benefit,
      list_id: list,
      code: 'INDUSTRY',
      kind: 'goods',
      title: word,
      year: 2016,
      promised_on: '2016-08-01',
      state: 'disputed',
      answered_on: '2016-08-02',
      recorded_at: '2016-08-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('assistance_step')
    .values({
      ...own,
      id: anId(county),
      benefit_id: benefit,
      act: 'dispute',
      on_day: '2016-08-02',
      words: word,
      ...by,
    })
    .execute();
  const print = anId(county);
  await tx
    .insertInto('assistance_print')
    .values({
      ...row,
      id: print,
      paper: 'card',
      format: 'a4',
      pages: 1,
      households: 1,
      digest: Buffer.alloc(32),
      account: anId(county),
      account_name: word,
      printed_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('assistance_print_part')
    .values({ ...row, print_id: print, part: 0, bytes: Buffer.from(word) })
    .execute();
  return { helpNeed: need, helpList: list, helpBenefit: benefit, helpPrint: print };
}
