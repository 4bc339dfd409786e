// Money at county size: balances, trails and the flow with ten million entries in the books, each beside the
// same added up by hand; and a list of payments checked and posted with every check.
import { everything } from '#domain/access/scope.ts';
import type { AccountKey, AccountKind } from '#domain/funds/account.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { balanceFromLines } from '#server/funds/ledger.store.ts';
import { insertList, type ListRow, updateList } from '#server/funds/list.store.ts';
import { postDue } from '#server/funds/list-jobs.ts';
import { checkPayments, insertPayments, placePayments } from '#server/funds/payment.store.ts';
import { type Posting, postEntries } from '#server/funds/post-entries.ts';
import {
  type BenchPurse,
  countApart,
  flowByHand,
  ledgerStatements,
  somePayees,
  somePurses,
} from './hand-ledger.store.ts';
import type { Installation } from './installation.ts';
import { type Line, ms, repeated, seconds, timed } from './measure.ts';
import { measureQuestions } from './money-questions.ts';

const county = '451226';
const number = Number(county);
const goals = { balanceMs: 50, trailMs: 200, flowMs: 300, perSecond: 500, listMs: 60_000 } as const;
const listLines = 50_000;

export async function measureFunds(
  installation: Installation,
  total: number,
): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const filling = await timed(() => installation.asOwner(...ledgerStatements(county, total)));
  await installation.asOwner(
    'vacuum analyze funds_line, funds_day, funds_flow, funds_tally, funds_household_year',
  );
  const purses = await inScope(platform.db, everything, (tx) => somePurses(tx, number), 'read');
  const lines = [
    ...(await balances(installation, purses, total)),
    ...(await trails(installation, purses, total)),
    ...(await flow(installation, total)),
    ...(await measureQuestions(installation, crowd(total))),
    ...(await paying(installation, purses)),
  ];
  return lines.map((line, index) =>
    index === 0 ? { ...line, what: `${line.what} (made in ${seconds(filling)})` } : line,
  );
}

const crowd = (total: number) => `books of ${total.toLocaleString('en')} payments`;

async function balances(
  { composed: { platform }, ...installation }: Installation,
  purses: readonly BenchPurse[],
  total: number,
): Promise<readonly Line[]> {
  const get = await installation.as('county');
  const at = (round: number) => purses[round % purses.length]?.purse ?? '';
  const day = (round: number) => `2016-0${1 + (round % 9)}-17`;
  const door = await repeated((round) => get(`/api/funds/accounts/${at(round)}?on=${day(round)}`));
  const hand = await repeated(
    (round) =>
      inScope(
        platform.db,
        everything,
        (tx) =>
          balanceFromLines(tx, { county: number, account: at(round), on: plainDate(day(round)) }),
        'read',
      ),
    { runs: 20 },
  );
  const apart = await inScope(
    platform.db,
    everything,
    (tx) =>
      countApart(
        tx,
        number,
        purses.map(({ purse }) => purse),
      ),
    'read',
  );
  return [
    {
      what: `${crowd(total)}: balance of a purse on a day`,
      goal: `p95 ≤ ${goals.balanceMs} ms, equal to the sum of its lines`,
      measured: `p95 ${ms(door.p95Ms)}, ${apart} of ${purses.length} differ`,
      comparison: `${(hand.medianMs / door.medianMs).toFixed(1)} × faster than adding up the lines (${ms(hand.medianMs)})`,
      met: door.p95Ms <= goals.balanceMs && apart === 0,
    },
  ];
}

async function trails(
  installation: Installation,
  purses: readonly BenchPurse[],
  total: number,
): Promise<readonly Line[]> {
  const get = await installation.as('auditor');
  const lines: Line[] = [];
  for (const [what, entryOf] of [
    ['back from the last payment of a purse', ({ payment }: BenchPurse) => payment],
    ['on from an arrival to everyone paid', ({ arrival }: BenchPurse) => arrival],
  ] as const) {
    const { medianMs, p95Ms } = await repeated(
      (round) => {
        const purse = purses[round % purses.length];
        return get(`/api/funds/trails/${purse === undefined ? '' : entryOf(purse)}`);
      },
      { runs: 20, warmUp: 3 },
    );
    lines.push({
      what: `${crowd(total)}: trail ${what}`,
      goal: `p95 ≤ ${goals.trailMs} ms`,
      measured: `p95 ${ms(p95Ms)}`,
      comparison: `median ${ms(medianMs)}, through the door`,
      met: p95Ms <= goals.trailMs,
    });
  }
  return lines;
}

