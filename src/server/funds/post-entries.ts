// Postings enter the books together or not at all: each is checked by itself, none may use money that is
// not there on any day from its own on, none enters a closed month, none twice.
import type { AccountKey } from '#domain/funds/account.ts';
import { accountText, mustNotBeNegative } from '#domain/funds/account.ts';
import { type Entry, entryDenial, yuanText } from '#domain/funds/entry.ts';
import * as refusals from '#domain/funds/refusals.ts';
import type { AreaCode } from '#domain/kernel/area-code.ts';
import { fenToNumber } from '#domain/kernel/fen.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Tx } from '#server/database/connect.ts';
import {
  closedMonths,
  insertEntries,
  type LineRow,
  leastBalances,
  lockAccounts,
  openAccounts,
  type StoredAccount,
  sameEntries,
} from './ledger.store.ts';
import { type PayableProject, refuseUnearned } from './projects/refuse-unearned.ts';

export interface Approver {
  readonly account: string;
  readonly name: string;
  readonly office: string;
}

export interface Posting extends Entry {
  /** Why the same document, day and amount is posted again. */
  readonly again?: string | undefined;
  readonly approvers?: readonly Approver[] | undefined;
  /** What it pays for: `benefit:<id>`, `milestone:<id>`, `loan:<id>`. */
  readonly cause?: string | undefined;
}

export interface PostContext {
  readonly tx: Tx;
  readonly county: number;
  /** Where the posting is entered: the narrowest area of all its accounts, or above. */
  readonly area: AreaCode;
  readonly author: { readonly account: string; readonly name: string };
  readonly now: string;
  readonly newId: (county: number) => string;
  /** A project that was read and is held in this transaction already. */
  readonly project?: PayableProject | undefined;
}

/** Posts all of them in the caller's transaction, and refuses all where one cannot stand. */
export async function postEntries(
  context: PostContext,
  postings: readonly Posting[],
): Promise<void> {
  if (postings.length === 0) return;
  for (const posting of postings) {
    const denial = entryDenial(posting);
    if (denial !== undefined) refuse(denial, {}, { entry: posting.id });
  }
  await refuseClosed(context, postings);
  await refuseUnearned(context.tx, context.county, postings, context.project);
  const accounts = await openAll(context, postings);
  const lines = postings.flatMap((posting) =>
    posting.lines.map(({ account, amount }, index): LineRow => {
      const { id, household, area } = accountIn(accounts, account);
      return {
        entry: posting.id,
        position: index + 1,
        account: id,
        household,
        area,
        on: posting.on,
        amount,
        kind: posting.kind,
        act: posting.corrects ?? posting.kind,
        document: posting.document.trim(),
        memo: posting.memo,
        reverses: posting.reverses,
      };
    }),
  );
  await refuseOverdrawn(context, accounts, lines);
  await refuseTwice(context, postings);
  await insertEntries(
    context.tx,
    context.county,
    postings.map((posting) => ({
      county: context.county,
      id: posting.id,
      area_code: context.area,
      kind: posting.kind,
      true_on: posting.on,
      document: posting.document.trim(),
      memo: posting.memo,
      amount_fen: fenToNumber(gained(posting)),
      author: context.author.account,
      author_name: context.author.name,
      approvers: posting.approvers ?? [],
      reverses: posting.reverses,
      cause: posting.cause ?? null,
      recorded_at: context.now,
    })),
    lines,
  );
}

/** The sum of what accounts gain. */
export function gained({ lines }: Pick<Entry, 'lines'>): bigint {
  return lines.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
}

async function refuseClosed(
  { tx, area }: PostContext,
  postings: readonly Posting[],
): Promise<void> {
  const months = new Set(postings.map(({ on }) => on.slice(0, 7)));
  const closed = await closedMonths(tx, area, [...months]);
  const late = postings.find(({ on }) => closed.has(on.slice(0, 7)));
  if (late !== undefined) {
    refuse(refusals.periodClosed, { period: late.on.slice(0, 7), on: late.on }, { entry: late.id });
  }
}

async function openAll(
  { tx, county, newId }: PostContext,
  postings: readonly Posting[],
): Promise<ReadonlyMap<string, StoredAccount>> {
  const keys = new Map(
    postings.flatMap(({ lines }) =>
      lines.map(({ account }): [string, AccountKey] => [accountText(account), account]),
    ),
  );
  return openAccounts(tx, county, [...keys.values()], () => newId(county));
}

function accountIn(accounts: ReadonlyMap<string, StoredAccount>, key: AccountKey): StoredAccount {
  const found = accounts.get(accountText(key));
  if (found === undefined) throw new Error(`an account that was not opened: ${accountText(key)}`);
  return found;
}

async function refuseOverdrawn(
  { tx, county }: PostContext,
  accounts: ReadonlyMap<string, StoredAccount>,
  lines: readonly LineRow[],
): Promise<void> {
  const byId = new Map([...accounts.values()].map((account) => [account.id, account]));
  const taken = lines.filter(({ account, amount }) => {
    const held = byId.get(account);
    return amount < 0n && held !== undefined && mustNotBeNegative(held);
  });
  const ids = new Set(taken.map(({ account }) => account));
  if (ids.size === 0) return;
  await lockAccounts(tx, county, [...ids]);
  const asked = lines.filter(({ account }) => ids.has(account));
  const short = (await leastBalances(tx, county, asked)).find(({ least }) => least < 0n);
  if (short === undefined) return;
  const own = asked.filter(({ account }) => account === short.account);
  const change = own
    .filter(({ on }) => on <= short.on)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const account = byId.get(short.account);
  refuse(
    refusals.overdrawn,
    {
      account: [account?.source, account?.purpose, account?.holder].filter(Boolean).join(' · '),
      on: short.on,
      balance: yuanText(short.least - change),
      asked: yuanText(-change),
      missing: yuanText(-short.least),
    },
    { account: short.account, entry: own[0]?.entry ?? '' },
  );
}

async function refuseTwice(
  { tx, county }: PostContext,
  postings: readonly Posting[],
): Promise<void> {
  const asked = postings
    .filter(({ again, kind }) => again === undefined && kind !== 'correct')
    .map((posting) => ({
      document: posting.document.trim(),
      on: posting.on,
      amount: gained(posting),
    }));
  const within = new Set<string>();
  const twice = asked.find(({ document, on, amount }) => {
    const text = `${document}\n${on}\n${amount}`;
    if (within.has(text)) return true;
    within.add(text);
    return false;
  });
  const [met] = twice === undefined ? await sameEntries(tx, county, asked) : [];
  const known = twice ?? (met && { ...met, amount: BigInt(met.amount), on: met.on as PlainDate });
  if (known === undefined) return;
  const { document, on, amount } = known;
  refuse(refusals.paidAlready, { document, on, amount: yuanText(amount) });
}
