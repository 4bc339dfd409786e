// The money of the demonstration's projects: set aside out of what townships hold of the pooled money, and paid
// to builders by orders, each with its entry.
import type { InventedProject } from '#domain/demonstration/projects.ts';
import type { EntryLine } from '#domain/funds/entry.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { addDays, type PlainDate } from '#domain/kernel/plain-date.ts';
import type { AccountRow } from '#server/access/account.store.ts';
import type { Tx } from '#server/database/connect.ts';
import { type Posting, postEntries } from '#server/funds/post-entries.ts';
import { insertRows } from './fill-projects.store.ts';

const county = 451226;
export const source = 'pooledFunds';
export const builder = '环江某建筑公司（虚构）';
/** Departments that hold the pooled money of the townships. */
const holders: Readonly<Record<string, string>> = {
  INFRASTRUCTURE: '县交通局',
  INDUSTRY: '县农业局',
  HOUSE: '县住建局',
};

type Person = Pick<AccountRow, 'id' | 'displayName' | 'title'>;

export interface Filling {
  readonly newId: () => string;
  readonly author: Person;
  readonly approver: Person;
}

export interface Made {
  readonly one: InventedProject;
  readonly id: string;
  readonly milestones: readonly string[];
  readonly number: string;
}

/** What each got is allocated to it out of its township's share and paid to its builder, milestone by milestone. */
export async function payAll(tx: Tx, filling: Filling, made: readonly Made[]): Promise<void> {
  const { newId, author, approver } = filling;
  const approvers = [{ account: approver.id, name: approver.displayName, office: approver.title }];
  const orders: object[] = [];
  const postings = made.flatMap((each): Posting[] => {
    const { one } = each;
    const [first] = one.paid;
    if (first === undefined) return [];
    const sum = one.paid.reduce((total, { yuan }) => total + yuan, 0);
    const paper = `环项〔2016〕${each.number}`;
    const told = { memo: '虚构', reverses: null, approvers } as const;
    return [
      {
        ...told,
        id: newId(),
        kind: 'allocate',
        on: addDays(first.on, -1),
        document: `${paper}下达`,
        lines: linesFor(each, sum, 'set'),
      },
      ...one.paid.map(({ yuan, on }, index): Posting => {
        const entry = newId();
        const order = orderOf(filling, each, { entry, yuan, on, index, paper });
        orders.push(order);
        return {
          ...told,
          id: entry,
          kind: 'pay',
          on,
          document: order.document,
          lines: linesFor(each, yuan, 'paid'),
          cause: `order:${order.id}`,
        };
      }),
    ];
  });
  await postEntries(
    {
      tx,
      county,
      area: areaCode(String(county)),
      author: { account: author.id, name: author.displayName },
      now: '2016-09-29T09:30:00.000Z',
      newId,
    },
    postings,
  );
  await insertRows(tx, 'funds_order', orders);
}

function linesFor({ one, id }: Made, yuan: number, what: 'set' | 'paid'): readonly EntryLine[] {
  const amount = BigInt(yuan) * 100n;
  const { purpose } = one;
  const account = { source, purpose, household: null };
  const own = {
    ...account,
    area: areaCode(one.area),
    holder: what === 'paid' ? builder : one.organiser,
    project: id,
  };
  const town = {
    ...account,
    kind: 'allocated' as const,
    area: areaCode(one.area.slice(0, 9)),
    holder: holders[purpose] ?? '',
    project: null,
  };
  return what === 'set'
    ? [
        { account: town, amount: -amount },
        { account: { ...own, kind: 'allocated' }, amount },
      ]
    : [
        { account: { ...own, kind: 'allocated', holder: one.organiser }, amount: -amount },
        { account: { ...own, kind: 'spent' }, amount },
      ];
}

function orderOf(
  { newId, author, approver }: Filling,
  { one, id, milestones }: Made,
  {
    entry,
    yuan,
    on,
    index,
    paper,
  }: { entry: string; yuan: number; on: PlainDate; index: number; paper: string },
) {
  const at = `${on}T03:00:00.000Z`;
  return {
    county,
    id: newId(),
    area_code: one.area,
    kind: 'pay',
    true_on: on,
    document: `${paper}支付${index + 1}`,
    memo: '虚构',
    source,
    purpose: one.purpose,
    amount_fen: yuan * 100,
    from_kind: 'allocated',
    from_area: one.area,
    from_holder: one.organiser,
    from_project: id,
    to_area: one.area,
    to_holder: builder,
    to_purpose: null,
    to_project: id,
    milestone_id: milestones[index] ?? null,
    household_id: null,
    again: null,
    state: 'posted',
    approvals_needed: 1,
    approval_level: 'county',
    approvals: [{ account: approver.id, name: approver.displayName, office: approver.title, at }],
    entry_id: entry,
    author: author.id,
    author_name: author.displayName,
    entered_at: at,
    ended_at: at,
    ended_by_name: approver.displayName,
    ended_reason: null,
  };
}
