// A notice that is over, with an objection to it, marked with the word of its place: in its bytes, in the
// sealed text and name. Its public copy is gone, as it would be.
import { hashOfContent, hashOfReceipt } from '#server/publicity/codes.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const days = { first_day: '2016-09-01', last_day: '2016-09-07' };
const numbers = { home: '11112222', strange: '', beside: '33334444', neighbour: '55556666' };

export async function plantNotice(planting: Planting) {
  const { platform, tx, side, word, latin, place, households } = planting;
  if (side === 'strange') return {};
  const { secrets } = platform;
  const county = Number(place.county);
  const [notice, objection] = [anId(county), anId(county)];
  const noticeCode = `${latin}code`;
  const number = numbers[side];
  const content = contentOf(word);
  const owned = { county, area_code: place.village };
  await tx
    .insertInto('publicity_notice')
    .values({
      ...owned,
      id: notice,
      code: noticeCode,
      kind: 'notice',
      pack: word,
      pack_edition: '1.0.0',
      process: word,
      step: word,
      title_zh: word,
      title_en: word,
      content,
      content_hash: hashOfContent(content),
      cases: 1,
      days_asked: 7,
      ...days,
      posted_by: anId(county),
      posted_by_name: word,
      posted_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  const held = await tx
    .selectFrom('casework_case')
    .select('id')
    .where('household_id', '=', households[0] ?? '')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('publicity_item')
    .values({
      ...owned,
      notice_id: notice,
      number: 1,
      case_id: held.id,
      household_id: households[0] ?? '',
      act_position: 1,
    })
    .execute();
  await tx
    .insertInto('publicity_objection')
    .values({
      ...owned,
      id: objection,
      notice_id: notice,
      number,
      receipt_hash: hashOfReceipt(secrets, number, 'bcdfghjk'),
      channel: 'page',
      text_sealed: secrets.seal('publicity_text', word),
      name_sealed: secrets.seal('publicity_name', word),
      filed_on: '2016-09-02',
      filed_at: '2016-09-02T00:00:00.000Z',
      due_on: '2016-09-14',
    })
    .execute();
  await tx
    .insertInto('publicity_evidence')
    .values({
      ...owned,
      id: anId(county),
      notice_id: notice,
      kind: 'first',
      taken_on: '2016-09-01',
      note: word,
      entered_by_name: word,
      entered_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  return { notice, noticeCode, objection, objectionNumber: number };
}

function contentOf(word: string): string {
  return JSON.stringify({
    kind: 'notice',
    title: { zh: word, en: word },
    process: { zh: word, en: word },
    step: { zh: word, en: word },
    rules: { zh: word, en: word },
    area: word,
    columns: [],
    lines: [{ number: 1, place: word, cells: [] }],
    place: word,
    office: word,
    remark: word,
    correction: '',
    firstDay: '2016-09-01',
    lastDay: '2016-09-07',
    objectionPhone: '0778-8821234',
    supervisionPhone: '12317',
  });
}
