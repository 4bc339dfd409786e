// Invented faults in the demonstration's books, once, so that an auditor finds something to ask: a contract
// split under the limit, money that came back as a gift, households paid without a list, one of them twice.
import { everything } from '#domain/access/scope.ts';
import { randomOf } from '#domain/demonstration/random.ts';
import type { AccountKey } from '#domain/funds/account.ts';
import { areaCode, spanOf } from '#domain/kernel/area-code.ts';
import { makeId } from '#domain/kernel/id.ts';
import { plainDate } from '#domain/kernel/plain-date.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
import { huanjiangPlaces } from '#server/access/demonstration-accounts.ts';
import { inScope, type Tx } from '#server/database/connect.ts';
import { listHeld } from '#server/funds/books.store.ts';
import { foldDays } from '#server/funds/fold-days.store.ts';
import { insertOrder, updateOrder } from '#server/funds/order.store.ts';
import { type Approver, type Posting, postEntries } from '#server/funds/post-entries.ts';
import { findSetting, saveSetting } from '#server/kernel/setting.store.ts';
import type { Platform } from '#server/platform.ts';
import { listPayees, type Payee } from './fill-payments.store.ts';

export const auditMark = 'demonstration.audit';

const county = 451226;
const area = areaCode(String(county));
const at = '2016-09-27T03:00:00.000Z';
const enough = 1_000_000_00;
const builder = '县兴达建筑公司（虚构）';
const supplier = '惠农种苗公司（虚构）';

/** How many entries were posted now; 0 when that was done before. */
export async function fillAudit({ db }: Pick<Platform, 'db'>): Promise<number> {
  return inScope(db, everything, async (tx) => {
    if ((await findSetting(tx, auditMark)) !== undefined) return 0;
    const author = await findAccountByUsername(tx, 'county');
    const approver = await findAccountByUsername(tx, 'county-approver');
    const span = spanOf(area);
    const held = await listHeld(tx, { span, on: plainDate('2016-09-01'), limit: 300 });
    const purse = held.find(
      ({ kind, source, balance }) =>
        kind === 'allocated' && source === 'pooledFunds' && Number(balance) > enough,
    );
    const homes = (await listPayees(tx, huanjiangPlaces.village)).slice(0, 2);
    if (author === undefined || approver === undefined || purse === undefined) return 0;

    const random = randomOf('huanjiang-2016-09-30 audit');
    const newId = () => makeId({ county, milliseconds: 1452816000003, random: random.bytes(8) });
    const from: AccountKey = { ...purse, area: areaCode(purse.area) };
    const by = { account: author.id, name: author.displayName };
    const signed = { account: approver.id, name: approver.displayName, office: approver.title };
    const faults = faultsOf(from, homes).map((fault) => ({ ...fault, id: newId() }));
    await postEntries(
      { tx, county, area, author: by, now: at, newId },
      faults.map((fault) => postingOf(fault, signed)),
    );
    for (const fault of faults.filter(({ isSplit }) => isSplit)) {
      await enterOrder(tx, from, { fault, id: newId(), by, approvedBy: approver.displayName });
    }
    await foldDays(tx);
    await saveSetting(tx, auditMark, faults.length);
    return faults.length;
  });
}

interface Fault {
  readonly kind: 'pay' | 'arrive';
  readonly on: string;
  readonly amount: bigint;
  readonly paper: string;
  readonly from: AccountKey;
  readonly to: AccountKey;
  readonly isSplit: boolean;
}

function faultsOf(from: AccountKey, homes: readonly Payee[]): readonly Fault[] {
  const paid = (on: string, amount: bigint, to: Partial<AccountKey>, isSplit = false) => ({
    kind: 'pay' as const,
    on,
    amount,
    from,
    to: { ...from, kind: 'spent' as const, ...to },
    isSplit,
  });
  const gift: AccountKey = { ...from, source: `social/${supplier}`, holder: '' };
  const faults = [
    paid('2016-09-05', 30_000_00n, { holder: builder }, true),
    paid('2016-09-06', 28_000_00n, { holder: builder }, true),
    paid('2016-09-07', 26_500_00n, { holder: builder }, true),
    paid('2016-09-08', 90_000_00n, { holder: supplier }),
    {
      kind: 'arrive' as const,
      on: '2016-09-21',
      amount: 60_000_00n,
      from: { ...gift, kind: 'source' as const },
      to: { ...gift, kind: 'treasury' as const },
      isSplit: false,
    },
    ...[homes[0], homes[0], homes[1]].flatMap((home) =>
      home === undefined
        ? []
        : [
            paid('2016-09-22', 800_00n, {
              holder: '',
              household: home.id,
              area: areaCode(home.area.slice(0, 12)),
            }),
          ],
    ),
  ];
  return faults.map((fault, index) => ({ ...fault, paper: `环审例〔2016〕${index + 1}号` }));
}

function postingOf(fault: Fault & { readonly id: string }, signed: Approver): Posting {
  return {
    id: fault.id,
    kind: fault.kind,
    on: plainDate(fault.on),
    document: fault.paper,
    memo: '虚构',
    reverses: null,
    approvers: [signed],
    lines: [
      { account: fault.from, amount: -fault.amount },
      { account: fault.to, amount: fault.amount },
    ],
  };
}

/** The act as it was entered and approved, for what was paid by one. */
async function enterOrder(
  tx: Tx,
  from: AccountKey,
  act: {
    readonly fault: Fault & { readonly id: string };
    readonly id: string;
    readonly by: { readonly account: string; readonly name: string };
    readonly approvedBy: string;
  },
): Promise<void> {
  const { fault, id, by } = act;
  await insertOrder(tx, {
    county,
    id,
    area_code: area,
    kind: 'pay',
    true_on: fault.on,
    document: fault.paper,
    memo: '虚构',
    source: from.source,
    purpose: from.purpose,
    amount_fen: Number(fault.amount),
    from_kind: 'allocated',
    from_area: from.area,
    from_holder: from.holder,
    from_project: null,
    to_area: from.area,
    to_holder: builder,
    to_purpose: null,
    to_project: null,
    household_id: null,
    milestone_id: null,
    again: null,
    approvals_needed: 1,
    approval_level: 'township',
    author: by.account,
    author_name: by.name,
    entered_at: at,
  });
  const ended = { ended_at: at, ended_by_name: act.approvedBy };
  await updateOrder(tx, { county, id }, { state: 'posted', entry_id: fault.id, ...ended });
}
