// Money at each place: an entry with its lines and their sums, and an act that waits.
import { sql } from 'kysely';
import { areaCode } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { postEntries } from '#server/funds/post-entries.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

export async function plantFunds(planting: Planting) {
  const { tx, word, place } = planting;
  const county = Number(place.county);
  const area = areaCode(place.village);
  const at = '2016-09-20T00:00:00.000Z';
  const entry = anId(county);
  const purse = (kind: 'source' | 'treasury') => ({
    kind,
    source: `social/${word}`,
    purpose: 'INDUSTRY',
    area,
    holder: word,
    project: null,
    household: null,
  });
  await postEntries(
    { tx, county, area, author: { account: anId(county), name: word }, now: at, newId: anId },
    [
      {
        id: entry,
        kind: 'arrive',
        on: plainDate('2016-03-01'),
        document: word,
        memo: word,
        reverses: null,
        lines: [
          { account: purse('source'), amount: -100_00n },
          { account: purse('treasury'), amount: 100_00n },
        ],
      },
    ],
  );
  const account = await tx
    .selectFrom('funds_account')
    .select('id')
    .where('county', '=', county)
    .where('area_code', '=', place.village)
    .where('kind', '=', 'treasury')
    .where('holder', '=', word)
    .executeTakeFirstOrThrow();
  const order = anId(county);
  await tx
    .insertInto('funds_order')
    .values({
      county,
      id: order,
      area_code: place.village,
      kind: 'plan',
      true_on: '2016-03-01',
      document: word,
      memo: word,
      source: `social/${word}`,
      purpose: 'INDUSTRY',
      amount_fen: 100,
      from_kind: 'plan',
      from_area: place.village,
      from_holder: word,
      to_area: place.village,
      to_holder: word,
      state: 'waiting',
      approvals_needed: 1,
      approval_level: 'township',
      approvals: '[]',
      author: anId(county),
      author_name: word,
      entered_at: at,
    })
    .execute();
  await plantFinding(planting, entry);
  const list = await plantList(planting);
  return { fundEntry: entry, fundAccount: account.id, fundOrder: order, ...list };
}

/** What a look at the books questioned; two sides may share a county, and so its look. */
async function plantFinding({ tx, word, place, households }: Planting, entry: string) {
  const county = Number(place.county);
  await sql`
    insert into funds_finding_look (county, id, area_code, state, true_on, begun_at, account_name)
    values (${county}, ${anId(county)}::uuid, ${place.county}, 'kept', '2016-09-29', '2016-09-29T00:00:00Z', '')
    on conflict (county, state) do nothing`.execute(tx);
  await sql`
    insert into funds_finding (county, look_id, rule, number, area_code, key, true_on, amount_fen, payments,
      entries, households, holder, document, facts)
    select k.county, k.id, 'outsideList', coalesce(max(f.number), 0) + 1, ${place.village}, ${entry}, '2016-03-01',
      100, 1, array[${entry}::text], array[${households[0] ?? ''}::text], ${word}, ${word}, '{"why": "noList"}'
    from funds_finding_look k left join funds_finding f on f.county = k.county and f.look_id = k.id
    where k.county = ${county} and k.state = 'kept' group by k.county, k.id`.execute(tx);
  await sql`
    insert into funds_finding_sum (county, look_id, rule, area_code, findings, amount_fen)
    select county, id, 'outsideList', ${place.village}, 1, 100 from funds_finding_look
    where county = ${county} and state = 'kept'
    on conflict (county, look_id, rule, area_code) do nothing`.execute(tx);
}

async function plantList({ tx, word, place, households }: Planting) {
  const county = Number(place.county);
  const list = anId(county);
  const payment = anId(county);
  const row = { county, area_code: place.village };
  await tx
    .insertInto('funds_list')
    .values({
      ...row,
      id: list,
      title: word,
      holder: word,
      source: `social/${word}`,
      purpose: 'INDUSTRY',
      from_area: place.village,
      period: '2016',
      document: word,
      pay_on: '2016-03-01',
      state: 'posted',
      lines: 1,
      total_fen: 100,
      author: anId(county),
      author_name: word,
      created_at: '2016-09-20T00:00:00.000Z',
      returned_reason: word,
    })
    .execute();
  await tx
    .insertInto('funds_payment')
    .values({
      ...row,
      id: payment,
      list_id: list,
      position: 1,
      household_no: '1',
      household_id: households[0] ?? '',
      name: word,
      amount_fen: 100,
      state: 'posted',
      paid_on: '2016-03-01',
      bank_note: word,
      word: 'disputed',
      word_said: word,
      word_by_name: word,
    })
    .execute();
  return { paymentList: list, payment };
}
