// Documents of a loan, handed in by its lender and opened by whoever sees the loan.
import type { attachToLoan, LoanFile, listLoanFiles, openLoanFile } from '#contract/funds-risk.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { noSuchAttachment } from '#domain/kernel/attachment-refusals.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { type AttachmentRecord, listAttachments } from '#server/kernel/attachment.store.ts';
import { keepAttachment } from '#server/kernel/keep-attachment.ts';
import { openAttachment } from '#server/kernel/read-attachment.ts';
import { findLoan, type ShownLoan } from './loan.store.ts';
import { bankOf, lenderDenial } from './my-bank.ts';

async function loanSeen(context: Context, id: string): Promise<ShownLoan> {
  await bankOf(context);
  return (await findLoan(context.tx, id)) ?? refuse(refusals.noSuchLoan);
}

export async function filesFor(
  { tx }: Pick<Context, 'tx'>,
  { county, id }: Pick<ShownLoan, 'county' | 'id'>,
): Promise<readonly AttachmentRecord[]> {
  return listAttachments(tx, { county, subject: `loan:${id}` });
}

export async function filesOfLoan(
  context: Context,
  { params }: InputOf<typeof listLoanFiles>,
): Promise<OutputOf<typeof listLoanFiles>> {
  const loan = await loanSeen(context, params.id);
  return { items: (await filesFor(context, loan)).map(fileView) };
}

function fileView(row: AttachmentRecord): LoanFile {
  return {
    id: row.id,
    fileName: row.file_name,
    kind: attachmentKinds.find((kind) => kind === row.kind) ?? 'further',
    bytes: row.bytes,
    by: row.account_name,
    at: row.attached_at,
  };
}

export async function attachFile(
  context: Context,
  { params }: InputOf<typeof attachToLoan>,
): Promise<LoanFile> {
  const loan = await loanSeen(context, params.id);
  const denial = await lenderDenial(context, loan);
  if (denial !== undefined) refuse(denial);
  const kept = await keepAttachment(
    context,
    {
      county: loan.county,
      area: loan.area_code,
      household: loan.household_id,
      subject: `loan:${loan.id}`,
    },
    { kind: 'document', showsPerson: false },
  );
  context.note({ area: areaCode(loan.area_code), subject: `loan:${loan.id}` });
  return fileView(kept);
}

export async function openFile(
  context: Context,
  { params }: InputOf<typeof openLoanFile>,
): Promise<Download> {
  const loan = await loanSeen(context, params.id);
  const files = await filesFor(context, loan);
  if (files.every(({ id }) => id !== params.file)) refuse(noSuchAttachment);
  return openAttachment(context, params.file);
}
