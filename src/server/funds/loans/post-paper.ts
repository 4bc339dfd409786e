// What an approved paper comes to in the ledger.
import type { AccountKey } from '#domain/funds/account.ts';
import type { EntryKind, EntryLine } from '#domain/funds/entry.ts';
import { creditUse, subsidyLines } from '#domain/funds/loans/loan-lines.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#server/http/context.ts';
import { findAccount } from '../books.store.ts';
import type { StoredApproval } from '../order.store.ts';
import { postEntries } from '../post-entries.ts';
import { listInterestLines, type ShownPaper } from './paper.store.ts';

interface Approved {
  readonly approvals: readonly StoredApproval[];
  readonly purse: string | undefined;
}

interface Comes {
  readonly kind: EntryKind;
  readonly lines: readonly EntryLine[];
}

/** Posts a paper with its approvers, and gives the entry. */
export async function postPaper(
  context: Context,
  paper: ShownPaper,
  { approvals, purse }: Approved,
): Promise<string> {
  const { tx, now, newId } = context;
  const { kind, lines } = await comesTo(context, paper, purse);
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
  return id;
}

async function comesTo(
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

/** Allocated money for credit of the paper's county. */
export async function purseKeyOf(
  { tx }: Context,
  { county }: Pick<ShownPaper, 'county'>,
  purse: string | undefined,
): Promise<AccountKey> {
  const found = purse === undefined ? undefined : await findAccount(tx, purse);
  const isRight =
    found?.county === county && found.kind === 'allocated' && found.purpose === creditUse;
  if (found === undefined || !isRight) return refuse(refusals.purseNeeded);
  const { kind, source, purpose, area, holder, project, household } = found;
  return { kind, source, purpose, area: areaCode(area), holder, project, household };
}
