// What an approved paper comes to in the ledger, and what it makes of its loan.
import type { AccountKey } from '#domain/funds/account.ts';
import { type EntryKind, type EntryLine, yuanText } from '#domain/funds/entry.ts';
import { coverLines, depositLines, recoverLines } from '#domain/funds/loans/fund-lines.ts';
import * as fundRefusals from '#domain/funds/loans/fund-refusals.ts';
import { creditUse, subsidyLines } from '#domain/funds/loans/loan-lines.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { drawFrom, held } from '#domain/funds/loans/risk-fund.ts';
import { areaCode, atLevel } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { findAccount } from '../books.store.ts';
import type { StoredApproval } from '../order.store.ts';
import { postEntries } from '../post-entries.ts';
import { listHoldings, listWritten } from './fund.store.ts';
import { appendAct, findLoan, type ShownLoan, updateLoan } from './loan.store.ts';
import { lentTo } from './move-money.ts';
import { listInterestLines, type ShownPaper } from './paper.store.ts';

interface Approved {
  readonly approvals: readonly StoredApproval[];
  readonly purse: string | undefined;
}

interface Comes {
  readonly kind: EntryKind;
  readonly lines: readonly EntryLine[];
  /** What is done with the loan of the paper, once the entry has its id. */
  readonly after?: (entry: string) => Promise<void>;
}

/** Posts a paper with its approvers, and gives the entry. */
export async function postPaper(
  context: Context,
  paper: ShownPaper,
  { approvals, purse }: Approved,
): Promise<string> {
  const { tx, now, newId } = context;
  const { kind, lines, after } = await comesTo(context, paper, purse);
  const id = newId(paper.county);
  await postEntries(
    {
      tx,
      county: paper.county,
      area: areaCode(paper.area_code),
      author: { account: paper.author, name: paper.author_name },
      now,
      newId,
    },
    [
      {
        id,
        kind,
        on: paper.true_on,
        document: paper.document,
        memo: '',
        lines,
        reverses: null,
        approvers: approvals,
        cause: `loan-paper:${paper.id}`,
      },
    ],
  );
  await after?.(id);
  return id;
}

async function comesTo(
  context: Context,
  paper: ShownPaper,
  purse: string | undefined,
): Promise<Comes> {
  switch (paper.kind) {
    case 'subsidy':
      return subsidy(context, paper, purse);
    case 'deposit':
      return deposit(context, paper);
    case 'claim':
      return cover(context, paper);
    case 'recovery':
      return recovery(context, paper);
  }
}

async function subsidy(
  context: Context,
  paper: ShownPaper,
  purse: string | undefined,
): Promise<Comes> {
  const rows = await listInterestLines(context.tx, paper, { after: undefined, limit: null });
  const parts = rows.map((row) => ({
    household: row.household_id,
    area: areaCode(row.area_code),
    amount: BigInt(row.amount_fen),
  }));
  const from = await purseKeyOf(context, paper, purse);
  return { kind: 'subsidise', lines: subsidyLines(from, paper.lender ?? '', parts) };
}

async function deposit(context: Context, paper: ShownPaper): Promise<Comes> {
  const from =
    paper.lender === null
      ? await purseKeyOf(context, paper, String(paper.facts.purse ?? ''))
      : { lender: paper.lender };
  const lines = depositLines(areaCode(paper.area_code), from, BigInt(paper.amount_fen));
  return { kind: 'contribute', lines };
}

interface LossOf {
  readonly loan: ShownLoan;
  readonly fund: bigint;
  readonly bank: bigint;
  readonly percent: number;
}

async function lossOf({ tx }: Context, paper: ShownPaper): Promise<LossOf> {
  const loan = paper.loan_id === null ? undefined : await findLoan(tx, paper.loan_id, 'locked');
  return {
    loan: loan ?? refuse(refusals.noSuchLoan),
    fund: BigInt(paper.facts.fund ?? 0),
    bank: BigInt(paper.facts.bank ?? 0),
    percent: Number(paper.facts.percent ?? 0),
  };
}

async function cover(context: Context, paper: ShownPaper): Promise<Comes> {
  const { tx } = context;
  const { loan, fund, bank, percent } = await lossOf(context, paper);
  if (loan.owed_fen !== paper.amount_fen || loan.state !== 'lent') {
    refuse(fundRefusals.claimOutdated, {
      claimed: yuanText(BigInt(paper.amount_fen)),
      owed: yuanText(BigInt(loan.owed_fen)),
    });
  }
  const county = areaCode(paper.area_code);
  const holdings = await listHoldings(tx, { county, on: paper.true_on });
  const drawn = drawFrom(holdings, fund);
  if (drawn === undefined) {
    return refuse(fundRefusals.fundTooSmall, {
      holds: yuanText(held(holdings)),
      asked: yuanText(fund),
    });
  }
  return {
    kind: 'claim',
    lines: coverLines({ to: lentTo(loan), county, drawn, bank }),
    after: async (entry) => {
      await updateLoan(tx, loan, { state: 'covered', owed_fen: 0 });
      await appendAct(
        tx,
        loan,
        {
          kind: 'cover',
          on: paper.true_on,
          amount: paper.amount_fen,
          document: paper.document,
          facts: { fund: String(fund), bank: String(bank), percent: String(percent) },
          entry,
        },
        handOf(context),
      );
    },
  };
}

async function recovery(context: Context, paper: ShownPaper): Promise<Comes> {
  const { tx } = context;
  const { loan, fund, bank, percent } = await lossOf(context, paper);
  const county = atLevel(areaCode(paper.area_code), 'county') ?? areaCode(paper.area_code);
  const written = await listWritten(tx, {
    county,
    on: paper.true_on,
    household: loan.household_id,
    lender: loan.lender,
    purpose: creditUse,
  });
  const drawn = drawFrom(written, fund);
  if (drawn === undefined) {
    return refuse(fundRefusals.recoveredTooMuch, {
      open: yuanText(held(written)),
      asked: yuanText(fund),
    });
  }
  return {
    kind: 'recover',
    lines: recoverLines({ to: lentTo(loan), county, drawn, bank }),
    after: (entry) =>
      appendAct(
        tx,
        loan,
        {
          kind: 'recover',
          on: paper.true_on,
          amount: paper.amount_fen,
          document: paper.document,
          facts: { fund: String(fund), bank: String(bank), percent: String(percent) },
          entry,
        },
        handOf(context),
      ),
  };
}

function handOf({ actor, now }: Context) {
  return { account: actor.account, name: actor.displayName, now };
}

/** Allocated money for credit of the paper's county. */
export async function purseKeyOf(
  { tx }: Context,
  { county }: Pick<ShownPaper, 'county'>,
  purse: string | undefined,
): Promise<AccountKey> {
  const found = purse === undefined || purse === '' ? undefined : await findAccount(tx, purse);
  const isRight =
    found?.county === county && found.kind === 'allocated' && found.purpose === creditUse;
  if (found === undefined || !isRight) return refuse(refusals.purseNeeded);
  const { kind, source, purpose, area, holder, project, household } = found;
  return { kind, source, purpose, area: areaCode(area), holder, project, household };
}
