// What stands between the books and a project: nothing is paid for one before its time, for whom it is not
// meant, or beyond its budget. Every posting passes here, whoever made it.
import type { AccountKey } from '#domain/funds/account.ts';
import type { Entry } from '#domain/funds/entry.ts';
import type { Order } from '#domain/funds/order.ts';
import {
  allocationDenial,
  milestoneDenial,
  paymentDenial,
} from '#domain/funds/projects/payment-denial.ts';
import { stateAfter } from '#domain/funds/projects/project.ts';
import * as refusals from '#domain/funds/projects/project-refusals.ts';
import { deny } from '#domain/kernel/deny.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import type { ListRow } from '../list.store.ts';
import { actOf, paidProjectOf } from './load-project.ts';
import { findProject } from './project.store.ts';
import { strangersOf, sumProjects } from './project-money.store.ts';
import { listActs, listMilestones, listProjectLines } from './project-part.store.ts';

interface Paid {
  readonly project: string;
  readonly account: AccountKey;
  readonly amount: bigint;
}

/** Of postings that are about to be made: those that spend money of projects. */
export async function refuseUnearned(
  tx: Tx,
  county: number,
  postings: readonly Pick<Entry, 'kind' | 'lines'>[],
  known?: PayableProject,
): Promise<void> {
  const paid = postings
    .filter(({ kind }) => kind !== 'correct')
    .flatMap(({ lines }) => lines)
    .flatMap(({ account, amount }): Paid[] =>
      account.kind === 'spent' && account.project !== null && amount > 0n
        ? [{ project: account.project, account, amount }]
        : [],
    );
  // In one order, so that two postings never wait for each other.
  const byProject = [...groupBy(paid, ({ project }) => project)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [project, own] of byProject) {
    const payable = known?.row.id === project ? known : await payableProject(tx, county, project);
    await refuseOne(tx, payable, own);
  }
}

async function refuseOne(tx: Tx, payable: PayableProject, own: readonly Paid[]): Promise<void> {
  const { county, id: project } = payable.row;
  let paid = payable.paid;
  for (const { account, amount } of own) {
    const payment = { source: account.source, purpose: account.purpose, amount };
    const denial = paymentDenial({ ...payable, paid }, payment);
    if (denial !== undefined) refuse(denial, {}, { project });
    paid = [...paid, payment];
  }
  const households = own.flatMap(({ account }) => account.household ?? []);
  if (households.length === 0) return;
  const strangers = await strangersOf(tx, county, project, households);
  const [first] = strangers;
  if (first === undefined) return;
  const words = { title: payable.title, household: first, count: strangers.length };
  refuse(deny(refusals.strangerHousehold, words), {}, strangers.slice(0, 20));
}

/** Held until the transaction ends: two payments never pass the same budget line side by side. */
async function payableProject(tx: Tx, county: number, project: string) {
  const row = (await findProject(tx, project, 'locked')) ?? refuse(refusals.noSuchProject);
  const acts = await listActs(tx, row);
  const lines = (await listProjectLines(tx, row)).map((line) => ({
    ...line,
    amount: BigInt(line.amount),
  }));
  const sums = await sumProjects(tx, county, [project]);
  const given = sums.map(({ source, purpose, amount }) => ({
    source,
    purpose,
    amount: BigInt(amount),
  }));
  const state = stateAfter(acts.map(actOf));
  return { ...paidProjectOf(row, { state, lines, sums }), row, given };
}

export type PayableProject = Awaited<ReturnType<typeof payableProject>>;

/** Of a payment list out of a project's money, before anybody approves it. */
export async function refuseProjectList(tx: Tx, list: ListRow): Promise<void> {
  if (list.from_project === null) return;
  const { source, purpose, county, from_project: project } = list;
  const payable = await payableProject(tx, county, project);
  const denial = paymentDenial(payable, { source, purpose, amount: BigInt(list.total_fen) });
  if (denial !== undefined) refuse(denial);
}

/** Of an act of money that names a project, before it is entered and again before it is posted; gives the project. */
export async function refuseProjectOrder(
  tx: Tx,
  county: number,
  { kind, source, purpose, amount, from, to }: Order,
): Promise<PayableProject | undefined> {
  const { project } = to;
  if (from.project !== null && project !== from.project) refuse(refusals.otherProject);
  if (project === null || (kind !== 'allocate' && kind !== 'pay')) return undefined;
  const payable = await payableProject(tx, county, project);
  const payment = { source, purpose, amount };
  if (kind === 'allocate') {
    const denial =
      from.project === null ? allocationDenial(payable, payment, payable.given) : undefined;
    if (denial !== undefined) refuse(denial);
    return payable;
  }
  const denial = paymentDenial(payable, payment);
  if (denial !== undefined) refuse(denial);
  const milestone = to.milestone ?? refuse(refusals.milestoneNeeded);
  const own = (await listMilestones(tx, payable.row)).find(({ id }) => id === milestone);
  if (own === undefined) return refuse(refusals.noSuchMilestone);
  const closed = milestoneDenial(
    payable,
    { ...own, share: BigInt(own.share), paid: BigInt(own.paid) },
    amount,
  );
  if (closed !== undefined) refuse(closed);
  return payable;
}
