// Invented payment lists of the demonstration county, once: industry grants that ended in households' hands
// township by township, answered by the bank and in part by the households; one list that still waits.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { insertList, type ListRow, updateList } from '#server/funds/list.store.ts';
import { postDue } from '#server/funds/list-jobs.ts';
import { insertPayments, placePayments } from '#server/funds/payment.store.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { answerPayments, listPayees, type Payee } from './fill-payments.store.ts';

export const paymentsMark = 'demonstration.payments';

const county = 451226;
const seed = 'huanjiang-2016-09-30';
/** Drawn up, approved, paid, and answered by the bank: in this order, days apart. */
const ofPaid = {
  drawnUp: '2016-09-19T02:00:00.000Z',
  approved: '2016-09-21T02:00:00.000Z',
  payOn: '2016-09-23',
  posted: '2016-09-23T02:00:00.000Z',
  answered: '2016-09-26T02:00:00.000Z',
} as const;
const ofWaiting = { drawnUp: '2016-09-26T02:00:00.000Z', approved: null, payOn: '2016-09-30' };
const waitingMost = 40;

interface Filling {
  readonly tx: Tx;
  readonly newId: () => string;
  readonly author: { readonly id: string; readonly displayName: string };
  readonly approver: { readonly id: string; readonly displayName: string; readonly title: string };
}

/** How many payments were listed now; 0 when that was done before. */
export async function fillPayments({ db }: Pick<Platform, 'db'>): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, paymentsMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const approver = await findAccountByUsername(tx, 'county-approver');
    const payees = await listPayees(tx, huanjiangPlaces.village);
    if (author === undefined || approver === undefined || payees.length === 0) return 0;

    const random = randomOf(`${seed} payment ids`);
    const newId = () => makeId({ county, milliseconds: 1452816000002, random: random.bytes(8) });
    const filling: Filling = { tx, newId, author, approver };
    const paid: string[] = [];
    for (const [township, own] of byTownship(payees)) {
      const list = await aList(filling, own, {
        title: '2016年产业奖补（虚构）',
        document: `环扶奖补〔2016〕${township.slice(6)}`,
        source: 'countyFinance',
        purpose: 'INDUSTRY',
        holder: '',
        from_area: township,
        days: ofPaid,
      });
      await postDue({ tx, now: ofPaid.posted, newId }, list);
      await updateList(tx, list, { state: 'answered', answered_at: ofPaid.answered });
      paid.push(list.id);
    }
    await answerPayments(tx, paid);
    const near = payees.filter(({ area }) => area.startsWith(huanjiangPlaces.township));
    const waiting = await aList(filling, near.slice(0, waitingMost), {
      title: '2016年危房改造补助（虚构）',
      document: '环建补〔2016〕3号',
      source: 'pooledFunds',
      purpose: 'HOUSE',
      holder: '县住建局',
      from_area: huanjiangPlaces.township,
      days: ofWaiting,
    });
    await updateList(tx, waiting, { state: 'waiting' });
    await foldDays(tx);
    await saveSetting(tx, paymentsMark, payees.length);
    return payees.length;
  });
}

interface ListDays {
  readonly drawnUp: string;
  /** Null while it waits. */
  readonly approved: string | null;
  readonly payOn: string;
}

async function aList(
  { tx, newId, author, approver }: Filling,
  payees: readonly Payee[],
  {
    days,
    ...from
  }: Pick<ListRow, 'title' | 'document' | 'source' | 'purpose' | 'holder' | 'from_area'> & {
    readonly days: ListDays;
  },
): Promise<ListRow> {
  const id = newId();
  const amountOf = ({ turn }: Payee) => BigInt(180_000 + (turn % 5) * 30_000);
  const list = {
    county,
    id,
    area_code: areaCode(from.from_area),
    ...from,
    from_project: null,
    benefit: null,
    period: '2016',
    pay_on: days.payOn,
    state: 'posting',
    author: author.id,
    author_name: author.displayName,
    created_at: days.drawnUp,
    retry_of: null,
  } as const;
  await insertList(tx, list);
  await insertPayments(
    tx,
    list,
    payees.map((payee, index) => ({
      id: newId(),
      position: index + 1,
      householdNo: payee.no,
      name: '',
      amount: amountOf(payee),
    })),
  );
  await placePayments(tx, list);
  const { id: account, displayName: name, title: office } = approver;
  const approvals = days.approved === null ? [] : [{ account, name, office, at: days.approved }];
  const total = Number(payees.reduce((sum, payee) => sum + amountOf(payee), 0n));
  const counts = { lines: payees.length, held: 0, total_fen: total };
  await updateList(tx, list, { ...counts, approvals, checked_at: days.drawnUp });
  return {
    ...list,
    ...counts,
    approvals,
    approvals_needed: 1,
    approval_level: 'county',
    returned_reason: null,
    job: null,
  };
}

function byTownship(payees: readonly Payee[]): ReadonlyMap<string, readonly Payee[]> {
  const groups = new Map<string, Payee[]>();
  for (const payee of payees) {
    const township = payee.area.slice(0, 9);
    const own = groups.get(township);
    if (own === undefined) groups.set(township, [payee]);
    else own.push(payee);
  }
  return groups;
}
