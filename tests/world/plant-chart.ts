// A version of a chart and a printed board, marked with the word of their place.
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantChart({ tx, word, latin, place }: Planting) {
  const county = Number(place.county);
  const [chartVersion, board] = [anId(county), anId(county)];
  const boardToken = `${latin}-board-0123456789abcdefgh`.slice(0, 40);
  const content = {
    title: { zh: word, en: word },
    shows: { zh: word, en: word },
    area: { code: place.village, name: word, level: 'village' },
    panels: [],
    gaps: [],
    checks: [],
  };
  const common = { county, area_code: place.village, pack: 'tea-club', chart: 'whoDrinks' };
  await tx
    .insertInto('insight_chart_version')
    .values({
      ...common,
      id: chartVersion,
      edition: '1.0.0',
      content: JSON.stringify(content),
      hash: word,
      note: word,
      as_of: '2016-09-01T00:00:00.000Z',
      data_day: '2016-09-01',
      proposed_by: anId(county),
      proposer: word,
      proposed_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('insight_board')
    .values({
      ...common,
      id: board,
      token: boardToken,
      hash: word,
      paper: 'A3',
      printed_by: anId(county),
      printed_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  return { chartVersion, boardToken };
}
