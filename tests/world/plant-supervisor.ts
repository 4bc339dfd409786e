// A village supervisor with a slip and a report, marked with the word of the place. The report is the
// county's; the village's own people see none of it.
import { hashOfSlip } from '#server/publicity/codes.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const numbers = { home: '71111111', strange: '', beside: '73333333', neighbour: '75555555' };

export async function plantSupervisor({ platform, tx, side, word, latin, place }: Planting) {
  if (side === 'strange') return {};
  const { secrets } = platform;
  const county = Number(place.county);
  const [supervisor, report] = [anId(county), anId(county)];
  await tx
    .insertInto('workforce_supervisor')
    .values({
      county,
      id: supervisor,
      area_code: place.village,
      name: word,
      from_on: '2016-01-01',
      to_on: '2017-01-01',
      appointed_on: '2016-01-01',
      appointed_by: anId(county),
      appointed_by_name: word,
    })
    .execute();
  // Of somebody else's village the county alone would be told; what a township is told is planted at home.
  const slip = `${latin}slip`;
  await tx
    .insertInto('publicity_slip')
    .values({
      county,
      supervisor_id: supervisor,
      area_code: place.county,
      code_hash: hashOfSlip(secrets, slip),
      until: '2016-01-02',
      made_on: '2016-01-01',
      made_by: anId(county),
    })
    .execute();
  await tx
    .insertInto('publicity_report')
    .values({
      county,
      id: report,
      area_code: place.county,
      village: place.village,
      supervisor_id: supervisor,
      number: numbers[side],
      kind: 'further',
      words_sealed: secrets.seal('publicity_report', word),
      place_sealed: secrets.seal('publicity_report', word),
      filed_on: '2016-01-01',
      filed_at: '2016-01-01T00:00:00.000Z',
      due_on: '2016-01-15',
    })
    .execute();
  return { supervisor, slipReport: report, slip };
}