async function flow(installation: Installation, total: number): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const get = await installation.as('county');
  const door = await repeated(() => get('/api/funds/flow'), { runs: 30 });
  const hand = await repeated(
    () => inScope(platform.db, everything, (tx) => flowByHand(tx, number), 'read'),
    { runs: 3, warmUp: 1 },
  );
  return [
    {
      what: `${crowd(total)}: flow of funds of the county`,
      goal: `p95 ≤ ${goals.flowMs} ms`,
      measured: `p95 ${ms(door.p95Ms)}`,
      comparison: `${(hand.medianMs / door.medianMs).toFixed(0)} × faster than adding up the lines (${ms(hand.medianMs)})`,
      met: door.p95Ms <= goals.flowMs,
    },
  ];
}

/** A list as a department sends it, checked as a set, then posted chunk by chunk with every check of the books. */
async function paying(
  { composed: { platform } }: Installation,
  purses: readonly BenchPurse[],
): Promise<readonly Line[]> {
  const making = { now: platform.clock.now(), newId: platform.newId };
  const id = platform.newId(number);
  const payees = await inScope(
    platform.db,
    everything,
    (tx) => somePayees(tx, number, listLines),
    'read',
  );
  const list = aList(id, payees.length);
  await inScope(platform.db, everything, async (tx) => {
    await insertList(tx, list);
    await insertPayments(
      tx,
      list,
      Array.from({ length: listLines }, (_, index) => ({
        id: platform.newId(number),
        position: index + 1,
        householdNo: payees[index % payees.length]?.no ?? '',
        name: '',
        amount: 1n,
      })),
    );
    await fillPurse(tx, making);
    await foldDays(tx);
  });
  const span = spanOf(areaCode(county));
  const entitlement = { sql: null, parameters: [], least: null, most: null };
  const checking = await timed(() =>
    inScope(platform.db, everything, (tx) => checkPayments(tx, list, { span, entitlement })),
  );
  await inScope(platform.db, everything, async (tx) => {
    await placePayments(tx, list);
    await tx
      .updateTable('funds_payment')
      .set({ state: 'listed' })
      .where('list_id', '=', id)
      .execute();
    await updateList(tx, list, { lines: listLines, held: 0, total_fen: listLines });
  });
  let posted = 0;
  const posting = await timed(async () => {
    for (;;) {
      const count = await inScope(platform.db, everything, (tx) =>
        postDue({ tx, ...making }, list),
      );
      if (count === 0) break;
      posted += count;
    }
  });
  const rate = (posted / posting) * 1000;
  return [
    {
      what: `payments posted with all checks, ${purses.length} purses beside`,
      goal: `≥ ${goals.perSecond} a second`,
      measured: `${Math.round(rate)} a second`,
      comparison: `${posted.toLocaleString('en')} in ${seconds(posting)}`,
      met: rate >= goals.perSecond,
    },
    {
      what: `${listLines.toLocaleString('en')} lines of a list checked and posted`,
      goal: `≤ ${seconds(goals.listMs)}`,
      measured: seconds(checking + posting),
      comparison: `checked in ${seconds(checking)}`,
      met: checking + posting <= goals.listMs,
    },
  ];
}

/** What the list is paid from: arrived and allocated, with something to spare. */
async function fillPurse(
  tx: Tx,
  { now, newId }: { readonly now: string; readonly newId: (county: number) => string },
): Promise<void> {
  const amount = BigInt(listLines) * 2n;
  const account = (kind: AccountKind): AccountKey => ({
    kind,
    source: 'countyFinance',
    purpose: 'INDUSTRY',
    area: areaCode(county),
    holder: '',
    project: null,
    household: null,
  });
  const moved = (kind: 'arrive' | 'allocate', from: AccountKind, to: AccountKind): Posting => ({
    id: newId(number),
    kind,
    on: plainDate('2016-09-01'),
    document: `测${newId(number)}`,
    memo: '',
    reverses: null,
    lines: [
      { account: account(from), amount: -amount },
      { account: account(to), amount },
    ],
  });
  await postEntries(
    {
      tx,
      county: number,
      area: areaCode(county),
      author: { account: newId(number), name: '测试' },
      now,
      newId,
    },
    [moved('arrive', 'source', 'treasury'), moved('allocate', 'treasury', 'allocated')],
  );
}

function aList(id: string, lines: number): ListRow {
  return {
    county: number,
    id,
    area_code: county,
    title: '测试名册',
    holder: '',
    source: 'countyFinance',
    purpose: 'INDUSTRY',
    from_area: county,
    from_project: null,
    benefit: null,
    period: '2016',
    document: `测${id.slice(-6)}`,
    pay_on: '2016-09-29',
    state: 'posting',
    lines,
    held: 0,
    total_fen: 0,
    author: id,
    author_name: '测试',
    created_at: '2016-09-29T00:00:00.000Z',
    approvals_needed: 1,
    approval_level: 'county',
    approvals: [],
    returned_reason: null,
    job: null,
    retry_of: null,
  };
}
