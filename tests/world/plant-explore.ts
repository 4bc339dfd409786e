// A saved view with the word of its place, who gets it, and one file that was sent.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantExplore(planting: Planting) {
  const { tx, word, place } = planting;
  const county = Number(place.county);
  const [exploreView, schedule, delivery, account] = [
    anId(county),
    anId(county),
    anId(county),
    anId(county),
  ];
  await tx
    .insertInto('insight_view')
    .values({
      county,
      id: exploreView,
      area_code: place.village,
      title: word,
      question: JSON.stringify({ indicator: 'registered', rows: 'cause' }),
      role: 'county',
      account,
      account_name: word,
      saved_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('insight_schedule')
    .values({
      county,
      id: schedule,
      area_code: place.village,
      view_id: exploreView,
      every: 'month',
      format: 'xlsx',
      accounts: [account],
      next_on: '2030-01-01',
      account,
      account_name: word,
      created_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('insight_cross')
    .values({
      county,
      area_code: place.county,
      first: 'stage',
      second: 'cause',
      first_key: 'LISTED',
      second_key: word,
      households: 97,
      persons: 331,
      exited: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { exploreView, schedule, delivery, ...(await plantBulletin(planting, account)) };
}

async function plantBulletin({ tx, word, place }: Planting, account: string) {
  const county = Number(place.county);
  const bulletin = anId(county);
  await tx
    .insertInto('insight_bulletin')
    .values({
      county,
      id: bulletin,
      area_code: place.village,
      month: '2016-08-01',
      edition: 1,
      token: anId(county),
      content: JSON.stringify({
        title: { zh: word, en: word },
        area: { code: place.village, name: word, level: 'village' },
        month: '2016-08',
        dataDay: '2016-08-31',
        invented: true,
        sentences: [{ zh: word, en: word }],
        figures: [],
        tables: [],
        checks: [],
      }),
      hash: word,
      data_day: '2016-08-31',
      account,
      account_name: word,
      made_at: '2016-09-01T00:00:00.000Z',
    })
    .onConflict((conflict) => conflict.columns(['area_code', 'month', 'edition']).doNothing())
    .execute();
  return { bulletin };
}
