// A problem, an order and a circular of the place's own village, marked with its word.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantWork(planting: Planting) {
  const { tx, side, word, place, households } = planting;
  const county = Number(place.county);
  const problem = anId(county);
  const number = 900 + side.length;
  const common = { county, area_code: place.village, household_id: households[0] ?? null };
  await tx
    .insertInto('monitoring_problem')
    .values({
      ...common,
      id: problem,
      number,
      list: word,
      title: word,
      words: word,
      source: 'person',
      state: 'assigned',
      phase: 'assigned',
      position: 1,
      owner_name: word,
      registered_on: '2016-09-01',
      assigned_on: '2016-09-01',
      due_on: '2016-09-10',
    })
    .execute();
  await tx
    .insertInto('monitoring_problem_act')
    .values({
      ...common,
      problem_id: problem,
      position: 1,
      act: 'register',
      state: 'assigned',
      words: word,
      account_name: word,
      acted_on: '2016-09-01',
      acted_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  if (side === 'strange') return { problem };
  return {
    problem,
    ...(await plantOrder(planting, number)),
    ...(await plantTask(planting)),
    ...(await plantPosting(planting)),
  };
}

async function plantOrder({ tx, word, place }: Planting, number: number) {
  const county = Number(place.county);
  const [order, orderPart, circular] = [anId(county), anId(county), anId(county)];
  const told = { county, area_code: place.village, number, title: word, words: word };
  const days = { issued_on: '2016-09-01', due_on: '2016-09-10' };
  await tx
    .insertInto('monitoring_order')
    .values({ ...told, ...days, id: order, issued_by: anId(county), issued_by_name: word })
    .execute();
  await tx
    .insertInto('monitoring_order_part')
    .values({
      ...told,
      ...days,
      id: orderPart,
      order_id: order,
      kind: 'area',
      name: word,
      issuer: word,
      issuer_area: place.village,
      state: 'issued',
      position: 1,
    })
    .execute();
  await tx
    .insertInto('monitoring_circular')
    .values({
      ...told,
      id: circular,
      issued_on: '2016-09-01',
      issued_by: anId(county),
      issued_by_name: word,
      office: word,
      lines: JSON.stringify([]),
    })
    .execute();
  return { followUp: order, orderPart, circular };
}

async function plantTask({ tx, word, place }: Planting) {
  const county = Number(place.county);
  const [document, task, taskOwner] = [anId(county), anId(county), anId(county)];
  const common = { county, area_code: place.village };
  await tx
    .insertInto('monitoring_document')
    .values({ ...common, id: document, title: word, number: word })
    .execute();
  await tx
    .insertInto('monitoring_task')
    .values({
      ...common,
      id: task,
      kind: 'promise',
      document_id: document,
      document: word,
      title: word,
      stage: word,
      start_on: '2016-09-01',
      due_on: '2016-09-10',
    })
    .execute();
  await tx
    .insertInto('monitoring_task_owner')
    .values({ ...common, id: taskOwner, task_id: task, level: word, name: word })
    .execute();
  await tx
    .insertInto('monitoring_progress')
    .values({
      ...common,
      id: anId(county),
      task_id: task,
      quantity: 1,
      words: word,
      reported_on: '2016-09-02',
      account_name: word,
      recorded_at: '2016-09-02T00:00:00.000Z',
    })
    .execute();
  return { document, task, taskOwner };
}

async function plantPosting({ tx, word, place }: Planting) {
  const county = Number(place.county);
  const posting = anId(county);
  const common = { county, area_code: place.village, entered_by: anId(county) };
  await tx
    .insertInto('workforce_posting')
    .values({
      ...common,
      id: posting,
      staffing: word,
      post: word,
      holder_name: word,
      from_on: '2016-09-01',
    })
    .execute();
  await tx
    .insertInto('workforce_pledge')
    .values({
      ...common,
      id: anId(county),
      matrix: word,
      party: word,
      office: 0,
      signer_name: word,
      signed_on: '2016-09-01',
    })
    .execute();
  return { posting };
}
